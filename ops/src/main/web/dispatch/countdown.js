import { stage } from './board.js';

/** How long each state may last before the incident should have moved on, in seconds: until
 *  somebody takes it, then until somebody is on the way. On the way only time is shown. */
const LIMITS = {
  open: { critical: 30, high: 60, elevated: 120, normal: 300 },
  taken: { critical: 120, high: 300, elevated: 600, normal: 1200 },
};

/** When the present state began, in milliseconds. */
function since(incident, now) {
  const steps = (incident.history ?? []).filter((it) => it.what === now);
  const times = {
    open: incident.createdAt,
    taken: incident.holder?.at ?? incident.updatedAt,
  };
  return Date.parse(steps.at(-1)?.at ?? times[now] ?? incident.updatedAt ?? incident.createdAt);
}

/** The clock of an incident: `seconds` left, or past when `over`; `light` is green, amber in the
 *  second half, red when over, and null where only time is shown. The `deadline` of the server
 *  counts more than our table. */
export function countdown(incident, now) {
  const at = stage(incident);
  const passed = (now - since(incident, at)) / 1000;
  const limit = LIMITS[at]?.[incident.priority?.class] ?? null;
  const due = at === 'open' ? Date.parse(incident.deadline ?? '') : NaN;
  const left = Number.isNaN(due) ? (limit === null ? NaN : limit - passed) : (due - now) / 1000;
  if (Number.isNaN(left)) {
    return { seconds: Number.isNaN(passed) ? 0 : passed, over: false, light: null };
  }
  if (left <= 0) return { seconds: -left, over: true, light: 'red' };
  return { seconds: left, over: false, light: left > (limit ?? left) / 2 ? 'green' : 'amber' };
}
