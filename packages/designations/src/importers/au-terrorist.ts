import { ListRefused } from '../list-refused.ts';
import { dayNamedIn } from '../reading/dates.ts';
import { textIn } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import { tablesIn } from '../reading/tables.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { columnsOf, dayInRow, namesInRow, refuseRow } from './page-of-tables.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the page is surely damaged: it has held 18 organisations or more since 2013, and 30 of late. */
export const AU_TERRORIST_FLOOR: ListCounts = { organisations: 15, persons: 0 };

const AU_LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: 8 * 1024 * 1024, fieldLength: 4000 };
const COLUMNS = { name: /organi[sz]ation|^name/i, listed: /listed|date/i };
const SAID = /there are (\d+) organi[sz]ations currently listed/iu;
const MONTH_ALONE = /^[A-Z][a-z]+ \d{4}\b/;

/**
 * Reads the organisations that Australia lists in regulations under Division 102 of its Criminal Code
 * (HTML, nationalsecurity.gov.au, "Listed terrorist organisations"): a table of names and of the days on
 * which each was listed and listed again, of which the first counts.
 *
 * The page gives no references; they are made of the names (`referenceOfName`).
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with its table, also when it holds
 * another number of organisations than it says of itself.
 */
export async function importAuTerrorist(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...AU_LIMITS, ...limits };
  const { page, sha256 } = await readHtml(chunks, bounds);
  const found = tablesIn(page)
    .map((table) => ({ table, at: columnsOf(table, COLUMNS) }))
    .find(({ at }) => at.name >= 0 && at.listed >= 0 && at.name !== at.listed);
  if (found === undefined)
    throw new ListRefused(
      'wrong_columns',
      'The page lacks the table of listed organisations with the days of listing',
      FETCH_AGAIN,
    );
  const { table, at } = found;
  const entries = new Map<string, ListedEntity>();
  for (const row of table.rows) {
    const names = namesInRow(row, at.name, bounds);
    const name = names[0]!.text;
    const reference = referenceOfName(name, 'organisation');
    if (entries.has(reference)) refuseRow(row, 'duplicate_reference', `${name} is there twice`);
    if (entries.size >= bounds.entries) refuseRow(row, 'too_many', 'The table has too many rows');
    const days = (row.cells[at.listed] ?? '').replaceAll('\n', ' ').trim();
    entries.set(reference, {
      reference,
      kind: 'organisation',
      names,
      // A month is no day; the days after it are those of later regulations.
      listedOn: MONTH_ALONE.test(days)
        ? null
        : (dayNamedIn(days) ?? dayInRow(row, at.listed, 'day first')),
      updatedOn: null,
      listType: 'Criminal Code, Division 102',
    });
  }
  const said = SAID.exec(textIn(page).replaceAll('\n', ' '))?.[1];
  if (said !== undefined && Number(said) !== entries.size)
    throw new ListRefused(
      'truncated',
      `The page says that ${said} organisations are listed, and has ${entries.size}`,
      FETCH_AGAIN,
    );
  return {
    authority: 'AU',
    listName: 'Australia: listed terrorist organisations',
    generatedAt: null,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}
