import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = new URL('../../main/web/', import.meta.url);
const texts = Object.fromEntries(await Promise.all(['fr', 'nl', 'de', 'en', 'ar'].map(async (tag) =>
  [tag, (await import(new URL(`lang/${tag}.js`, web))).default])));
const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

for (const [tag, its] of Object.entries(texts)) {
  test(`${tag} says everything, with the same places`, () => {
    assert.deepEqual(Object.keys(its).sort(), Object.keys(texts.en).sort());
    for (const [key, text] of Object.entries(its)) {
      assert.deepEqual(places(text), places(texts.en[key]), key);
    }
  });
}

test('every text that the page names exists', () => {
  for (const file of readdirSync(web).filter((name) => name.endsWith('.js'))) {
    const source = readFileSync(new URL(file, web), 'utf8');
    for (const [, key] of source.matchAll(/(?:\bt\(|'data-t(?:-label|-hint)?': )'([^']+)'/g)) {
      assert.ok(key in texts.en, `${key} in ${file}`);
    }
  }
});

test('every note in a conversation has its text', () => {
  const source = readFileSync(new URL('conversation.js', web), 'utf8');
  const notes = [...source.matchAll(/note\([^;]*?'(\w+)'(?:,\s*frame\.service)?,?\s*\);/g)].map(([, what]) => what);
  assert.deepEqual(notes.sort(), ['interrupted', 'joined', 'returned', 'transferred']);
  for (const what of notes) assert.ok(what in texts.en, what);
});

test('the page stores nothing and asks nobody else', () => {
  const sources = readdirSync(web).filter((name) => /\.(js|html|css)$/.test(name))
    .map((name) => readFileSync(new URL(name, web), 'utf8')).join('\n');
  assert.doesNotMatch(sources, /localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|pushState|innerHTML/);
  assert.doesNotMatch(sources, /<(script|link|img)[^>]+(src|href)="https?:/);
  assert.doesNotMatch(sources, /@import|url\(["']?https?:/);
});
