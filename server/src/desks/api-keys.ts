import type { Scope } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { makeToken } from '../platform/tokens.ts';
import { scopesBeyond } from './policy.ts';
import { presentApiKey } from './present.ts';
import { personRoles } from './store.ts';

/**
 * Makes an API key. The secret is in the answer and nowhere else.
 *
 * @throws ProblemError `not-allowed` for a scope that none of the maker's roles stands for
 */
export async function createApiKey(
  platform: Platform,
  trx: Trx,
  maker: Person,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<{ api_key: ReturnType<typeof presentApiKey>; secret: string }> {
  const { deskId, personId } = maker;
  const beyond = scopesBeyond(await personRoles(trx, personId), scopes);
  if (beyond.length > 0) throw refusal('key-beyond', { scopes: beyond });
  const apiKeyId = newId();
  const { token, hash } = makeToken('api_key', deskId, apiKeyId);
  const key = {
    desk_id: deskId,
    api_key_id: apiKeyId,
    name,
    scopes,
    token_hash: hash,
    created_by: personId,
    created_at: platform.clock.now(),
    last_used_at: null,
    revoked_at: null,
  };
  await trx.insertInto('api_key').values(key).execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'api_key.created',
    subjectId: apiKeyId,
    event: { api_key: apiKeyId, by: personId, scopes },
  });
  return { api_key: presentApiKey(withMaker(key, maker.name)), secret: token };
}

/** Ends a key for good; ending it again changes nothing. @throws ProblemError when there is none */
export async function revokeApiKey(
  platform: Platform,
  trx: Trx,
  { deskId, personId }: Person,
  apiKeyId: string,
): Promise<void> {
  const revoked = await trx
    .updateTable('api_key')
    .set({ revoked_at: platform.clock.now() })
    .where('desk_id', '=', deskId)
    .where('api_key_id', '=', apiKeyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) {
    const known = await trx
      .selectFrom('api_key')
      .select('api_key_id')
      .where('desk_id', '=', deskId)
      .where('api_key_id', '=', apiKeyId)
      .executeTakeFirst();
    if (known === undefined) throw notFound('API key');
    return;
  }
  await recordEvent(platform, trx, deskId, {
    kind: 'api_key.revoked',
    subjectId: apiKeyId,
    event: { api_key: apiKeyId, by: personId },
  });
}

function withMaker(
  key: Omit<Parameters<typeof presentApiKey>[0], 'created_by_name'>,
  created_by_name: string,
): Parameters<typeof presentApiKey>[0] {
  const { api_key_id, name, scopes, created_at, last_used_at, revoked_at } = key;
  return { api_key_id, name, scopes, created_at, last_used_at, revoked_at, created_by_name };
}
