/** How far a call has gone to somebody else, in words and in what can be done now. Pure. */

/** Which steps each state allows, and the key of each; the telephone knows them as `*2`, `*3`, `*4`. */
const STEPS = { offered: ['back'], consulting: ['join', 'leave', 'back'], joined: ['leave', 'back'] };

export const KEYS = { join: { letter: 'j', telephone: '*3' }, leave: { letter: 'l', telephone: '*4' }, back: { letter: 'b', telephone: '*2' } };

/** She is not with the operator after these. */
const NOT_BACK = ['left', 'lost'];

export const running = (transfer) => transfer?.state in STEPS;

export const stepsOf = (transfer) => STEPS[transfer?.state] ?? [];

/** The keys of the sentences that say it: what happens, then what she hears or where she is. */
export function sentences(transfer) {
  if (!transfer) return [];
  const { kind, state, cause } = transfer;
  if (state === 'returned') return [...(cause ? [`callCause-${cause}`] : []), ...(NOT_BACK.includes(cause) ? [] : ['call-returned'])];
  if (state === 'offered') return ['call-offered', 'callHears-waits', ...(kind === 'blind' ? ['callStay'] : [])];
  if (state === 'consulting') return ['call-consulting', 'callHears-aside'];
  return [`call-${state}`];
}

/** Whom the server offers, in groups of ids and names; who cannot be rung now stays visible, with when. */
export function groups({ operators = [], centre }, services, { police }) {
  const usable = services.filter((service) => service.channels?.some(({ kind }) => kind === 'phone' || kind === 'desk') ?? true);
  const entry = ({ id, name, open, nextOpening, places }) => ({ to: { service: id }, name, open, nextOpening, ...(places ? { places } : {}) });
  const interprets = ({ kind }) => kind === 'interpreter' || kind === 'sign-language-relay';
  return [
    { group: 'police', targets: centre ? [{ to: { centre }, name: police, open: true }] : [] },
    { group: 'colleagues', targets: operators.map((operator) => ({ to: { operator }, name: operator, open: true })) },
    { group: 'interpreters', targets: usable.filter(interprets).map(entry) },
    { group: 'services', targets: usable.filter((service) => !interprets(service)).map(entry) },
  ].filter(({ targets }) => targets.length > 0);
}

/** What to search with: the directory wants a language; without hers the reader's is as good as any. */
export const query = (call, postcode, reader) => ({
  channel: 'phone',
  language: call.language ?? reader,
  ...(postcode ? { postcode } : {}),
});
