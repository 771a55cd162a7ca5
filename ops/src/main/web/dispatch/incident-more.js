import { h, show, write } from '../shared/dom.js';
import { incidentMap } from './map.js';
import { historyList } from './history-list.js';
import { numberPanel } from './number-panel.js';

/** What is loaded when a card is opened: the map, the number, the history, and where it came from. */
export function incidentMore(i18n, words, { http, now, print, zones }) {
  const { t } = i18n;
  const map = incidentMap(i18n, zones);
  const number = numberPanel(i18n, { http });
  const history = historyList(i18n, words);
  const copied = h('span', { class: 'soft', role: 'status' });
  const copy = h('button', { type: 'button', text: t('copyPosition'), onclick: copyPosition });
  const told = h('p');
  const from = h('p');
  const ids = h('p', { class: 'soft ids' });
  const element = h('div', { class: 'more' },
    h('section', { class: 'where' }, h('h4', { text: t('map') }), map.element, h('div', { class: 'row' }, copy, copied)),
    number.element,
    h('section', {}, h('h4', { text: t('history') }), history.element, told, from, ids,
      h('button', { type: 'button', class: 'print', text: t('printOne'), onclick: () => print(element.closest('.incident')) })));
  let current = null;

  async function copyPosition() {
    const { lat, lon } = current.position;
    const done = await navigator.clipboard.writeText(`${words.degrees(lat)}, ${words.degrees(lon)}`).then(() => true, () => false);
    write(copied, t(done ? 'copied' : 'notCopied'));
  }

  return {
    element,
    tick: () => number.tick(),
    leave: () => number.forget(),
    press: () => number.press(),
    update(incident) {
      current = incident;
      map.show(incident, now());
      number.update(incident);
      history.update(incident);
      show(copy, Boolean(incident.position));
      write(copied, '');
      const list = (incident.told ?? []).map((it) => words.centreName(it.id ?? it.centre ?? it)).join(', ');
      show(told, list !== '');
      write(told, t('told', { centres: list }));
      const sources = (incident.sources ?? []).map((it) => words.named('from', it)).join(', ');
      show(from, sources !== '');
      write(from, t('sources', { sources }));
      write(ids, [incident.id, ...(incident.alarms ?? [])].join(' · '));
    },
  };
}
