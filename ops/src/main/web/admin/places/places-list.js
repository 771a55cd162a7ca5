import { forget, h, keyed, show, write } from '../../shared/dom.js';
import { refused } from '../answers.js';
import { placesWords } from './places-words.js';

/** Free places as services said them, and the links by which they say so. A new link is shown this
 *  once, here, and kept nowhere. */
export function placesList(i18n, http) {
  const { t } = i18n;
  const said = h('p', { role: 'status' });
  const body = h('tbody');
  const service = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: 64, required: true, dir: 'ltr', id: 'places-service' });
  const days = h('input', { type: 'number', min: 1, max: 366, value: 365, required: true, id: 'places-days' });
  const made = h('div', { class: 'answer', 'aria-live': 'polite' });
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'data-t-label': 'places' },
    h('table', {}, h('thead', {}, h('tr', {}, ['placesService', 'placesNow', 'placesLink'].map((name) =>
      h('th', { scope: 'col', 'data-t': name })))), body));
  const element = h('section', { class: 'card wide', id: 'places' }, h('h2', { 'data-t': 'places' }), h('p', { class: 'soft', 'data-t': 'placesLead' }),
    h('form', { class: 'question', onsubmit: make },
      h('label', { for: 'places-service' }, h('span', { 'data-t': 'placesId' }), service),
      h('label', { for: 'places-days' }, h('span', { 'data-t': 'placesDays' }), days),
      h('button', { type: 'submit', class: 'main', 'data-t': 'placesMake', 'data-testid': 'places-make' })),
    made, said, table);
  let last = null;

  async function ask() {
    last = await http.get('/v1/places');
    draw();
  }

  function draw() {
    if (!last) return;
    if (!last.ok) {
      write(said, `${t('notLoaded')} ${last.body.title ?? ''}`);
      return;
    }
    const { services, total } = last.body;
    write(said, total === 0 ? t('placesNobody') : total > services.length ? t('placesFirst', { n: services.length, total }) : '');
    show(table, total > 0);
    keyed(body, services, { key: (it) => it.service, create, update });
  }

  function create(it) {
    const now = h('span');
    const when = h('small', { class: 'soft' });
    const state = h('span', { class: 'badge' });
    const until = h('small', { class: 'soft' });
    const end = h('button', { type: 'button', 'data-testid': 'places-revoke', text: t('placesRevoke'), 'aria-label': `${t('placesRevoke')}: ${it.name}`, onclick: () => revoke(it.service) });
    return { now, when, state, until, end, element: h('tr', { 'data-service': it.service },
      h('td', {}, h('bdi', { text: it.name }), h('br'), h('code', { text: it.service })),
      h('td', {}, now, h('br'), when), h('td', {}, state, ' ', until, ' ', end)) };
  }

  function update(it, view) {
    const words = placesWords(i18n, it);
    write(view.now, words.now);
    write(view.when, words.when);
    write(view.state, it.link ? t(`link-${it.link.state}`) : t('link-none'));
    view.state.dataset.state = it.link?.state === 'in-force' ? 'up' : 'none';
    write(view.until, words.link);
    show(view.end, it.link?.state === 'in-force');
  }

  async function make(event) {
    event.preventDefault();
    const id = service.value.trim();
    const answer = await http.post(path(id), { days: Number(days.value) });
    made.replaceChildren(...(answer.ok ? link(answer.body) : answer.status === 404 ? [h('p', { class: 'notice bad', text: t('placesNoService') })] : [refused(i18n, answer)]));
    if (answer.ok) service.value = '';
    ask();
  }

  const link = ({ service: id, path: secret }) => [
    h('p', {}, h('b', { text: t('placesMade', { service: id }) })),
    h('p', {}, h('input', { type: 'text', readonly: true, dir: 'ltr', value: `${window.location.origin}${secret}`, 'aria-label': t('placesLink'), 'data-testid': 'places-made', onfocus: (event) => event.target.select() })),
    h('p', { class: 'soft', text: t('placesOnce') }),
    h('p', {}, h('button', { type: 'button', text: t('placesHide'), onclick: () => made.replaceChildren() })),
  ];

  async function revoke(id) {
    const answer = await http.delete(path(id));
    made.replaceChildren(answer.ok ? h('p', { class: 'notice', text: t('placesRevoked', { service: id }) }) : refused(i18n, answer));
    ask();
  }

  const path = (id) => `/v1/services/${encodeURIComponent(id)}/places/link`;

  return { element, ask, relabel() {
    made.replaceChildren();
    forget(body);
    draw();
  } };
}
