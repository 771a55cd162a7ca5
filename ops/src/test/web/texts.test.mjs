import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = new URL('../../main/web/', import.meta.url);
const LANGUAGES = ['fr', 'nl', 'de', 'en', 'ar'];
const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

async function load(page) {
  const each = LANGUAGES.map(async (tag) =>
    [tag, (await import(new URL(`${page}/lang/${tag}.js`, web))).default]);
  return Object.fromEntries(await Promise.all(each));
}

const shared = await load('shared');
/** What a page says beside its own texts. */
const ADMIN = ['admin', 'admin/places', 'admin/directory', 'shared/services'];
const BESIDE = {
  desk: ['desk/calls'], phone: ['desk/calls'], refer: ['shared/services'],
  admin: ADMIN, 'admin/places': ADMIN, 'admin/directory': ADMIN,
};
const PAGES = ['shared', 'shared/services', 'desk', 'desk/calls', 'phone', 'dispatch', 'admin', 'admin/places', 'admin/directory', 'refer'];

for (const page of PAGES) {
  const texts = await load(page);
  for (const tag of LANGUAGES) {
    test(`${page} says everything in ${tag}, with the same places`, () => {
      assert.deepEqual(Object.keys(texts[tag]).sort(), Object.keys(texts.en).sort());
      for (const [key, text] of Object.entries(texts[tag])) {
        assert.notEqual(text.trim(), '', key);
        assert.deepEqual(places(text), places(texts.en[key]), key);
      }
    });
  }

  test(`every text that ${page} names exists`, async () => {
    const more = await Promise.all((BESIDE[page] ?? []).map(async (beside) => (await load(beside)).en));
    const known = Object.assign({}, shared.en, texts.en, ...more);
    const folder = new URL(`${page}/`, web);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      for (const [, key] of source.matchAll(/(?:\bt\(|'data-t(?:-label|-hint)?': )'([^']+)'/g)) {
        if (page === 'shared' && key === 'title') continue;
        if (page === 'shared' && key === 'offline') continue;
        assert.ok(key in known, `${key} in ${page}/${file}`);
      }
      const [keys] = source.match(/^const KEYBOARD = \[$[^;]*/m) ?? [''];
      for (const [, key] of keys.matchAll(/'([\w-]+)'\]/g)) {
        assert.ok(key in known, `${key} in the list of keys of ${page}/${file}`);
      }
    }
  });
}

test('consoles keep nothing on the device and ask nobody else', () => {
  for (const page of PAGES) {
    const folder = new URL(`${page}/`, web);
    for (const name of readdirSync(folder).filter((file) => /\.(js|html|css)$/.test(file))) {
      const source = readFileSync(new URL(name, folder), 'utf8');
      assert.doesNotMatch(source, /localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|https?:\/\/(?!www\.w3\.org\/2000\/svg)/, name);
    }
  }
});
