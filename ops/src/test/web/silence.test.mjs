import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayIn, freshWish, missing, missingNumber, numberBody, outcome, wishBody } from '../../main/web/desk/calls/silence-state.js';

const NOW = Date.parse('2026-11-24T22:30:00Z');
const CALL = { contact: 'co-1', channel: 'call', language: 'nl', postcode: '94700' };
const asked = (known, values) => {
  const wish = freshWish(known, NOW);
  return { ...wish, values: { ...wish.values, ...values } };
};

test('begins with what is known, and a day half a year from now', () => {
  const { values } = freshWish(CALL, NOW);
  assert.equal(values.postcode, '94700');
  assert.equal(values.language, 'nl');
  assert.equal(values.reviewBy, '2027-05-23');
  assert.deepEqual(missing(freshWish(CALL, NOW), NOW), ['alertText', 'silenceTold', 'safeAgreed']);
});

test('asks for all that somebody has to know who comes', () => {
  assert.deepEqual(missing(asked({ channel: 'chat', contact: 'co-2' }, {}), NOW), ['safePhone', 'alertText', 'alertPostcode', 'silenceTold', 'safeAgreed']);
  const whole = { text: '3, rue du Test', told: true, agreed: true };
  assert.deepEqual(missing(asked(CALL, whole), NOW), []);
  assert.deepEqual(missing(asked(CALL, { ...whole, postcode: '947' }), NOW), ['alertPostcode']);
  for (const day of ['', dayIn(0, NOW), dayIn(367, NOW)]) assert.deepEqual(missing(asked(CALL, { ...whole, reviewBy: day }), NOW), ['silenceReview']);
  for (const day of [dayIn(1, NOW), dayIn(366, NOW)]) assert.deepEqual(missing(asked(CALL, { ...whole, reviewBy: day }), NOW), []);
});

test('names her call, or the number that she said, and never both', () => {
  assert.deepEqual(numberBody(asked(CALL, { phone: '+33600000000' })), { contact: 'co-1' });
  assert.deepEqual(numberBody(asked(CALL, { number: 'other', phone: ' +33 6 00 00 00 00 ' })), { phone: '+33 6 00 00 00 00' });
  assert.deepEqual(missingNumber(asked(CALL, { number: 'other', phone: '0600000000' })), ['safePhone']);
});

test('says that she agreed only where she was told as well', () => {
  const body = (values) => wishBody(asked(CALL, { text: ' 3, rue du Test ', whom: ' Zoé ', ...values }));
  assert.deepEqual(body({ told: true, agreed: true }), {
    contact: 'co-1', whom: 'Zoé', address: { text: '3, rue du Test', postcode: '94700' }, language: 'nl', reviewBy: '2027-05-23', agreed: true });
  assert.equal(body({ agreed: true }).agreed, false);
});

test('no answer is read as done', () => {
  assert.equal(outcome({ status: 201, body: {} }).done, true);
  assert.equal(outcome({ status: 200, body: {} }).key, 'silenceLifted');
  for (const status of [0, 400, 403, 404, 422, 500, 503]) assert.equal(outcome({ status, body: {} }).done, false);
  assert.equal(outcome({ status: 422, body: {} }).number, true);
  assert.equal(outcome({ status: 400, body: { detail: 'Look at: reviewBy' } }).key, 'silenceBadDay');
});
