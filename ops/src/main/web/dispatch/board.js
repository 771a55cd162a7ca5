/** What a dispatcher's board knows, and how each frame changes it. Pure; incidents are kept by id. */
export const emptyBoard = () => ({ incidents: new Map() });

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

/** Most urgent first: class, then score, then who waits longest. */
export function byUrgency(one, other) {
  return (
    section(one) - section(other) ||
    rank(one) - rank(other) ||
    (other.priority?.score ?? 0) - (one.priority?.score ?? 0) ||
    Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** The board after a frame of the stream. Every frame that carries an incident is its newest state,
 *  whatever the frame is called. */
export function hear(board, frame) {
  if (frame.type === 'snapshot') {
    return { incidents: new Map((frame.incidents ?? []).map((it) => [it.id, it])) };
  }
  return frame.incident?.id ? put(board, frame.incident) : board;
}

/** Lays an incident, or a part of one, over what is known of it. One that moved is another
 *  centre's now. */
export function put(board, incident) {
  if (incident.state === 'moved') return remove(board, incident.id);
  const known = board.incidents.get(incident.id);
  if (known && isOlder(incident, known)) return board;
  return { incidents: new Map(board.incidents).set(incident.id, { ...known, ...incident }) };
}

const isOlder = (incident, known) =>
  Date.parse(incident.updatedAt ?? '') < Date.parse(known.updatedAt ?? '');

export function remove(board, id) {
  const incidents = new Map(board.incidents);
  incidents.delete(id);
  return { incidents };
}

/** All that is shown, in order; of the closed ones only the latest. */
export function inOrder(board) {
  const all = [...board.incidents.values()].sort(byUrgency);
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
