import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import { tablesIn, type PageTable } from '../reading/tables.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { columnsOf, dayInRow, namesInRow, refuseRow } from './page-of-tables.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the page is surely damaged: it has held 60 to 90 organisations since 2015. */
export const US_FTO_FLOOR: ListCounts = { organisations: 45, persons: 0 };

const FTO_LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: 8 * 1024 * 1024, fieldLength: 4000 };
const COLUMNS = {
  name: /^name|organization/i,
  designated: /designated/i,
  removed: /removed|revoked/i,
};

/**
 * Reads the Foreign Terrorist Organizations that the Secretary of State of the United States designates
 * under section 219 of the Immigration and Nationality Act (HTML, state.gov/foreign-terrorist-organizations):
 * a table of those designated and one of those delisted, which is `past`.
 *
 * The page gives no references; they are made of the names (`referenceOfName`). Days written in numbers
 * alone are month, day, year.
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with both tables.
 */
export async function importUsFto(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...FTO_LIMITS, ...limits };
  const { page, sha256 } = await readHtml(chunks, bounds);
  const tables = tablesIn(page).map((table) => ({ table, at: columnsOf(table, COLUMNS) }));
  const designated = tables.find(({ at }) => at.name >= 0 && at.designated >= 0 && at.removed < 0);
  const delisted = tables.find(({ at }) => at.name >= 0 && at.removed >= 0);
  if (designated === undefined || delisted === undefined)
    throw new ListRefused(
      'wrong_columns',
      'The page lacks the table of those designated or of those delisted',
      FETCH_AGAIN,
    );
  return {
    authority: 'US',
    listName: 'United States: Foreign Terrorist Organizations',
    generatedAt: null,
    sha256,
    entries: entitiesIn(designated.table, designated.at, bounds),
    past: entitiesIn(delisted.table, delisted.at, bounds),
  };
}

function entitiesIn(
  { rows }: PageTable,
  at: Readonly<Record<keyof typeof COLUMNS, number>>,
  limits: ImportLimits,
): ListedEntity[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const names = namesInRow(row, at.name, limits);
    const reference = referenceOfName(names[0]!.text, 'organisation');
    const endedOn = at.removed < 0 ? null : dayInRow(row, at.removed, 'month first');
    if (at.removed >= 0 && endedOn === null)
      refuseRow(row, 'missing_field', `${names[0]!.text} has no day of removal`);
    const key = `${reference} ${endedOn}`;
    if (seen.has(key)) refuseRow(row, 'duplicate_reference', `${names[0]!.text} is there twice`);
    seen.add(key);
    if (seen.size > limits.entries) refuseRow(row, 'too_many', 'The table has too many rows');
    return {
      reference,
      kind: 'organisation',
      names,
      listedOn: at.designated < 0 ? null : dayInRow(row, at.designated, 'month first'),
      updatedOn: null,
      listType: 'Immigration and Nationality Act, section 219',
      ...(endedOn === null ? {} : { endedOn }),
    };
  });
}
