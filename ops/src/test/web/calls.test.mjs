import assert from 'node:assert/strict';
import { test } from 'node:test';
import words from '../../main/web/desk/calls/lang/en.js';
import { groups, query, sentences, stepsOf } from '../../main/web/desk/calls/call-course.js';
import { DAYS, freshNote, freshWindow, missing, noteBody, outcome } from '../../main/web/desk/calls/safe-contact.js';
import { emptyDesk, hear, supervises } from '../../main/web/desk/desk-state.js';

const heard = (...frames) => frames.reduce((desk, frame) => hear(desk, frame, 1000), emptyDesk());
const CALL = { type: 'call', call: { contact: 'co-1', language: 'ar', danger: 'none', exercise: false } };
const busy = { type: 'presence', presence: 'busy' };
const went = (state, more = {}) => ({ type: 'transfer', contact: 'co-1', kind: 'warm', to: 'operator-2', state, ...more });

test('every step of a course has words and says what she hears', () => {
  for (const kind of ['warm', 'blind', 'conference']) {
    for (const state of ['offered', 'consulting', 'joined', 'accepted', 'returned']) {
      for (const key of sentences({ kind, state })) assert.ok(key in words, key);
    }
  }
  for (const cause of ['busy', 'no-answer', 'declined', 'silent', 'unreachable', 'target-left', 'back']) {
    assert.deepEqual(sentences({ state: 'returned', cause }), [`callCause-${cause}`, 'call-returned']);
    assert.ok(`callCause-${cause}` in words);
  }
});

test('nobody is told that she is back when she hung up or somebody else has her', () => {
  assert.deepEqual(sentences({ state: 'returned', cause: 'left' }), ['callCause-left']);
  assert.deepEqual(sentences({ state: 'returned', cause: 'lost' }), ['callCause-lost']);
});

test('while it rings there is only the way back', () => {
  assert.deepEqual(stepsOf({ state: 'offered' }), ['back']);
  assert.deepEqual(stepsOf({ state: 'accepted' }), []);
  assert.deepEqual(stepsOf(undefined), []);
});

test('interpreters stand apart, and who is closed stays visible', () => {
  const services = [{ id: 'a', name: 'A', kind: 'shelter', open: false }, { id: 'i', name: 'I', kind: 'interpreter', open: true },
    { id: 'w', name: 'W', kind: 'legal-aid', open: true, channels: [{ kind: 'web' }] }];
  const all = groups({ operators: ['operator-2'], centre: 'fr-94' }, services, { police: 'P' });
  assert.deepEqual(all.map(({ group, targets }) => [group, targets.map(({ to }) => Object.values(to)[0])]),
    [['police', ['fr-94']], ['colleagues', ['operator-2']], ['interpreters', ['i']], ['services', ['a']]]);
});

test('who speaks an unknown language is searched for all the same', () => {
  assert.deepEqual(query({}, '', 'fr'), { channel: 'phone', language: 'fr' });
  assert.deepEqual(query({ language: 'ar' }, '94700', 'fr'), { channel: 'phone', language: 'ar', postcode: '94700' });
});

test('a page that is opened in a call learns it, and keeps what it knew', () => {
  const desk = heard(busy, CALL, { type: 'keys', contact: 'co-1', keys: [{ key: '1' }] }, went('consulting'), CALL);
  assert.equal(desk.call.language, 'ar');
  assert.equal(desk.call.transfer.state, 'consulting');
  assert.equal(desk.call.notes.keys.length, 1);
});

test('a call that is over stays while she writes up, marked, and goes then', () => {
  const over = heard(busy, CALL, { type: 'presence', presence: 'wrap-up' });
  assert.equal(over.call.over, true);
  assert.equal(hear(over, { type: 'presence', presence: 'available' }, 1).call, null);
  assert.equal(heard(busy, CALL).call.over, false);
});

test('a supervisor asks, listens, takes over and then has the call', () => {
  const supervised = (mode) => ({ type: 'supervised', contact: 'co-9', mode });
  let desk = supervises(emptyDesk(), { contact: 'co-9', language: 'fr', mode: 'asked' });
  desk = hear(desk, supervised('listen'), 1);
  assert.deepEqual(desk.supervising, { contact: 'co-9', language: 'fr', mode: 'listen' });
  assert.equal(desk.call, null);
  desk = hear(desk, supervised('take-over'), 1);
  assert.deepEqual([desk.call.contact, desk.call.language], ['co-9', 'fr']);
  assert.equal(hear(desk, supervised('end'), 1).supervising, null);
  assert.equal(heard(busy, CALL, { type: 'supervised', contact: 'co-1', mode: 'help' }).call.supervised, 'help');
});

test('news of call-backs are told apart', () => {
  const due = heard({ type: 'callback-due', callback: 'cb-1' });
  assert.deepEqual(due.callbackNews, { callback: 'cb-1', outcome: null });
  assert.equal(hear(due, { type: 'callback-ended', callback: 'cb-1', outcome: 'busy' }, 1).callbackNews.outcome, 'busy');
});

function complete() {
  const note = freshNote({ contact: 'co-1', channel: 'call', language: 'ar', exercise: true });
  Object.assign(note.values, { whom: ' Zoé ', codeWord: 'mimosa', ifSomeoneElse: 'is this the garage?', warned: true, agreed: true,
    windows: [{ days: ['tuesday', 'monday'], from: '09:00', until: '11:00' }] });
  return note;
}

test('half an agreement is not sent', () => {
  assert.deepEqual(missing(complete()), []);
  for (const [field, value, key] of [['whom', ' ', 'safeWhom'], ['codeWord', '', 'safeCodeWord'], ['ifSomeoneElse', '', 'safeOtherwise'],
    ['warned', false, 'safeWarned'], ['agreed', false, 'safeAgreed'], ['windows', [freshWindow()], 'safeDays']]) {
    const note = complete();
    note.values[field] = value;
    assert.equal(missing(note)[0], key);
  }
  const late = complete();
  late.values.windows[0].until = '08:00';
  assert.deepEqual(missing(late), ['safeHours']);
});

test('her number is taken unseen from the call, a chat has none', () => {
  const body = noteBody(complete());
  assert.equal(body.contact, 'co-1');
  assert.ok(!('phone' in body));
  assert.equal(body.whom, 'Zoé');
  assert.deepEqual(body.hours, { zone: 'Europe/Paris', windows: [{ days: DAYS.slice(0, 2), from: '09:00', until: '11:00' }] });
  assert.deepEqual([body.agreed, body.warnedOfCallLog, body.exercise], [true, true, true]);
  const chat = freshNote({ contact: 'co-2', channel: 'chat' });
  assert.ok(missing(chat).includes('safePhone'));
  chat.values.phone = '06 12 34 56 78';
  assert.ok(missing(chat).includes('safePhone'));
  chat.values.phone = '+33 6 12 34 56 78';
  assert.ok(!missing(chat).includes('safePhone'));
  assert.equal(noteBody(chat).phone, '+33 6 12 34 56 78');
});

test('only what was stored is called noted', () => {
  for (const status of [0, 400, 404, 422, 503]) {
    const { key, noted } = outcome({ status, body: {} });
    assert.equal(noted, false);
    assert.ok(key in words, key);
  }
  assert.equal(outcome({ status: 201, body: {} }).noted, true);
});
