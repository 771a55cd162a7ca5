import { h } from './dom.js';

/** All keys of a page at a glance; `?` opens it, Escape closes it.
 *
 *  @param groups what to list: `[title, [[keys, text], …]]`, titles and texts by their names
 */
export function keyList({ t }, groups) {
  const list = h('div', { class: 'key-groups' });
  const title = h('h2', { id: 'key-list' });
  const close = h('button', { type: 'button', onclick: () => element.close() });
  const element = h('dialog', { class: 'key-list', 'aria-labelledby': 'key-list', 'data-testid': 'key-list' }, title, list, close);

  return {
    element,
    open() {
      if (element.open) return;
      title.textContent = t('allKeys');
      close.textContent = t('close');
      list.replaceChildren(...groups.map(([name, keys]) => h('section', {},
        h('h3', { text: t(name) }),
        h('dl', {}, keys.flatMap(([pressed, text]) => [
          h('dt', { dir: 'ltr' }, pressed.split(' ').map((key) => h('kbd', { text: key }))),
          h('dd', { text: t(text) })])))));
      element.showModal();
    },
  };
}
