import { h, show, write } from '../shared/dom.js';
import { languageName } from '../shared/i18n.js';
import { alertForm } from './alert-form.js';
import { callTransfer } from './call-transfer.js';
import { callerNotes } from './caller-notes.js';

/** The call that she talks in, on her telephone: here only for what the telephone can't do. */
export function callCard(i18n, call, actions) {
  const { t } = i18n;
  const alert = alertForm(i18n, actions.api, call);
  const notes = callerNotes(i18n);
  const language = call.language ? languageName(call.language, i18n.language) : '';
  const transfer = callTransfer(i18n, actions.api, call);
  const supervised = h('p', { class: 'notice', role: 'status', hidden: true });
  const element = h('article', { class: 'call', 'data-testid': 'call', 'aria-label': t('channel-call') },
    h('div', { class: 'row' },
      h('h3', { class: 'grow', text: [t('channel-call'), language, call.postcode].filter(Boolean).join(' · ') }),
      alert.button),
    notes.element, supervised, transfer.element, alert.element);
  const view = { element, update, tick: alert.tick };

  function update(now) {
    notes.update(now.notes);
    transfer.update(now);
    show(supervised, Boolean(now.supervised));
    write(supervised, now.supervised ? t(`supervised-${now.supervised}`) : '');
  }

  element.view = view;
  return view;
}
