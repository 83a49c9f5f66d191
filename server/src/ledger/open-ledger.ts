import { generateKeyPairSync } from 'node:crypto';
import {
  EMPTY_ROOT,
  formatCheckpoint,
  noteSigner,
  signNote,
  type NoteSigner,
} from '@commonweal/ledger';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readKey } from './store.ts';

const purpose = 'ledger key';

/**
 * Gives a desk its ledger: a signing key of its own and the checkpoint of the empty log. `origin`
 * is the log's name for ever (host, path, no scheme), whatever address the desk moves to later.
 *
 * @throws LedgerError `bad-key` for an origin a signed note cannot carry; the unique violation of a
 * desk that has a ledger.
 */
export async function openLedger(
  platform: Pick<Platform, 'clock' | 'secrets'>,
  trx: Trx,
  deskId: string,
  origin: string,
): Promise<void> {
  const seed = newSeed();
  const signer = noteSigner(origin, seed);
  const now = platform.clock.now();
  await trx
    .insertInto('ledger_key')
    .values({
      desk_id: deskId,
      origin,
      public_key: Buffer.from(signer.publicKey),
      sealed_private_key: platform.secrets.seal(purpose, seed),
      created_at: now,
    })
    .execute();
  await trx.insertInto('ledger_head').values({ desk_id: deskId, size: 0, version: 0 }).execute();
  await trx
    .insertInto('ledger_checkpoint')
    .values({
      desk_id: deskId,
      size: 0,
      root: Buffer.from(EMPTY_ROOT),
      note: signNote(formatCheckpoint({ origin, size: 0, root: EMPTY_ROOT }), [signer]),
      at: now,
    })
    .execute();
}

/** The name of a new desk's ledger: where it is first published. */
export function ledgerOrigin(publicUrl: string, slug: string): string {
  return `${new URL(publicUrl).host}/d/${slug}/ledger`;
}

/** Who signs this desk's checkpoints. @throws when the desk has no ledger or the key cannot be opened */
export async function deskSigner(
  platform: Pick<Platform, 'secrets'>,
  trx: Trx,
  deskId: string,
): Promise<NoteSigner> {
  const key = await readKey(trx, deskId);
  if (key === undefined) throw new Error('This desk has no ledger key.');
  return noteSigner(key.origin, platform.secrets.open(purpose, key.sealed_private_key));
}

function newSeed(): Buffer {
  const { d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return Buffer.from(String(d), 'base64url');
}
