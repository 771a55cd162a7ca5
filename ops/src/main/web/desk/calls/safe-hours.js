import { h } from '../../shared/dom.js';
import { field } from './fields.js';
import { DAYS } from './safe-contact.js';

/** A Monday, to name the days in any language. */
const MONDAY = Date.UTC(2024, 0, 1);

export const dayName = (day, language, width = 'short') =>
  new Date(MONDAY + DAYS.indexOf(day) * 86_400_000).toLocaleDateString(language, { weekday: width, timeZone: 'UTC' });

/** Days and hours at which it is safe; `changed` hears that `window` is other than before. */
export function safeHours({ t, language }, window, at, changed) {
  const set = (part) => (value) => { window[part] = value; changed(); };
  const days = DAYS.map((day) => {
    const box = h('input', { type: 'checkbox', 'data-testid': `safe-${at}-${day}`, onchange: (event) => {
      window.days = event.target.checked ? [...window.days, day] : window.days.filter((one) => one !== day);
      changed();
    } });
    box.checked = window.days.includes(day);
    return h('label', { class: 'day' }, box, h('span', { text: dayName(day, language) }));
  });
  return h('fieldset', {}, h('legend', { text: t('safeWhen') }), h('div', { class: 'row days' }, days),
    h('div', { class: 'row' },
      field(t('safeFrom'), { id: `safe-${at}-from`, type: 'time', value: window.from }, set('from')),
      field(t('safeUntil'), { id: `safe-${at}-until`, type: 'time', value: window.until }, set('until'))));
}

/** Hours as they were agreed: "Mon, Tue 09:00–11:00 · Paris". */
export const hoursInWords = ({ zone, windows }, language) =>
  [...windows.map(({ days, from, until }) => `${days.map((day) => dayName(day, language)).join(', ')} ${from}–${until}`), zone.split('/').at(-1)].join(' · ');
