import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBoard, hear, inOrder, lay, missing, put, waiting } from '../../main/web/dispatch/board.js';

const incident = (id, level, score, more = {}) => ({
  id, state: 'open', priority: { class: level, score }, createdAt: '2026-11-21T22:41:07Z',
  updatedAt: '2026-11-21T22:41:07Z', ...more,
});
const board = (...incidents) => hear(emptyBoard(), { type: 'snapshot', incidents });
const ids = (of) => inOrder(of).map((it) => it.id);

test('class goes before score, score before age', () => {
  assert.deepEqual(ids(board(
    incident('normal', 'normal', 99),
    incident('young', 'high', 50, { createdAt: '2026-11-21T22:45:00Z' }),
    incident('old', 'high', 50),
    incident('worse', 'high', 60),
    incident('critical', 'critical', 1),
  )), ['critical', 'worse', 'old', 'young', 'normal']);
});

test('what nobody has taken stands before what somebody has', () => {
  assert.deepEqual(ids(board(
    incident('closed', 'critical', 90, { state: 'closed' }),
    incident('taken', 'critical', 90, { state: 'taken' }),
    incident('open', 'normal', 1),
  )), ['open', 'taken', 'closed']);
});

test('an unknown class or state is shown first, never hidden', () => {
  assert.deepEqual(ids(board(incident('a', 'critical', 9), incident('b', 'new-class', 1))), ['b', 'a']);
  assert.equal(waiting(board(incident('a', 'high', 1, { state: 'escalated' }))).length, 1);
});

test('any frame with an incident is its newest state, a part of it is laid over', () => {
  const taken = hear(board(incident('a', 'high', 1, { zone: 'z' })), {
    type: 'incident.taken',
    incident: { id: 'a', state: 'taken', holder: { position: '2' } },
  });
  assert.deepEqual([taken.incidents.get('a').state, taken.incidents.get('a').zone], ['taken', 'z']);
});

test('an older answer does not undo a newer frame', () => {
  const now = board(incident('a', 'high', 1, { state: 'taken', updatedAt: '2026-11-21T22:50:00Z' }));
  assert.equal(put(now, incident('a', 'high', 1)).incidents.get('a').state, 'taken');
});

test('what moved to another centre goes, what the fresh list lacks is asked for', () => {
  const two = board(incident('a', 'high', 1), incident('b', 'high', 1));
  assert.deepEqual(ids(hear(two, { type: 'incident.moved', incident: { id: 'a', state: 'moved' } })), ['b']);
  assert.deepEqual(missing(two, [{ id: 'b' }]), ['a']);
});

test('within a class the order is the server’s: waiting counts at the rate of the policy', () => {
  const young = incident('young', 'high', 55, { createdAt: '2026-11-21T22:50:07Z' });
  const two = board(incident('old', 'high', 50), young);
  assert.deepEqual(ids(two), ['young', 'old']);
  assert.deepEqual(ids({ ...two, perMinute: { high: 1 } }), ['old', 'young']);
});

test('a whole incident replaces, so that what it no longer says is forgotten', () => {
  const first = board(incident('a', 'high', 1, { notDurable: true, rejection: { pending: true } }));
  const next = put(first, incident('a', 'high', 1, { updatedAt: '2026-11-21T22:50:00Z' })).incidents.get('a');
  assert.deepEqual([next.notDurable, next.rejection], [undefined, undefined]);
});

test('an answer that brings nothing new changes nothing', () => {
  const one = board(incident('a', 'high', 1));
  assert.equal(lay(one, [incident('a', 'high', 1)]), one);
  assert.notEqual(lay(one, [incident('a', 'high', 1, { progress: 'delivered' })]), one);
});

test('a snapshot names all that is not closed; what closed stays, what left goes', () => {
  const known = board(incident('gone', 'high', 1), incident('stays', 'high', 1));
  const closed = put(known, incident('done', 'high', 1, { state: 'closed' }));
  assert.deepEqual(ids(hear(closed, { type: 'snapshot', incidents: [incident('stays', 'high', 1)] })), ['stays', 'done']);
});
