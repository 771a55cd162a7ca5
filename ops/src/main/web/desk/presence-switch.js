import { attribute, h, show, write } from '../shared/dom.js';

/** Whether contacts may ring here. While she talks or writes up, the switch says what comes after. */
export function presenceSwitch(i18n, actions) {
  const { t } = i18n;
  let now = 'offline';
  const element = h('div', { class: 'row presence' });
  const button = h('button', {
    type: 'button', role: 'switch', class: 'switch', 'data-testid': 'presence',
    onclick: () => actions.presence(now === 'offline' ? 'available' : 'offline'),
  });
  const ready = h('button', { type: 'button', class: 'main', 'data-testid': 'ready', hidden: true, onclick: () => actions.ready() });
  element.append(button, ready);

  function update(presence) {
    now = presence;
    attribute(button, 'aria-checked', String(presence !== 'offline'));
    attribute(button, 'data-presence', presence);
    write(button, t(`presence-${presence}`));
    write(ready, t('ready'));
    show(ready, presence === 'wrap-up');
  }
  return { element, update, rebuild: () => update(now) };
}
