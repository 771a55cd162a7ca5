import { h } from '/shared/dom.js';

/** What the device still tells of this visit, and what makes the next one safer. */
export function remains() {
  const lines = (keys) => h('ul', {}, keys.map((key) => h('li', { 'data-t': key })));
  return h('div', { class: 'remains' },
    h('details', {}, h('summary', { 'data-t': 'remainsTitle' }),
      lines(['remains1', 'remains2', 'remains3'])),
    h('details', {}, h('summary', { 'data-t': 'saferTitle' }),
      lines(['safer1', 'safer2', 'safer3']),
      h('p', { 'data-t': 'exitHint' })),
  );
}
