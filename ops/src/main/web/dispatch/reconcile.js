import { lay, missing, put, remove } from './board.js';

/** Lays the server's own list over the board, and asks for each incident that is not on it: it was
 *  closed, or is no longer ours. Answers with the last answer of the server. */
export async function reconcile(http, board, set) {
  const open = await http.get('/v1/incidents?state=open');
  if (!open.ok) return open;
  const taken = await http.get('/v1/incidents?state=taken');
  if (!taken.ok) return taken;
  const fresh = [...(open.body.incidents ?? []), ...(taken.body.incidents ?? [])];
  const next = lay(board(), fresh);
  if (next !== board()) set(next);
  for (const id of missing(board(), fresh)) {
    const one = await http.get(`/v1/incidents/${encodeURIComponent(id)}`);
    if (one.status === 404) set(remove(board(), id));
    else if (one.ok) set(put(board(), one.body));
  }
  return taken;
}
