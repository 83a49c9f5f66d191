import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { newId } from '../platform/ids.ts';
import { secretsFrom } from '../platform/secrets.ts';
import { addressOf, noticeToken, readNoticeToken, referenceOf } from './notice-token.ts';

const secrets = secretsFrom(Buffer.alloc(32, 3));
const key = { deskId: newId(), noticeId: newId() };

test('a link opens the notice it was made for', () => {
  const token = noticeToken(secrets, key);
  assert.match(token, /^[\w-]{64}$/);
  assert.deepEqual(readNoticeToken(secrets, token), key);
  const config = { publicUrl: 'https://desk.example' };
  assert.equal(addressOf({ secrets, config }, key), `https://desk.example/n/${token}`);
});

test('a link with any bit changed opens nothing', () => {
  const bytes = Buffer.from(noticeToken(secrets, key), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const forged = Buffer.from(bytes);
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(readNoticeToken(secrets, forged.toString('base64url')), null);
  }
});

test('what was not made here opens nothing', () => {
  const token = noticeToken(secrets, key);
  const others = [
    '',
    `${token}=`,
    ` ${token}`,
    `${token}AAAA`,
    token.slice(0, -1),
    noticeToken(secretsFrom(Buffer.alloc(32, 4)), key),
    // The seal of another notice of the same desk.
    Buffer.concat([
      Buffer.from(noticeToken(secrets, { ...key, noticeId: newId() }), 'base64url').subarray(0, 32),
      Buffer.from(token, 'base64url').subarray(32),
    ]).toString('base64url'),
  ];
  for (const other of others) assert.equal(readNoticeToken(secrets, other), null, other);
  fc.assert(fc.property(fc.string(), (text) => readNoticeToken(secrets, text) === null));
});

test('the number of a notice is short, stable and reads aloud', () => {
  assert.equal(referenceOf('0197a3c2-7c1e-7000-8000-0242ac120002'), 'N-8AP1-4002');
  fc.assert(
    fc.property(fc.uuid(), (id) =>
      /^N-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(referenceOf(id)),
    ),
  );
});
