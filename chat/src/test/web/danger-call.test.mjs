import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calm, face, secondsLeft, stop, tap, tick, told } from '../../main/web/danger-call.js';

test('one tap calls after the countdown, without a second gesture', () => {
  const call = tap(calm(), 1000);
  assert.equal(call.step, 'counting');
  assert.equal(secondsLeft(call, 1000), 3);
  assert.equal(tick(call, 3999).step, 'counting');
  assert.equal(tick(call, 4000).step, 'sending');
});

test('a second tap calls at once, a trembling one does not', () => {
  const call = tap(calm(), 1000);
  assert.equal(tap(call, 1200).step, 'counting');
  assert.equal(tap(call, 1600).step, 'sending');
});

test('the countdown can be stopped, what was sent cannot', () => {
  const call = tap(calm(), 1000);
  assert.equal(stop(call).step, 'idle');
  assert.equal(stop(tap(call, 2000)).step, 'sending');
});

test('without a word of the server nothing is claimed', () => {
  const call = tap(tap(calm(), 0), 1000);
  assert.equal(face(call, null, true, 2000), 'sending');
  assert.equal(face(call, null, false, 2000), 'uncertain');
  assert.equal(face(call, null, true, 8000), 'uncertain');
  assert.equal(face(told(call, 2000), 'alerted', true, 9000), 'alerted');
});
