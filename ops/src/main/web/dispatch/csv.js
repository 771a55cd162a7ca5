/** The board as a table for a spreadsheet (RFC 4180, UTF-8 with a mark). No cell can act as a
 *  formula, and every row says whether it is an exercise. The number is not in it. */
const COLUMNS = {
  kind: (it) => (it.exercise ? 'EXERCISE' : 'REAL'),
  id: (it) => it.id,
  class: (it) => it.priority?.class,
  score: (it) => it.priority?.score,
  state: (it) => (it.state === 'taken' && it.progress === 'on-the-way' ? 'on-the-way' : it.state),
  createdAt: (it) => it.createdAt,
  updatedAt: (it) => it.updatedAt,
  deadline: (it) => it.deadline,
  holder: (it) => it.holder && [it.holder.centre, it.holder.position].filter(Boolean).join('/'),
  zone: (it) => it.zone,
  address: (it) => it.address && [it.address.text, it.address.postcode, it.address.city].filter(Boolean).join(', '),
  lat: (it) => it.position?.lat,
  lon: (it) => it.position?.lon,
  accuracyM: (it) => it.position?.accuracyM,
  positionAt: (it) => it.position?.at,
  callback: (it) => it.callback ?? 'never',
  approach: (it) => it.approach ?? 'silent',
  orders: (it) => (it.orders ?? []).map((order) => [order.kind, order.until, order.status].join(' ')).join('; '),
  doNotSend: (it) => (it.doNotSend ?? []).map((who) => who.ref ?? who).join('; '),
  redList: (it) => it.redList?.seriousness,
  canTalk: (it) => it.canTalk,
  language: (it) => it.language,
  children: (it) => it.children,
  weapons: (it) => it.weapons,
  reasons: (it) => (it.priority?.reasons ?? []).map((reason) => `${reason.code} +${reason.weight}`).join('; '),
  notes: (it) => [it.notes ?? []].flat().join(' | '),
  outcome: (it) => it.outcome?.outcome ?? it.outcome,
};

/** What a spreadsheet would take for a formula, also after blanks and in full width. */
const FORMULA = /^[\s\u0000-\u001f\u00a0\ufeff]*[=+\-@＝＋－＠|%]/;

/** Everything in quotes; a sign that begins a formula gets an apostrophe before it. Plain numbers stay numbers. */
export function cell(value) {
  const text = String(value ?? '');
  const safe = typeof value !== 'number' && (FORMULA.test(text) || /^[\t\r\n]/.test(text)) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csv(incidents) {
  const rows = incidents.map((incident) => Object.values(COLUMNS).map((of) => cell(of(incident))).join(','));
  return `\ufeff${[Object.keys(COLUMNS).map(cell).join(','), ...rows].join('\r\n')}\r\n`;
}

/** A name that says nothing, but for an exercise. */
export function fileName(incidents, now) {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  return `${incidents.some((it) => it.exercise) ? 'EXERCISE-' : ''}list-${stamp}.csv`;
}
