import { secondsSince } from '../shared/clock-words.js';

/** Metres of a degree of latitude; of longitude they shrink with the cosine. Good to a per mille
 *  over the size of a police zone. */
const METRES = 111_320;

/** Places around a centre, in metres: x to the east, y to the south, as SVG counts. */
export function plane(centre) {
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  return ({ lat, lon }) => ({ x: (lon - centre.lon) * shrink * METRES, y: (centre.lat - lat) * METRES });
}

const isPlace = (at) => Number.isFinite(at?.lat) && Number.isFinite(at?.lon);

/** The box around places, in degrees; null where there is none. */
export function bounds(places) {
  const known = places.filter(isPlace);
  if (known.length === 0) return null;
  const lats = known.map((at) => at.lat);
  const lons = known.map((at) => at.lon);
  return { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) };
}

const middle = (box) => ({ lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 });

/** Corners of a GeoJSON feature, lon lat as there. */
export const corners = (feature) => (feature?.geometry?.coordinates ?? [])
  .flat(2).map(([lon, lat]) => ({ lat, lon }));

/** What to look at: `near` is the last position with its circle and track, at least two kilometres
 *  wide; `zone` is the whole zone with the position. Null where nothing is known of either. */
export function view(kind, { position, track = [], zone }) {
  const near = isPlace(position) && kind === 'near';
  const places = near ? [position, ...track] : [...corners(zone), ...(isPlace(position) ? [position] : [])];
  const box = bounds(places);
  if (!box) return null;
  const centre = near ? position : middle(box);
  const at = plane(centre);
  const reach = Math.max(...places.filter(isPlace).map(at).flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  const circle = near ? (position.accuracyM ?? 0) : 0;
  return { centre, halfM: near ? Math.max(1_000, reach * 1.3, circle * 1.6) : reach * 1.08 || 1_000 };
}

/** A path of a feature's outlines on a plane. */
export function outline(feature, at) {
  return (feature.geometry?.coordinates ?? []).flat(1)
    .map((ring) => `M${ring.map(([lon, lat]) => {
      const { x, y } = at({ lat, lon });
      return `${x.toFixed(0)} ${y.toFixed(0)}`;
    }).join('L')}Z`)
    .join('');
}

/** How strongly a position of some age is drawn: 1 is now, never below 0.15, also without a time. */
export function strength(fix, now) {
  const seconds = secondsSince(fix.at, now);
  return seconds === null ? 0.15 : Math.max(0.15, 1 - seconds / 3600);
}

/** A round length near a quarter of the width, for the scale. */
export function scale(widthM) {
  const wish = widthM / 4;
  const power = 10 ** Math.floor(Math.log10(wish));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= wish) ?? power;
  return { metres, words: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` };
}
