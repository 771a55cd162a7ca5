/** What a console knows besides its incidents (`GET /v1/dispatch/standing`), and what follows from
 *  it. Pure. */
export const nothingKnown = () => ({ you: null, colleagues: [], centres: [], store: null, current: true });

/** Whether this console's user holds the incident. */
export const isHeldBy = (you, holder) => Boolean(you && holder)
  && holder.centre === you.centre && holder.role === you.role
  && (holder.position ?? null) === (you.position ?? null);

/** Whether somebody else than the desk of this centre is responsible for taking it now. */
export const isElsewhere = (you, owner) => Boolean(owner)
  && ((Boolean(you?.centre) && owner.centre !== you.centre) || (owner.post ?? 'desk') !== 'desk');

/** Centres whose light is red: their system fails, or there is none and nobody looks at a screen. */
export const redLights = (standing) => standing.centres.filter((centre) =>
  centre.state === 'failing' || centre.reached === false);

/** What is wrong with the store, as the key of a text; null where nothing is. */
export function storeTrouble(standing) {
  if (standing.store === 'away') return 'storeAway';
  if (standing.store === 'not-durable') return 'storeNotDurable';
  return standing.current === false ? 'storeBehind' : null;
}

/** To whom an incident can be handed: colleagues and centres of the chain first, then all others. */
export function receivers(standing, centres) {
  const known = new Set(standing.centres.map((centre) => centre.id));
  const own = standing.you?.centre;
  return {
    colleagues: standing.colleagues,
    near: standing.centres.filter((centre) => centre.id !== own),
    far: centres.filter((centre) => centre.id !== own && !known.has(centre.id)),
  };
}
