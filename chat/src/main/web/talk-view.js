import { attribute, h, keyed, show, write } from '/shared/dom.js';

/** The conversation: what was written, who is writing, and the field, which opens only when a
 *  human has joined. */
export function talkView(i18n, session, writing) {
  const { t } = i18n;
  const log = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-live': 'polite', 'data-t-label': 'talk' });
  const typing = h('p', { class: 'typing', role: 'status' });
  // No spelling help: some browsers send the text away for it.
  const input = h('textarea', {
    id: 'input', 'data-testid': 'input', rows: 2, maxlength: 20_000, autocomplete: 'off',
    autocorrect: 'off', spellcheck: 'false', enterkeyhint: 'send', dir: 'auto',
    'data-t-label': 'input', 'data-t-hint': 'input', onkeydown: enter, oninput: () => session.typing(),
    onfocus: writing,
  });
  const form = h('form', { class: 'compose', autocomplete: 'off', hidden: true, onsubmit: submit }, input,
    h('button', { type: 'submit', class: 'main', 'data-testid': 'send', 'data-t': 'send' }));
  const element = h('section', { class: 'talk', hidden: true },
    h('h1', { class: 'unseen', 'data-t': 'talk' }), log, typing, form);
  let shown = 0;

  function enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  }

  function submit(event) {
    event.preventDefault();
    if (!input.value.trim()) return;
    session.write(input.value);
    input.value = '';
    input.focus();
  }

  function update(now) {
    const { talk } = now;
    const talking = talk.phase === 'talking';
    const open = now.begun && (talking || talk.messages.length > 0);
    const opening = open && talking && form.hidden;
    show(element, open);
    if (!open) return;
    show(form, talking);
    write(typing, talk.typing ? t('typing') : '');
    const held = now.network !== 'live';
    keyed(log, talk.messages, {
      key: ({ from, id }) => `${from}${id}`,
      create,
      update: (message, view) => view.state && write(view.state, stateOf(message, held)),
    });
    if (talk.messages.length !== shown) {
      shown = talk.messages.length;
      if (talk.phase === 'waiting') log.scrollTop = log.scrollHeight;
      else log.lastElementChild?.scrollIntoView({ block: 'end' });
    }
    if (opening && matchMedia('(hover: hover)').matches) input.focus();
    if (document.visibilityState === 'visible') session.seen();
  }

  function create(message) {
    if (message.from === 'note') {
      return { element: h('p', { class: 'note', text: t(message.what, { service: message.service ?? '' }) }) };
    }
    const state = message.from === 'me' ? h('small', { class: 'state' }) : null;
    const element = h('p', { class: message.from, 'data-testid': 'message' },
      h('span', { class: 'unseen', text: `${t(message.from)}: ` }),
      h('span', { class: 'text', dir: 'auto', text: message.text }), state);
    attribute(element, 'data-id', message.id);
    return { element, state };
  }

  const stateOf = (message, held) => t(message.state === 'sending' && held ? 'held' : message.state);
  return { element, update };
}
