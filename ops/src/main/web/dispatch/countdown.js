/** How long each state may last before the incident should have moved on, in seconds: until
 *  somebody takes it, then until somebody is on the way. On the way only time is shown. */
const LIMITS = {
  open: { critical: 30, high: 60, elevated: 120, normal: 300 },
  taken: { critical: 120, high: 300, elevated: 600, normal: 1200 },
};

/** When the present state began, in milliseconds. */
function since(incident) {
  const times = {
    open: incident.createdAt,
    taken: incident.holder?.at ?? incident.updatedAt,
  };
  return Date.parse(times[incident.state] ?? incident.updatedAt ?? incident.createdAt);
}

/** The clock of an incident: `seconds` left, or past when `over`; `light` is green, amber in the
 *  second half, red when over, and null where only time is shown. A `dueAt` of the server counts
 *  more than our table. */
export function countdown(incident, now) {
  const began = since(incident);
  const limit = limitOf(incident, began);
  const passed = (now - began) / 1000;
  if (limit === null || Number.isNaN(passed)) {
    return { seconds: Number.isNaN(passed) ? 0 : passed, over: false, light: null };
  }
  const left = limit - passed;
  if (left <= 0) return { seconds: -left, over: true, light: 'red' };
  return { seconds: left, over: false, light: left > limit / 2 ? 'green' : 'amber' };
}

function limitOf(incident, began) {
  const due = Date.parse(incident.dueAt ?? '');
  if (!Number.isNaN(due)) return (due - began) / 1000;
  return LIMITS[incident.state]?.[incident.priority?.class] ?? null;
}
