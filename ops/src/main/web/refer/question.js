/** What is asked of the directory, and what of it may be passed on. Pure. */
export const PUBLICS = ['woman', 'man', 'child', 'elderly', 'lgbtq', 'disabled', 'addicted', 'without-papers', 'with-children', 'with-animals', 'refugee', 'perpetrator'];
export const KINDS = ['hotline', 'association', 'shelter', 'police-social-worker', 'specialised-brigade', 'municipal-police', 'prosecutor', 'interpreter', 'sign-language-relay', 'legal-aid', 'housing', 'perpetrator-programme', 'family-planning', 'youth-aid', 'psychologist', 'escorted-collection', 'complaint-appointment'];
export const SPOKEN = ['fr', 'nl', 'de', 'en', 'ar', 'es', 'pt', 'it', 'tr', 'ru', 'uk', 'ro', 'pl', 'zh', 'sq', 'fa', 'ps', 'ti', 'so', 'ku', 'ln', 'bn'];
export const MOST_SHOWN = 20;

/** Digits alone are a postcode; anything else names a commune or is its code. */
export function searchBody({ place, language, publics, kind, openNow }) {
  return {
    language,
    limit: MOST_SHOWN,
    ...(place ? (/^\d{4,5}$/.test(place) ? { postcode: place } : { commune: place }) : {}),
    ...(publics.length ? { public: publics } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(openNow ? { wishes: { openNow: true } } : {}),
  };
}

/** The communes that could be meant, where the place is not clear. */
export const candidates = (problem) =>
  (problem.errors ?? []).filter(({ pointer }) => pointer === '/commune').flatMap((error) => error.candidates ?? []);

export const candidateValue = ({ code, postcodes = [] }) => code ?? postcodes[0] ?? '';

/** Only what was filled in after she agreed to it; an empty field passes nothing on. */
export function referralBody({ request, service, told, way }) {
  const words = Object.fromEntries(Object.entries(told).map(([topic, text]) => [topic, text.trim()]).filter(([, text]) => text));
  const hers = Object.fromEntries(['phone', 'when', 'codeWord', 'ifSomeoneElse'].map((name) => [name, (way[name] ?? '').trim()]));
  const called = Object.values(hers).some(Boolean);
  return { request, service, sheAgreed: true, agreed: { ...words, ...(called ? { way: { ...hers, warnedOfCallLog: way.warned === true } } : {}) } };
}

/** Names of fields that the server could not use. */
export const wrongFields = (problem) => (problem.errors ?? []).map(({ pointer = '' }) => pointer.split('/').pop());
