import { h } from '/shared/dom.js';
import { preferred, translator } from '/shared/i18n.js';
import { closedPage } from './closed-page.js';
import { wayOut, wipeOnLeaving } from './exit.js';
import { page } from './page.js';
import { session } from './session.js';

const i18n = translator((language) => [import(`./lang/${language}.js`)]);
const ended = { leave: () => {} };
let current = ended;
let view = null;

const announcer = h('p', { class: 'unseen', role: 'status' });
const leave = () => current.leave();
const exit = wayOut(leave, (shifts) => {
  announcer.textContent = shifts === 2 ? i18n.t('exitMore') : '';
});
const cameBack = wipeOnLeaving(leave, showClosed);

function showClosed() {
  current = ended;
  view = null;
  document.body.replaceChildren(closedPage(i18n.t, open));
}

/** A new conversation on an empty page; also after one that ended. */
function open() {
  current.leave();
  const exercise = new URLSearchParams(location.search).has('exercise');
  view = null;
  current = session({ exercise, changed: () => view?.(current) });
  const made = page(i18n, current, { exit, open, exercise });
  document.body.replaceChildren(...made.nodes, announcer);
  i18n.apply(document.documentElement);
  view = made.update;
  view(current);
}

addEventListener('online', () => current.hurry?.());
addEventListener('offline', () => current.lost?.());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  current.hurry?.();
  view?.(current);
});

i18n.use(preferred(navigator.languages, 'fr')).then(() => (cameBack ? showClosed() : open()));
