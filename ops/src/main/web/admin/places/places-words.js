import { moment } from '../dates.js';

/** How many are free, as a word: a number, "ask", or unknown; never nought for what is not known. */
export const count = (t, places) =>
  (places === undefined ? t('placesUnknown') : places.ask ? t('placesAsk') : t('placesFree', { n: places.free }));

/** What is known of a service's places, when it was said and until when it counts; what it said
 *  last where that counts no more; and until when its link holds. */
export function placesWords({ t, language }, { places, last, link }) {
  const told = places ?? last;
  const when = told === undefined ? '' : t(places ? 'placesSaid' : 'placesOver', {
    at: moment(told.confirmedAt, language), until: moment(told.expires, language) });
  return {
    now: count(t, places),
    when,
    link: link === undefined ? '' : t(link.state === 'revoked' ? 'linkSince' : 'linkUntil', {
      at: moment(link.state === 'revoked' ? link.since : link.until, language), by: link.by }),
  };
}
