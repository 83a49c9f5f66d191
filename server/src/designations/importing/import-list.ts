import { countGuard, ListRefused } from '@commonweal/designations';
import { recordEvent } from '../../ledger/index.ts';
import type { Trx } from '../../platform/database/index.ts';
import { problem, refusal } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sourceFor, type ListSource } from '../list-source.ts';
import { changeList, designationsOf, findList, lastImport, lockList } from '../store.ts';
import type { ImportRow, ListRow } from '../tables.ts';
import { compareEdition } from './compare-edition.ts';
import { readEdition, type Edition } from './read-edition.ts';
import { tellFates } from './tell-fates.ts';
import { writeDifferences } from './write-edition.ts';

export interface ImportOptions {
  /** A person looked and wants the edition taken although it shrank, or is older than the last one. */
  readonly force?: boolean | undefined;
  /** Hears how many bytes were read so far. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  /** What the publisher's server said of the edition, to ask next time whether there is another. */
  readonly tags?: Pick<ListRow, 'etag' | 'last_modified'> | undefined;
}

/** A list and what its import did. */
export interface ListImported {
  readonly list: ListRow;
  readonly done: ImportRow;
}

/**
 * Imports an edition of a list from its bytes, all of it or nothing: what is new begins, what is gone
 * ends, what is said differently changes. The same edition again changes nothing.
 *
 * @param by the person, or 'command line'
 * @param key of an official list, or of one of the desk's own
 * @throws ProblemError with `code`, `line` and `column` when the list is refused
 */
export async function importList(
  platform: Platform,
  deskId: string,
  by: string,
  key: string,
  stream: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<ListImported> {
  const source = await platform.database.inDesk(
    deskId,
    async (trx) => sourceFor(key, await findList(trx, deskId, key)),
    { readOnly: true },
  );
  try {
    const edition = await readEdition(source, stream, options.onProgress);
    return await platform.database.inDesk(deskId, (trx) =>
      takeIn(platform, trx, deskId, { by, source, edition, options }),
    );
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    const { code, line, column, message } = error;
    throw problem(code === 'too_large' ? 'too-large' : 'invalid', message, {
      extra: { code, line, column },
      cause: error,
    });
  }
}

interface Taking {
  readonly by: string;
  readonly source: ListSource;
  readonly edition: Edition;
  readonly options: ImportOptions;
}

async function takeIn(
  platform: Platform,
  trx: Trx,
  deskId: string,
  { by, source, edition, options }: Taking,
): Promise<ListImported> {
  const now = platform.clock.now();
  const forced = options.force ?? false;
  const { counts, generatedAt, sha256 } = edition;
  const locked = await lockList(trx, deskId, source, now);
  const last = (await lastImport(trx, deskId, locked.list_id)) ?? null;
  countGuard(last, counts, { floor: source.floor, forced });
  if (!forced) refuseOlder(generatedAt, last);
  const rows = await designationsOf(trx, deskId, locked.list_id);
  const differences = compareEdition(rows, edition, {
    edition: dayOf(generatedAt ?? now),
    previous: last === null ? null : dayOf(last.generated_at ?? last.imported_at),
  });
  const number = (last?.number ?? 0) + 1;
  await writeDifferences(trx, locked, differences, { number, now });
  const list = await changeList(trx, deskId, locked.list_id, {
    problem: null,
    etag: options.tags?.etag ?? null,
    last_modified: options.tags?.last_modified ?? null,
  });
  const { added, changed, ended, unchanged } = differences;
  const names = edition.entries.flatMap((entry) => entry.names);
  const done: ImportRow = {
    desk_id: deskId,
    list_id: list.list_id,
    number,
    generated_at: generatedAt,
    imported_at: now,
    imported_by: by,
    forced,
    sha256,
    organisations: counts.organisations,
    persons: counts.persons,
    names: names.length,
    names_alone: names.filter(({ alone }) => alone).length,
    added: added.length,
    changed: changed.length,
    ended: ended.length,
    unchanged,
  };
  await trx.insertInto('designation_import').values(done).execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'list.imported',
    subjectId: list.list_id,
    event: {
      list: source.key,
      sha256,
      generated_at: generatedAt?.toISOString() ?? null,
      added: added.length,
      changed: changed.length,
      ended: ended.length,
      unchanged,
      forced,
      by,
    },
  });
  await tellFates(platform, trx, list, by, rows, differences);
  if (added.length + changed.length + ended.length > 0)
    await platform.events.tell(trx, 'list.changed', { deskId });
  return { list, done };
}

function refuseOlder(generatedAt: Date | null, last: ImportRow | null): void {
  const here = last?.generated_at ?? null;
  if (generatedAt === null || here === null || generatedAt >= here) return;
  throw refusal('list-older', { of: generatedAt.toISOString(), here: here.toISOString() });
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
