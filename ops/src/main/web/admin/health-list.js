import { forget, h, keyed, write } from '../shared/dom.js';
import { badge } from './badge.js';

/** Each part of the server, and in words how it is. */
export function healthList(i18n) {
  const { t } = i18n;
  const status = h('p', { role: 'status' });
  const list = h('ul', { class: 'rows' });
  const element = h('section', { class: 'card' }, h('h2', { 'data-t': 'health' }), status, list);

  /** From elsewhere than the machine itself the server does not say how it is. */
  function update({ status: code, body }) {
    write(status, code === 0 ? t('noAnswer') : code === 404 ? t('healthLocal') : '');
    keyed(list, Object.entries(body.parts ?? {}), {
      key: ([name]) => name,
      create: ([name]) => {
        const state = badge(i18n);
        const text = h('span', { class: 'soft' });
        return { state, text, element: h('li', {}, h('b', { text: name }), ' ', state.element, ' ', text) };
      },
      update: ([, part], view) => {
        view.state.update(part.state ?? part.status ?? 'unknown');
        write(view.text, part.text ?? '');
      },
    });
  }
  return { element, update, relabel: () => forget(list) };
}
