import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounds, outline, plane, scale, strength, view } from '../../main/web/dispatch/map-geometry.js';

const here = { lat: 48.8, lon: 2.4 };
const zone = { geometry: { coordinates: [[[[2.3, 48.7], [2.5, 48.7], [2.5, 48.9], [2.3, 48.7]]]] } };

test('north is up, east is right, a degree is as long as it is there', () => {
  const at = plane(here);
  assert.deepEqual([Math.round(at({ lat: 48.81, lon: 2.4 }).y), Math.round(at({ lat: 48.81, lon: 2.4 }).x)], [-1113, 0]);
  assert.equal(Math.round(at({ lat: 48.8, lon: 2.41 }).x), 733);
});

test('nearby shows the circle of accuracy and the way, and never less than two kilometres', () => {
  assert.equal(view('near', { position: here }).halfM, 1000);
  assert.equal(view('near', { position: { ...here, accuracyM: 5000 } }).halfM, 8000);
  assert.ok(view('near', { position: here, track: [{ lat: 48.83, lon: 2.4 }] }).halfM > 3300);
});

test('without a position there is the zone, without a zone nothing', () => {
  assert.equal(view('zone', { zone }).centre.lat.toFixed(2), '48.80');
  assert.equal(view('zone', {}), null);
  assert.equal(view('near', { zone }).centre.lon.toFixed(2), '2.40');
  assert.equal(bounds([{}, { lat: 'x', lon: 1 }]), null);
});

test('a damaged position is no reason to fail', () => {
  assert.ok(view('near', { position: { lat: NaN, lon: 2 }, zone }));
  assert.equal(outline({ geometry: null }, plane(here)), '');
});

test('the way fades with its age, what has no time is faintest', () => {
  const now = Date.parse('2026-11-21T22:00:00Z');
  assert.equal(strength({ at: '2026-11-21T22:00:00Z' }, now), 1);
  assert.equal(strength({ at: '2026-11-21T21:30:00Z' }, now), 0.5);
  assert.equal(strength({ at: '2026-11-21T10:00:00Z' }, now), 0.15);
  assert.equal(strength({}, now), 0.15);
});

test('the scale is a round length', () => {
  assert.deepEqual(scale(2000), { metres: 500, words: '500 m' });
  assert.deepEqual(scale(50_000), { metres: 10_000, words: '10 km' });
});
