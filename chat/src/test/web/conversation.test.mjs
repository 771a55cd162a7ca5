import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dialable, fresh, hear, lastHeard, leavesGap, say, split, unsent,
} from '../../main/web/conversation.js';

const started = { n: 1, type: 'started', resume: 'secret' };
const joined = { n: 2, type: 'joined', service: '3919' };
const after = (...frames) => frames.reduce(hear, fresh());

test('a person waits until a human has joined', () => {
  assert.equal(after(started).phase, 'waiting');
  assert.equal(after(started, joined).phase, 'talking');
});

test('a frame that comes again after a resumption changes nothing', () => {
  const message = { n: 3, type: 'message', id: 'o1', text: 'hello' };
  const once = after(started, joined, message);
  assert.equal(hear(once, message), once);
  assert.equal(once.received, 3);
});

test('a missing frame is noticed', () => {
  assert.equal(leavesGap(after(started), { n: 3, type: 'queue' }), true);
  assert.equal(leavesGap(after(started), { n: 2, type: 'queue' }), false);
  assert.equal(leavesGap(after(started), { type: 'pong' }), false);
});

test('her words are said again, with the same ids and in order, until the server has them', () => {
  let talk = say(say(after(started, joined), 'one'), 'two');
  assert.deepEqual(unsent(talk).map(({ id, text }) => [id, text]), [['v1', 'one'], ['v2', 'two']]);
  talk = hear(talk, { n: 3, type: 'sent', id: 'v1' });
  assert.deepEqual(unsent(talk).map(({ id }) => id), ['v2']);
});

test('who saw a message saw those before it', () => {
  let talk = say(say(after(started, joined), 'one'), 'two');
  talk = hear(talk, { n: 3, type: 'seen', id: 'v2' });
  assert.deepEqual(talk.messages.filter((it) => it.from === 'me').map((it) => it.state), ['seen', 'seen']);
});

test('the two sides may use the same id', () => {
  const talk = hear(say(after(started, joined), 'mine'), { n: 3, type: 'message', id: 'v1', text: 'theirs' });
  assert.equal(talk.messages.filter((it) => it.id === 'v1').length, 2);
  assert.equal(lastHeard(talk), 'v1');
});

test('danger keeps the numbers to call', () => {
  const talk = after(started, { n: 2, type: 'danger', state: 'place-unknown', numbers: ['112', '114'] });
  assert.equal(talk.danger, 'place-unknown');
  assert.deepEqual(hear(talk, { n: 3, type: 'danger', state: 'alerted' }).numbers, ['112', '114']);
});

test('a transfer asks, and its end goes back to talking', () => {
  const asked = after(started, joined, { n: 3, type: 'transfer', id: 't1', service: 'B' });
  assert.deepEqual(asked.transfer, { id: 't1', service: 'B' });
  assert.equal(hear(asked, { n: 4, type: 'transferred', service: 'B' }).transfer, null);
});

test('a transfer that nobody took closes its question and says with whom she still is', () => {
  const asked = after(started, joined, { n: 3, type: 'transfer', id: 't1', service: 'B' });
  const returned = hear(asked, { n: 4, type: 'returned', id: 't1', service: '3919' });
  assert.deepEqual([returned.phase, returned.transfer, returned.service], ['talking', null, '3919']);
  const { from, what, service } = returned.messages.at(-1);
  assert.deepEqual([from, what, service], ['note', 'returned', '3919']);
});

test('the return of one transfer does not close the question of another', () => {
  const asked = after(started, joined, { n: 3, type: 'transfer', id: 't2', service: 'C' });
  assert.equal(hear(asked, { n: 4, type: 'returned', id: 't1', service: '3919' }).transfer.id, 't2');
});

test('who lost her operator waits again and keeps the conversation', () => {
  const talking = say(after(started, joined, { n: 3, type: 'message', id: 'o1', text: 'hello' },
    { n: 4, type: 'transfer', id: 't1', service: 'B' }, { type: 'typing' }), 'mine');
  const waiting = hear(talking, { n: 5, type: 'queue', position: 1, alternatives: [], again: true });
  assert.deepEqual([waiting.phase, waiting.again, waiting.position], ['waiting', true, 1]);
  assert.deepEqual([waiting.transfer, waiting.typing, waiting.expectedS], [null, false, null]);
  assert.deepEqual(waiting.messages.map((it) => it.text ?? it.what), ['joined', 'hello', 'mine', 'interrupted']);
  assert.deepEqual(unsent(waiting).map(({ id }) => id), ['v1']);
});

test('waiting again is said once, and ends when somebody joins', () => {
  const again = { type: 'queue', position: 2, alternatives: [], again: true };
  const waiting = after(started, joined, { n: 3, ...again }, { n: 4, ...again, position: 1 });
  assert.equal(waiting.position, 1);
  assert.equal(waiting.messages.filter((it) => it.what === 'interrupted').length, 1);
  const talking = hear(waiting, { n: 5, type: 'joined', service: 'C' });
  assert.deepEqual([talking.phase, talking.again, talking.service], ['talking', false, 'C']);
});

test('a queue that is not said to be again stays an ordinary wait', () => {
  const waiting = after(started, { n: 2, type: 'queue', position: 3, alternatives: [] });
  assert.deepEqual([waiting.phase, waiting.again, waiting.messages.length], ['waiting', false, 0]);
});

test('unknown frames are ignored but counted', () => {
  assert.equal(after(started, { n: 2, type: 'weather' }).received, 2);
});

test('a long text is cut at spaces and nothing of it is lost', () => {
  const text = 'word '.repeat(1000).trim();
  const parts = split(text);
  assert.ok(parts.every((part) => part.length <= 2000));
  assert.equal(parts.join(' '), text);
  assert.deepEqual(split('   '), []);
});

test('only digits and plus reach a link to call', () => {
  assert.equal(dialable('0800 30 030'), '080030030');
  assert.equal(dialable('+33 1;ext=2'), '+3312');
});
