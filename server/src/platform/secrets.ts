import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The installation's one secret and what is derived from it. */
export interface Secrets {
  /** Encrypts for storage (AES-256-GCM); `purpose` binds the text to its use. */
  seal(purpose: string, plain: Uint8Array): Buffer;
  /** Decrypts what `seal` made. @throws when the purpose, the key or the bytes are not the same */
  open(purpose: string, sealed: Uint8Array): Buffer;
  /** HMAC-SHA-256 under a key derived for `purpose`. */
  mac(purpose: string, data: Uint8Array | string): Buffer;
}

/**
 * Reads `secret.key` in the data folder, or makes it on first use (mode 0600).
 * Without this file sealed webhook keys, ledger keys and one-time-code secrets cannot be read: back it up.
 */
export function openSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'secret.key');
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const root = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (root.length !== 32) {
    throw new Error(`${path} does not hold a 32-byte key in base64. Restore it from your backup.`);
  }
  return secretsFrom(root);
}

/** Secrets derived from 32 bytes. */
export function secretsFrom(root: Uint8Array): Secrets {
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `commonweal ${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal(purpose, plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), iv);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(
        'aes-256-gcm',
        keyFor(`seal ${purpose}`),
        bytes.subarray(0, 12),
        { authTagLength: 16 },
      );
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
    mac(purpose, data) {
      return createHmac('sha256', keyFor(`mac ${purpose}`))
        .update(data)
        .digest();
    },
  };
}
