import { attribute, h, show, write } from '../shared/dom.js';

/** To whom a conversation can be passed on, who is free there, and how far it has come. She is
 *  asked first; nothing hangs in between. */
export function transferList(i18n, contact, actions, desks) {
  const { t } = i18n;
  const list = h('div', { class: 'desks', hidden: true });
  const button = h('button', { type: 'button', 'data-testid': 'transfer', text: t('transfer'), 'aria-expanded': 'false', onclick: toggle });
  const state = h('p', { class: 'notice', role: 'status', hidden: true });

  function toggle() {
    const open = list.hidden;
    show(list, open);
    attribute(button, 'aria-expanded', String(open));
    if (!open) return;
    list.replaceChildren(h('p', { class: 'soft', text: t('transferAsks') }),
      ...(desks().length === 0 ? [h('p', { text: t('noDesks') })] : desks().map(choice)));
    list.querySelector('button')?.focus();
  }

  const choice = (desk) => h('button', { type: 'button', 'data-testid': 'transfer-to', 'data-desk': desk.id,
    disabled: desk.available === 0, onclick: () => {
      actions.transfer(contact, desk.id);
      toggle();
      button.focus();
    } },
  h('span', { text: desk.name }), ' ', h('b', { text: desk.available > 0 ? t('free', { n: desk.available }) : t('nobodyFree') }));

  function update({ transfer, closed }) {
    const running = transfer && ['asked', 'offered', 'accepted'].includes(transfer.state);
    button.disabled = Boolean(running);
    show(state, Boolean(transfer) && !closed);
    if (!transfer) return;
    const name = desks().find((desk) => desk.id === transfer.to)?.name ?? transfer.to;
    const cause = transfer.cause ? ` (${transfer.cause})` : '';
    write(state, t(`transfer-${transfer.state}`, { name }) + cause);
  }
  return { button, list, state, update };
}
