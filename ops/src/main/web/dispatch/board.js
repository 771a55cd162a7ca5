/** What a dispatcher's board knows, and how each frame changes it. Pure; incidents are kept by id.
 *  `perMinute` is the policy's rate of each class, see `urgency`. */
export const emptyBoard = () => ({ incidents: new Map(), perMinute: {} });

const RANK = { critical: 0, high: 1, elevated: 2, normal: 3 };
/** A taken incident is on the way as soon as its progress says so. */
export const stage = (incident) =>
  incident.state === 'taken' && incident.progress === 'on-the-way' ? 'on-the-way' : incident.state;

const SECTIONS = { open: 0, taken: 1, 'on-the-way': 1, closed: 2 };
const SHOWN_CLOSED = 20;

/** An incident of this class is looked at before all of the next. An unknown class may be anything,
 *  so it comes first. */
export const rank = (incident) => RANK[incident.priority?.class] ?? -1;

/** 0 waits for someone, 1 is in somebody's hands, 2 is closed. A state that this page does not know
 *  is shown as waiting rather than hidden. */
export const section = (incident) => SECTIONS[incident.state] ?? 0;

/** The server's key of order within a class: `score - rate(class) * arrival`, greater is sooner. */
export function urgency(incident, perMinute = {}) {
  const minutes = Date.parse(incident.createdAt) / 60_000 || 0;
  return (incident.priority?.score ?? 0) - (perMinute[incident.priority?.class] ?? 0) * minutes;
}

/** Sorts most urgent first: class, then the key of order, then who waits longest. */
function sorted(incidents, perMinute) {
  return incidents
    .map((incident) => ({ incident, at: section(incident), rank: rank(incident),
      key: urgency(incident, perMinute), since: Date.parse(incident.createdAt) }))
    .sort((one, other) => one.at - other.at || one.rank - other.rank || other.key - one.key
      || one.since - other.since || (one.incident.id < other.incident.id ? -1 : 1))
    .map(({ incident }) => incident);
}

/** The board after a frame of the stream. Every frame that carries an incident is its newest state,
 *  whatever the frame is called. A snapshot names all that is not closed; what closed stays. */
export function hear(board, frame) {
  if (frame.type === 'snapshot') {
    const closed = [...board.incidents.values()].filter((it) => section(it) === 2);
    const fresh = [...closed, ...(frame.incidents ?? [])];
    return { ...board, incidents: new Map(fresh.map((it) => [it.id, newer(board, it)])) };
  }
  return frame.incident?.id ? put(board, frame.incident) : board;
}

/** Lays an incident, or a part of one, over what is known of it. One that moved is another
 *  centre's now. */
export const put = (board, incident) => lay(board, [incident]);

/** Lays many; answers the same board where nothing changed. */
export function lay(board, fresh) {
  let incidents = null;
  for (const one of fresh) {
    const known = (incidents ?? board.incidents).get(one.id);
    if (one.state === 'moved') {
      if (known) (incidents ??= new Map(board.incidents)).delete(one.id);
      continue;
    }
    const next = newer(board, one);
    if (next !== known) (incidents ??= new Map(board.incidents)).set(one.id, next);
  }
  return incidents ? { ...board, incidents } : board;
}

/** What is known now of an incident. A whole one replaces, so that what it no longer says is
 *  forgotten; a part of one is laid over. The known one itself, where nothing is new. */
function newer(board, incident) {
  const known = board.incidents.get(incident.id);
  if (!known) return incident;
  if (isOlder(incident, known)) return known;
  const next = incident.priority ? incident : { ...known, ...incident };
  return known.updatedAt === next.updatedAt && text(known) === text(next) ? known : next;
}

const TEXTS = new WeakMap();
function text(incident) {
  if (!TEXTS.has(incident)) TEXTS.set(incident, JSON.stringify(incident));
  return TEXTS.get(incident);
}

const isOlder = (incident, known) =>
  Date.parse(incident.updatedAt ?? '') < Date.parse(known.updatedAt ?? '');

export function remove(board, id) {
  const incidents = new Map(board.incidents);
  incidents.delete(id);
  return { ...board, incidents };
}

/** All that is shown, in order; of the closed ones only the latest. */
export function inOrder(board) {
  const all = sorted([...board.incidents.values()], board.perMinute);
  const closed = all.filter((incident) => section(incident) === 2);
  const latest = closed
    .sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt))
    .slice(0, SHOWN_CLOSED);
  return [...all.filter((incident) => section(incident) < 2), ...latest];
}

export const waiting = (board) =>
  [...board.incidents.values()].filter((incident) => section(incident) === 0);

/** Ids that the board shows as not closed, but that a fresh list of the server does not name. */
export function missing(board, fresh) {
  const named = new Set(fresh.map((incident) => incident.id));
  return [...board.incidents.values()]
    .filter((incident) => section(incident) < 2 && !named.has(incident.id))
    .map((incident) => incident.id);
}
