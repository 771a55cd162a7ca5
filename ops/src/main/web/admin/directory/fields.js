import { attribute, h, write } from '../../shared/dom.js';

let made = 0;

/** Fields of one form, each under a name, so that what is wrong can be said at its field. */
export function fieldSet(i18n) {
  const { t } = i18n;
  const known = new Map();

  /** Ties a control to its label and to a place for what is wrong with it. */
  function labelled(name, key, control, ...more) {
    const id = `service-field-${made++}`;
    control.id = id;
    control.dataset.field = name;
    const wrong = h('p', { class: 'notice bad', id: `${id}-wrong`, hidden: true });
    known.set(name, { control, wrong, key });
    return h('div', { class: 'field' }, h('label', { for: id, text: t(key) }), control, ...more, wrong);
  }

  const fields = {
    text(name, key, value, changed, props = {}) {
      const input = h('input', { autocomplete: 'off', spellcheck: 'false', dir: 'auto', ...props, oninput: () => changed(input.value) });
      input.value = value;
      return labelled(name, key, input);
    },
    area(name, key, value, changed, props = {}) {
      const input = h('textarea', { dir: 'auto', rows: 3, ...props, oninput: () => changed(input.value) });
      input.value = value;
      return labelled(name, key, input);
    },
    select(name, key, value, options, changed) {
      const input = h('select', { onchange: () => changed(input.value) }, options.map(([of, text]) => h('option', { value: of, text })));
      input.value = value;
      return labelled(name, key, input);
    },
    tick(name, key, value, changed) {
      const input = h('input', { type: 'checkbox', onchange: () => changed(input.checked) });
      input.checked = value;
      const field = labelled(name, key, input);
      field.classList.add('tick');
      return field;
    },
    /** Several of a closed set, as boxes under one legend. */
    many(name, key, chosen, options, changed) {
      const boxes = options.map(([value, text]) => {
        const box = h('input', { type: 'checkbox', value, onchange: () => changed([...chosen.filter((it) => it !== value), ...(box.checked ? [value] : [])]) });
        box.checked = chosen.includes(value);
        box.addEventListener('change', () => { chosen = box.checked ? [...chosen, value] : chosen.filter((it) => it !== value); });
        return h('label', { class: 'tick' }, box, h('span', { dir: 'auto', text }));
      });
      const wrong = h('p', { class: 'notice bad', hidden: true });
      const first = boxes[0]?.querySelector('input') ?? h('span');
      known.set(name, { control: first, wrong, key });
      return h('fieldset', { class: 'boxes', 'data-field': name }, h('legend', { text: t(key) }), h('div', { class: 'box-list' }, boxes), wrong);
    },
    labelled,
    forget: () => known.clear(),
    /** Says each fault at its field, and none at the others; returns those that have no field. */
    tell(faults) {
      for (const { control, wrong } of known.values()) {
        wrong.hidden = true;
        attribute(control, 'aria-invalid', null);
        attribute(control, 'aria-describedby', null);
      }
      return faults.filter(({ field, text }) => {
        const place = known.get(field);
        if (!place) return true;
        write(place.wrong, text);
        place.wrong.hidden = false;
        attribute(place.control, 'aria-invalid', 'true');
        if (place.wrong.id) attribute(place.control, 'aria-describedby', place.wrong.id);
        return false;
      });
    },
    label: (name) => (known.has(name) ? t(known.get(name).key) : null),
    focus: (name) => known.get(name)?.control.focus(),
  };
  return fields;
}
