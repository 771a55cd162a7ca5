import { forget, h, keyed, show } from '/shared/dom.js';
import { keepLink, socketUrl } from '/shared/link.js';
import { sequence } from '/shared/sequence.js';
import { callsPanel } from '/desk/calls/calls-panel.js';
import { offerCard } from '/desk/calls/offer-card.js';
import * as state from '/desk/desk-state.js';

/** What the server knows of the call that rings or goes on here, beside the telephone itself. It is
 *  told on a stream that is no desk: nobody is sent a chat because of this page. */
export function callsOfHers(token, api, frame) {
  const { i18n } = frame;
  const frames = sequence();
  let desk = state.emptyDesk();
  let ticked = 0;
  const set = (next) => {
    desk = next;
    update();
  };
  const actions = {
    api,
    transferStands: (transfer) => set(state.hear(desk, { type: 'transfer', ...transfer }, Date.now())),
    supervises: (talk) => set(state.supervises(desk, talk)),
  };
  const panel = callsPanel(i18n, actions);
  const old = h('p', { class: 'notice bad', role: 'status', 'data-t': 'callsAway', 'data-testid': 'calls-away', hidden: true });
  const ready = h('button', { type: 'button', 'data-testid': 'ready', 'data-t': 'ready', hidden: true, onclick: () => link.send({ type: 'ready' }) });
  const ringing = h('div', { class: 'offers' });

  function update() {
    keyed(ringing, desk.offers, { key: (offer) => offer.id, create: (offer) => offerCard(i18n, offer, actions) });
    show(ready, desk.presence === 'wrap-up');
    panel.update(desk);
    for (const child of ringing.children) child.view.tick(Date.now());
  }

  const link = keepLink({
    url: socketUrl('/v1/desk/calls'),
    hello: () => frames.hello(token),
    heard: (message) => frames.accept(message) && set(state.hear(desk, message, Date.now())),
    turned: (now) => show(old, now === 'lost'),
    ping: () => ({ type: 'ping' }),
  });
  const online = () => link.hurry();
  addEventListener('online', online);

  return {
    ringing,
    element: h('div', { class: 'hers' }, old, h('div', { class: 'row' }, ready), panel.element),
    press: (letter) => panel.press(letter),
    drop: () => link.drop(),
    tick(now) {
      if (now - ticked < 500) return;
      ticked = now;
      for (const child of ringing.children) child.view?.tick(now);
      panel.tick(now);
    },
    relabel() {
      forget(ringing);
      panel.rebuild();
      update();
    },
    leave() {
      removeEventListener('online', online);
      panel.leave();
      link.close();
    },
  };
}
