/** What her silence means, as registered with her: what she said, what is sent, and what its answer means. Pure. */
const DAY_MS = 86_400_000;
export const MOST_DAYS = 366;
const USUAL_DAYS = 180;

/** The server counts days in UTC. */
export const dayIn = (days, now) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

export const freshWish = (known, now) => ({
  known,
  open: false,
  sending: false,
  tried: null,
  values: {
    whom: '', number: known.channel === 'call' ? 'hers' : 'other', phone: '', text: '', postcode: known.postcode ?? '', city: '',
    language: known.language ?? '', reviewBy: dayIn(USUAL_DAYS, now), told: false, agreed: false,
  },
  answer: null,
});

const hers = ({ values, known }) => values.number === 'hers' && known.channel === 'call';

/** What is still to be asked before it can be lifted. */
export const missingNumber = (wish) =>
  (hers(wish) ? wish.known.contact : /^\+[\d\s.()-]{6,24}$/.test(wish.values.phone.trim())) ? [] : ['safePhone'];

/** The keys of what is still to be asked; empty when it can be sent. */
export function missing(wish, now) {
  const { values } = wish;
  const day = values.reviewBy;
  return [
    ...missingNumber(wish),
    ...[
      [values.text.trim(), 'alertText'],
      [/^\d{4,5}$/.test(values.postcode.trim()), 'alertPostcode'],
      [day >= dayIn(1, now) && day <= dayIn(MOST_DAYS, now), 'silenceReview'],
      [values.told, 'silenceTold'],
      [values.agreed, 'safeAgreed'],
    ].filter(([there]) => !there).map(([, key]) => key),
  ];
}

export const numberBody = (wish) => (hers(wish) ? { contact: wish.known.contact } : { phone: wish.values.phone.trim() });

export function wishBody(wish) {
  const { whom, text, postcode, city, language, reviewBy, told, agreed } = wish.values;
  return {
    ...numberBody(wish),
    ...(whom.trim() ? { whom: whom.trim() } : {}),
    address: { text: text.trim(), postcode: postcode.trim(), ...(city.trim() ? { city: city.trim() } : {}) },
    ...(language ? { language } : {}),
    reviewBy,
    agreed: told && agreed,
  };
}

/** What came of it: the key of a text, whether it is done, and whether the number is to be asked for. */
export function outcome({ status, body }) {
  if (status === 201) return { key: 'silenceRegistered', done: true, number: false };
  if (status === 200) return { key: 'silenceLifted', done: true, number: false };
  if (status === 422) return { key: 'safeWithheld', done: false, number: true };
  if (status === 404) return { key: 'safeNotYours', done: false, number: true };
  if (status === 400) return { key: /phone/.test(body?.detail ?? '') ? 'safeBadNumber' : /reviewBy/.test(body?.detail ?? '') ? 'silenceBadDay' : 'safeRefused', done: false, number: false };
  return { key: 'silenceUnknown', done: false, number: false };
}
