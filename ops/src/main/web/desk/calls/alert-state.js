/** An operator's alarm: what she fills in, what is sent, and what its answer means. Pure. */
export const freshAlert = (id, known = {}) => ({
  id,
  known,
  open: false,
  sending: false,
  values: {
    text: '', postcode: known.postcode ?? '', city: '', note: '', canTalk: '',
    language: known.language ?? '', forSomeoneElse: false, children: false, weapons: false,
  },
  answer: null,
  status: null,
});

/** The body of the call. What a dispatcher must not overlook stands first in the note.
 *  @param words texts of `children` and `weapons` */
export function alertBody({ id, known, values }, words, now) {
  const { text, postcode, city, canTalk, language, forSomeoneElse } = values;
  const address = compact({ text: text.trim(), postcode: postcode.trim(), city: city.trim() });
  const note = [values.weapons && words.weapons, values.children && words.children, values.note.trim()]
    .filter(Boolean).join('\n');
  return {
    id,
    raisedAt: new Date(now).toISOString(),
    trigger: 'button',
    ...compact({ contact: known.contact, language, note }),
    ...(Object.keys(address).length > 0 ? { address } : {}),
    ...(canTalk ? { canTalk: canTalk === 'yes' } : {}),
    ...(forSomeoneElse ? { forSomeoneElse } : {}),
    ...(known.exercise ? { exercise: true } : {}),
  };
}

const compact = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

/** What came of it: the key of a text, the number in it, and whether she must telephone now. */
export function outcome({ status, body }) {
  const number = body?.emergencyNumber ?? '112';
  if (status === 202 && body.coverage === 'centre') return { key: 'alertStored', number, call: false };
  if (status === 202) return { key: 'alertUncovered', number, call: true };
  if (status === 503) return { key: 'alertNotStored', number, call: true };
  return { key: 'alertUnknown', number, call: true };
}

/** Whether its status may still change in a way that she waits for. */
export const waits = (alert) =>
  alert.answer?.status === 202 && !['taken', 'on-the-way', 'closed', 'cancelled'].includes(alert.status);
