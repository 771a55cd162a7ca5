import { attribute, h, keyed, show, write } from '../shared/dom.js';

/** To whom a conversation can be passed on, who is free there, and how far it has come. She is
 *  asked first; nothing hangs in between. */
export function transferList(i18n, contact, actions, desks) {
  const { t, has } = i18n;
  const none = h('p', { text: t('noDesks') });
  const choices = h('div', { class: 'choices' });
  const list = h('div', { class: 'desks', hidden: true }, h('p', { class: 'soft', text: t('transferAsks') }), none, choices);
  const button = h('button', { type: 'button', 'data-testid': 'transfer', text: t('transfer'), 'aria-expanded': 'false', onclick: toggle });
  const state = h('p', { class: 'notice', role: 'status', hidden: true });

  function toggle() {
    const open = list.hidden;
    show(list, open);
    attribute(button, 'aria-expanded', String(open));
    if (!open) return;
    fill();
    list.querySelector('button:enabled')?.focus();
  }

  /** Who is free changes while the list is open. */
  function fill() {
    show(none, desks().length === 0);
    keyed(choices, desks(), { key: (desk) => desk.id, create: choice, update: (desk, { element, free }) => {
      element.disabled = desk.available === 0;
      write(free, desk.available > 0 ? t('free', { n: desk.available }) : t('nobodyFree'));
    } });
  }

  function choice(desk) {
    const free = h('b');
    const element = h('button', { type: 'button', 'data-testid': 'transfer-to', 'data-desk': desk.id, onclick: () => {
      actions.transfer(contact, desk.id);
      toggle();
      button.focus();
    } }, h('span', { text: desk.name }), ' ', free);
    return { element, free };
  }

  function update({ transfer, closed }) {
    const running = transfer && ['asked', 'offered', 'accepted'].includes(transfer.state);
    button.disabled = Boolean(running);
    if (!list.hidden) fill();
    show(state, Boolean(transfer) && !closed);
    if (!transfer) return;
    const key = `cause-${transfer.cause}`;
    write(state, [t(`transfer-${transfer.state}`, { name: transfer.name }), has(key) ? t(key) : ''].filter(Boolean).join(' '));
  }
  return { button, list, state, update };
}
