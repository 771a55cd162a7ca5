import { attribute, h, show, write } from '../shared/dom.js';

/** Whether contacts may ring here: what is so now, and two buttons that each mean one thing, so
 *  that pressing twice does no harm. */
export function presenceSwitch(i18n, actions) {
  const { t } = i18n;
  let now = 'offline';
  const state = h('b', { class: 'presence-now', role: 'status' });
  const choice = (presence, id) => h('button', { type: 'button', 'data-testid': id, onclick: () => actions.presence(presence) });
  const available = choice('available', 'presence');
  const pause = choice('offline', 'pause');
  const ready = h('button', { type: 'button', class: 'main', 'data-testid': 'ready', hidden: true, onclick: () => actions.ready() });
  const element = h('div', { class: 'row presence' },
    h('div', { class: 'either', role: 'group', 'data-t-label': 'presence' }, available, pause), state, ready);

  function update(presence) {
    now = presence;
    attribute(available, 'aria-pressed', String(presence !== 'offline'));
    attribute(pause, 'aria-pressed', String(presence === 'offline'));
    attribute(state, 'data-presence', presence);
    write(available, t('presence-available'));
    write(pause, t('pause'));
    write(state, presence === 'available' ? '' : t(`presence-${presence}`));
    write(ready, t('ready'));
    show(ready, presence === 'wrap-up');
  }
  return { element, update, rebuild: () => update(now) };
}
