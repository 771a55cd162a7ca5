import { forget, h, keyed, show, write } from '../shared/dom.js';
import { inOrder, section, waiting } from './board.js';
import { incidentCard } from './incident-card.js';

const HEADINGS = ['waiting', 'inHand', 'closed'];

/** The list, most urgent first, under three headings; one key takes the first that waits. */
export function boardPage(i18n, { http, ring, now, changed }) {
  const { t } = i18n;
  const sound = h('button', { type: 'button', class: 'sound', onclick: () => ring.toggle() });
  const count = h('b', { class: 'how-many', role: 'status' });
  const list = h('div', { class: 'board' });
  const calm = h('p', { class: 'calm', 'data-t': 'calm' });
  const keysHelp = h('p', { class: 'soft keys' }, help('t', 'take'), help('j', 'next'), help('k', 'previous'),
    help('w', 'onTheWay'), help('d', 'done'), help('r', 'reject'));

  let latest = null;
  let pending = 0;

  function help(key, text) {
    return h('span', {}, h('kbd', { text: key }), ' ', h('span', { 'data-t': text }));
  }

  function rows(board) {
    const result = [];
    let last = -1;
    for (const incident of inOrder(board)) {
      const at = section(incident);
      if (at !== last) result.push({ heading: HEADINGS[at] });
      last = at;
      result.push({ incident });
    }
    return result;
  }

  function update(board) {
    const open = waiting(board).length;
    write(count, t('howMany', { n: open }));
    write(sound, t(ring.on ? 'soundOn' : 'soundOff'));
    sound.dataset.on = String(Boolean(ring.on));
    show(calm, board.incidents.size === 0);
    keyed(list, rows(board), {
      key: (row) => row.heading ?? row.incident.id,
      create: (row) => row.heading
        ? { element: h('h2', { text: t(row.heading) }) }
        : incidentCard(i18n, { http, now, changed }),
      update: (row, view) => {
        if (row.incident && view.shown !== row.incident) view.update(row.incident);
        view.shown = row.incident;
      },
    });
  }

  function tick(time) {
    for (const child of list.children) child.view?.tick(time);
  }

  /** Many frames in one blink are drawn once. */
  function soon(board) {
    latest = board;
    pending ||= setTimeout(() => {
      pending = 0;
      update(latest);
    }, 40);
  }

  const cards = () => [...list.children].filter((child) => child.view);

  function keys(event) {
    if (event.target.closest?.('input, textarea, select')) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const all = cards();
    const at = all.indexOf(document.activeElement?.closest?.('[data-testid="incident"]'));
    if (event.key === 'j' || event.key === 'k') {
      all[Math.min(all.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    } else if (event.key === 't') (all[at] ?? all[0])?.view.press('take');
    else if (at >= 0) all[at].view.press({ w: 'progress', d: 'done', r: 'reject', Escape: 'fold' }[event.key]);
  }
  document.addEventListener('keydown', keys);

  return {
    tools: [count, sound],
    main: [h('div', { class: 'dispatch' }, keysHelp, calm, list)],
    update: soon,
    tick,
    rebuild(board) {
      forget(list);
      update(board);
    },
    leave() {
      clearTimeout(pending);
      document.removeEventListener('keydown', keys);
    },
  };
}
