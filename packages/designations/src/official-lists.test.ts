import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListRefused } from './list-refused.ts';
import { OFFICIAL_LISTS, officialList } from './official-lists.ts';

test('every official list has a key of its own, a law, an effect and an address that is a page', () => {
  const keys = OFFICIAL_LISTS.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const { key, power, effects, url, page, floor } of OFFICIAL_LISTS) {
    assert.match(key, /^[a-z]{2}(-[a-z0-9]+)*$/);
    assert.ok(power.length > 5 && effects.length > 0, key);
    assert.equal(new URL(url ?? page).protocol, 'https:', key);
    assert.equal(new URL(page).protocol, 'https:', key);
    assert.ok(floor.organisations + floor.persons > 0, `${key} has no guard`);
  }
});

test('no list takes a page that says the service is unavailable for an edition', async () => {
  const page = '<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>';
  for (const { key, read } of OFFICIAL_LISTS) {
    const chunks = (async function* () {
      yield await Promise.resolve(new TextEncoder().encode(page));
    })();
    await assert.rejects(read(chunks), ListRefused, key);
  }
  assert.equal(officialList('atlantis'), undefined);
});
