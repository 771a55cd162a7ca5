import { forget, h, keyed, show, write } from '../shared/dom.js';
import { languageName } from '../shared/i18n.js';
import { keyList } from '../shared/key-list.js';
import { channelWord, offerCard } from './calls/offer-card.js';
import { alertForm } from './calls/alert-form.js';
import { callsPanel } from './calls/calls-panel.js';
import { ringing } from './desk-state.js';
import { presenceSwitch } from './presence-switch.js';
import { talkPanel } from './talk-panel.js';

const KEYBOARD = [
  ['offers', [['a', 'accept'], ['d', 'decline']]],
  ['conversations', [['1 … 9', 'keyGoTo'], ['Enter', 'send'], ['Shift Enter', 'keyNewLine'], ['p', 'alertPolice']]],
  ['keysOfCalls', [['t', 'transfer'], ['j', 'callStep-join'], ['l', 'callStep-leave'], ['b', 'callStep-back'], ['s', 'safeNote'], ['i', 'silence'], ['p', 'alertPolice']]],
  ['allKeys', [['?', 'keyThis']]],
];

/** The desk: whether she is there, what rings, and her conversations side by side. */
export function deskPage(i18n, actions, ring) {
  const { t, has } = i18n;
  const presence = presenceSwitch(i18n, actions);
  const sound = h('button', { type: 'button', class: 'sound', onclick: () => ring.toggle() });
  const offers = h('div', { class: 'offers' });
  const spoken = h('p', { class: 'unseen', role: 'alert' });
  const stopped = h('p', { class: 'notice', role: 'status', hidden: true });
  const quiet = h('p', { class: 'soft', 'data-t': 'noOffers' });
  const calls = callsPanel(i18n, actions);
  const outside = h('div', { class: 'outside' });
  const all = keyList(i18n, KEYBOARD);
  const single = h('input', { type: 'checkbox', 'data-testid': 'single-keys' });
  single.checked = true;
  let alert = witness();
  const talks = h('div', { class: 'talks' });
  const empty = h('p', { class: 'soft empty', 'data-t': 'noConversations' });
  const error = h('p', { class: 'notice bad', role: 'alert', hidden: true });
  const side = h('aside', { class: 'side', 'data-t-label': 'offers' },
    h('h2', { 'data-t': 'offers' }), spoken, offers, stopped, quiet,
    h('p', { class: 'soft keys' }, h('kbd', { text: 'a' }), ' ', h('span', { 'data-t': 'accept' }), ' · ',
      h('kbd', { text: 'd' }), ' ', h('span', { 'data-t': 'decline' }), ' · ',
      h('kbd', { text: 'p' }), ' ', h('span', { 'data-t': 'alertPolice' }), ' · ',
      h('kbd', { text: '1' }), '–', h('kbd', { text: '4' }), ' ', h('span', { 'data-t': 'conversation' })),
    h('label', { class: 'tick' }, single, h('span', { 'data-t': 'singleKeys' })),
    h('button', { type: 'button', class: 'quiet', 'data-testid': 'all-keys', onclick: all.open },
      h('span', { 'data-t': 'allKeys' }), ' ', h('kbd', { text: '?' })), all.element);
  const work = h('section', { class: 'work', 'data-t-label': 'conversations' }, error, calls.element, outside, talks, empty);
  let shown = null;
  let newsTimer = 0;

  /** For whoever is on a line that this page knows nothing of. */
  function witness() {
    const made = alertForm(i18n, actions.api);
    outside.replaceChildren(h('div', { class: 'row' }, made.button, h('span', { class: 'soft', text: t('alertWitness') })), made.element);
    return made;
  }

  function update(desk) {
    if ((desk.error && desk.error !== shown?.error) || (desk.withdrawn && desk.withdrawn !== shown?.withdrawn)) {
      clearTimeout(newsTimer);
      newsTimer = setTimeout(actions.clearNews, 8_000);
    }
    shown = desk;
    presence.update(desk.presence);
    write(sound, t(ring.on ? 'soundOn' : 'soundOff'));
    sound.dataset.on = String(Boolean(ring.on));
    const why = `withdrawn-${desk.withdrawn?.cause}`;
    show(stopped, has(why));
    write(stopped, has(why) ? t(why) : '');
    show(quiet, desk.offers.length === 0);
    show(empty, desk.conversations.length === 0 && !desk.call);
    show(error, desk.error !== null);
    write(error, desk.error ? `${t('notDone')} ${desk.error.text ?? desk.error.code}` : '');
    keyed(offers, desk.offers, {
      key: (offer) => offer.id,
      create: (offer) => offerCard(i18n, offer, actions),
    });
    calls.update(desk);
    // The call's own button stands for it, unless an alarm for somebody else is under way.
    show(outside, !desk.call || outside.querySelector('.alert > :not([hidden])') !== null);
    write(spoken, aloud(ringing(desk)[0]));
    keyed(talks, desk.conversations, {
      key: (talk) => talk.contact,
      create: (talk) => talkPanel(i18n, talk, actions, () => shown.desks),
    });
    tick(Date.now());
  }

  /** What a screen reader says when it rings: the first offer, without its running clocks. */
  function aloud(offer) {
    if (!offer) return '';
    const language = offer.language ? languageName(offer.language, i18n.language) : '';
    const danger = offer.danger === 'none' ? '' : t(`danger-${offer.danger}`);
    return [t(channelWord(offer)), language, danger].filter(Boolean).join(', ');
  }

  function tick(now) {
    for (const view of views(offers)) view.tick(now);
    for (const view of views(talks)) view.tick(now);
    calls.tick(now);
    alert.tick(now);
  }

  const views = (parent) => [...parent.children].map((child) => child.view).filter(Boolean);

  function keys(event) {
    const typing = event.target.closest?.('input:not([type="checkbox"]), textarea, select');
    if (typing || all.element.open || !single.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const first = ringing(shown ?? { offers: [] }).find((offer) => offer.channel !== 'call');
    const pressed = calls.press(event.key);
    if (pressed) event.preventDefault();
    if (event.key === '?') all.open();
    if (event.key === 'a' && first) actions.accept(first.id);
    if (event.key === 'd' && first) actions.decline(first.id);
    if (event.key === 'p' && !pressed) {
      event.preventDefault();
      alert.toggle();
    }
    if (/^[1-9]$/.test(event.key)) {
      const panel = talks.children[Number(event.key) - 1];
      if (panel) {
        event.preventDefault();
        panel.querySelector('textarea')?.focus();
      }
    }
  }
  document.addEventListener('keydown', keys);

  return {
    tools: [presence.element, sound],
    main: [h('div', { class: 'desk' }, side, work)],
    update,
    tick,
    /** Another language: everything that was written is written anew. Drafts stay. */
    rebuild(desk) {
      forget(offers);
      forget(talks);
      calls.rebuild();
      alert = witness();
      presence.rebuild();
      update(desk);
    },
    leave() {
      clearTimeout(newsTimer);
      calls.leave();
      document.removeEventListener('keydown', keys);
    },
  };
}
