import { h } from '../shared/dom.js';

/** What happened to an incident, latest last, in words. */
export function historyList(i18n, words) {
  const element = h('ol', { class: 'history' });
  let drawn = '';

  const about = (what, text) => {
    if (!text) return '';
    if (what === 'number-opened') {
      const [seat, ...reason] = text.split(' ');
      return `${seat} · ${words.named('why', reason.join(' '))}`;
    }
    if (what === 'alarm-joined') return words.named('from', text);
    if (what === 'duty-phone') return words.named('rung', text);
    if (what === 'completed') return words.named('outcome', text);
    return what.startsWith('rejection') ? words.named('cause', text) : text;
  };

  return {
    element,
    update({ history = [] }) {
      const key = `${i18n.language}${JSON.stringify(history)}`;
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...history.map((it) => h('li', {},
        h('time', { datetime: it.at, dir: 'ltr', text: new Date(it.at).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }) }),
        ' ', h('b', { text: words.named('what', it.what) }), ' ', h('bdi', { text: about(it.what, it.about) }))));
    },
  };
}
