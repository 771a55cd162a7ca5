import assert from 'node:assert/strict';
import { test } from 'node:test';
import { door } from '../../main/web/phone/door.js';

const settled = () => new Promise((done) => setImmediate(done));

function stage(tickets) {
  const seen = { sockets: [], refused: [], lost: 0, open: 0, data: [] };
  const way = door({
    url: 'ws://here/sip',
    ticket: async () => tickets.shift() ?? null,
    refused: (code) => seen.refused.push(code),
    open: () => {
      const socket = { sent: [], readyState: 1, send: (text) => socket.sent.push(text), close() {} };
      seen.sockets.push(socket);
      return socket;
    },
  });
  way.onconnect = () => seen.open++;
  way.ondisconnect = () => seen.lost++;
  way.ondata = (text) => seen.data.push(text);
  return { way, seen };
}

test('shows a fresh ticket on each connection, before anything else', async () => {
  const { way, seen } = stage(['one', 'two']);
  way.connect();
  await settled();
  seen.sockets[0].onopen();
  assert.deepEqual(seen.sockets[0].sent, ['{"ticket":"one"}']);
  assert.equal(seen.open, 0);
  seen.sockets[0].onmessage({ data: '{"open":true}' });
  assert.equal(seen.open, 1);
  seen.sockets[0].onmessage({ data: 'SIP' });
  assert.deepEqual(seen.data, ['SIP']);
  seen.sockets[0].onclose({ code: 1006 });
  assert.equal(seen.lost, 1);
  way.connect();
  await settled();
  seen.sockets[1].onopen();
  assert.deepEqual(seen.sockets[1].sent, ['{"ticket":"two"}']);
});

test('without a ticket it is a loss like others, to be tried again', async () => {
  const { way, seen } = stage([]);
  way.connect();
  await settled();
  assert.equal(seen.lost, 1);
  assert.equal(seen.sockets.length, 0);
});

test('who was refused does not come back', async () => {
  const { way, seen } = stage(['one']);
  way.connect();
  await settled();
  seen.sockets[0].onclose({ code: 4409 });
  assert.deepEqual(seen.refused, [4409]);
  assert.equal(seen.lost, 0);
});

test('what was given up says nothing more', async () => {
  const { way, seen } = stage(['one']);
  way.connect();
  await settled();
  way.disconnect();
  seen.sockets[0].onmessage({ data: '{"open":true}' });
  seen.sockets[0].onclose({ code: 1000 });
  assert.equal(seen.open + seen.lost, 0);
});
