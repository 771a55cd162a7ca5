import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countdown } from '../../main/web/dispatch/countdown.js';
import { clock, secondsSince, skew } from '../../main/web/shared/clock-words.js';

const at = (seconds) => Date.parse('2026-11-21T22:00:00Z') + seconds * 1000;
const open = { state: 'open', createdAt: '2026-11-21T22:00:00Z', priority: { class: 'critical' } };

test('green, amber, red, then counting up', () => {
  assert.deepEqual(countdown(open, at(5)), { seconds: 25, over: false, light: 'green' });
  assert.equal(countdown(open, at(20)).light, 'amber');
  assert.deepEqual(countdown(open, at(42)), { seconds: 12, over: true, light: 'red' });
});

test('the hour that the server names counts more than the table', () => {
  assert.equal(countdown({ ...open, deadline: '2026-11-21T22:02:00Z' }, at(60)).seconds, 60);
});

test('a taken incident counts from its taking, on the way only shows time', () => {
  const holder = { at: '2026-11-21T22:01:00Z' };
  assert.equal(countdown({ ...open, state: 'taken', holder }, at(70)).seconds, 110);
  const history = [{ what: 'on-the-way', at: '2026-11-21T22:01:00Z' }];
  const moving = { ...open, state: 'taken', progress: 'on-the-way', history, updatedAt: '2026-11-21T22:01:20Z' };
  assert.deepEqual(countdown(moving, at(90)), { seconds: 30, over: false, light: null });
});

test('a damaged time is no reason to fail', () => {
  assert.equal(countdown({ state: 'open', createdAt: 'yesterday' }, at(0)).light, null);
});

test('clocks', () => {
  assert.deepEqual([7, 760, 3723, -3].map(clock), ['0:07', '12:40', '1:02:03', '0:00']);
});

test('what has no time of measurement has no age', () => {
  const now = at(90);
  assert.equal(secondsSince('2026-11-21T22:01:00Z', now), 30);
  assert.deepEqual([undefined, null, 'yesterday', '2026-11-21T23:00:00Z'].map((it) => secondsSince(it, now)), [null, null, null, null]);
  assert.equal(secondsSince('2026-11-21T22:01:40Z', now), 0);
});

test('a clock that is wrong is corrected by the server', () => {
  const now = Date.parse('2026-11-21T22:00:00Z');
  assert.equal(skew('Sat, 21 Nov 2026 22:05:00 GMT', now), 300_000);
  assert.equal(skew('Sat, 21 Nov 2026 22:00:01 GMT', now), 0);
  assert.equal(skew(null, now), 0);
});
