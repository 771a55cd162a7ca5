import { attribute, h, show } from '../shared/dom.js';

/** A second step for what must not happen by one slip: a short list to choose from, perhaps with a
 *  field. Made when it is opened, since a board may hold hundreds of incidents.
 *
 *  @param opener the button that opens it
 *  @param choices `{code, text, group?}` each, an array or a function that makes or promises one
 *  @param prefix names it in tests
 *  @param note label of a free field, if there is one
 *  @param noteLength most characters of it
 *  @param chosen takes the code and the note
 */
export function actionMenu(i18n, { opener, choices, prefix, note, noteLength = 500, chosen }) {
  const { t } = i18n;
  const element = h('form', { class: 'menu', hidden: true, 'data-testid': `${prefix}-menu`, onsubmit: (event) => event.preventDefault() });
  let warning = '';
  let field = null;
  let opened = 0;
  attribute(opener, 'aria-expanded', 'false');

  function contents(found) {
    field = note ? h('input', { type: 'text', maxlength: noteLength, autocomplete: 'off', 'data-testid': `${prefix}-note` }) : null;
    const buttons = [];
    let group = '';
    for (const { code, text, group: of } of found) {
      if (of && of !== group) buttons.push(h('p', { class: 'group', text: of }));
      group = of ?? group;
      buttons.push(h('button', { type: 'button', 'data-testid': `${prefix}-${code}`, text, onclick: () => chosen(code, field?.value.trim()) }));
    }
    return [
      ...(warning ? [h('p', { class: 'notice bad', role: 'alert', text: warning })] : []),
      ...(field ? [h('label', {}, h('span', { text: note }), field)] : []),
      ...buttons,
      h('button', { type: 'button', class: 'quiet', text: t('cancel'), onclick: () => {
        fold();
        opener.focus();
      } }),
    ];
  }

  function fold() {
    if (element.hidden) return;
    opened++;
    show(element, false);
    element.replaceChildren();
    attribute(opener, 'aria-expanded', 'false');
  }

  async function unfold() {
    const mine = ++opened;
    const found = typeof choices === 'function' ? choices() : choices;
    const list = Array.isArray(found) ? found : await found;
    if (mine !== opened) return;
    element.replaceChildren(...contents(list));
    show(element, true);
    attribute(opener, 'aria-expanded', 'true');
    element.querySelector('input, button').focus();
  }

  return {
    element,
    fold,
    warn: (text) => { warning = text; },
    toggle() {
      if (element.hidden) unfold();
      else fold();
    },
  };
}
