/** When it rings: as long as somebody waits. Silencing lasts a minute, or until another incident
 *  waits; it takes nothing. Pure: `hushed` is `{until, ids}` or null. */
const HUSH_MS = 60_000;

export const hush = (waiting, now) =>
  ({ until: now + HUSH_MS, ids: new Set(waiting.map((incident) => incident.id)) });

/** Whether the silence still holds. */
export const holds = (hushed, waiting, now) => Boolean(hushed) && now < hushed.until
  && waiting.every((incident) => hushed.ids.has(incident.id));
