import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPhone, hear, inTalk, shortcut, steps, words } from '../../main/web/phone/phone-state.js';

const after = (...events) =>
  events.reduce((phone, event, at) => hear(phone, typeof event === 'string' ? { type: event } : event, at * 1000), emptyPhone());
const key = (pressed) => ({ type: 'key', key: pressed });
const whisper = ['incoming', 'picking-up', 'joined'];

test('a call rings, whispers, is accepted, and ends', () => {
  assert.equal(words(after('incoming')), 'stage-ringing');
  assert.equal(words(after('incoming', 'picking-up')), 'stage-answering');
  assert.equal(words(after(...whisper)), 'stage-whisper');
  const talk = after(...whisper, key('1'));
  assert.ok(inTalk(talk));
  const over = hear(talk, { type: 'ended', why: 'ended' }, 9);
  assert.equal(over.call, null);
  assert.equal(over.last, 'ended');
});

test('keys 1 and 2 go forward and back, and are keys like others in a talk', () => {
  assert.deepEqual(steps(after('incoming')), { forward: 'pick-up', back: 'decline' });
  assert.deepEqual(steps(after(...whisper)), { forward: 'accept', back: 'refuse' });
  const talk = after(...whisper, key('1'));
  assert.deepEqual(steps(talk), { forward: null, back: null });
  assert.ok(inTalk(hear(talk, key('2'), 0)));
});

test('a second 1 right after picking up does not accept unheard', () => {
  const phone = after(...whisper);
  assert.equal(shortcut(phone, '1', phone.call.since + 200), null);
  assert.equal(shortcut(phone, '1', phone.call.since + 800), 'accept');
});

test('single letters act in a talk only', () => {
  assert.equal(shortcut(after('incoming'), 'm', 0), null);
  assert.equal(shortcut(after(...whisper, key('1')), 'h', 0), 'hold');
  assert.equal(shortcut(emptyPhone(), '1', 0), null);
});

test('says what became of the last call', () => {
  const ended = (why, ...events) => hear(after(...events), { type: 'ended', why }, 0).last;
  assert.equal(ended('lost', ...whisper, key('1')), 'lost');
  assert.equal(ended('ended', ...whisper, key('2')), 'declined');
  assert.equal(ended('ended', 'incoming', 'declining'), 'declined');
  assert.equal(ended('ended', 'incoming'), 'stopped');
  assert.equal(after('incoming').last, null);
});

test('hold and mute belong to the call', () => {
  const talk = after(...whisper, key('1'), { type: 'held', on: true }, { type: 'muted', on: true });
  assert.equal(words(talk), 'stage-held');
  assert.ok(talk.call.muted);
  assert.equal(after({ type: 'muted', on: true }).call, null);
});
