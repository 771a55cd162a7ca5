import { h, show, write } from './dom.js';
import { LANGUAGES, preferred, translator } from './i18n.js';

/** The frame of a console: the form to log in, the language, the state of the connection. The
 *  token stays in memory, so that a reload asks for it again.
 *
 *  @param load language -> promise of the console's own texts, or several
 *  @param enter called with the token and the frame; returns the console's nodes and hooks:
 *    `{ tools, main, relabel, leave }`
 */
export async function openConsole({ load, enter }) {
  const i18n = translator((language) => [import(`./lang/${language}.js`), load(language)].flat());
  await i18n.use(preferred(navigator.languages));
  const { t } = i18n;
  let inside = null;
  let standing = null;

  const state = h('span', { class: 'link', role: 'status', hidden: true });
  const outage = h('div', { class: 'outage', role: 'alert', hidden: true });
  const tools = h('div', { class: 'row grow' });
  const switcher = h('select', { 'data-t-label': 'language', onchange: () => speak(switcher.value) },
    Object.entries(LANGUAGES).map(([tag, name]) => h('option', { value: tag, lang: tag, text: name })));
  switcher.value = i18n.language;
  const out = h('button', { type: 'button', 'data-t': 'logout', hidden: true, onclick: () => leave() });
  const bar = h('header', { class: 'bar' }, h('h1', { 'data-t': 'title' }), state, tools, switcher, out);
  const main = h('main', { id: 'main' });

  const frame = {
    i18n,
    /** Says where the connection stands; `lost` and worse cannot be overlooked. */
    connected(live, words = t('offline')) {
      standing = live;
      show(state, true);
      state.dataset.state = live ? 'live' : 'lost';
      write(state, live ? t('connected') : t('disconnected'));
      document.documentElement.classList.toggle('offline', !live);
      show(outage, !live);
      if (!live) write(outage, words);
    },
    leave,
  };

  async function speak(language) {
    await i18n.use(language);
    i18n.apply(document.documentElement);
    document.title = t('title');
    inside?.relabel();
    if (inside && standing !== null) frame.connected(standing);
  }

  function leave(why) {
    inside?.leave();
    inside = null;
    standing = null;
    tools.replaceChildren();
    show(out, false);
    show(state, false);
    show(outage, false);
    document.documentElement.classList.remove('offline');
    main.replaceChildren(loginForm(why));
    i18n.apply(document.documentElement);
    main.querySelector('input').focus();
  }

  function loginForm(why) {
    const token = h('input', { id: 'token', 'data-testid': 'token', type: 'password',
      autocomplete: 'off', spellcheck: 'false', required: true, 'aria-describedby': 'why' });
    return h('form', { class: 'login', onsubmit: (event) => {
      event.preventDefault();
      if (token.value.trim()) arrive(token.value.trim());
    } },
    h('h2', { 'data-t': 'title' }),
    h('label', { for: 'token' }, h('span', { 'data-t': 'token' }), token),
    h('p', { id: 'why', role: 'alert', class: why ? 'notice bad' : '', text: why ? t(why) : '' }),
    h('button', { type: 'submit', class: 'main', 'data-testid': 'login', 'data-t': 'login' }));
  }

  function arrive(token) {
    inside = enter(token, frame);
    tools.replaceChildren(...inside.tools);
    main.replaceChildren(...inside.main);
    show(out, true);
    i18n.apply(document.documentElement);
    inside.relabel();
  }

  document.body.replaceChildren(outage, bar, main);
  document.title = t('title');
  leave();
}

/** Why the server closed the door, by the code of the socket. */
export const refusal = (code) => (code === 4403 ? 'wrongRole' : 'wrongToken');
