import { attribute, h, write } from '../shared/dom.js';

/** A state as a word with a colour, never as a colour alone. */
export function badge(i18n) {
  const element = h('span', { class: 'badge' });
  return {
    element,
    update(state) {
      attribute(element, 'data-state', state);
      write(element, i18n.has(`state-${state}`) ? i18n.t(`state-${state}`) : state);
    },
  };
}
