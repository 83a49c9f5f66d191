/**
 * Standard Webhooks 1.0 (https://www.standardwebhooks.com): the message `id.timestamp.body`, signed as
 * `v1` (HMAC-SHA-256, secret `whsec_…`) and `v1a` (Ed25519, keys `whsk_…` and `whpk_…`).
 * Web Crypto only, so that it runs in Node, workers and browsers.
 */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  /** Unix seconds. */
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** The message is not from who it says, or not from now. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

const encoder = new TextEncoder();

/** Signs a message with each key given (`whsec_…` or `whsk_…`). `timestamp` in Unix seconds. */
export async function signWebhook(
  keys: readonly string[],
  id: string,
  timestamp: number,
  body: string,
): Promise<WebhookHeaders> {
  const message = encoder.encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(keys.map((key) => signatureOf(key, message)));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

/**
 * Checks a message against one key: the shared secret `whsec_…`, or the desk's public key `whpk_…`.
 * Messages older or newer than `toleranceSeconds` (300) are refused, against replay. The id is the
 * same at every retry: keep the ids you carried out, and carry none out twice.
 * @throws WebhookError
 */
export async function verifyWebhook(
  key: string,
  headers: WebhookHeaders,
  body: string,
  now: Date,
  toleranceSeconds = 300,
): Promise<void> {
  const timestamp = Number(headers['webhook-timestamp']);
  if (
    !Number.isInteger(timestamp) ||
    Math.abs(now.getTime() / 1000 - timestamp) > toleranceSeconds
  ) {
    throw new WebhookError('The message is too old, or its clock is wrong.');
  }
  const message = encoder.encode(`${headers['webhook-id']}.${timestamp}.${body}`);
  for (const signature of headers['webhook-signature'].split(' ')) {
    if (await matches(key, signature, message)) return;
  }
  throw new WebhookError('No signature of the message fits the key.');
}

async function signatureOf(key: string, message: Uint8Array<ArrayBuffer>): Promise<string> {
  if (key.startsWith('whsec_')) return `v1,${toBase64(await hmac(key, message))}`;
  const seed = fromBase64(key.slice('whsk_'.length)).subarray(0, 32);
  const signed = await crypto.subtle.sign('Ed25519', await privateKey(seed), message);
  return `v1a,${toBase64(new Uint8Array(signed))}`;
}

async function matches(
  key: string,
  signature: string,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const [version, value = ''] = signature.split(',', 2);
  let given: Uint8Array<ArrayBuffer>;
  try {
    given = fromBase64(value);
  } catch {
    return false;
  }
  if (version === 'v1' && key.startsWith('whsec_')) return equal(given, await hmac(key, message));
  if (version === 'v1a' && key.startsWith('whpk_')) {
    const publicKey = await crypto.subtle.importKey(
      'raw',
      fromBase64(key.slice('whpk_'.length)),
      'Ed25519',
      false,
      ['verify'],
    );
    return crypto.subtle.verify('Ed25519', publicKey, given, message);
  }
  return false;
}

async function hmac(
  key: string,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = await crypto.subtle.importKey(
    'raw',
    fromBase64(key.slice('whsec_'.length)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, message));
}

/** Ed25519 seeds go in as PKCS #8 (RFC 8410): a fixed prefix and the 32 bytes. */
async function privateKey(
  seed: Uint8Array,
): Promise<Awaited<ReturnType<typeof crypto.subtle.importKey>>> {
  const prefix = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ];
  return crypto.subtle.importKey('pkcs8', new Uint8Array([...prefix, ...seed]), 'Ed25519', false, [
    'sign',
  ]);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
