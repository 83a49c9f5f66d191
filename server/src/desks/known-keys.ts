import { MINUTE } from '../platform/clock.ts';
import type { KnownCaller } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sameBytes, type ReadToken } from '../platform/tokens.ts';
import './tables.ts';

type KeyCaller = Extract<KnownCaller, { kind: 'key' }>;

interface Known {
  readonly readAt: number;
  /** Null when there is no such key in force. */
  readonly key: { readonly hash: Buffer; readonly caller: KeyCaller } | null;
}

/** Milliseconds a key is believed without looking again: revocation elsewhere takes at most this. */
const believedFor = 1500;
/** Keys remembered at most; strangers' guesses cannot fill the memory. */
const mostRemembered = 10_000;
const usedEvery = MINUTE;

/** Who is behind an API key. Answers at once for keys seen a moment ago. */
export interface KnownKeys {
  callerOf(token: ReadToken): KeyCaller | null | Promise<KeyCaller | null>;
  /** Forgets a key in this process, at once. */
  forget(apiKeyId: string): void;
}

/** Remembers keys for a moment; looks each up once, however many requests wait for it. */
export function rememberKeys({ database, clock, log }: Platform): KnownKeys {
  const known = new Map<string, Known>();
  const reading = new Map<string, Promise<Known>>();

  async function read({ deskId, id }: ReadToken): Promise<Known> {
    const now = clock.now();
    const row = await database.inDesk(
      deskId,
      (trx) =>
        trx
          .selectFrom('api_key')
          .select(['token_hash', 'name', 'scopes', 'last_used_at'])
          .where('desk_id', '=', deskId)
          .where('api_key_id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      { readOnly: true },
    );
    if (row === undefined) return { readAt: now.getTime(), key: null };
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= usedEvery)
      void writeUse(deskId, id, now);
    const caller = {
      kind: 'key',
      deskId,
      apiKeyId: id,
      name: row.name,
      scopes: row.scopes,
    } as const;
    return { readAt: now.getTime(), key: { hash: row.token_hash, caller } };
  }

  /** Nobody waits for it, and nothing depends on it. */
  async function writeUse(deskId: string, id: string, now: Date): Promise<void> {
    try {
      await database.inDesk(deskId, (trx) =>
        trx
          .updateTable('api_key')
          .set({ last_used_at: now })
          .where('desk_id', '=', deskId)
          .where('api_key_id', '=', id)
          .execute(),
      );
    } catch (error) {
      log.debug({ err: error }, 'the last use of an API key was not written down');
    }
  }

  function lookUp(token: ReadToken): Promise<Known> {
    const name = nameOf(token);
    const waiting = reading.get(name);
    if (waiting !== undefined) return waiting;
    const lookup = read(token)
      .then((found) => {
        // Forgotten while it was read: what was read may be the key before its revocation.
        if (reading.get(name) === lookup && found.key !== null) remember(name, found);
        return found;
      })
      .finally(() => {
        if (reading.get(name) === lookup) reading.delete(name);
      });
    reading.set(name, lookup);
    return lookup;
  }

  function remember(name: string, found: Known): void {
    known.delete(name);
    known.set(name, found);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  }

  return {
    callerOf(token) {
      const found = known.get(nameOf(token));
      const age = found === undefined ? -1 : clock.now().getTime() - found.readAt;
      if (found !== undefined && age >= 0 && age < believedFor) return judge(found, token);
      return lookUp(token).then((fresh) => judge(fresh, token));
    },
    forget(apiKeyId) {
      for (const names of [known, reading])
        for (const name of names.keys()) if (name.endsWith(apiKeyId)) names.delete(name);
    },
  };
}

function nameOf({ deskId, id }: ReadToken): string {
  return `${deskId}/${id}`;
}

function judge({ key }: Known, token: ReadToken): KeyCaller | null {
  return key !== null && sameBytes(key.hash, token.hash) ? key.caller : null;
}
