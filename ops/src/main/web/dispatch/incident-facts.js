import { attribute, h, keyed, show, write } from '../shared/dom.js';

/** Where, how to approach, what a court has ordered, and what is not certain. */
export function incidentFacts(words) {
  const place = h('bdi');
  const placeLine = h('h3', { class: 'place' }, place);
  const position = h('p', { class: 'position' });
  const marks = h('ul', { class: 'marks' });
  const lines = h('ul', { class: 'lines' });
  const element = h('div', { class: 'facts' }, lines, placeLine, position, marks);
  let current = null;
  let drawn = '';

  function update(incident) {
    current = incident;
    write(place, words.place(incident));
    attribute(placeLine, 'data-known', String(Boolean(incident.address || incident.position)));
    show(position, Boolean(incident.position));
    const made = { marks: words.marks(incident), lines: words.lines(incident) };
    const text = JSON.stringify(made);
    if (text === drawn) return;
    drawn = text;
    marks.replaceChildren(...made.marks.map((mark) => h('li', { 'data-kind': mark.kind, text: mark.text })));
    lines.replaceChildren(...made.lines.map((line) => h('li', { 'data-kind': line.kind }, h('bdi', { text: line.text }))));
    show(lines, made.lines.length > 0);
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
