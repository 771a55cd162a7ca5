import { h, keyed, show, write } from '/shared/dom.js';
import { dialable } from './conversation.js';
import { remains } from './remains.js';

/** Waiting, without promises: the place in the queue, an estimate that says that it is one, and
 *  whom else she can call. Who waits again has her conversation below it. */
export function waitView(i18n, session) {
  const { t } = i18n;
  const title = h('h1');
  const place = h('p', { class: 'place' });
  const expected = h('p', { class: 'soft' });
  const list = h('ul', { class: 'numbers' });
  const left = remains();
  const others = h('div', { hidden: true },
    h('h2', { 'data-t': 'alternatives' }),
    list,
    h('p', { class: 'soft', 'data-t': 'callLog' }));
  const element = h('section', { class: 'wait', hidden: true },
    h('div', { 'data-testid': 'queue', role: 'status' },
      title, place, expected),
    h('p', { class: 'soft', 'data-t': 'waitKeep' }),
    others,
    left);

  function update({ begun, talk }) {
    const waiting = begun && (talk.phase === 'start' || talk.phase === 'waiting');
    show(element, waiting);
    if (!waiting) return;
    write(title, t(talk.again ? 'waitAgain' : 'waitTitle'));
    show(left, !talk.again);
    show(place, talk.position !== null);
    write(place, t('place', { n: talk.position ?? '' }));
    write(expected, estimate(talk.expectedS));
    show(others, talk.alternatives.length > 0);
    keyed(list, talk.alternatives, {
      key: ({ name, number }) => `${name}${number}`,
      create: ({ name, number }) => ({
        element: h('li', {}, h('a', { href: `tel:${dialable(number)}` },
          h('span', { text: name }), h('b', { dir: 'ltr', text: number }))),
      }),
      update: () => {},
    });
  }

  function estimate(seconds) {
    if (seconds === null) return t('expectedUnknown');
    if (seconds < 60) return t('expectedSoon');
    return t('expected', { minutes: Math.ceil(seconds / 60) });
  }
  return { element, update };
}
