import { h } from '../../shared/dom.js';
import { languageName } from '../../shared/i18n.js';
import { dayAndHour } from '../dates.js';
import { fieldOf } from './entry.js';
import { meaning } from './hours-meaning.js';

const LABELS = {
  name: 'serviceName', publics: 'forWhom', languages: 'spoken', channels: 'ways', closures: 'closures', charge: 'cost', hidden: 'protected',
  number: 'number', url: 'webAddress', hours: 'hours', kind: 'kind', screen: 'screened', tag: 'languageTag', from: 'closedFrom', until: 'closedUntil', reason: 'closedWhy',
};

/** A field in the reader's words: "Ways to reach it 2, Hours". */
export function fieldWords(i18n, pointer) {
  const word = (name) => (i18n.has(LABELS[name] ?? name) ? i18n.t(LABELS[name] ?? name) : name);
  const [name, at, part] = fieldOf(pointer).split('/');
  if (at === undefined) return word(name);
  const inside = part === 'kind' ? i18n.t('way') : part === 'hours' && name === 'languages' ? i18n.t('spokenWhen') : word(part);
  return `${word(name)}${at === '' ? '' : ` ${Number(at) + 1}`}: ${inside}`;
}

/** Field by field, what was and what would be. */
export function changeList(i18n, changes) {
  const { t } = i18n;
  if (changes.length === 0) return h('p', { class: 'soft', text: t('nothingChanges') });
  const value = (text) => (text === undefined ? h('span', { class: 'soft', text: t('nothing') }) : h('bdi', { text }));
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('whatChanges') }, h('table', { 'data-testid': 'changes' },
    h('thead', {}, h('tr', {}, ['field', 'was', 'becomes'].map((key) => h('th', { scope: 'col', text: t(key) })))),
    h('tbody', {}, changes.map((it) => h('tr', {}, h('th', { scope: 'row', text: fieldWords(i18n, it.pointer) }), h('td', {}, value(it.before)), h('td', {}, value(it.after)))))));
}

/** The hours of each way, as they would be. */
export function hoursList(i18n, hours) {
  return h('ul', { class: 'why' }, hours.map((it) => h('li', { 'data-testid': 'then-hours' }, h('b', { text: i18n.t(`channel-${it.kind}`) }), ` ${meaning(i18n, it)}`)));
}

/** Who would be found for the question, now and then, side by side. */
export function foundLists(i18n, found, id, question) {
  const { t } = i18n;
  const one = (it) => h('li', { class: it.id === id ? 'meant' : '' }, h('bdi', { text: it.name }), ' ',
    h('span', { class: 'badge', 'data-state': it.open ? 'up' : 'down', text: it.open ? t('openNow') : t('closedNow') }),
    it.open || !it.nextOpening ? null : h('span', { class: 'soft', text: ` ${t('nextOpening', { at: dayAndHour(it.nextOpening, i18n.language) })}` }));
  const side = (title, all, testid) => h('div', {}, h('h4', { text: t(title) }),
    all.length === 0 ? h('p', { class: 'soft', text: t('nobody') }) : h('ol', { class: 'plan', 'data-testid': testid }, all.map(one)));
  const words = { language: languageName(question.language, i18n.language), place: question.postcode || t('noPlace') };
  return h('div', {}, h('h3', { text: t('whoIsFound', words) }), h('div', { class: 'sides' }, side('now', found.before, 'found-before'), side('then', found.after, 'found-after')));
}
