import { h, keyed, show, write } from '../shared/dom.js';

/** What became of those on whom one acted: quiet, below the list, codes only. */
export function outcomePanel(i18n, { http }) {
  const { t, has } = i18n;
  const title = h('summary', {});
  const list = h('ul', { class: 'told' });
  const element = h('details', { class: 'outcomes', hidden: true, 'data-testid': 'outcomes' }, title, list);
  let known = [];

  function draw() {
    show(element, known.length > 0);
    write(title, t('outcomes', { n: known.length }));
    keyed(list, known, {
      key: (it) => `${i18n.language}${it.incident}${it.outcome}${it.at}`,
      create: (it) => ({ element: h('li', {},
        h('time', { datetime: it.at, text: new Date(it.at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }) }), ' ',
        h('b', { text: has(`outcome-${it.outcome}`) ? t(`outcome-${it.outcome}`) : it.outcome }), ' ',
        ...(it.exercise ? [h('span', { class: 'drill', text: t('exercise') }), ' '] : []),
        h('bdi', { class: 'soft', text: it.incident })) }),
      update: () => {},
    });
  }

  return {
    element,
    draw,
    async ask() {
      const answer = await http.get('/v1/outcomes');
      if (!answer.ok) return;
      known = answer.body.outcomes ?? [];
      draw();
    },
  };
}
