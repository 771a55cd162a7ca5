import { attribute, h, keyed, show, write } from '../shared/dom.js';
import { clock } from '../shared/clock-words.js';
import { languageName } from '../shared/i18n.js';
import { safeContactForm } from './calls/safe-contact-form.js';
import { silenceForm } from './calls/silence-form.js';
import { alertForm } from './calls/alert-form.js';
import { transferList } from './transfer-list.js';
import { channelWord, saysUnsafe } from './calls/offer-card.js';

const TYPING_MS = 4_000;
/** A person who wrote and hears nothing for so long begins to doubt. */
const LONG_WAIT_S = 60;
const drafts = new Map();

/** One conversation: what is known, what was written, what can be done. */
export function talkPanel(i18n, talk, actions, desks) {
  const { t, has } = i18n;
  const contact = talk.contact;
  let current = talk;
  let typedAt = 0;
  let count = 0;

  const unread = h('span', { class: 'unread', hidden: true });
  const waiting = h('span', { class: 'waiting', hidden: true });
  const unsafe = h('p', { class: 'danger-mark', text: t('notSafe'), hidden: true });
  const danger = h('p', { class: 'danger-banner', role: 'alert', hidden: true });
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t('conversation'), tabindex: '0' });
  const typing = h('p', { class: 'typing soft', role: 'status' });
  const closed = h('p', { class: 'notice', role: 'status', hidden: true });
  const input = h('textarea', {
    'data-testid': 'input', rows: 2, maxlength: 2000, dir: 'auto', autocomplete: 'off', spellcheck: 'false',
    'aria-label': t('input'), placeholder: t('input'), onkeydown: enter, oninput: typed, onfocus: () => actions.read(current),
  });
  input.value = drafts.get(contact) ?? '';
  const form = h('form', { class: 'compose', onsubmit: submit }, input,
    h('button', { type: 'submit', class: 'main', 'data-testid': 'send', text: t('send') }));
  const transfer = transferList(i18n, contact, actions, desks);
  const alert = alertForm(i18n, actions.api, talk);
  const safe = safeContactForm(i18n, actions.api, talk);
  const silence = silenceForm(i18n, actions.api, talk);
  const end = h('button', { type: 'button', text: t('end'), onclick: sureToEnd });
  const tools = h('div', { class: 'row' }, alert.button, transfer.button, safe.button, silence.button, end);
  const gone = h('button', { type: 'button', text: t('dismiss'), hidden: true, onclick: () => {
    drafts.delete(contact);
    actions.dismiss(contact);
  } });
  const element = h('article', { class: 'talk', 'data-testid': 'conversation', 'aria-label': t('conversation'), onclick: () => actions.read(current) },
    talk.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
    h('header', { class: 'row' }, h('h3', { class: 'grow', text: heading() }), unread, waiting),
    talk.medium === 'text-message' ? h('p', { class: 'by-text', text: t('byText') }) : null,
    unsafe, danger, alert.element, safe.element, silence.element, transfer.state, log, typing, closed, form, h('footer', { class: 'row' }, tools, transfer.list, gone));

  function heading() {
    const language = talk.language ? languageName(talk.language, i18n.language) : '';
    const whom = talk.forWhom && talk.forWhom !== 'me' ? t(`for-${talk.forWhom}`) : '';
    return [t(channelWord(talk)), language, talk.postcode, whom].filter(Boolean).join(' · ');
  }

  function enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  }

  function typed() {
    drafts.set(contact, input.value);
    const now = Date.now();
    if (now - typedAt > 1500) {
      typedAt = now;
      actions.typing(contact);
    }
  }

  function submit(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    drafts.delete(contact);
    actions.write(contact, text);
  }

  /** Ending is for good, so the button asks once in its own place. */
  function sureToEnd() {
    if (end.dataset.sure) {
      actions.end(contact);
      return;
    }
    end.dataset.sure = 'asked';
    end.textContent = t('endSure');
    setTimeout(() => {
      delete end.dataset.sure;
      end.textContent = t('end');
    }, 4_000);
  }

  function update(next) {
    current = next;
    const endangered = next.danger && next.danger !== 'none';
    attribute(element, 'data-danger', next.danger);
    attribute(element, 'data-closed', next.closed);
    show(danger, Boolean(endangered));
    write(danger, endangered ? t(`danger-${next.danger}`) + (next.incident ? ` (${next.incident})` : '') : '');
    show(unsafe, saysUnsafe(next));
    show(unread, next.unread > 0);
    write(unread, next.unread > 0 ? t('unread', { n: next.unread }) : '');
    show(form, !next.closed && next.channel !== 'call');
    show(tools, !next.closed);
    show(closed, Boolean(next.closed));
    show(gone, Boolean(next.closed));
    write(closed, next.closed ? t(has(`closed-${next.closed}`) ? `closed-${next.closed}` : 'closed-gone') : '');
    transfer.update(next);
    keyed(log, next.messages, { key: (message) => message.from + message.id, create: line,
      update: (message, view) => view.state && write(view.state, t(`message-${message.state ?? 'sent'}`)) });
    if (next.messages.length !== count) {
      count = next.messages.length;
      log.scrollTop = log.scrollHeight;
      if (document.activeElement === input && document.hasFocus()) actions.read(next);
    }
  }

  function line(message) {
    const state = message.from === 'operator' ? h('small', { class: 'state' }) : null;
    const at = message.at ? new Date(message.at) : null;
    const time = at && !Number.isNaN(+at) ? at.toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' }) : '';
    return { state, element: h('p', { class: message.from, 'data-testid': 'message' },
      h('span', { class: 'unseen', text: `${t(`from-${message.from}`)}: ` }),
      h('span', { class: 'text', dir: 'auto', text: message.text }),
      h('small', { class: 'when soft' }, time, ' ', state)) };
  }

  const view = {
    element,
    update,
    tick(now) {
      alert.tick(now);
      write(typing, now - current.typedAt < TYPING_MS ? t('typing') : '');
      const since = current.closed ? null : current.waitingSince;
      show(waiting, since !== null);
      if (since === null) return;
      const seconds = (now - since) / 1000;
      write(waiting, t('waits', { time: clock(seconds) }));
      waiting.dataset.long = String(seconds > LONG_WAIT_S);
    },
  };
  element.view = view;
  return view;
}
