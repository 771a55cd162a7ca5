import { h, show, write } from '../../shared/dom.js';
import { languageName } from '../../shared/i18n.js';
import { alertForm } from './alert-form.js';
import { callTransfer } from './call-transfer.js';
import { callerNotes } from './caller-notes.js';
import { safeContactForm } from './safe-contact-form.js';
import { silenceForm } from './silence-form.js';

/** The call that she talks in, on her telephone: what the telephone alone can't do. */
export function callCard(i18n, call, actions) {
  const { t } = i18n;
  const alert = alertForm(i18n, actions.api, call);
  const safe = safeContactForm(i18n, actions.api, call);
  const silence = silenceForm(i18n, actions.api, call);
  const notes = callerNotes(i18n);
  const transfer = callTransfer(i18n, actions, call);
  const heading = h('h3', { class: 'grow' });
  const danger = h('p', { class: 'danger-mark', role: 'status', text: t('danger-alerted') });
  const over = h('p', { class: 'soft', role: 'status', text: t('callOver') });
  const supervised = h('p', { class: 'notice', role: 'status', 'data-testid': 'supervised', hidden: true });
  const element = h('article', { class: 'call', 'data-testid': 'call', 'aria-label': t('channel-call') },
    call.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
    heading, danger, over, notes.element, supervised, transfer.state, transfer.steps,
    h('div', { class: 'row' }, transfer.button, safe.button, silence.button, alert.button),
    transfer.list, safe.element, silence.element, alert.element);

  function update(now) {
    const language = now.language ? languageName(now.language, i18n.language) : '';
    write(heading, [t('channel-call'), language, now.postcode].filter(Boolean).join(' · '));
    show(danger, now.danger !== undefined && now.danger !== 'none');
    show(over, Boolean(now.over));
    notes.update(now.notes);
    transfer.update(now);
    show(supervised, Boolean(now.supervised));
    write(supervised, now.supervised ? t(`supervised-${now.supervised}`) : '');
  }

  const view = { element, update, tick: alert.tick, alert: alert.toggle };
  element.view = view;
  return view;
}
