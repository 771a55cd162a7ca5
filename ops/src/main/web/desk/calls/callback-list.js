import { attribute, h, keyed, show, write } from '../../shared/dom.js';
import { languageName } from '../../shared/i18n.js';
import { hoursInWords } from './safe-hours.js';

const LOOK_MS = 20_000;
/** What she started and what came of it, by id; outlives a change of language. */
const started = new Map();

export const forgetCallbacks = () => started.clear();

/** The attempt was made: nothing calls again. */
export const SPENT = ['answered', 'unanswered', 'busy', 'failed'];

/** Call-backs of this desk that may be made now, and what came of those that she started. */
export function callbackList(i18n, api) {
  const { t, has } = i18n;
  let due = [];
  let looked = 0;
  let allowed = true;
  let news = null;

  const list = h('div', { class: 'callbacks' });
  const element = h('section', { class: 'due', 'data-testid': 'callbacks', hidden: true, 'aria-label': t('callbacksDue') },
    h('h2', { text: t('callbacksDue') }), h('p', { class: 'soft', text: t('callbacksRules') }), list);

  async function look(now) {
    looked = now;
    const answer = await api.get('/v1/callbacks');
    if (answer.status === 403 || answer.status === 404) allowed = false;
    if (!answer.ok) return;
    due = answer.body.callbacks;
    render();
  }

  /** What she started stays until she has read what came of it. */
  function render() {
    const ids = new Set(due.map(({ id }) => id));
    const kept = [...started.values()].filter(({ note }) => !ids.has(note.id)).map(({ note }) => note);
    const all = [...due, ...kept];
    show(element, all.length > 0);
    keyed(list, all, { key: ({ id }) => id, create: card, update: (_, view) => view.update() });
  }

  function card(note) {
    const whom = [note.whom, note.language ? languageName(note.language, i18n.language) : ''].filter(Boolean).join(' · ');
    const fact = (name, value) => [h('dt', { text: t(name) }), h('dd', {}, h('bdi', { text: value }))];
    const state = h('p', { class: 'notice', role: 'status', 'data-testid': 'callback-state', hidden: true });
    const start = h('button', { type: 'button', class: 'main', 'data-testid': 'callback-start', text: t('callbackStart'), onclick: () => call(note) });
    const drop = h('button', { type: 'button', 'data-testid': 'callback-forget', onclick: () => forget(note, drop) });
    const clear = h('button', { type: 'button', text: t('callbackClear'), onclick: () => { started.delete(note.id); render(); } });
    const made = h('article', { class: 'callback', 'data-testid': 'callback', 'aria-label': whom },
      note.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
      h('h3', {}, h('bdi', { text: whom })),
      h('dl', {}, fact('safeCodeWord', note.codeWord), fact('safeOtherwise', note.ifSomeoneElse), fact('safeWhen', hoursInWords(note.hours, i18n.language))),
      state, h('div', { class: 'row' }, start, drop, clear));
    drop.textContent = t('callbackForget');
    return { element: made, update() {
      const known = started.get(note.id)?.outcome ?? null;
      const spent = SPENT.includes(known);
      show(state, known !== null);
      write(state, known === null ? '' : t(has(`callback-${known}`) ? `callback-${known}` : 'callback-failed'));
      attribute(made, 'data-outcome', known);
      show(start, !spent && known !== 'rings' && known !== 'gone');
      show(drop, !spent && known !== 'rings' && known !== 'gone');
      show(clear, known !== null && known !== 'rings');
    } };
  }

  async function call(note) {
    tell(note, 'rings');
    const { status, body } = await api.post(`/v1/callbacks/${note.id}/start`);
    if (status === 202) return;
    const why = (body.type ?? '').split(/[/:#]/).pop();
    tell(note, status === 404 ? 'gone' : has(`callback-${why}`) ? why : status === 0 ? 'unknown' : 'no-telephone');
  }

  /** For good, so the button asks once in its own place. */
  async function forget(note, button) {
    if (!button.dataset.sure) {
      button.dataset.sure = 'asked';
      button.textContent = t('callbackForgetSure');
      setTimeout(() => {
        delete button.dataset.sure;
        button.textContent = t('callbackForget');
      }, 4_000);
      return;
    }
    await api.delete(`/v1/callbacks/${note.id}`);
    started.delete(note.id);
    look(Date.now());
  }

  function tell(note, outcome) {
    started.set(note.id, { note, outcome });
    render();
  }

  function update({ callbackNews }) {
    if (callbackNews === news) return;
    news = callbackNews;
    const mine = started.get(news?.callback);
    if (mine && news.outcome) tell(mine.note, news.outcome);
    if (news && allowed) look(Date.now());
  }

  return {
    element,
    update,
    tick(now) {
      if (allowed && now - looked > LOOK_MS) look(now);
    },
  };
}
