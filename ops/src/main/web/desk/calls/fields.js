import { h } from '../../shared/dom.js';

/** A labelled field; `props.id` becomes its test id. */
export function field(label, { id, value = '', ...props }, changed) {
  const input = h('input', { 'data-testid': id, autocomplete: 'off', spellcheck: 'false', dir: 'auto', ...props, oninput: (event) => changed(event.target.value) });
  input.value = value;
  return h('label', { class: 'grow' }, h('span', { text: label }), input);
}

export function select(label, { id, value }, options, changed) {
  const made = h('select', { 'data-testid': id, onchange: (event) => changed(event.target.value) },
    options.map(([key, text]) => h('option', { value: key, text })));
  made.value = value;
  return h('label', { class: 'grow' }, h('span', { text: label }), made);
}

export function tick(label, { id, checked }, changed) {
  const box = h('input', { type: 'checkbox', 'data-testid': id, onchange: (event) => changed(event.target.checked) });
  box.checked = checked;
  return h('label', { class: 'tick' }, box, h('span', { text: label }));
}
