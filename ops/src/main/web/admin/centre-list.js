import { forget, h, keyed, write } from '../shared/dom.js';
import { age } from '../shared/clock-words.js';
import { badge } from './badge.js';

const LIGHT = { answers: 'link-answers', failing: 'link-failing', untried: 'link-untried', none: 'none' };

/** Police centres, and whether alarms reach them now. */
export function centreList(i18n) {
  const { t } = i18n;
  const body = h('tbody');
  const said = h('p', { role: 'status' });
  const element = h('section', { class: 'card' }, h('h2', { 'data-t': 'centres' }), said,
    h('table', {}, h('thead', {}, h('tr', {}, ['centre', 'id', 'link'].map((name) =>
      h('th', { scope: 'col', 'data-t': name })))), body));

  function update(answer) {
    write(said, answer.ok ? '' : `${t('notLoaded')} ${answer.body.title ?? ''}`);
    if (!answer.ok) return;
    keyed(body, answer.body.centres ?? [], { key: (centre) => centre.id, create, update: draw });
  }

  function create(centre) {
    const link = badge(i18n);
    const since = h('span', { class: 'soft' });
    const known = h('span', { class: 'soft' });
    const warning = h('strong', { 'data-testid': 'certificate' });
    const name = [centre.name, centre.country, centre.sample ? t('sample') : ''].filter(Boolean).join(' · ');
    return { link, since, known, warning, element: h('tr', { 'data-testid': 'centre-link' }, h('td', { text: name }),
      h('td', {}, h('code', { text: centre.id })),
      h('td', {}, link.element, ' ', since, ' ', known, ' ', warning)) };
  }

  function draw(centre, view) {
    view.link.update(LIGHT[centre.link?.state] ?? 'unknown');
    const since = Date.parse(centre.link?.since ?? '');
    write(view.since, Number.isNaN(since) ? '' : t('since', { age: age((Date.now() - since) / 1000, i18n.language) }));
    write(view.known, [centre.format, (centre.link?.state === 'none' || centre.link?.consoles > 0)
      ? t('consoles', { n: centre.link?.consoles ?? 0 }) : ''].filter(Boolean).join(' · '));
    const soon = (centre.certificates ?? []).filter((one) => one.expiresSoon);
    write(view.warning, soon.map((one) => t(`certificate-${one.side}`, { days: one.days })).join(' '));
  }
  return { element, update, relabel: () => forget(body) };
}
