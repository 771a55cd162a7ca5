/** How somebody can be called back safely: what she said, what is sent, and what its answer means. Pure. */
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
export const ZONES = ['Europe/Paris', 'Europe/Brussels', 'America/Toronto'];
export const MOST_WINDOWS = 5;

export const freshWindow = () => ({ days: [], from: '', until: '' });

export const freshNote = (known = {}) => ({
  known,
  open: false,
  sending: false,
  tried: false,
  values: {
    whom: '', number: known.channel === 'call' ? 'hers' : 'other', phone: '', windows: [freshWindow()], zone: ZONES[0],
    codeWord: '', ifSomeoneElse: '', language: known.language ?? '', days: '7', wished: true, warned: false, agreed: false,
  },
  answer: null,
});

/** The keys of what is still to be asked; empty when it can be sent. */
export function missing({ values, known }) {
  const { windows } = values;
  return [
    [values.whom.trim(), 'safeWhom'],
    [values.number === 'hers' && known.channel === 'call' ? known.contact : /^\+[\d\s.()-]{6,24}$/.test(values.phone.trim()), 'safePhone'],
    [windows.every(({ days }) => days.length > 0), 'safeDays'],
    [windows.every(({ from, until }) => from && until && from < until), 'safeHours'],
    [values.codeWord.trim(), 'safeCodeWord'],
    [values.ifSomeoneElse.trim(), 'safeOtherwise'],
    [values.warned, 'safeWarned'],
    [values.agreed, 'safeAgreed'],
  ].filter(([there]) => !there).map(([, key]) => key);
}

export function noteBody({ values, known }) {
  return {
    ...(values.number === 'hers' && known.channel === 'call' ? { contact: known.contact } : { phone: values.phone.trim() }),
    whom: values.whom.trim(),
    codeWord: values.codeWord.trim(),
    ifSomeoneElse: values.ifSomeoneElse.trim(),
    hours: { zone: values.zone, windows: values.windows.map(({ days, from, until }) => ({ days: DAYS.filter((day) => days.includes(day)), from, until })) },
    ...(values.language ? { language: values.language } : {}),
    days: Number(values.days),
    wished: values.wished,
    agreed: values.agreed,
    warnedOfCallLog: values.warned,
    ...(known.exercise ? { exercise: true } : {}),
  };
}

/** What came of it: the key of a text, whether it is noted, and whether the number is to be asked for. */
export function outcome({ status, body }) {
  if (status === 201) return { key: 'safeNoted', noted: true, number: false };
  if (status === 422) return { key: 'safeWithheld', noted: false, number: true };
  if (status === 404) return { key: 'safeNotYours', noted: false, number: true };
  if (status === 400) return { key: /hours/.test(body?.detail ?? '') ? 'safeNoHours' : /phone/.test(body?.detail ?? '') ? 'safeBadNumber' : 'safeRefused', noted: false, number: false };
  return { key: 'safeUnknown', noted: false, number: false };
}
