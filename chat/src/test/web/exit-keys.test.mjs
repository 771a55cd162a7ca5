import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitKeys } from '../../main/web/exit-keys.js';

function press(keys, key, at) {
  const down = keys.down(key, false, at);
  return keys.up(key, at + 50) || down;
}

test('three presses of Shift within five seconds', () => {
  const keys = exitKeys();
  assert.deepEqual([0, 2000, 4000].map((at) => press(keys, 'Shift', at)), [false, false, true]);
});

test('three presses of Shift over a longer time are nothing', () => {
  const keys = exitKeys();
  assert.deepEqual([0, 3000, 6000].map((at) => press(keys, 'Shift', at)), [false, false, false]);
});

test('capital letters do not throw her out', () => {
  const keys = exitKeys();
  for (let at = 0; at < 4000; at += 500) {
    keys.down('Shift', false, at);
    keys.down('A', false, at + 10);
    keys.up('A', at + 20);
    assert.equal(keys.up('Shift', at + 30), false);
  }
});

test('a held Shift counts once', () => {
  const keys = exitKeys();
  keys.down('Shift', false, 0);
  for (let at = 30; at < 900; at += 30) keys.down('Shift', true, at);
  assert.equal(keys.up('Shift', 1000), false);
  assert.equal(keys.shifts(1000), 1);
});

test('Escape twice, but not long apart', () => {
  const keys = exitKeys();
  assert.equal(press(keys, 'Escape', 0), false);
  assert.equal(press(keys, 'Escape', 6000), false);
  assert.equal(press(keys, 'Escape', 6400), true);
});
