import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, csv, fileName } from '../../main/web/dispatch/csv.js';

test('no cell can act as a formula', () => {
  for (const text of ['=1+1', '+33600', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u00a0=1', '|x', '%x']) {
    assert.match(cell(text), /^"'/, JSON.stringify(text));
  }
  assert.equal(cell('12 rue = x'), '"12 rue = x"');
  assert.equal(cell('say "no"'), '"say ""no"""');
});

test('numbers stay numbers, also negative ones', () => {
  assert.equal(cell(-4.5), '"-4.5"');
  assert.equal(cell(undefined), '""');
});

test('every row says whether it is an exercise, and none has the number', () => {
  const table = csv([
    { id: 'a', state: 'open', exercise: true, priority: { class: 'high', score: 3 } },
    { id: 'b', state: 'taken', progress: 'on-the-way', number: '+33600000001', orders: [{ kind: 'contact-ban', until: '2027-01-01', status: 'verified' }] },
  ]);
  const [head, one, other] = table.split('\r\n');
  assert.match(head, /^\ufeff"kind","id"/);
  assert.match(one, /^"EXERCISE","a","high","3","open"/);
  assert.match(other, /^"REAL","b",.*"on-the-way".*"contact-ban 2027-01-01 verified"/);
  assert.doesNotMatch(table, /33600000001/);
});

test('the name of the file says nothing, but for an exercise', () => {
  const now = Date.parse('2026-11-21T22:00:00Z');
  assert.equal(fileName([{}], now), 'list-2026-11-21T220000.csv');
  assert.match(fileName([{}, { exercise: true }], now), /^EXERCISE-/);
});
