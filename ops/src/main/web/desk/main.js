import { api } from '../shared/api.js';
import { openConsole, refusal } from '../shared/console.js';
import { keepLink, socketUrl } from '../shared/link.js';
import { sequence } from '../shared/sequence.js';
import { bell, TUNES } from '../shared/sound.js';
import { forgetAlert } from './calls/alert-form.js';
import * as state from './desk-state.js';
import { deskPage } from './desk-page.js';

openConsole({ load: (language) => [import(`./calls/lang/${language}.js`), import(`./lang/${language}.js`)], enter });

let tab = 0;

/** An operator at her desk: one stream of frames, one state, one page. */
function enter(token, frame) {
  const frames = sequence();
  let desk = state.emptyDesk();
  let live = false;
  /** Who logs in is there to be rung; what she sets outlives a loss of the network. */
  let wish = 'available';
  let lostAt = null;
  const ring = bell(() => page.update(desk));
  ring.unlock();

  const tell = (message) => link.send(message);
  const set = (next) => {
    desk = next;
    page.update(desk);
    announce();
  };

  /** What reaches the ear and the corner of the eye. The words stay neutral. */
  function announce() {
    const offers = live ? state.ringing(desk) : [];
    const urgent = offers.some((offer) => offer.danger !== 'none');
    ring.ring(offers.length === 0 ? null : urgent ? TUNES.offerInDanger : TUNES.offer);
    const unread = desk.conversations.reduce((sum, talk) => sum + talk.unread, 0);
    const marks = `${offers.length > 0 ? '● ' : ''}${unread > 0 ? `(${unread}) ` : ''}`;
    document.title = marks + frame.i18n.t('title');
  }

  const actions = {
    api: api(token),
    presence(presence) {
      wish = presence;
      tell({ type: 'presence', presence });
    },
    ready: () => tell({ type: 'ready' }),
    accept: (offer) => answer('accept', offer),
    decline: (offer) => answer('decline', offer),
    write(contact, text) {
      const id = `o${Date.now().toString(36)}${(tab++).toString(36)}`;
      set(state.say(desk, contact, id, text, Date.now()));
      tell({ type: 'message', contact, id, text });
    },
    typing: (contact) => tell({ type: 'typing', contact }),
    read(talk) {
      const id = state.lastOfHers(talk);
      if (id && talk.unread > 0 && tell({ type: 'seen', contact: talk.contact, id })) {
        set(state.read(desk, talk.contact));
      }
    },
    transfer: (contact, to) => tell({ type: 'transfer', contact, to }),
    end: (contact) => tell({ type: 'end', contact }),
    dismiss(contact) {
      forgetAlert(contact);
      set(state.dismiss(desk, contact));
    },
    transferStands: (transfer) => set(state.hear(desk, { type: 'transfer', ...transfer }, Date.now())),
    supervises: (talk) => set(state.supervises(desk, talk)),
    clearNews: () => set({ ...desk, error: null, withdrawn: null }),
  };

  function answer(type, offer) {
    if (tell({ type, offer })) set(state.answered(desk, offer));
  }

  const page = deskPage(frame.i18n, actions, ring);

  const link = keepLink({
    url: socketUrl('/v1/desk/stream'),
    hello: () => frames.hello(token),
    heard(message) {
      if (!frames.accept(message)) return;
      set(state.hear(desk, message, Date.now()));
      // After an absence the server may have set her offline; saying it twice is harmless.
      if (message.type === 'snapshot') tell({ type: 'presence', presence: wish });
    },
    turned(now, code) {
      if (now === 'refused') {
        frame.leave(refusal(code));
        return;
      }
      live = now === 'live';
      if (live) {
        lostAt = null;
        state.unsent(desk).forEach(tell);
      } else if (now === 'lost') lostAt ??= Date.now();
      if (live || lostAt) frame.connected(live, frame.i18n.t('offline'));
      announce();
    },
    ping: () => ({ type: 'ping' }),
  });

  const seconds = setInterval(() => page.tick(Date.now()), 500);
  const online = () => link.hurry();
  const offline = () => link.drop();
  addEventListener('online', online);
  addEventListener('offline', offline);

  return {
    tools: page.tools,
    main: page.main,
    relabel() {
      page.rebuild(desk);
      announce();
    },
    leave() {
      clearInterval(seconds);
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      ring.ring(null);
      page.leave();
      link.close();
    },
  };
}
