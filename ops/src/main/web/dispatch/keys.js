import { h } from '../shared/dom.js';

const KEYS = { t: 'take', j: 'next', k: 'previous', o: 'open', n: 'numberShort', w: 'onTheWay', d: 'done', h: 'handover', r: 'reject', s: 'silence' };
const ON_CARD = { t: 'take', o: 'open', Enter: 'open', n: 'number', w: 'progress', d: 'done', h: 'handover', r: 'reject', Escape: 'fold' };

/** One key for each thing a dispatcher does; can be switched off (WCAG 2.1.4), since a key meant for
 *  another window must not take an incident.
 *
 *  @param cards all cards in order
 *  @param silence what `s` does
 */
export function boardKeys({ cards, silence }) {
  const wanted = h('input', { type: 'checkbox', checked: true, 'data-testid': 'keys' });
  const legend = h('p', { class: 'soft keys' },
    h('label', { class: 'switch' }, wanted, h('span', { 'data-t': 'keys' })),
    Object.entries(KEYS).map(([key, text]) => h('span', {}, h('kbd', { text: key }), ' ', h('span', { 'data-t': text }))));

  function pressed(event) {
    const inField = event.target.closest?.('input:not([type=checkbox]), textarea, select');
    if (event.key === 'Escape') event.target.closest?.('.incident')?.view.press('fold');
    if (inField || !wanted.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const all = cards();
    const at = all.indexOf(document.activeElement?.closest?.('.incident'));
    if (event.key === 's') silence();
    else if (event.key === 'j' || event.key === 'k') {
      all[Math.min(all.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    } else if (event.key === 't' && at < 0) all[0]?.view.press('take');
    else if (at >= 0 && event.key in ON_CARD) {
      if (event.key === 'Enter' && document.activeElement !== all[at]) return;
      if (event.key !== 'Escape') event.preventDefault();
      all[at].view.press(ON_CARD[event.key]);
    }
  }

  document.addEventListener('keydown', pressed);
  return { legend, leave: () => document.removeEventListener('keydown', pressed) };
}
