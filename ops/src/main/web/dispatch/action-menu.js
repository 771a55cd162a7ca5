import { attribute, h, show } from '../shared/dom.js';

/** A second step for what must not happen by one slip: a short list to choose from, or a field.
 *  Made when it is opened, since a board may hold hundreds of incidents.
 *
 *  @param opener the button that opens it
 *  @param choices codes, named by `prefix-code` in the texts
 *  @param note label of a free field, if there is one
 *  @param noteIs name of the button where the field itself is the choice
 */
export function actionMenu(i18n, { opener, choices, prefix, note, noteIs, chosen }) {
  const { t } = i18n;
  const element = h('form', { class: 'menu', hidden: true, onsubmit: submit });
  let warning = '';
  let field = null;
  attribute(opener, 'aria-expanded', 'false');

  function submit(event) {
    event.preventDefault();
    if (noteIs && field.value.trim()) chosen(field.value.trim());
  }

  function contents() {
    field = note ? h('input', { type: 'text', maxlength: 500, autocomplete: 'off', 'data-testid': `${prefix}-note` }) : null;
    return [
      ...(warning ? [h('p', { class: 'notice bad', text: warning })] : []),
      ...(field ? [h('label', {}, h('span', { text: note }), field)] : []),
      ...(noteIs ? [h('button', { type: 'submit', class: 'main', text: noteIs })] : []),
      ...choices.map((code) => h('button', { type: 'button', 'data-testid': `${prefix}-${code}`, text: t(`${prefix}-${code}`),
        onclick: () => chosen(code, field?.value.trim()) })),
      h('button', { type: 'button', class: 'quiet', text: t('cancel'), onclick: () => {
        fold();
        opener.focus();
      } }),
    ];
  }

  function fold() {
    if (element.hidden) return;
    show(element, false);
    element.replaceChildren();
    attribute(opener, 'aria-expanded', 'false');
  }

  return {
    element,
    fold,
    warn: (text) => { warning = text; },
    toggle() {
      if (!element.hidden) {
        fold();
        return;
      }
      element.replaceChildren(...contents());
      show(element, true);
      attribute(opener, 'aria-expanded', 'true');
      element.querySelector('input, button').focus();
    },
  };
}
