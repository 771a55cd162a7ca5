import { h } from '/shared/dom.js';

/** What Back, or reopening a kept tab, shows to whoever holds the phone: nothing. */
export function closedPage(t, open) {
  document.documentElement.removeAttribute('class');
  return h('main', { class: 'closed' },
    h('h1', { text: 'Information' }),
    h('p', { text: t('closed') }),
    h('button', { type: 'button', text: t('reopen'), onclick: open }),
  );
}
