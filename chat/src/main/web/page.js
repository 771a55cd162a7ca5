import { h, show, write } from '/shared/dom.js';
import { dangerPanel } from './danger-panel.js';
import { startView } from './start-view.js';
import { talkView } from './talk-view.js';
import { endView, transferView } from './turning-points.js';
import { waitView } from './wait-view.js';

/** The whole page: a bar with danger and exit that never moves, and below it what is now. */
export function page(i18n, session, { exit, open, exercise }) {
  const { t } = i18n;
  const danger = dangerPanel(i18n, session);
  const network = h('p', { class: 'network', role: 'status', hidden: true });
  const bar = h('header', { class: 'bar' },
    danger.button,
    h('button', {
      type: 'button', class: 'exit', 'data-testid': 'exit', 'data-t': 'exit',
      'aria-describedby': 'exit-hint', onclick: exit,
    }),
    h('span', { id: 'exit-hint', class: 'unseen', 'data-t': 'exitHint' }),
  );
  const views = [
    startView(i18n, session),
    waitView(i18n, session),
    talkView(i18n, session, () => danger.fold(true)),
    transferView(i18n, session),
    endView(i18n, session, open),
  ];
  const drill = exercise ? [h('p', { class: 'drill' }, h('span', { 'data-t': 'drill' }))] : [];
  const rest = h('div', { class: 'rest' }, network, ...drill, danger.panel,
    h('main', {}, views.map((view) => view.element)));

  let language = i18n.language;
  function update(now) {
    if (language !== i18n.language) {
      language = i18n.language;
      i18n.apply(document.documentElement);
    }
    const unlinked = now.begun && now.talk.phase !== 'ended' && now.network !== 'live';
    show(network, unlinked);
    if (unlinked) {
      network.dataset.state = now.talk.resume ? 'lost' : now.network;
      write(network, t(now.network === 'connecting' && !now.talk.resume ? 'connecting' : 'lost'));
    }
    danger.update(now);
    views.forEach((view) => view.update(now));
  }
  return { nodes: [bar, rest], update };
}
