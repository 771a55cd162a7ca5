import { h } from '../../shared/dom.js';
import { hoursMeaning } from './hours-meaning.js';

/** Rows of a list that can be added and taken away: ways to reach it, languages, closures. */
export function rows(i18n, fields, { name, legend, lead, more, fresh, items, draw, changed }) {
  const { t } = i18n;
  const row = (item, at) => h('div', { class: 'line', role: 'group', 'aria-label': `${t(legend)} ${at + 1}` },
    draw(item, `${name}/${at}`),
    h('button', { type: 'button', class: 'quiet', 'aria-label': `${t('takeAway')}: ${t(legend)} ${at + 1}`, text: t('takeAway'), onclick: () => {
      items.splice(at, 1);
      changed(`${name}/${Math.max(0, at - 1)}`);
    } }));
  return h('fieldset', { 'data-field': name }, h('legend', { text: t(legend) }), lead ? h('p', { class: 'soft', text: t(lead) }) : null,
    items.map(row),
    h('button', { type: 'button', text: t(more), 'data-testid': `more-${name}`, onclick: () => {
      items.push(fresh());
      changed(`${name}/${items.length - 1}`);
    } }));
}

export function channelRows(i18n, http, fields, values, entry, { edited, rebuilt, meanings }) {
  const { t } = i18n;
  const kinds = ['phone', 'desk', 'web'].map((kind) => [kind, t(`channel-${kind}`)]);
  return rows(i18n, fields, {
    name: 'channels', legend: 'ways', lead: 'hoursHelp', more: 'moreWays', items: values.channels,
    fresh: () => ({ kind: 'phone', number: '', url: '', hours: '', screen: false }),
    changed: rebuilt,
    draw(item, name) {
      const means = hoursMeaning(i18n, http, () => ({
        hours: item.hours, closures: values.closures, country: entry.country,
        ...(entry.subdivision ? { subdivision: entry.subdivision } : {}), ...(entry['time-zone'] ? { timeZone: entry['time-zone'] } : {}),
      }));
      meanings.push(means);
      return [
        fields.select(`${name}/kind`, 'way', item.kind, kinds, (value) => { item.kind = value; rebuilt(name); }),
        item.kind === 'phone' ? fields.text(`${name}/number`, 'number', item.number, (value) => { item.number = value; edited(); }, { dir: 'ltr', inputmode: 'tel', maxlength: 40 }) : null,
        item.kind === 'web' ? fields.text(`${name}/url`, 'webAddress', item.url, (value) => { item.url = value; edited(); }, { dir: 'ltr', inputmode: 'url', maxlength: 2000 }) : null,
        h('div', { class: 'hours' }, fields.text(`${name}/hours`, 'hours', item.hours, (value) => { item.hours = value; edited(); means.update(); }, { dir: 'ltr', maxlength: 500 }), means.element),
        item.kind === 'phone' ? fields.tick(`${name}/screen`, 'screened', item.screen, (value) => { item.screen = value; edited(); }) : null,
      ];
    },
  });
}

export function languageRows(i18n, fields, values, { edited, rebuilt }) {
  return rows(i18n, fields, {
    name: 'languages', legend: 'spoken', lead: 'spokenHelp', more: 'moreLanguages', items: values.languages,
    fresh: () => ({ tag: '', hours: '' }),
    changed: rebuilt,
    draw: (item, name) => [
      fields.text(`${name}/tag`, 'languageTag', item.tag, (value) => { item.tag = value; edited(); }, { dir: 'ltr', maxlength: 35 }),
      fields.text(`${name}/hours`, 'spokenWhen', item.hours, (value) => { item.hours = value; edited(); }, { dir: 'ltr', maxlength: 500 }),
    ],
  });
}

export function closureRows(i18n, fields, values, { edited, rebuilt, meanings }) {
  const set = (item, key) => (value) => {
    item[key] = value;
    edited();
    meanings.forEach((means) => means.update());
  };
  return rows(i18n, fields, {
    name: 'closures', legend: 'closures', lead: 'closuresHelp', more: 'moreClosures', items: values.closures,
    fresh: () => ({ from: '', until: '', reason: '' }),
    changed: rebuilt,
    draw: (item, name) => [
      fields.text(`${name}/from`, 'closedFrom', item.from, set(item, 'from'), { type: 'date', dir: 'ltr' }),
      fields.text(`${name}/until`, 'closedUntil', item.until, set(item, 'until'), { type: 'date', dir: 'ltr' }),
      fields.text(`${name}/reason`, 'closedWhy', item.reason, set(item, 'reason'), { maxlength: 100 }),
    ],
  });
}
