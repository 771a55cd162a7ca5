import { attribute, h, show, write } from '/shared/dom.js';
import { clock } from '/shared/clock-words.js';
import { keypad } from './keypad.js';
import { devicePanel } from './device-panel.js';
import { shortcut, steps, words } from './phone-state.js';

/** The telephone: one state in words, and only the buttons that mean something in it. */
export function phonePage(i18n, actions, bell, hers) {
  const { t } = i18n;
  const button = (id, text, onclick, key, kind = '') => {
    const label = h('span', { 'data-t': text });
    const made = h('button', { type: 'button', class: kind, 'data-testid': id, hidden: true, onclick }, label);
    if (key) made.append(' ', h('kbd', { text: key }));
    return Object.assign(made, { label });
  };
  const state = h('p', { class: 'state', role: 'status', 'data-testid': 'phone-state' });
  const since = h('b', { class: 'count', hidden: true });
  const last = h('p', { class: 'notice', role: 'status', 'data-testid': 'phone-last', hidden: true });
  const pickUp = button('pick-up', 'pickUp', actions.pickUp, '1', 'main');
  const accept = button('accept', 'accept', () => actions.key('1'), '1', 'main');
  const decline = button('decline', 'decline', back, '2');
  const mute = button('mute', 'mute', () => actions.mute(!shown.call.muted), 'm');
  const hold = button('hold', 'hold', () => actions.hold(!shown.call.held), 'h');
  const hangUp = button('hang-up', 'hangUp', end, null, 'hang-up');
  const pause = button('pause', 'pause', () => actions.pause(shown.line !== 'paused'));
  const again = button('again', 'tryAgain', actions.again, null, 'main');
  const silent = h('p', { class: 'notice bad', role: 'status', 'data-t': 'muted', hidden: true });
  const sound = h('button', { type: 'button', class: 'sound', onclick: () => bell.toggle() });
  const single = h('input', { type: 'checkbox', checked: true, 'data-testid': 'single-keys' });
  single.checked = true;
  const pad = keypad(i18n, actions.key);
  const devices = devicePanel(i18n, actions.voice, actions.microphone);
  const main = h('section', { class: 'phone', 'data-t-label': 'title' },
    h('div', { class: 'now' }, state, since), last,
    hers.ringing, h('div', { class: 'row steps' }, pickUp, accept, decline, mute, hold, hangUp), silent, pad.element, hers.element,
    h('div', { class: 'row steps' }, again, pause), devices.element,
    h('label', { class: 'tick' }, single, h('span', { 'data-t': 'singleKeys' })));
  let shown = null;
  let sure = 0;

  function back() {
    if (steps(shown).back === 'decline') actions.decline();
    else actions.key('2');
  }

  /** A slip of the hand must not cut anybody off. */
  function end() {
    if (Date.now() - sure < 4_000) actions.hangUp();
    else sure = Date.now();
    update(shown);
  }

  function update(phone) {
    shown = phone;
    const { call, line } = phone;
    const { forward, back: backward } = steps(phone);
    const talks = call?.stage === 'talk';
    if (!talks) sure = 0;
    const name = words(phone);
    write(state, t(name));
    attribute(state, 'data-state', name);
    attribute(main, 'data-stage', call?.stage ?? 'none');
    show(since, Boolean(call));
    show(last, Boolean(phone.last));
    if (phone.last) write(last, t(`last-${phone.last}`));
    attribute(last, 'class', phone.last === 'lost' ? 'notice bad' : 'notice');
    show(pickUp, forward === 'pick-up');
    show(accept, forward === 'accept');
    show(decline, backward !== null);
    for (const control of [mute, hold, hangUp]) show(control, talks);
    write(mute.label, t(call?.muted ? 'unmute' : 'mute'));
    attribute(mute, 'aria-pressed', String(Boolean(call?.muted)));
    write(hold.label, t(call?.held ? 'resume' : 'hold'));
    attribute(hold, 'aria-pressed', String(Boolean(call?.held)));
    write(hangUp.label, t(sure ? 'hangUpSure' : 'hangUp'));
    show(silent, talks && call.muted);
    pad.show(talks);
    show(pause, !call && (line === 'ready' || line === 'paused'));
    write(pause.label, t(line === 'paused' ? 'work' : 'pause'));
    show(again, line === 'elsewhere' || line === 'microphone');
    write(sound, t(bell.on ? 'soundOn' : 'soundOff'));
    sound.dataset.on = String(Boolean(bell.on));
    tick(Date.now());
  }

  function tick(now) {
    if (shown?.call) write(since, clock((now - shown.call.since) / 1000));
    if (sure && now - sure > 4_000) {
      sure = 0;
      update(shown);
    }
    devices.tick();
    hers.tick(now);
  }

  function keys(event) {
    const typing = event.target.closest?.('input:not([type="checkbox"]), textarea, select');
    if (!single.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !shown) return;
    const act = shortcut(shown, event.key, Date.now());
    if (act === 'pick-up') actions.pickUp();
    if (act === 'accept') actions.key('1');
    if (act === 'decline' || act === 'refuse') back();
    if (act === 'mute') actions.mute(!shown.call.muted);
    if (act === 'hold') actions.hold(!shown.call.held);
    if (act === null && pad.open() && /^[0-9*#]$/.test(event.key)) actions.key(event.key);
    else if (act === null && !hers.press(event.key)) return;
    event.preventDefault();
  }
  document.addEventListener('keydown', keys);

  return {
    tools: [sound],
    main: [main],
    update,
    tick,
    relabel() {
      devices.relabel();
      if (shown) update(shown);
    },
    leave: () => document.removeEventListener('keydown', keys),
  };
}
