import { attribute, h, keyed, show, write } from '../shared/dom.js';

/** Where, how to approach, what a court has ordered, and what is not certain. */
export function incidentFacts(words) {
  const place = h('bdi');
  const placeLine = h('h3', { class: 'place' }, place);
  const position = h('p', { class: 'position' });
  const marks = h('ul', { class: 'marks' });
  const lines = h('ul', { class: 'lines' });
  const background = h('ul', { class: 'lines' });
  const element = h('div', { class: 'facts' }, lines, placeLine, position, marks, background);
  let current = null;
  let drawn = '';

  function update(incident) {
    current = incident;
    write(place, words.place(incident));
    attribute(placeLine, 'data-known', String(Boolean(incident.address || incident.position)));
    show(position, Boolean(incident.position));
    const made = { marks: words.marks(incident), lines: words.lines(incident), background: words.background(incident) };
    const text = JSON.stringify(made);
    if (text === drawn) return;
    drawn = text;
    marks.replaceChildren(...made.marks.map((mark) => h('li', { 'data-kind': mark.kind, text: mark.text })));
    fill(lines, made.lines);
    fill(background, made.background);
  }

  function fill(list, entries) {
    list.replaceChildren(...entries.map((line) => h('li', { 'data-kind': line.kind }, h('bdi', { text: line.text }))));
    show(list, entries.length > 0);
  }

  /** Each part stands for itself, so that numbers keep their order in right-to-left text. */
  function tick(time) {
    if (!current.position) return;
    keyed(position, words.position(current, time).map((text, at) => ({ at, text })), {
      key: ({ at }) => at,
      create: () => ({ element: h('bdi') }),
      update: ({ text }, view) => write(view.element, text),
    });
  }

  return { element, update, tick };
}
