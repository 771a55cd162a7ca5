import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as state from '../../main/web/desk/desk-state.js';

const offer = (id, more = {}) => ({ id, contact: `co-${id}`, channel: 'chat', danger: 'none', withinS: 30, waitedS: 0, ...more });
const talk = (contact, messages = []) => ({ contact, channel: 'chat', danger: 'none', messages });
const hear = (desk, ...frames) => frames.reduce((before, frame) => state.hear(before, frame, 1000), desk);
const open = (...messages) => hear(state.emptyDesk(), { type: 'conversation.opened', conversation: talk('co-1', messages) });
const hers = (id) => ({ type: 'message', contact: 'co-1', message: { id, from: 'visitor', text: 'x' } });

test('an unknown place rings before an alarm, an alarm before a longer wait', () => {
  const desk = hear(state.emptyDesk(),
    { type: 'offer', offer: offer('long', { waitedS: 900 }) },
    { type: 'offer', offer: offer('alerted', { danger: 'alerted' }) },
    { type: 'offer', offer: offer('unknown', { danger: 'place-unknown' }) });
  assert.deepEqual(desk.offers.map((it) => it.id), ['unknown', 'alerted', 'long']);
});

test('an offer that was answered rings no more, and rings again when the server says no', () => {
  const desk = state.answered(hear(state.emptyDesk(), { type: 'offer', offer: offer('a') }), 'a');
  assert.equal(state.ringing(desk).length, 0);
  assert.equal(state.ringing(hear(desk, { type: 'error', code: 'gone', text: '' })).length, 1);
});

test('opening a conversation ends its offer', () => {
  const desk = hear(state.emptyDesk(), { type: 'offer', offer: offer('1') },
    { type: 'conversation.opened', conversation: talk('co-1') });
  assert.equal(desk.offers.length, 0);
});

test('unread and waiting begin with her first word and end with an answer', () => {
  let desk = hear(open(), hers('v1'), hers('v2'), hers('v2'));
  assert.deepEqual([desk.conversations[0].unread, desk.conversations[0].waitingSince], [2, 1000]);
  desk = state.say(desk, 'co-1', 'o1', 'hello', 2000);
  assert.deepEqual([desk.conversations[0].unread, desk.conversations[0].waitingSince], [0, null]);
});

test('after a reconnection unconfirmed words are kept and said again, confirmed ones not', () => {
  const said = state.say(state.say(open(), 'co-1', 'o1', 'one', 1), 'co-1', 'o2', 'two', 2);
  const confirmed = { id: 'o1', from: 'operator', text: 'one' };
  const desk = hear(said, { type: 'snapshot', presence: 'busy', offers: [], conversations: [talk('co-1', [confirmed])], desks: [] });
  assert.deepEqual(desk.conversations[0].messages.map((it) => it.id), ['o1', 'o2']);
  assert.deepEqual(state.unsent(desk).map((it) => it.id), ['o2']);
});

test('a conversation that ended meanwhile stays to be read until it is cleared', () => {
  const desk = hear(open(), { type: 'snapshot', offers: [], conversations: [], desks: [] });
  assert.equal(desk.conversations[0].closed, 'left');
  assert.deepEqual(state.unsent(state.say(desk, 'co-1', 'o1', 'x', 1)), []);
  assert.equal(state.dismiss(desk, 'co-1').conversations.length, 0);
});
