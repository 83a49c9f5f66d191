import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import { tablesIn, type PageTable, type TableRow } from '../reading/tables.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { columnsOf, dayInRow, namesInRow, refuseRow } from './page-of-tables.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the page is surely damaged: some twenty entities are designated at a time. */
export const NZ_DESIGNATED_FLOOR: ListCounts = { organisations: 8, persons: 0 };

const NZ_LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: 8 * 1024 * 1024, fieldLength: 4000 };
const COLUMNS = {
  name: /entity|organisation|^name/i,
  designated: /designated|designation/i,
  expires: /expir/i,
  revoked: /revo(?:ked|cation)/i,
};
type Columns = Readonly<Record<keyof typeof COLUMNS, number>>;

/**
 * Reads the terrorist entities that the Prime Minister of New Zealand designates under the Terrorism
 * Suppression Act 2002 (HTML, police.govt.nz, "lists associated with resolution 1373"): a table of those
 * designated, with the day each lapses unless it is renewed, one of expired and one of revoked
 * designations, which are `past`.
 *
 * The page gives no references; they are made of the names (`referenceOfName`). All are taken for
 * organisations; the page does not tell.
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with the table of those designated.
 */
export async function importNzDesignated(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...NZ_LIMITS, ...limits };
  const { page, sha256 } = await readHtml(chunks, bounds);
  const entries: ListedEntity[] = [];
  const past: ListedEntity[] = [];
  let hasDesignated = false;
  for (const table of tablesIn(page)) {
    const at = columnsOf(table, COLUMNS);
    if (at.name < 0 || (at.designated < 0 && at.revoked < 0 && at.expires < 0)) continue;
    const ended = endOf(table, at);
    if (ended === null) hasDesignated = true;
    const into = ended === null ? entries : past;
    for (const row of table.rows) into.push(entityOf(row, at, ended, bounds));
  }
  if (!hasDesignated)
    throw new ListRefused(
      'wrong_columns',
      'The page has no table of those designated',
      FETCH_AGAIN,
    );
  refuseTwice(entries);
  const listName = 'New Zealand: designated terrorist entities, resolution 1373';
  return { authority: 'NZ', listName, generatedAt: null, sha256, entries, past };
}

/** Which column says when those of a table ended; null where they stand. */
function endOf({ heading }: PageTable, at: Columns): 'expires' | 'revoked' | null {
  if (at.revoked >= 0 || /revoked/i.test(heading)) return 'revoked';
  return /expired/i.test(heading) ? 'expires' : null;
}

function entityOf(
  row: TableRow,
  at: Columns,
  ended: 'expires' | 'revoked' | null,
  limits: ImportLimits,
): ListedEntity {
  const names = namesInRow(row, at.name, limits);
  const primary = names[0]!.text;
  const day = (column: number) => (column < 0 ? null : dayInRow(row, column, 'day first'));
  const endedOn = ended === null ? null : day(at[ended]);
  if (ended !== null && endedOn === null)
    refuseRow(row, 'missing_field', `${primary} has no day on which it ended`);
  const expiresOn = ended === null ? day(at.expires) : null;
  return {
    reference: referenceOfName(primary, 'organisation'),
    kind: 'organisation',
    names,
    listedOn: day(at.designated),
    updatedOn: null,
    listType: 'Terrorism Suppression Act 2002',
    ...(expiresOn === null ? {} : { expiresOn }),
    ...(endedOn === null ? {} : { endedOn }),
  };
}

function refuseTwice(entries: readonly ListedEntity[]): void {
  const seen = new Set<string>();
  for (const { reference } of entries) {
    if (seen.has(reference))
      throw new ListRefused('duplicate_reference', `${reference} is listed twice`, FETCH_AGAIN);
    seen.add(reference);
  }
}
