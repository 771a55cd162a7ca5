import { forget, h, keyed } from '../../shared/dom.js';
import { forgetAlerts } from './alert-form.js';
import { callCard } from './call-card.js';
import { callbackList, forgetCallbacks } from './callback-list.js';
import { forgetNotes } from './safe-contact-form.js';
import { referralList } from './referral-list.js';
import { forgetWishes } from './silence-form.js';
import { silenceList } from './silence-list.js';
import { supervisorPanel } from './supervisor-panel.js';

/** All about telephone calls that the telephone itself cannot do: the call she is in, call-backs that
 *  are due, a supervisor's help. The desk and the telephone in the browser show the same.
 *
 *  @param actions `{ api, transferStands(transfer), supervises(talk) }` */
export function callsPanel(i18n, actions) {
  const calls = h('div', { class: 'calls' });
  const element = h('div', { class: 'calls-panel' });
  let parts = [];

  function build() {
    parts = [
      callbackList(i18n, actions.api),
      referralList(i18n, actions.api),
      silenceList(i18n, actions.api),
      supervisorPanel(i18n, actions),
    ];
    forget(calls);
    element.replaceChildren(calls, ...parts.map((part) => part.element));
  }
  build();

  function update(desk) {
    keyed(calls, desk.call ? [desk.call] : [], { key: (call) => call.contact, create: (call) => callCard(i18n, call, actions) });
    parts.forEach((part) => part.update(desk));
  }

  return {
    element,
    update,
    tick(now) {
      for (const child of calls.children) child.view.tick(now);
      parts.forEach((part) => part.tick(now));
    },
    rebuild: build,
    /** A single letter that means a step of the call; says whether it did something. */
    press(letter) {
      if (letter === 'p' && calls.firstChild) {
        calls.firstChild.view.alert();
        return true;
      }
      const button = calls.querySelector(`[data-key="${CSS.escape(letter)}"]:not([hidden])`);
      button?.click();
      return Boolean(button);
    },
    leave() {
      forgetAlerts();
      forgetNotes();
      forgetWishes();
      forgetCallbacks();
    },
  };
}
