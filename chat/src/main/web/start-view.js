import { attribute, h, show } from '/shared/dom.js';
import { direction, LANGUAGES } from '/shared/i18n.js';
import { choice } from './choice.js';
import { remains } from './remains.js';

/** Language, and if she wishes: for whom, whether she is safe, the place. Then start. */
export function startView(i18n, session) {
  const languages = Object.entries(LANGUAGES).map(([language, name]) =>
    h('button', {
      type: 'button', lang: language, dir: direction(language), text: name,
      'data-testid': `language-${language}`, onclick: () => choose(language),
    }));
  const postcode = h('input', {
    id: 'postcode', 'data-testid': 'postcode', type: 'text', inputmode: 'numeric', maxlength: 10,
    autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'postcode-hint', dir: 'ltr',
    oninput: () => { session.her.postcode = postcode.value.replace(/\s/g, ''); },
  });
  const unsafe = h('p', { class: 'urgent', role: 'status', 'data-testid': 'unsafe', 'data-t': 'unsafe', hidden: true });
  const forWhom = choice('forWhom', ['me', 'someone-else', 'child'], (value) => { session.her.forWhom = value; });
  const safe = choice('safe', ['yes', 'no'], (value) => {
    session.her.safeNow = value === null ? null : value === 'yes';
    show(unsafe, value === 'no');
  });
  const form = h('form', { autocomplete: 'off', onsubmit: begin },
    h('h1', { 'data-t': 'startTitle' }),
    h('p', { class: 'lead', 'data-t': 'startLead' }),
    h('div', { class: 'languages', role: 'group', 'data-t-label': 'language' }, languages),
    forWhom, safe, unsafe,
    h('label', { for: 'postcode', 'data-t': 'postcode' }),
    postcode,
    h('p', { id: 'postcode-hint', class: 'soft', 'data-t': 'postcodeHint' }),
    h('button', { type: 'submit', class: 'main', 'data-testid': 'start', 'data-t': 'start' }),
    h('p', { class: 'urgent', 'data-t': 'urgent' }),
    remains(),
  );

  async function choose(language) {
    session.her.language = language;
    mark();
    try {
      await i18n.use(language);
    } catch {
      // No network just now: the page stays in the language that it has, her choice still counts.
    }
    i18n.apply(document.documentElement);
  }

  function mark() {
    for (const button of languages) {
      attribute(button, 'aria-pressed', String(button.lang === session.her.language));
    }
  }

  function begin(event) {
    event.preventDefault();
    session.her.postcode = postcode.value.replace(/\s/g, '');
    session.begin();
  }

  session.her.language = i18n.language;
  mark();
  return { element: form, update: (now) => show(form, !now.begun) };
}
