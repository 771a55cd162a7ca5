import { attribute, h, keyed, show, write } from '../../shared/dom.js';
import { clock } from '../../shared/clock-words.js';
import { languageName } from '../../shared/i18n.js';

const LOOK_MS = 3_000;
/** A server newly started finds talks within some seconds. */
const AGAIN = 5;
const MODES = ['listen', 'help', 'take-over', 'end'];

/** Who talks, who waits, and a supervisor's help. Shown to supervisors alone; everybody in a call is
 *  told before she hears anything. */
export function supervisorPanel(i18n, { api, supervises }) {
  const { t, has } = i18n;
  let allowed = true;
  let looked = 0;
  let asking = false;
  let mine = null;
  let missed = 0;
  let talks = [];
  const refusals = new Map();

  const people = h('p', { class: 'people', 'data-testid': 'desk-people' });
  const waiting = h('p', { class: 'soft', role: 'status', 'data-testid': 'desk-waiting' });
  const counts = h('p', { class: 'soft' });
  const none = h('p', { class: 'soft', text: t('superNobody') });
  const list = h('div', { class: 'talking' });
  const element = h('section', { class: 'supervisor', 'data-testid': 'supervisor', hidden: true, 'aria-label': t('superTitle') },
    h('h2', { text: t('superTitle') }), people, waiting, counts, h('p', { class: 'soft', text: t('superRules') }), none, list);

  async function look(now) {
    looked = now;
    asking = true;
    const answer = await api.get('/v1/desk/talks');
    asking = false;
    if (answer.status === 403) allowed = false;
    show(element, allowed && (answer.ok || !element.hidden));
    if (!answer.ok) return;
    ({ talks } = answer.body);
    stands();
    people.replaceChildren(...answer.body.operators.map(({ operator, presence }) =>
      h('span', { class: 'chip', 'data-presence': presence }, h('bdi', { text: operator }), ` · ${t(`superPresence-${presence}`)}`)));
    write(waiting, inWords(answer.body.waiting));
    attribute(waiting, 'class', answer.body.waiting.some(({ danger }) => danger !== 'none') ? 'danger-mark' : 'soft');
    render();
    const noted = await api.get('/v1/callbacks/counts');
    if (noted.ok) write(counts, t('superCallbacks', { noted: noted.body.noted, due: noted.body.due }));
  }

  /** What the server knows, for a page that was opened in the middle of it or away when it ended. */
  function stands() {
    const known = talks.find((talk) => talk.supervision);
    missed = known || !mine ? 0 : missed + 1;
    if (known && mine?.contact !== known.contact) supervises({ ...known, mode: known.supervision });
    if (missed > AGAIN) supervises({ ...mine, mode: 'end' });
  }

  function inWords(contacts) {
    if (contacts.length === 0) return t('superNoneWaits');
    const longest = clock(Math.max(...contacts.map(({ waitedS }) => waitedS)));
    const danger = contacts.filter((contact) => contact.danger !== 'none').length;
    return [t('superWait', { n: contacts.length, longest }), danger > 0 ? t('superWaitDanger', { n: danger }) : ''].filter(Boolean).join(' ');
  }

  function render() {
    show(none, talks.length === 0);
    keyed(list, talks, { key: ({ contact }) => contact, create: card, update: (talk, view) => view.update(talk) });
  }

  function card(talk) {
    const state = h('p', { class: 'notice', role: 'status', 'data-testid': 'super-state', hidden: true });
    const buttons = MODES.map((mode) => h('button', { type: 'button', 'data-testid': `super-${mode}`, text: t(`superMode-${mode}`), onclick: (event) => press(talk, mode, event.currentTarget) }));
    const language = talk.language ? languageName(talk.language, i18n.language) : '';
    const name = h('bdi');
    const made = h('article', { class: 'talk-of', 'data-testid': 'super-talk' },
      talk.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
      h('h3', {}, name, language ? ` · ${language}` : ''), state, h('div', { class: 'row' }, buttons));
    return { element: made, update({ operator }) {
      // Who has her may change.
      write(name, operator);
      attribute(made, 'aria-label', operator);
      const here = mine?.contact === talk.contact ? mine.mode : null;
      const refused = refusals.get(talk.contact);
      const key = refused ?? (here ? `superState-${here}` : null);
      show(state, key !== null);
      write(state, key ? t(key) : '');
      attribute(made, 'data-mode', here);
      MODES.forEach((mode, at) => {
        show(buttons[at], mode === 'end' ? here !== null : here !== 'asked' && here !== 'take-over');
        attribute(buttons[at], 'aria-pressed', mode === 'end' ? null : String(here === mode));
      });
    } };
  }

  /** Taking over ends the operator's part, and leaving afterwards the call: the button asks once in its own place. */
  function press(talk, mode, button) {
    const ends = mode === 'end' && mine?.contact === talk.contact && mine.mode === 'take-over';
    if ((mode === 'take-over' || ends) && !button.dataset.sure) {
      button.dataset.sure = 'asked';
      button.textContent = t(ends ? 'superLeaveSure' : 'superSure');
      setTimeout(() => {
        delete button.dataset.sure;
        button.textContent = t(`superMode-${mode}`);
      }, 4_000);
      return;
    }
    ask(talk, mode);
  }

  async function ask(talk, mode) {
    refusals.delete(talk.contact);
    const answer = await api.post(`/v1/contacts/${talk.contact}/supervision`, { mode });
    const why = `superNot-${answer.status === 404 ? 'gone' : (answer.body.type ?? '').split(/[/:#]/).pop()}`;
    if (!answer.ok) refusals.set(talk.contact, has(why) ? why : 'superNot-switch-away');
    else if (mode !== 'end' && mine?.contact !== talk.contact) supervises({ ...talk, mode: 'asked' });
    render();
  }

  return {
    element,
    update({ supervising }) {
      if (supervising === mine) return;
      mine = supervising;
      render();
    },
    tick(now) {
      if (allowed && !asking && now - looked > LOOK_MS) look(now);
    },
  };
}
