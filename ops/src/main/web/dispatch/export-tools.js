import { h, write } from '../shared/dom.js';
import { inOrder } from './board.js';
import { csv, fileName } from './csv.js';

/** Printing and a table for a spreadsheet, from what is on the screen; works without the server.
 *
 *  @param ready makes every card whole before it is printed
 */
export function exportTools(i18n, { board, standing, now, ready }) {
  const { t } = i18n;
  const sheet = h('button', { type: 'button', 'data-testid': 'csv', 'data-t': 'csv', onclick: download });
  const print = h('button', { type: 'button', 'data-testid': 'print', 'data-t': 'print', onclick: () => window.print() });
  const head = h('p', { class: 'on-paper' });

  function download() {
    const incidents = inOrder(board());
    const url = URL.createObjectURL(new Blob([csv(incidents)], { type: 'text/csv;charset=utf-8' }));
    h('a', { href: url, download: fileName(incidents, now()) }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  function before() {
    ready();
    const at = new Date(now()).toLocaleString(i18n.language, { dateStyle: 'full', timeStyle: 'medium' });
    const offline = document.documentElement.classList.contains('offline') ? ` · ${t('disconnected')}` : '';
    write(head, `${t('title')} · ${standing().you?.centre ?? ''} · ${at}${offline}`);
  }

  function after() {
    delete document.body.dataset.print;
    document.querySelectorAll('[data-printing]').forEach((card) => card.removeAttribute('data-printing'));
  }

  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return {
    tools: [sheet, print],
    head,
    /** One card alone. */
    one(card) {
      document.body.dataset.print = 'one';
      card.dataset.printing = '';
      window.print();
    },
    leave() {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    },
  };
}
