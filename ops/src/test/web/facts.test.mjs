import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../main/web/shared/i18n.js';
import { factsWords } from '../../main/web/dispatch/facts-words.js';
import en from '../../main/web/dispatch/lang/en.js';
import fr from '../../main/web/dispatch/lang/fr.js';
import shared from '../../main/web/shared/lang/en.js';

const speak = (texts, language) => ({ language, has: (key) => key in texts, t: (key, params) => fill(texts[key] ?? key, params) });
const words = factsWords(speak({ ...shared, ...en }, 'en'));
const now = Date.parse('2026-11-21T22:10:00Z');
const order = { kind: 'contact-ban', court: 'TJ', until: '2027-03-01', status: 'verified' };

test('court orders are the first line, then who must not be sent; the rest stands below', () => {
  const incident = { notes: ['n'], redList: { seriousness: 4, reason: 'assault' }, doNotSend: [{ kind: 'unit', ref: 'brigade 3' }], orders: [order] };
  const lines = words.lines(incident);
  assert.deepEqual(lines.map((it) => it.kind), ['order', 'stop']);
  assert.match(lines[0].text, /^Ban on contact until .*2027/);
  assert.match(lines[1].text, /brigade 3/);
  assert.deepEqual(words.background(incident).map((it) => it.kind), ['red', 'note']);
  assert.match(words.lines({ orders: [{ ...order, breached: true }] })[0].text, /^BREACHED: Ban/);
});

test('whoever says nothing of it must not be rung back, nor come to loudly', () => {
  assert.deepEqual(words.marks({}).map((it) => it.text), ['DO NOT RING BACK', 'APPROACH SILENTLY']);
  const marks = words.marks({ callback: 'ok', approach: 'normal', weapons: true, children: true, canTalk: false, language: 'ar' });
  assert.deepEqual(marks.map((it) => it.kind), ['plain', 'plain', 'danger', 'care', 'care', 'plain']);
  assert.equal(words.marks({ weapons: null, children: null }).length, 2);
});

test('a cancellation under duress is danger, any other is for the dispatcher to judge', () => {
  assert.deepEqual(words.lines({ cancellations: [{ alarm: 'a', duress: true }, { alarm: 'b', duress: false }] }).map((it) => it.kind), ['red']);
  assert.deepEqual(words.background({ cancellations: [{ alarm: 'a' }] }).map((it) => it.kind), ['care']);
});

test('who is responsible now is said where it is not this desk, while nobody has taken it', () => {
  const you = { centre: 'fr-94-cic' };
  const owner = { centre: 'fr-94-cic', post: 'duty-phone', since: '2026-11-21T22:08:00Z' };
  assert.match(words.owner({ state: 'open', owner }, you, now), /\(for 2 min\): duty officer, by telephone, fr-94-cic.*may still take it/);
  assert.equal(words.owner({ state: 'taken', owner }, you, now), '');
  assert.equal(words.owner({ state: 'open' }, you, now), '');
});

test('the delay has a source, safety lowers nothing, what was not answered is not a no', () => {
  const [delay, assessment] = words.background({ expectedDelay: { minutes: 35, source: 'SDIS 2026' },
    assessment: { level: 'high', at: '2026-11-21T22:00:00Z', risk: ['firearms', 'new-code'], safety: ['housing'], unanswered: 3 } });
  assert.match(assessment.text, /high.*firearms, new code.*Not answered: 3 \(that is not a no\).*lowers nothing: housing/);
  assert.match(delay.text, /35 min here \(SDIS 2026\)/);
});

test('a position says how near, how and how old', () => {
  assert.deepEqual(words.position({ position: { lat: 1.1234567, lon: 2, accuracyM: 18, method: 'gps', at: '2026-11-21T22:05:00Z' } }, now), ['1.12346, 2', '± 18 m', 'GPS', '5 min old']);
  assert.deepEqual(words.position({ position: { lat: 1, lon: 2 } }, now).slice(1), ['accuracy unknown', 'unknown', 'age unknown']);
});

test('reasons are said in the reader’s language where they are known', () => {
  const french = factsWords(speak({ ...shared, ...fr }, 'fr'));
  assert.equal(french.reason({ code: 'trigger.silent', text: 'Silent alarm' }, {}), 'Alarme silencieuse');
  assert.equal(french.reason({ code: 'new.code', text: 'Something new' }, {}), 'Something new');
  assert.equal(words.reason({ code: 'repeat', text: '2 alarms within 3 minutes' }, {}), '2 alarms within 3 minutes');
});
