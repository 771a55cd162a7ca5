import { api } from '/shared/api.js';
import { openConsole } from '/shared/console.js';
import { h } from '/shared/dom.js';
import { resultList } from './result-list.js';
import { searchForm } from './search-form.js';
import { sendForm } from './send-form.js';
import { sentList } from './sent-list.js';

const LOOK_EVERY_MS = 10_000;

openConsole({ load: (language) => [import(`/shared/services/lang/${language}.js`), import(`./lang/${language}.js`)], enter });

/** A professional: who takes this person, here, now; and a referral in three gestures. */
function enter(token, frame) {
  const http = api(token);
  const { i18n } = frame;
  let asked = null;
  const sent = sentList(i18n, http, (status) => {
    if (status === 401) frame.leave('wrongToken');
    else if (status === 403) frame.leave('wrongRole');
    else frame.connected(status !== 0 && status < 500);
  });
  const send = sendForm(i18n, http, (referral, told) => sent.add(referral, told));
  const results = resultList(i18n, (service) => send.open(service, asked));
  const search = searchForm(i18n, http, (question, services) => {
    asked = question;
    send.close();
    results.show(services);
  });
  const looking = setInterval(sent.look, LOOK_EVERY_MS);

  return {
    tools: [],
    main: [h('div', { class: 'refer' }, search.element, send.element, results.element, sent.element)],
    relabel() {
      [search, send, results, sent].forEach((part) => part.relabel());
      sent.look();
    },
    leave() {
      clearInterval(looking);
      sent.leave();
    },
  };
}
