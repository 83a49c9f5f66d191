import { countGuard, ListRefused } from '@commonweal/designations';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { problem, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { compareEdition } from './compare-edition.ts';
import { readEdition, type Edition } from './read-edition.ts';
import { lastImport, lockList, openDesignations, writeDifferences } from './store.ts';
import type { ImportRow, ListFormat, ListRow } from './tables.ts';

declare module '../platform/events.ts' {
  interface DeskEvents {
    'list.changed': { deskId: string };
  }
}

export interface ImportOptions {
  /** A person looked and wants the edition taken although it shrank, or is older than the last one. */
  readonly force?: boolean | undefined;
  /** Hears how many bytes were read so far. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
}

/** A list and what its import did. */
export interface ListImported {
  readonly list: ListRow;
  readonly done: ImportRow;
}

/**
 * Imports an official list from its bytes, all of it or nothing: what is new begins, what is gone
 * ends, what is said differently changes. The same edition again changes nothing.
 *
 * @param by the person, or 'command line'
 * @throws ProblemError with `code`, `line` and `column` when the list is refused
 */
export async function importList(
  platform: Platform,
  deskId: string,
  by: string,
  format: ListFormat,
  stream: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<ListImported> {
  try {
    const edition = await readEdition(format, stream, options.onProgress);
    return await platform.database.inDesk(deskId, (trx) =>
      takeIn(platform, trx, deskId, { by, format, edition, force: options.force ?? false }),
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
  readonly format: ListFormat;
  readonly edition: Edition;
  readonly force: boolean;
}

async function takeIn(
  platform: Platform,
  trx: Trx,
  deskId: string,
  { by, format, edition, force }: Taking,
): Promise<ListImported> {
  const now = platform.clock.now();
  const { authority, listName, counts, generatedAt, entries } = edition;
  const own = { desk_id: deskId, list_id: newId(), format, created_at: now };
  const list = await lockList(trx, { ...own, authority, name: listName });
  const last = (await lastImport(trx, deskId, list.list_id)) ?? null;
  countGuard(last, counts, { floor: edition.floor, forced: force });
  if (last !== null && generatedAt < last.generated_at && !force)
    throw refusal('list-older', {
      of: generatedAt.toISOString(),
      here: last.generated_at.toISOString(),
    });
  const open = await openDesignations(trx, deskId, list.list_id);
  const differences = compareEdition(open, edition, last?.generated_at ?? null);
  await writeDifferences(trx, list, differences, now);
  const { added, changed, ended, unchanged } = differences;
  const names = entries.flatMap((entry) => entry.names);
  const done: ImportRow = {
    desk_id: deskId,
    list_id: list.list_id,
    number: (last?.number ?? 0) + 1,
    generated_at: generatedAt,
    imported_at: now,
    imported_by: by,
    forced: force,
    sha256: edition.sha256,
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
      format,
      sha256: edition.sha256,
      generated_at: generatedAt.toISOString(),
      added: added.length,
      changed: changed.length,
      ended: ended.length,
      unchanged,
      forced: force,
      by,
    },
  });
  if (added.length + changed.length + ended.length > 0)
    await platform.events.tell(trx, 'list.changed', { deskId });
  return { list, done };
}
