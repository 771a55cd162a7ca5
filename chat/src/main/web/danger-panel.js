import { attribute, h, show, write } from '/shared/dom.js';
import { dialable } from './conversation.js';

/** Numbers that take a text message instead of a call. */
const BY_TEXT = new Set(['114']);
const FACES = {
  sending: { title: 'dangerSending' },
  uncertain: { title: 'uncertain', text: 'uncertainText', call: true },
  alerted: { title: 'alerted', text: 'alertedText', call: true },
  'place-unknown': { title: 'placeUnknown', text: 'placeUnknownText', call: true, place: true },
  'not-durable': { title: 'notDurable', text: 'notDurableText', call: true },
};

/** The button that is always there, and below it what became of it. */
export function dangerPanel(i18n, session) {
  const { t } = i18n;
  const button = h('button', {
    type: 'button', class: 'danger', 'data-testid': 'danger', onclick: tap,
    onkeydown: (event) => event.repeat && event.preventDefault(),
  });
  const panel = h('section', { class: 'alarm', hidden: true, 'aria-live': 'assertive', tabindex: '-1' });
  let shown = 'none';
  let title = null;
  let status = null;

  /** Folded to its first line while she writes, so that there is room for what is said. */
  const fold = (folded) => panel.classList.toggle('folded', folded);

  function tap() {
    fold(false);
    session.danger();
    (panel.querySelector('input') ?? panel).focus({ preventScroll: true });
    if (session.call.step === 'counting') button.focus();
  }

  function build(face) {
    title = h('h2');
    status = null;
    panel.dataset.face = face;
    fold(false);
    panel.replaceChildren(title, ...(face === 'counting' ? counting() : facts(FACES[face], face)));
    if (FACES[face]) write(title, t(FACES[face].title));
    if (FACES[face]?.place) panel.querySelector('input').focus();
  }

  function counting() {
    const place = session.her.postcode;
    return [
      h('p', { text: place ? t('countingWhat', { place }) : t('countingNowhere') }),
      h('button', { type: 'button', text: t('stop'), 'data-testid': 'danger-stop', onclick: () => {
        session.stopDanger();
        button.focus();
      } }),
    ];
  }

  function facts({ text, call, place }) {
    return [
      ...(place ? [placeForm()] : []),
      ...(text ? [h('p', { text: t(text) })] : []),
      ...(call ? [callLinks()] : []),
    ];
  }

  function callLinks() {
    const numbers = session.talk.numbers.length > 0 ? session.talk.numbers : ['112', '114'];
    return h('p', { class: 'call' }, numbers.map((number) => h('a', {
      href: `${BY_TEXT.has(number) ? 'sms' : 'tel'}:${dialable(number)}`,
      text: t(BY_TEXT.has(number) ? 'sms' : 'call', { number }),
    })));
  }

  function placeForm() {
    const field = h('input', { id: 'place', 'data-testid': 'place', type: 'text',
      inputmode: 'numeric', maxlength: 10, autocomplete: 'off', spellcheck: 'false', dir: 'ltr' });
    status = h('p', { role: 'status' });
    return h('form', { autocomplete: 'off', onsubmit: (event) => {
      event.preventDefault();
      if (field.value.trim()) session.place(field.value.trim());
    } },
    h('label', { for: 'place', text: t('placeLabel') }),
    h('div', { class: 'one-line' }, field,
      h('button', { type: 'submit', class: 'main', text: t('placeSend') })),
    status);
  }

  function update(now) {
    const face = now.face();
    if (face !== shown) {
      shown = face;
      show(panel, face !== 'none');
      if (face !== 'none') build(face);
    }
    write(button, t(face === 'counting' ? 'now' : 'danger'));
    attribute(button, 'data-t', face === 'counting' ? 'now' : 'danger');
    attribute(button, 'data-face', face);
    if (face === 'counting') write(title, t('counting', { s: now.secondsLeft() }));
    if (status) write(status, now.her.placeSent ? t('placeSending') : now.talk.error ? t('error') : '');
  }
  return { button, panel, update, fold };
}
