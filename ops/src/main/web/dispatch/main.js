import { api } from '../shared/api.js';
import { clock, skew } from '../shared/clock-words.js';
import { openConsole, refusal } from '../shared/console.js';
import { keepLink, socketUrl } from '../shared/link.js';
import { sequence } from '../shared/sequence.js';
import { bell, TUNES } from '../shared/sound.js';
import * as board from './board.js';
import { boardPage } from './board-page.js';
import { reconcile } from './reconcile.js';
import { holds, hush } from './ringing.js';
import { nothingKnown } from './standing.js';

/** The stream can fall silent without breaking, so the list is asked for as well. */
const ASK_EVERY_MS = 15_000;
const STAND_EVERY_MS = 5_000;
const TOLD_EVERY_MS = 120_000;
const STALE_AFTER_MS = 20_000;

openConsole({ load: (language) => import(`./lang/${language}.js`), enter });

function enter(token, frame) {
  const http = api(token);
  const frames = sequence();
  let state = board.emptyBoard();
  let standing = nothingKnown();
  let hushed = null;
  let ahead = 0;
  let live = false;
  let lostAt = null;
  let confirmedAt = Date.now();

  const ring = bell(() => announce());
  const now = () => Date.now() + ahead;

  function set(next) {
    state = next;
    page.update(state);
    announce();
  }

  /** Sounds until somebody has taken it; being cut off is for the eye, not for the ear. */
  function announce() {
    const open = board.waiting(state);
    const critical = open.some((incident) => board.rank(incident) <= 0);
    if (!holds(hushed, open, Date.now())) hushed = null;
    ring.ring(open.length === 0 || hushed ? null : critical ? TUNES.critical : TUNES.incident);
    page.hear(hushed, open.length);
    document.title = `${open.length > 0 ? `(${open.length}) ` : ''}${frame.i18n.t('title')}`;
  }

  function silence() {
    const open = board.waiting(state);
    if (open.length === 0) return;
    hushed = hushed ? null : hush(open, Date.now());
    announce();
  }

  function showConnection() {
    const { t } = frame.i18n;
    const silent = Date.now() - confirmedAt > STALE_AFTER_MS;
    if (lostAt !== null) frame.connected(false, t('offline', { time: clock((Date.now() - lostAt) / 1000) }));
    else if (silent) frame.connected(false, t('stale', { time: clock((Date.now() - confirmedAt) / 1000) }));
    else if (live) frame.connected(true);
  }

  const page = boardPage(frame.i18n, { http, ring, now, silence, standing: () => standing,
    changed: (incident) => set(board.put(state, incident)) });
  ring.unlock();

  const link = keepLink({
    url: socketUrl('/v1/incidents/stream'),
    hello: () => frames.hello(token),
    heard(message) {
      confirmedAt = Date.now();
      if (frames.accept(message)) set(board.hear(state, message));
    },
    turned(now, code) {
      if (now === 'refused') {
        frame.leave(refusal(code));
        return;
      }
      live = now === 'live';
      if (live) {
        lostAt = null;
        arrive();
      } else if (now === 'lost') lostAt ??= Date.now();
      showConnection();
    },
  });

  async function arrive() {
    await stand();
    await ask();
    const closed = await http.get('/v1/incidents?state=closed');
    if (closed.ok) set(board.lay(state, closed.body.incidents ?? []));
    page.outcomes();
  }

  /** Something came from the server: it is there, and its clock is known. */
  function confirm(answer) {
    if (answer.status === 401) frame.leave('wrongToken');
    if (!answer.ok) return false;
    confirmedAt = Date.now();
    ahead = skew(answer.date, Date.now());
    showConnection();
    return true;
  }

  /** Asks the server for what the stream may have kept back. */
  async function ask() {
    confirm(await reconcile(http, () => state, set));
  }

  async function stand() {
    const answer = await http.get('/v1/dispatch/standing');
    if (!confirm(answer)) return;
    const anew = JSON.stringify(standing.you) !== JSON.stringify(answer.body.you);
    standing = { ...nothingKnown(), ...answer.body };
    if (JSON.stringify(state.perMinute) !== JSON.stringify(standing.perMinute ?? {})) {
      set({ ...state, perMinute: standing.perMinute ?? {} });
    }
    page.stand(standing, anew);
  }

  const timers = [
    setInterval(() => live && ask(), ASK_EVERY_MS),
    setInterval(() => live && stand(), STAND_EVERY_MS),
    setInterval(() => live && page.outcomes(), TOLD_EVERY_MS),
    setInterval(() => {
      page.tick(now());
      announce();
      showConnection();
    }, 1000),
  ];
  const online = () => link.hurry();
  const offline = () => link.drop();
  addEventListener('online', online);
  addEventListener('offline', offline);

  return {
    tools: page.tools,
    main: page.main,
    relabel() {
      page.rebuild(state);
      announce();
    },
    leave() {
      timers.forEach(clearInterval);
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      ring.ring(null);
      page.leave();
      link.close();
    },
  };
}
