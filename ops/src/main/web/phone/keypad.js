import { h, show as reveal } from '/shared/dom.js';

/** Keys for the other side of a talk: a menu of another service, a code. */
export function keypad(i18n, press) {
  const keys = [...'123456789*0#'].map((key) =>
    h('button', { type: 'button', 'data-testid': `key-${key}`, text: key, onclick: () => press(key) }));
  const pad = h('div', { class: 'pad', dir: 'ltr' }, keys);
  const element = h('details', { hidden: true, 'data-testid': 'keypad' }, h('summary', { 'data-t': 'keypad' }), pad);
  return {
    element,
    open: () => !element.hidden && element.open,
    show(visible) {
      reveal(element, visible);
      if (!visible) element.open = false;
    },
  };
}
