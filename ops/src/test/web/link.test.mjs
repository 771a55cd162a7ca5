import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, isolated, preferred } from '../../main/web/shared/i18n.js';
import { backoff, keepLink } from '../../main/web/shared/link.js';
import { sequence } from '../../main/web/shared/sequence.js';

function bench(options = {}) {
  const timers = [];
  const beats = [];
  const sockets = [];
  const said = [];
  const turned = [];
  const clock = {
    setTimeout: (run, ms) => timers.push({ run, ms }),
    clearTimeout: (id) => { if (timers[id - 1]) timers[id - 1].run = () => {}; },
    setInterval: (run) => beats.push(run),
    clearInterval: () => {},
  };
  const open = () => {
    const socket = { readyState: 1, sent: [], send: (text) => socket.sent.push(JSON.parse(text)), close: () => {} };
    sockets.push(socket);
    return socket;
  };
  const link = keepLink({ url: 'ws://x', hello: () => ({ hello: 1 }), heard: (it) => said.push(it),
    turned: (...it) => turned.push(it), clock, open, ...options });
  return { link, timers, beats, sockets, said, turned, last: () => sockets.at(-1) };
}

test('the first frame is ours, the first of theirs makes the link live', () => {
  const { link, last, turned } = bench();
  last().onopen();
  assert.deepEqual(last().sent, [{ hello: 1 }]);
  assert.equal(link.send({ a: 1 }), false);
  last().onmessage({ data: '{"type":"snapshot"}' });
  assert.equal(link.send({ a: 1 }), true);
  assert.deepEqual(turned.map(([state]) => state), ['connecting', 'live']);
});

test('a lost connection is tried again, a refused one is not', () => {
  const { timers, sockets, last, turned } = bench();
  last().onclose({ code: 1006 });
  timers.at(-1).run();
  assert.equal(sockets.length, 2);
  last().onclose({ code: 4401 });
  assert.deepEqual(turned.at(-1), ['refused', 4401]);
});

test('silence after a ping means a dead connection, but only where pings were once answered', () => {
  const { beats, sockets, timers, last } = bench({ welcome: true, ping: () => ({ type: 'ping' }) });
  last().onopen();
  beats[0]();
  beats[0]();
  assert.equal(sockets.length, 1);
  last().onmessage({ data: '{"type":"pong"}' });
  beats[0]();
  beats[0]();
  timers.at(-1).run();
  assert.equal(sockets.length, 2);
});

test('tries come later and later, at most ten seconds apart', () => {
  assert.deepEqual([0, 1, 2, 9].map((attempt) => backoff(attempt, () => 1)), [100, 1000, 2000, 10_000]);
});

test('a resumed stream repeats nothing; a snapshot begins anew', () => {
  const frames = sequence();
  assert.deepEqual(frames.hello('k'), { token: 'k' });
  assert.equal(frames.accept({ seq: 7, type: 'offer' }), true);
  assert.equal(frames.accept({ seq: 7, type: 'offer' }), false);
  assert.deepEqual(frames.hello('k'), { token: 'k', after: 7 });
  assert.equal(frames.accept({ seq: 1, type: 'snapshot' }), true);
  assert.equal(frames.last, 1);
});

test('languages are found by their first part, names keep their direction', () => {
  assert.equal(preferred(['pt-BR', 'nl-BE', 'fr']), 'nl');
  assert.equal(preferred(undefined), 'en');
  assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}');
  assert.equal(isolated({ a: 'x' }).a, '\u2068x\u2069');
});
