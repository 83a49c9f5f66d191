import assert from 'node:assert/strict';
import { test } from 'node:test';
import { territoriesIn } from './territories.ts';

test('the countries are those of ISO 3166-1, named in the language asked', () => {
  const codes = territoriesIn('en').map(({ id }) => id);
  for (const code of ['FR', 'IN', 'PK', 'NG', 'PS', 'TW', 'GB', 'AX'])
    assert.ok(codes.includes(code), code);
  for (const code of ['EU', 'UN', 'ZZ', 'DD', 'SU', 'YU', 'UK'])
    assert.ok(!codes.includes(code), code);
  assert.ok(codes.length > 240 && codes.length < 260, String(codes.length));
  assert.equal(territoriesIn('fr').find(({ id }) => id === 'DE')?.label, 'Allemagne');
});
