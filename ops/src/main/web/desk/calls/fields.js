import { h } from '../../shared/dom.js';
import { LANGUAGES } from '../../shared/i18n.js';

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

export function area(label, { id, value, ...props }, changed) {
  const text = h('textarea', { 'data-testid': id, dir: 'auto', ...props, oninput: (event) => changed(event.target.value) });
  text.value = value;
  return h('label', { class: 'grow' }, h('span', { text: label }), text);
}

/** Languages to choose from, as options of `select`; hers among them whichever it is. */
export const languageChoices = (hers) => [...Object.entries(LANGUAGES), ...(hers && !(hers in LANGUAGES) ? [[hers, hers]] : [])];

/** Escape closes the form it was pressed in, and nothing around it. */
export const onEscape = (close) => (event) => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  close();
};

/** A button for what is for good: it asks once in its own place. */
export function sureButton(props, text, sure, act) {
  const button = h('button', { type: 'button', ...props, onclick: () => {
    if (button.dataset.sure) {
      delete button.dataset.sure;
      button.textContent = text;
      act();
      return;
    }
    button.dataset.sure = 'asked';
    button.textContent = sure;
    setTimeout(() => {
      delete button.dataset.sure;
      button.textContent = text;
    }, 4_000);
  } });
  button.textContent = text;
  return button;
}
