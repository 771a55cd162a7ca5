import { h } from '../shared/dom.js';
import { dayAndHour } from './dates.js';
import { languageName } from '../shared/i18n.js';
import { placesWords } from './places/places-words.js';

const why = (reasons) => h('ul', { class: 'why' }, (reasons ?? []).map((reason) => h('li', {}, h('bdi', { text: reason.text }))));

/** The steps that would be tried, in order, those that are not possible now, and who was passed
 *  over; each with its reasons. */
export function planAnswer(i18n, plan) {
  const { t } = i18n;
  const step = (it) => h('li', { 'data-possible': String(it.possible !== false) },
    h('b', { text: i18n.has(`do-${it.do}`) ? t(`do-${it.do}`) : it.do }), ' ', h('bdi', { text: it.to ?? '' }),
    it.forS ? h('span', { class: 'soft', text: ` · ${t('forSeconds', { s: it.forS })}` }) : null,
    it.skills?.length ? h('span', { class: 'soft', text: ` · ${it.skills.join(', ')}` }) : null,
    it.possible === false ? h('span', { class: 'badge', 'data-state': 'down', text: t('notPossible') }) : null,
    why(it.reasons));
  return h('div', {},
    h('h3', { text: t('steps') }),
    h('ol', { class: 'plan' }, (plan.steps ?? []).map(step)),
    h('h3', { text: t('passedOver') }),
    (plan.passedOver ?? []).length === 0
      ? h('p', { class: 'soft', text: t('nobody') })
      : h('ul', { class: 'plan' }, plan.passedOver.map((it) => h('li', {}, h('bdi', { text: it.name ?? it.id }), why(it.reasons)))),
    plan.policyVersion ? h('p', { class: 'soft', text: t('policy', { version: plan.policyVersion }) }) : null);
}

/** Services in their order, open or when they open next. */
export function searchAnswer(i18n, { services = [] }) {
  const { t } = i18n;
  if (services.length === 0) return h('p', { text: t('nobody') });
  const line = (it) => h('li', {},
    h('b', {}, h('bdi', { text: it.name })), ' ',
    h('span', { class: 'badge', 'data-state': it.open ? 'up' : 'down', text: it.open ? t('openNow') : t('closedNow') }),
    h('p', {}, h('bdi', { text: facts(it) })), why(it.reasons));
  const facts = (it) => [
    ...(it.channels ?? []).map((channel) => channel.number ?? channel.address ?? channel.kind),
    it.languageServed ? languageName(it.languageServed, i18n.language) : null,
    it.distanceKm === null || it.distanceKm === undefined ? null : `${it.distanceKm} km`,
    it.nextOpening ? t('nextOpening', { at: dayAndHour(it.nextOpening, i18n.language) }) : null,
    it.confirmedAt ? t('confirmed', { at: it.confirmedAt }) : null,
    it.places ? freePlaces(it) : null,
  ].filter(Boolean).join(' · ');
  const freePlaces = (it) => Object.values(placesWords(i18n, { places: it.places })).filter(Boolean).join(', ');
  return h('ol', { class: 'plan' }, services.map(line));
}

/** An answer that is an error, in the server's words. */
export const refused = (i18n, { status, body }) =>
  h('p', { class: 'notice bad', text: status === 0 ? i18n.t('noAnswer') : [body.title, body.detail].filter(Boolean).join(' ') || String(status) });
