import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { signWebhook, verifyWebhook, WebhookError } from './webhook.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const now = new Date('2026-11-23T12:00:00Z');
const timestamp = now.getTime() / 1000;

function keyPair(): { signing: string; verifying: string; privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return {
    signing: `whsk_${seed.toString('base64')}`,
    verifying: `whpk_${raw.toString('base64')}`,
    privateKey,
  };
}

test('signatures are those that node:crypto makes of the same message', async () => {
  const { signing, privateKey } = keyPair();
  const headers = await signWebhook([secret, signing], 'msg_1', timestamp, '{"a":1}');
  const message = Buffer.from(`msg_1.${timestamp}.{"a":1}`);
  const hmac = createHmac('sha256', Buffer.alloc(32, 7)).update(message).digest('base64');
  const ed25519 = signBytes(null, message, privateKey).toString('base64');
  assert.equal(headers['webhook-signature'], `v1,${hmac} v1a,${ed25519}`);
});

test('a message verifies under either key, and under no other', async () => {
  const pair = keyPair();
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.uuid(), async (body, id) => {
      const headers = await signWebhook([secret, pair.signing], id, timestamp, body);
      await verifyWebhook(secret, headers, body, now);
      await verifyWebhook(pair.verifying, headers, body, now);
      for (const other of [
        `whsec_${Buffer.alloc(32, 8).toString('base64')}`,
        keyPair().verifying,
      ]) {
        await assert.rejects(verifyWebhook(other, headers, body, now), WebhookError);
      }
    }),
    { numRuns: 30 },
  );
});

test('whatever is changed of a message is noticed', async () => {
  const headers = await signWebhook([secret], 'msg_1', timestamp, 'body');
  const changed = [
    [headers, 'other body'],
    [{ ...headers, 'webhook-id': 'msg_2' }, 'body'],
    [{ ...headers, 'webhook-timestamp': String(timestamp + 1) }, 'body'],
    [{ ...headers, 'webhook-signature': '' }, 'body'],
    [{ ...headers, 'webhook-signature': 'v1,not base64!' }, 'body'],
    [
      { ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1,', 'v1a,') },
      'body',
    ],
  ] as const;
  for (const [given, body] of changed)
    await assert.rejects(verifyWebhook(secret, given, body, now), WebhookError);
});

test('an old message is refused, so that it cannot be played again', async () => {
  const headers = await signWebhook([secret], 'msg_1', timestamp, 'body');
  for (const seconds of [-301, 301]) {
    await assert.rejects(
      verifyWebhook(secret, headers, 'body', new Date(now.getTime() + seconds * 1000)),
      WebhookError,
    );
  }
  await verifyWebhook(secret, headers, 'body', new Date(now.getTime() + 299_000));
});
