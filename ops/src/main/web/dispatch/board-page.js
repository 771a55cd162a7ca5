import { attribute, forget, h, keyed, show, write } from '../shared/dom.js';
import { inOrder, section, waiting } from './board.js';
import { exportTools } from './export-tools.js';
import { incidentCard } from './incident-card.js';
import { boardKeys } from './keys.js';
import { outcomePanel } from './outcome-panel.js';
import { slices } from './slices.js';
import { strips } from './strips.js';
import { zoneBook } from './zones.js';

const HEADINGS = ['waiting', 'inHand', 'closed'];
/** What one drawing may cost of a frame's 16 ms; the rest follows in pieces. */
const DRAW_MS = 6;
/** From how many on the browser lays out only those in sight. */
const MANY = 60;

/** The list, most urgent first, under three headings; one key takes the first that waits. */
export function boardPage(i18n, { http, ring, now, changed, silence, standing }) {
  const { t } = i18n;
  const sound = h('button', { type: 'button', class: 'sound', 'data-testid': 'sound', onclick: () => ring.toggle() });
  const count = h('b', { class: 'how-many', role: 'status' });
  const list = h('div', { class: 'board' });
  const calm = h('p', { class: 'calm', 'data-t': 'calm' });
  const bars = strips(i18n, { ring, silence });
  const outcomes = outcomePanel(i18n, { http });
  const work = slices();
  const cards = () => [...list.children].filter((child) => child.view);
  const keys = boardKeys({ cards, silence });
  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => entry.target.view.seen(entry.isIntersecting)), { rootMargin: '200px' });

  let latest = null;
  let pending = 0;

  const exports = exportTools(i18n, { board: () => latest, standing, now, ready: () => {
    if (pending) update(latest);
    work.finish();
  } });
  const zones = zoneBook(http, () => cards().forEach((card) => work.add(card.view.refresh)));
  const parts = { http, now, changed, standing, zones, print: (card) => exports.one(card) };

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

  function create(row) {
    if (row.heading) return { element: h('h2', { text: t(row.heading) }) };
    const view = incidentCard(i18n, parts);
    view.refresh = () => view.update(view.shown);
    seen.observe(view.element);
    view.shown = row.incident;
    view.update(row.incident);
    work.add(view.build);
    return view;
  }

  function update(board) {
    clearTimeout(pending);
    pending = 0;
    latest = board;
    const end = performance.now() + DRAW_MS;
    write(count, t('howMany', { n: waiting(board).length }));
    show(calm, board.incidents.size === 0);
    attribute(list, 'data-many', board.incidents.size > MANY);
    keyed(list, rows(board), {
      key: (row) => row.heading ?? row.incident.id,
      create,
      update: (row, view) => {
        if (!row.incident || view.shown === row.incident) return;
        view.shown = row.incident;
        if (performance.now() < end) view.refresh();
        else work.add(view.refresh);
      },
    });
  }

  function hear(hushed, waits) {
    write(sound, t(ring.on ? 'soundOn' : 'soundOff'));
    sound.dataset.on = String(Boolean(ring.on));
    bars.sound(waits, hushed, Date.now());
  }

  return {
    tools: [count, sound, ...exports.tools],
    main: [bars.element, h('div', { class: 'dispatch' }, exports.head, keys.legend, calm, list, outcomes.element)],
    /** Many frames in one blink are drawn once. */
    update(board) {
      latest = board;
      pending ||= setTimeout(() => update(latest), 40);
    },
    hear,
    outcomes: () => outcomes.ask(),
    /** The standing was heard; `anew` where it changes what cards say. */
    stand(known, anew) {
      bars.standing(known);
      if (anew) cards().forEach((card) => work.add(card.view.refresh));
    },
    tick(time) {
      for (const child of list.children) child.view?.tick(time);
    },
    /** Everything anew, as in another language; what was open stays open. */
    rebuild(board) {
      const open = new Set(cards().filter((card) => 'open' in card.dataset).map((card) => card.dataset.id));
      forget(list);
      update(board);
      for (const card of cards()) if (open.has(card.dataset.id)) card.view.press('open');
      bars.standing(standing());
      outcomes.draw();
    },
    leave() {
      clearTimeout(pending);
      seen.disconnect();
      keys.leave();
      exports.leave();
    },
  };
}
