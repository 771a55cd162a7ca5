import { h } from '../shared/dom.js';
import { languageName } from '../shared/i18n.js';
import { refused } from './answers.js';

/** A form that asks the server a harmless question and shows the answer below. */
export function questionForm(i18n, { title, lead, fields, ask, show }) {
  const { t } = i18n;
  const inputs = fields.map((field) => ({ field, input: control(field) }));
  const result = h('div', { class: 'answer', 'aria-live': 'polite' });
  const button = h('button', { type: 'submit', class: 'main', 'data-t': 'ask' });
  const element = h('section', { class: 'card' }, h('h2', { 'data-t': title }), h('p', { class: 'soft', 'data-t': lead }),
    h('form', { class: 'question', onsubmit: submit },
      inputs.map(({ field, input }) => h('label', {}, h('span', { 'data-t': field.name }), input)), button),
    result);
  let last = null;

  function control({ choices, type = 'text', value }) {
    if (!choices) return h('input', { type, value, autocomplete: 'off' });
    return h('select', {}, choices.map((choice) => h('option', { value: choice })));
  }

  function names() {
    for (const { field, input } of inputs.filter((it) => it.field.choices)) {
      for (const option of input.options) {
        option.textContent = field.languages
          ? languageName(option.value, i18n.language)
          : t(`${field.name}-${option.value || 'any'}`);
      }
    }
  }

  function question() {
    const body = {};
    for (const { field, input } of inputs) {
      const value = input.value.trim();
      if (!value) continue;
      if (field.list) body[field.name] = value.split(/[\s,]+/);
      else body[field.name] = field.type === 'datetime-local' ? new Date(value).toISOString() : value;
    }
    return body;
  }

  async function submit(event) {
    event.preventDefault();
    button.disabled = true;
    last = await ask(question());
    button.disabled = false;
    draw();
  }

  function draw() {
    if (last) result.replaceChildren(last.ok ? show(last.body) : refused(i18n, last));
  }
  return { element, relabel: () => {
    names();
    draw();
  } };
}
