import { api } from '/shared/api.js';
import { openConsole, refusal } from '/shared/console.js';
import { socketUrl } from '/shared/link.js';
import { bell, TUNES } from '/shared/sound.js';
import { door } from './door.js';
import { line } from './line.js';
import { callsOfHers } from './calls.js';
import { phonePage } from './phone-page.js';
import { emptyPhone, hear, inTalk } from './phone-state.js';
import { voice } from './voice.js';

openConsole({ load: (language) => [import(`/desk/calls/lang/${language}.js`), import(`./lang/${language}.js`)], enter });

/** A name for this page load, by which the door knows it again after a loss. */
const PAGE = crypto.randomUUID();

const FAILURES = { 401: 'wrongToken', 403: 'wrongRole', 409: 'noSoftphone' };

/** An operator at her telephone. What she signs in with and what she was lent stay in memory. */
function enter(token, frame) {
  const calls = api(token);
  const sounds = voice();
  let phone = emptyPhone();
  let own = null;
  let left = false;
  const ring = bell(() => page.update(phone));
  ring.unlock();

  const set = (event) => {
    if (left) return;
    phone = hear(phone, event, Date.now());
    page.update(phone);
    ring.ring(phone.call?.stage === 'ringing' ? TUNES.offer : null);
    document.title = `${phone.call?.stage === 'ringing' ? '● ' : ''}${frame.i18n.t('title')}`;
    if (event.type === 'line') standing(event.line);
  };

  /** Whether calls reach her; a pause is no loss. */
  function standing(now) {
    if (now === 'ready' || now === 'paused') frame.connected(true);
    else if (now !== 'connecting' && now !== 'registering') frame.connected(false, frame.i18n.t(`line-${now}`));
  }

  const actions = {
    voice: sounds,
    pickUp() {
      set({ type: 'picking-up' });
      own.answer();
    },
    decline() {
      set({ type: 'declining' });
      own.decline();
    },
    key(key) {
      own.key(key);
      set({ type: 'key', key });
    },
    mute: (on) => own.mute(on),
    hold: (on) => own.hold(on),
    hangUp: () => own.hangUp(),
    pause: (on) => own.pause(on),
    again: () => open(),
    async microphone(id) {
      if (await sounds.open(id)) own?.microphone();
    },
  };
  const hers = callsOfHers(token, calls, frame);
  const page = phonePage(frame.i18n, actions, ring, hers);

  /** A ticket for the door and the account behind it; null where the server has none now. */
  async function admission() {
    const answer = await calls.post('/v1/desk/softphone', { page: PAGE });
    if (answer.ok) return answer.body;
    if (FAILURES[answer.status] && !left) frame.leave(FAILURES[answer.status]);
    return null;
  }

  async function open() {
    own?.stop();
    own = null;
    set({ type: 'line', line: 'connecting' });
    if (!(await sounds.open())) {
      set({ type: 'line', line: 'microphone' });
      return;
    }
    const [{ default: JsSIP }, first] = await Promise.all([import('./vendor/jssip.js'), admission()]);
    if (left) return;
    if (!first) {
      set({ type: 'line', line: 'lost' });
      setTimeout(() => left || own || open(), 2_000);
      return;
    }
    let fresh = first.ticket;
    own = line({
      JsSIP,
      account: first,
      page: PAGE,
      voice: sounds,
      heard: set,
      way: door({
        url: socketUrl('/sip'),
        async ticket() {
          const known = fresh;
          fresh = null;
          return known ?? (await admission())?.ticket ?? null;
        },
        refused(code) {
          if (code !== 4409) frame.leave(refusal(code));
          else set({ type: 'line', line: 'elsewhere' });
        },
      }),
    });
    own.start();
    page.relabel();
  }

  const seconds = setInterval(() => page.tick(Date.now()), 100);
  const offline = () => {
    own?.drop();
    hers.drop();
  };
  /** The browser asks whether she really wants to go: somebody would be cut off. */
  const going = (event) => inTalk(phone) && event.preventDefault();
  addEventListener('offline', offline);
  addEventListener('beforeunload', going);
  open();

  return {
    tools: page.tools,
    main: page.main,
    relabel() {
      page.relabel();
      hers.relabel();
      set({});
    },
    leave() {
      left = true;
      clearInterval(seconds);
      removeEventListener('offline', offline);
      removeEventListener('beforeunload', going);
      ring.ring(null);
      page.leave();
      hers.leave();
      own?.stop();
      sounds.close();
    },
  };
}
