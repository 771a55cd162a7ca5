import assert from 'node:assert/strict';
import { test } from 'node:test';
import words from '../../main/web/desk/lang/en.js';
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
  assert.equal(desk.conversations[0].closed, 'gone');
  assert.deepEqual(state.unsent(state.say(desk, 'co-1', 'o1', 'x', 1)), []);
  assert.equal(state.dismiss(desk, 'co-1').conversations.length, 0);
});

test('why it stops ringing is told, unless she did it here', () => {
  const rings = hear(state.emptyDesk(), { type: 'offer', offer: offer('a') });
  for (const cause of ['timeout', 'left', 'taken', 'declined', 'unanswered', 'lost']) {
    const told = hear(rings, { type: 'offer.withdrawn', offer: 'a', cause });
    assert.deepEqual([told.offers.length, told.withdrawn], [0, { cause }]);
  }
  for (const [cause, news] of [['taken', null], ['declined', null], ['lost', { cause: 'lost' }]]) {
    assert.deepEqual(hear(state.answered(rings, 'a'), { type: 'offer.withdrawn', offer: 'a', cause }).withdrawn, news);
  }
  assert.equal(hear(rings, { type: 'offer.withdrawn', offer: 'b', cause: 'timeout' }).withdrawn, null);
});

test('who is free at other desks is as the last list says', () => {
  const list = (available) => [{ id: 'b', name: 'B', available }];
  const desk = hear(open(), { type: 'snapshot', offers: [], conversations: [talk('co-1')], desks: list(0) });
  assert.deepEqual(hear(desk, { type: 'desks', desks: list(2) }).desks, list(2));
  assert.deepEqual(hear(desk, { type: 'desks', desks: [] }).desks, []);
});

test('a transfer keeps the name of its desk when that leaves the list', () => {
  const step = (to) => ({ type: 'transfer', contact: 'co-1', to, state: 'offered' });
  const desk = hear(open(), { type: 'desks', desks: [{ id: 'b', name: 'B', available: 1 }] }, step('b'),
    { type: 'desks', desks: [] }, { ...step('b'), state: 'returned', cause: 'lost' });
  assert.deepEqual(desk.conversations[0].transfer, { to: 'b', name: 'B', state: 'returned', cause: 'lost' });
  assert.equal(hear(desk, step('c')).conversations[0].transfer.name, 'c');
});

test('each end of a conversation keeps its reason and its words', () => {
  for (const reason of ['left', 'operator', 'transferred', 'lost', 'too-long']) {
    const desk = hear(open(), hers('v1'), { type: 'conversation.closed', contact: 'co-1', reason });
    assert.deepEqual([desk.conversations[0].closed, desk.conversations[0].messages.length], [reason, 1]);
  }
});

test('each cause, reason and step of the frames has its words', () => {
  const codes = {
    withdrawn: ['timeout', 'left', 'taken', 'declined', 'unanswered', 'lost'],
    closed: ['left', 'operator', 'transferred', 'lost', 'too-long', 'gone'],
    transfer: ['asked', 'stays', 'offered', 'accepted', 'returned'],
    cause: ['nobody', 'gone', 'timeout', 'declined', 'unanswered', 'lost'],
  };
  for (const [kind, names] of Object.entries(codes)) {
    for (const name of names) assert.ok(`${kind}-${name}` in words, `${kind}-${name}`);
  }
});

test('what is known of a caller is shown with her call, also on a page that is opened later', () => {
  const rung = hear(state.emptyDesk(),
    { type: 'presence', presence: 'reserved' },
    { type: 'offer', offer: offer('1', { channel: 'call', language: 'fr' }) },
    { type: 'offer.withdrawn', offer: '1', cause: 'taken' },
    { type: 'known-alarm', contact: 'co-1', alarm: { class: 'critical' } },
    { type: 'keys', contact: 'co-1', keys: [{ key: '1' }] },
    { type: 'keys', contact: 'co-1', keys: [{ key: '1' }, { key: '2' }] },
    { type: 'wishes-callback', contact: 'co-1' });
  assert.equal(rung.call.language, 'fr');
  assert.deepEqual(rung.call.notes.keys.map((it) => it.key), ['1', '2']);
  assert.equal(rung.call.notes.alarm.class, 'critical');
  assert.equal(rung.call.notes.wishesCallback, true);

  const later = hear(state.emptyDesk(), { type: 'presence', presence: 'busy' }, { type: 'keys', contact: 'co-9', keys: [] });
  assert.equal(later.call.contact, 'co-9');
  assert.equal(hear(later, { type: 'presence', presence: 'available' }).call, null);
});

test('a call knows how far it has gone to somebody else, and a chat does not notice', () => {
  const call = { contact: 'co-1', danger: 'none', language: 'fr' };
  let desk = hear(state.emptyDesk(), { type: 'call', call });
  assert.equal(desk.call.contact, 'co-1');
  desk = hear(desk, { type: 'transfer', contact: 'co-1', kind: 'warm', to: 'shelter', state: 'offered' });
  desk = hear(desk, { type: 'transfer', contact: 'co-2', kind: 'warm', to: 'other', state: 'joined' });
  desk = hear(desk, { type: 'call', call });
  assert.equal(desk.call.transfer.state, 'offered', 'a page that hears of its call again keeps what it knows');
  desk = hear(desk, { type: 'transfer', contact: 'co-1', kind: 'warm', to: 'shelter', state: 'returned', cause: 'busy' });
  assert.deepEqual(desk.call.transfer, { kind: 'warm', to: 'shelter', state: 'returned', cause: 'busy' });
  desk = hear(desk, { type: 'supervised', contact: 'co-1', mode: 'listen' });
  assert.equal(desk.call.supervised, 'listen');
  assert.equal(hear(desk, { type: 'supervised', contact: 'co-1', mode: 'end' }).call.supervised, null);
  assert.deepEqual(desk.conversations, []);
});
