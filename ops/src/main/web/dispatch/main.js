import { api } from '../shared/api.js';
import { clock, skew } from '../shared/clock-words.js';
import { openConsole, refusal } from '../shared/console.js';
import { keepLink, socketUrl } from '../shared/link.js';
import { sequence } from '../shared/sequence.js';
import { bell, TUNES } from '../shared/sound.js';
import * as board from './board.js';
import { boardPage } from './board-page.js';
import { reconcile } from './reconcile.js';

/** The stream can fall silent without breaking, so the list is asked for as well. */
const ASK_EVERY_MS = 15_000;
const STALE_AFTER_MS = 40_000;

openConsole({ load: (language) => import(`./lang/${language}.js`), enter });

function enter(token, frame) {
  const http = api(token);
  const frames = sequence();
  let state = board.emptyBoard();
  let ahead = 0;
  let live = false;
  let lostAt = null;
  let confirmedAt = Date.now();

  const ring = bell(() => page.update(state));
  ring.unlock();
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
    ring.ring(open.length === 0 ? null : critical ? TUNES.critical : TUNES.incident);
    document.title = `${open.length > 0 ? `(${open.length}) ` : ''}${frame.i18n.t('title')}`;
  }

  function showConnection() {
    const { t } = frame.i18n;
    const silent = Date.now() - confirmedAt > STALE_AFTER_MS;
    if (lostAt !== null) frame.connected(false, t('offline', { time: clock((Date.now() - lostAt) / 1000) }));
    else if (silent) frame.connected(false, t('stale', { time: clock((Date.now() - confirmedAt) / 1000) }));
    else if (live) frame.connected(true);
  }

  const page = boardPage(frame.i18n, {
    http,
    ring,
    now,
    changed: (incident) => set(board.put(state, incident)),
  });

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
        ask();
      } else if (now === 'lost') lostAt ??= Date.now();
      showConnection();
    },
  });

  /** Asks the server for what the stream may have kept back, and corrects the clock by it. */
  async function ask() {
    const answer = await reconcile(http, () => state, set);
    if (answer.status === 401) frame.leave('wrongToken');
    if (!answer.ok) return;
    confirmedAt = Date.now();
    ahead = skew(answer.date, Date.now());
    showConnection();
  }

  const asking = setInterval(() => live && ask(), ASK_EVERY_MS);
  const ticking = setInterval(() => {
    page.tick(now());
    showConnection();
  }, 1000);
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
      clearInterval(asking);
      clearInterval(ticking);
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      ring.ring(null);
      page.leave();
      link.close();
    },
  };
}
