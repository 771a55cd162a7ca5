import { h } from '../shared/dom.js';
import { outline, plane, scale, strength, view } from './map-geometry.js';

const SVG = 'http://www.w3.org/2000/svg';

function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The last position on outlines of our own: nobody else is asked, so nobody else learns where an
 *  alarm is looked at. Nearby and the whole zone, side by side; without a position only the zone. */
export function incidentMap(i18n, zones) {
  const { t } = i18n;
  const near = h('figure', { class: 'map' });
  const wide = h('figure', { class: 'map' });
  const element = h('div', { class: 'maps' }, near, wide);
  let drawn = '';

  function drawing(kind, incident, features, now) {
    const zone = features.find((feature) => feature.id === incident.zone);
    const looked = view(kind, { position: incident.position, track: incident.track, zone });
    if (!looked) return null;
    const { centre, halfM } = looked;
    const at = plane(centre);
    const words = incident.position ? t('mapOf', { zone: zone?.properties?.name ?? '?' }) : t('mapWithout', { zone: zone?.properties?.name ?? '?' });
    const box = s('svg', { viewBox: `${-halfM} ${-halfM} ${2 * halfM} ${2 * halfM}`, role: 'img', 'aria-label': words, class: kind });
    for (const feature of [...features].reverse()) {
      box.append(s('path', { d: outline(feature, at), class: feature === zone ? 'own' : 'other' }));
    }
    if (kind === 'near') box.append(...trackOf(incident, at, halfM, now));
    if (incident.position) box.append(...positionOf(incident.position, at, halfM));
    box.append(...scaleOf(halfM));
    return [box, h('figcaption', { text: kind === 'near' ? t('mapNear') : zone?.properties?.name ?? t('mapZone') })];
  }

  function trackOf({ track = [], position }, at, halfM, now) {
    const fixes = [...track];
    if (position && fixes.length > 0) fixes.pop();
    const points = [...fixes, ...(position ? [position] : [])].map((fix) => ({ ...at(fix), strength: strength(fix, now) }));
    const lines = points.slice(1).map((to, index) => s('line', { class: 'track',
      x1: points[index].x, y1: points[index].y, x2: to.x, y2: to.y, opacity: points[index].strength }));
    const dots = points.slice(0, fixes.length).map((point) =>
      s('circle', { class: 'was', cx: point.x, cy: point.y, r: halfM * 0.022, opacity: point.strength }));
    return [...lines, ...dots];
  }

  function positionOf(position, at, halfM) {
    const { x, y } = at(position);
    const circle = Number.isFinite(position.accuracyM) && position.accuracyM > 0
      ? [s('circle', { class: 'accuracy', cx: x, cy: y, r: position.accuracyM })] : [];
    const arm = halfM * 0.09;
    return [...circle,
      s('path', { class: 'cross', d: `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}` }),
      s('circle', { class: 'is', cx: x, cy: y, r: halfM * 0.035 })];
  }

  function scaleOf(halfM) {
    const { metres, words } = scale(2 * halfM);
    const [x, y] = [-halfM * 0.94, halfM * 0.92];
    const text = s('text', { x, y: y - halfM * 0.05, 'font-size': halfM * 0.1, class: 'scale-words' });
    text.textContent = words;
    return [s('path', { class: 'scale', d: `M${x} ${y}h${metres}` }), text];
  }

  return {
    element,
    /** Draws anew where something changed, and at least each minute, as the track fades. */
    async show(incident, now) {
      const features = await zones.outlines(incident.zone);
      const key = JSON.stringify([incident.position, incident.track, incident.zone, features.length, i18n.language, Math.floor(now / 60_000)]);
      if (key === drawn) return;
      drawn = key;
      const close = incident.position ? drawing('near', incident, features, now) : null;
      const whole = drawing('zone', incident, features, now);
      near.replaceChildren(...(close ?? []));
      wide.replaceChildren(...(whole ?? [h('figcaption', { text: t('mapNothing') })]));
      near.hidden = !close;
    },
  };
}
