import { h } from '../../shared/dom.js';
import { entryOf, fieldOf, valuesOf } from './entry.js';
import { fieldSet } from './fields.js';
import { channelRows, closureRows, languageRows } from './rows.js';

/** The form of one service. What was typed outlives a change of language; nothing is kept
 *  elsewhere. `edited` is called at each change. */
export function serviceForm(i18n, http, entry, choices, edited) {
  const { t } = i18n;
  const values = valuesOf(entry);
  const fields = fieldSet(i18n);
  const element = h('div', { class: 'service-fields' });
  let faults = [];

  const set = (key) => (value) => {
    values[key] = value;
    edited();
  };
  const word = (prefix) => (value) => [value, i18n.has(`${prefix}-${value}`) ? t(`${prefix}-${value}`) : value];

  function build() {
    fields.forget();
    const meanings = [];
    const on = { edited, meanings, rebuilt: (name) => { edited(); build(); element.querySelector(`[data-field^="${name}"]`)?.focus(); } };
    element.replaceChildren(
      fields.text('name', 'serviceName', values.name, set('name'), { maxlength: 200 }),
      fields.area('description', 'description', values.description, set('description'), { maxlength: 10000 }),
      channelRows(i18n, http, fields, values, entry, on),
      closureRows(i18n, fields, values, on),
      languageRows(i18n, fields, values, on),
      fields.many('publics', 'forWhom', values.publics, choices.publics.map(word('public')), set('publics')),
      fields.area('needs', 'needs', values.needs, set('needs'), { dir: 'ltr', spellcheck: 'false', maxlength: 4000 }),
      ...coverage(on),
      h('div', { class: 'line' },
        fields.select('charge', 'cost', values.charge, ['free', 'paid', 'unknown'].map(word('charge')), set('charge')),
        fields.text('terms', 'terms', values.terms, set('terms'), { maxlength: 1000 })),
      fields.many('listeners', 'listeners', values.listeners, choices.listeners.map(word('listener')), set('listeners')),
      fields.area('accessibility', 'accessibility', values.accessibility, set('accessibility'), { rows: 2, maxlength: 2000 }),
      fields.select('kind', 'kind', values.kind, choices.kinds.map(word('kind')), (value) => {
        // A shelter is protected unless somebody says otherwise, and that is never said by choosing a kind.
        set('kind')(value);
        if (value === 'shelter' && !values.hidden) {
          values.hidden = true;
          on.rebuilt('kind');
        }
      }),
      ...place(on),
      confirmation());
    tell(faults);
  }

  const coverage = (on) => [
    fields.select('national', 'coverage', String(values.national), [['true', t('nationwide')], ['false', t('inZones')]], (value) => { values.national = value === 'true'; on.rebuilt('national'); }),
    values.national
      ? fields.text('countries', 'countries', values.countries, set('countries'), { dir: 'ltr', maxlength: 40 })
      : fields.many('zones', 'zones', values.zones, choices.zones.map((zone) => [zone.id, zone.name]), set('zones')),
  ];

  const place = (on) => [
    fields.tick('hidden', 'protected', values.hidden, (value) => { values.hidden = value; on.rebuilt('hidden'); }),
    ...(values.hidden ? [h('p', { class: 'notice', text: t('protectedHelp') })] : [
      fields.area('street', 'street', values.street, set('street'), { rows: 2, maxlength: 600 }),
      h('div', { class: 'line' },
        fields.text('postcode', 'postcode', values.postcode, set('postcode'), { dir: 'ltr', maxlength: 12 }),
        fields.text('city', 'city', values.city, set('city'), { maxlength: 200 }),
        fields.text('lat', 'lat', values.lat, set('lat'), { dir: 'ltr', inputmode: 'decimal', maxlength: 20 }),
        fields.text('lon', 'lon', values.lon, set('lon'), { dir: 'ltr', inputmode: 'decimal', maxlength: 20 })),
    ]),
  ];

  function confirmation() {
    const field = fields.text('confirmedAt', 'confirmedAt', values.confirmedAt, set('confirmedAt'), { type: 'date', dir: 'ltr' });
    const today = h('button', { type: 'button', text: t('confirmedToday'), 'data-testid': 'confirmed-today', onclick: () => {
      const now = new Date();
      values.confirmedAt = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
      field.querySelector('input').value = values.confirmedAt;
      edited();
    } });
    return h('div', { class: 'line' }, field, today);
  }

  /** The server's words, in the reader's where we have them. */
  function words({ detail }) {
    const known = [[/^hours |two digits/, 'wrongHours'], [/^this is needed|is empty/, 'wrongMissing'], [/can be dialled/, 'wrongNumber'],
      [/protected place/, 'wrongProtected'], [/ends before it begins/, 'wrongOrder'], [/a day is written/, 'wrongDay'], [/language tag/, 'wrongLanguage'],
      [/at least one item/, 'wrongNone'], [/web address/, 'wrongWeb']].find(([pattern]) => pattern.test(detail));
    return known ? `${t(known[1])} (${detail})` : detail;
  }

  function tell(errors) {
    faults = errors;
    const told = errors.map((it) => ({ field: fieldOf(it.pointer), text: words(it) }));
    fields.tell(told);
    return told.map((it) => ({ ...it, label: fields.label(it.field) }));
  }

  build();
  return { element, relabel: build, tell, focus: fields.focus, entry: () => entryOf(entry, values), values };
}
