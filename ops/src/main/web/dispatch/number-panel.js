import { attribute, h, show, write } from '../shared/dom.js';
import { clock } from '../shared/clock-words.js';
import { actionMenu } from './action-menu.js';
import { NUMBER_REASONS } from './choices.js';

const SHOWN_S = 60;

/** Her number: hidden until somebody says why, shown for a minute, never a link, since ringing back
 *  by reflex can betray her. The server writes down who looked before it answers. */
export function numberPanel(i18n, { http }) {
  const { t } = i18n;
  const opener = h('button', { type: 'button', 'data-testid': 'number', onclick: () => menu.toggle() },
    h('span', { text: t('numberShow') }), ' ', h('kbd', { text: 'n' }));
  const none = h('p', { class: 'soft', text: t('numberNone') });
  const digits = h('bdi', { class: 'digits', dir: 'ltr', 'data-testid': 'digits' });
  const warning = h('p', { class: 'ring-back' });
  const left = h('p', { class: 'soft' });
  const hide = h('button', { type: 'button', text: t('numberHide'), onclick: () => forget() });
  const shown = h('div', { class: 'number-shown', hidden: true }, warning, digits, left, hide);
  const said = h('p', { class: 'said', role: 'alert', hidden: true });
  const menu = actionMenu(i18n, { opener, prefix: 'why', note: t('numberNote'), noteLength: 200,
    choices: NUMBER_REASONS.map((code) => ({ code, text: t(`why-${code}`) })), chosen: open });
  const element = h('section', { class: 'number' }, h('h4', { text: t('number') }), none, opener, menu.element, shown, said);
  let incident = null;
  let until = 0;

  function say(text) {
    write(said, text);
    show(said, text !== '');
  }

  async function open(reason, note) {
    if (reason === 'other' && !note) {
      say(t('numberOtherNeedsNote'));
      element.querySelector('input')?.focus();
      return;
    }
    menu.fold();
    say('');
    const asked = incident.id;
    const answer = await http.post(`/v1/incidents/${encodeURIComponent(asked)}/number`, note ? { reason, note } : { reason });
    if (asked !== incident.id) return;
    if (!answer.ok) {
      say(answer.status === 503 || answer.status === 0 ? t('numberNotAudited') : answer.status === 404 ? t('notYours') : `${t('refused')} ${answer.body.detail || answer.body.title || answer.status}`);
      return;
    }
    const callback = answer.body.callback ?? 'never';
    write(digits, answer.body.number ?? '');
    write(warning, t(`callback-${callback}`));
    attribute(warning, 'data-callback', callback);
    until = Date.now() + SHOWN_S * 1000;
    show(shown, true);
    tick();
    hide.focus();
  }

  function forget() {
    until = 0;
    write(digits, '');
    show(shown, false);
  }

  function tick() {
    if (!until) return;
    const seconds = (until - Date.now()) / 1000;
    if (seconds <= 0) forget();
    else write(left, t('numberLeft', { time: clock(seconds) }));
  }

  return {
    element,
    tick,
    forget,
    press: () => opener.isConnected && !opener.hidden && menu.toggle(),
    update(next) {
      incident = next;
      show(opener, Boolean(next.hasNumber));
      show(none, !next.hasNumber);
      menu.warn((next.callback ?? 'never') === 'never' ? t('numberWarning') : t('numberCare'));
    },
  };
}
