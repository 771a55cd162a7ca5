import { h } from '../../shared/dom.js';
import { moment } from '../dates.js';
import { changeList } from './changes.js';

/** Who changed what, when and why, newest first; each can be taken back. */
export function historyList(i18n, history, undo) {
  const { t } = i18n;
  if (history.length === 0) return h('p', { class: 'soft', text: t('neverChanged') });
  const one = (it) => h('li', { 'data-testid': 'revision' },
    h('p', {}, h('b', { text: moment(it.at, i18n.language) }), ' · ', h('bdi', { text: it.by }), ' · ', h('bdi', { text: it.reason }),
      it.state === 'amended' ? null : h('span', { class: 'badge', text: t(`amendment-${it.state}`) })),
    h('details', {}, h('summary', { text: t('whatChanged', { n: it.changes.length }) }), changeList(i18n, it.changes)),
    h('button', { type: 'button', 'data-testid': 'undo', text: t('undo'), 'aria-label': `${t('undo')}: ${it.reason}`, onclick: () => undo(it.number) }));
  return h('ol', { class: 'history' }, history.map(one));
}
