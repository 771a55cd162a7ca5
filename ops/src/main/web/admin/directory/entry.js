/** An entry of a service as a form holds it, and back. The entry has the keys of the folder's files
 *  and strings as values; what a form does not know, or did not touch, stays as it came. */

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

export function valuesOf(entry) {
  const cost = typeof entry.cost === 'object' ? entry.cost : { charge: entry.cost };
  const address = entry.address ?? {};
  return {
    name: entry.name ?? '',
    description: entry.description ?? '',
    kind: entry.kind ?? '',
    publics: list(entry.public),
    needs: list(entry.needs).join('\n'),
    languages: list(entry.languages).map((it) => (typeof it === 'string' ? { tag: it, hours: '' } : { tag: it.tag ?? '', hours: it.hours ?? '' })),
    national: entry.coverage?.countries !== undefined,
    countries: list(entry.coverage?.countries).join(' '),
    zones: list(entry.coverage?.zones),
    channels: list(entry.channels).map((it) => ({ kind: it.kind ?? 'phone', number: it.number ?? '', url: it.url ?? '', hours: it.hours ?? '', screen: it.screen === 'true' })),
    closures: list(entry.closures).map((it) => ({ from: it.from ?? '', until: it.until ?? '', reason: it.reason ?? '' })),
    charge: cost.charge ?? 'unknown',
    terms: cost.terms ?? '',
    accessibility: entry.accessibility ?? '',
    listeners: list(entry.listeners),
    hidden: entry.protected === undefined ? entry.kind === 'shelter' : entry.protected === 'true',
    street: list(address.street).join('\n'),
    postcode: address.postcode ?? '',
    city: address.city ?? '',
    lat: entry.site?.lat ?? '',
    lon: entry.site?.lon ?? '',
    confirmedAt: entry['confirmed-at'] ?? '',
  };
}

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
const filled = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== '' && value !== false));
const orNone = (array) => (array.length > 0 ? array : undefined);

function channel({ kind, number, url, hours, screen }) {
  if (kind === 'phone') return { kind, number, hours, ...(screen ? { screen: 'true' } : {}) };
  return kind === 'web' ? { kind, url, hours } : { kind, hours };
}

const street = (text) => {
  const all = lines(text);
  return all.length > 1 ? all : all[0] ?? '';
};

/** Which values of a form make up which key of an entry, and how; undefined leaves the key out. */
const KEYS = [
  ['name', ['name'], (v) => v.name],
  ['description', ['description'], (v) => v.description || undefined],
  ['kind', ['kind'], (v) => v.kind],
  ['public', ['publics'], (v) => orNone(v.publics)],
  ['needs', ['needs'], (v) => orNone(lines(v.needs))],
  ['languages', ['languages'], (v) => v.languages.map((it) => (it.hours.trim() ? it : it.tag))],
  ['coverage', ['national', 'countries', 'zones'], (v) => (v.national ? { countries: v.countries.split(/[\s,]+/).filter(Boolean) } : { zones: v.zones })],
  ['channels', ['channels'], (v) => v.channels.map(channel)],
  ['closures', ['closures'], (v) => orNone(v.closures.map((it) => ({ from: it.from, until: it.until, ...(it.reason ? { reason: it.reason } : {}) })))],
  ['cost', ['charge', 'terms'], (v) => (v.terms ? { charge: v.charge, terms: v.terms } : v.charge === 'unknown' ? undefined : v.charge)],
  ['accessibility', ['accessibility'], (v) => v.accessibility || undefined],
  ['listeners', ['listeners'], (v) => orNone(v.listeners)],
  ['protected', ['hidden', 'kind'], (v) => (v.hidden ? 'true' : v.kind === 'shelter' ? 'false' : undefined)],
  ['address', ['hidden', 'street', 'postcode', 'city'], (v) => (v.street || v.postcode || v.city ? filled({ street: street(v.street), postcode: v.postcode, city: v.city }) : undefined)],
  ['site', ['hidden', 'lat', 'lon'], (v) => (v.lat || v.lon ? filled({ lat: v.lat, lon: v.lon }) : undefined)],
  ['confirmed-at', ['confirmedAt'], (v) => v.confirmedAt || undefined],
];

/** Places that are protected are never written down. */
const PLACE = ['address', 'site'];

export function entryOf(entry, values) {
  const before = valuesOf(entry);
  const made = { ...entry };
  for (const [key, from, write] of KEYS) {
    const same = from.every((name) => JSON.stringify(before[name]) === JSON.stringify(values[name]));
    if (same) continue;
    const value = values.hidden && PLACE.includes(key) ? undefined : write(values);
    if (value === undefined) delete made[key];
    else made[key] = value;
  }
  return made;
}

/** The field of a form that a JSON pointer into an entry means, by its name. */
export function fieldOf(pointer) {
  const [, key = '', ...rest] = pointer.split('/');
  const at = rest[0] ?? '';
  switch (key) {
    case 'public': return 'publics';
    case 'confirmed-at': return 'confirmedAt';
    case 'protected': return 'hidden';
    case 'cost': return rest[0] === 'terms' ? 'terms' : 'charge';
    case 'coverage': return rest[0] === 'countries' ? 'countries' : 'zones';
    case 'address': return ['postcode', 'city'].includes(at) ? at : 'street';
    case 'site': return at === 'lon' ? 'lon' : 'lat';
    case 'languages': return `languages/${at}/${rest[1] ?? 'tag'}`;
    case 'channels': return `channels/${at}/${rest[1] ?? 'kind'}`;
    case 'closures': return `closures/${at}/${rest[1] ?? 'from'}`;
    default: return key;
  }
}
