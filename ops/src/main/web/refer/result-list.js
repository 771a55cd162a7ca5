import { dayAndHour } from '/admin/dates.js';
import { h } from '/shared/dom.js';
import { languageName } from '/shared/i18n.js';

/** Second gesture: one of the services, the best fit first, each with its reasons and its number.
 *  @param choose called with the service */
export function resultList(i18n, choose) {
  const { t } = i18n;
  const element = h('section', { class: 'card', hidden: true, 'data-testid': 'results' });
  let last = null;

  const hour = (at) => new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });

  const facts = (it) => [
    t(`kind-${it.kind}`),
    it.languageServed ? languageName(it.languageServed, i18n.language) : null,
    typeof it.distanceKm === 'number' ? `${it.distanceKm} km` : null,
    it.open ? (it.closesAt && it.closingSoon ? t('closes', { at: dayAndHour(it.closesAt, i18n.language) }) : null)
      : it.nextOpening ? t('opens', { at: dayAndHour(it.nextOpening, i18n.language) }) : null,
    it.places ? t(it.places.ask ? 'placesAsk' : 'places', { ...(it.places.ask ? {} : { n: it.places.free }), at: hour(it.places.confirmedAt), until: hour(it.places.expires) }) : null,
    it.stale ? t('stale') : null,
    it.sample ? t('sample') : null,
  ].filter(Boolean).join(' · ');

  const line = (it) => h('li', { 'data-service': it.id },
    h('h3', {}, h('bdi', { text: it.name }), ' ', h('span', { class: 'badge', 'data-open': String(it.open), text: t(it.open ? 'open' : 'closed') })),
    h('p', {}, h('bdi', { text: facts(it) })),
    h('ul', { lang: 'en', dir: 'ltr' }, (it.reasons ?? []).map((reason) => h('li', { text: reason.text }))),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'main', 'data-testid': 'choose', 'aria-label': t('referTo', { name: it.name }), onclick: () => choose(it), text: t('refer') }),
      (it.channels ?? []).filter((channel) => channel.number).map((channel) => h('a', { class: 'number', href: `tel:${channel.number}` }, `${t('call')} `, h('bdi', { text: channel.number })))));

  function draw() {
    if (!last) return;
    element.hidden = false;
    element.replaceChildren(h('h2', { tabindex: -1, text: last.length ? t('found', { n: last.length }) : t('nobody') }),
      h('ol', { class: 'services' }, last.map(line)));
  }

  return {
    element,
    relabel: draw,
    show(services) {
      last = services;
      draw();
      element.querySelector('h2').focus();
    },
  };
}
