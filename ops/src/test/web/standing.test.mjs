import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isElsewhere, isHeldBy, nothingKnown, receivers, redLights, storeTrouble } from '../../main/web/dispatch/standing.js';
import { holds, hush } from '../../main/web/dispatch/ringing.js';
import { slices } from '../../main/web/dispatch/slices.js';

const you = { id: 'dispatcher-1', role: 'dispatcher', centre: 'fr-94-cic', position: '1' };

test('a seat is one centre, role and position', () => {
  assert.equal(isHeldBy(you, { centre: 'fr-94-cic', role: 'dispatcher', position: '1' }), true);
  assert.equal(isHeldBy(you, { centre: 'fr-94-cic', role: 'dispatcher', position: '2' }), false);
  assert.equal(isHeldBy(you, { centre: 'fr-94-cic', role: 'supervisor', position: null }), false);
  assert.equal(isHeldBy(null, null), false);
});

test('whoever is responsible elsewhere is named', () => {
  assert.equal(isElsewhere(you, undefined), false);
  assert.equal(isElsewhere(you, { centre: 'fr-94-cic', post: 'desk' }), false);
  assert.equal(isElsewhere(you, { centre: 'fr-94-cic', post: 'duty-phone' }), true);
  assert.equal(isElsewhere(you, { centre: 'fr-59-cic', post: 'desk' }), true);
});

test('a light is red where a system fails, or where nobody can be told', () => {
  const centres = [
    { id: 'a', state: 'failing', reached: true }, { id: 'b', state: 'none', reached: false },
    { id: 'c', state: 'answers', reached: true }, { id: 'd', state: 'untried', reached: true },
  ];
  assert.deepEqual(redLights({ ...nothingKnown(), centres }).map((it) => it.id), ['a', 'b']);
});

test('a store that is away is named before anything else of it', () => {
  assert.equal(storeTrouble({ store: 'away', current: false }), 'storeAway');
  assert.equal(storeTrouble({ store: 'not-durable', current: true }), 'storeNotDurable');
  assert.equal(storeTrouble({ store: 'durable', current: false }), 'storeBehind');
  assert.equal(storeTrouble(nothingKnown()), null);
});

test('colleagues and the chain come first, the own centre and doubles never', () => {
  const standing = { ...nothingKnown(), you, colleagues: [{ id: 'dispatcher-2' }], centres: [{ id: 'fr-94-cic' }, { id: 'fr-59-cic' }] };
  const to = receivers(standing, [{ id: 'fr-94-cic' }, { id: 'fr-59-cic' }, { id: 'be-bru' }]);
  assert.deepEqual([to.colleagues, to.near, to.far].map((list) => list.map((it) => it.id)), [['dispatcher-2'], ['fr-59-cic'], ['be-bru']]);
});

test('silence ends after a minute, or when another one waits', () => {
  const hushed = hush([{ id: 'a' }], 0);
  assert.equal(holds(hushed, [{ id: 'a' }], 59_000), true);
  assert.equal(holds(hushed, [{ id: 'a' }], 61_000), false);
  assert.equal(holds(hushed, [{ id: 'a' }, { id: 'b' }], 1_000), false);
  assert.equal(holds(null, [], 0), false);
});

test('work is cut where its time is up, and nothing is lost', () => {
  let time = 0;
  const later = [];
  const done = [];
  const work = slices({ budgetMs: 6, later: (run) => later.push(run), time: () => time });
  for (let i = 0; i < 5; i++) {
    work.add(() => {
      done.push(i);
      time += 3;
    });
  }
  later.shift()();
  assert.deepEqual(done, [0, 1]);
  later.shift()();
  assert.deepEqual(done, [0, 1, 2, 3]);
  work.finish();
  assert.deepEqual(done, [0, 1, 2, 3, 4]);
});
