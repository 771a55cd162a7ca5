import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBody, freshAlert, outcome, waits } from '../../main/web/desk/calls/alert-state.js';
import { emptyDesk, hear } from '../../main/web/desk/desk-state.js';

const WORDS = { children: 'Children are present', weapons: 'Weapons are present' };
const NOW = Date.parse('2026-11-21T21:41:07Z');

test('what is left empty is not sent, and what nobody may overlook stands first', () => {
  const alert = freshAlert('u-1', { contact: 'co-1', language: 'ar', postcode: '94700', exercise: true });
  alert.values = { ...alert.values, text: ' 12 rue des Tilleuls ', note: 'he is at the door', canTalk: 'no', weapons: true };
  assert.deepEqual(alertBody(alert, WORDS, NOW), {
    id: 'u-1',
    raisedAt: '2026-11-21T21:41:07.000Z',
    trigger: 'button',
    contact: 'co-1',
    language: 'ar',
    note: 'Weapons are present\nhe is at the door',
    address: { text: '12 rue des Tilleuls', postcode: '94700' },
    canTalk: false,
    exercise: true,
  });
  assert.deepEqual(Object.keys(alertBody(freshAlert('u-2'), WORDS, NOW)), ['id', 'raisedAt', 'trigger']);
});

test('only a stored alarm that a centre has spares her the telephone', () => {
  const stored = { emergencyNumber: '17', coverage: 'centre' };
  assert.deepEqual(outcome({ status: 202, body: stored }), { key: 'alertStored', number: '17', call: false });
  assert.equal(outcome({ status: 202, body: { ...stored, coverage: 'none' } }).key, 'alertUncovered');
  assert.deepEqual(outcome({ status: 503, body: { emergencyNumber: '17' } }), { key: 'alertNotStored', number: '17', call: true });
  assert.deepEqual(outcome({ status: 0, body: {} }), { key: 'alertUnknown', number: '112', call: true });
});

test('it is asked after until a human has taken it', () => {
  const alert = { ...freshAlert('u-1'), answer: { status: 202 }, status: 'delivered' };
  assert.equal(waits(alert), true);
  assert.equal(waits({ ...alert, status: 'taken' }), false);
  assert.equal(waits({ ...alert, answer: { status: 503 } }), false);
});

test('the call that she took at her telephone is known until she is free again', () => {
  const offer = { id: 'of-1', contact: 'co-1', channel: 'call', danger: 'none', withinS: 30 };
  let desk = hear(emptyDesk(), { type: 'offer', offer }, NOW);
  assert.equal(desk.call, null);
  desk = hear(desk, { type: 'offer.withdrawn', offer: 'of-1', cause: 'taken' }, NOW);
  desk = hear(desk, { type: 'presence', presence: 'wrap-up' }, NOW);
  assert.equal(desk.call.contact, 'co-1');
  assert.equal(hear(desk, { type: 'presence', presence: 'available' }, NOW).call, null);
  desk = hear(hear(emptyDesk(), { type: 'offer', offer }, NOW), { type: 'offer.withdrawn', offer: 'of-1', cause: 'timeout' }, NOW);
  assert.equal(desk.call, null);
});
