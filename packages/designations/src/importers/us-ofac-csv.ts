import { ListRefused } from '../list-refused.ts';
import { birthYearsIn } from '../reading/dates.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readCsv } from '../reading/read-csv.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { ListImport, ListedEntity } from '../register.ts';
import { isAskedFor, ofacEntity, type OfacName, type OfacOptions } from './us-ofac-entity.ts';

const NULL = '-0-';
const COLUMNS = 12;
const ALT_COLUMNS = 5;
/** The mark that ended files of CP/M, which this file still has. */
const END = '\u001A';
const WEAK = /\ba\.k\.a\. '([^']+)'/gu;
const BORN = /\b(?:DOB|alt\. DOB)\s+([^;.]+)/gu;
const NATION = /\b(?:nationality|citizen)\s+([A-Z][\p{L} ,'-]+?)(?=[;.]|$)/gu;

/**
 * Reads OFAC's SDN.CSV, with the aliases in ALT.CSV when it is given; as `importUsSdnXml` otherwise. The
 * files have no head and no end mark that can be relied on: one cut between two rows is a shorter list,
 * and the count guard must catch it. Weak aliases, years of birth and nationalities are in the remarks.
 *
 * All or nothing: throws `ListRefused` with the line.
 */
export async function importUsSdnCsv(
  sdn: Bytes,
  alt: Bytes | null = null,
  options: OfacOptions = {},
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const aliases = alt === null ? new Map<string, OfacName[]>() : await readAliases(alt, bounds);
  const entries = new Map<string, ListedEntity>();
  const { sha256 } = await readCsv(sdn, bounds, ({ cells, line }) => {
    if (cells.length === 1 && (cells[0] === END || cells[0] === '')) return;
    const refuse = (
      code: 'missing_field' | 'wrong_columns' | 'duplicate_reference',
      wrong: string,
    ): never => {
      throw new ListRefused(code, wrong, FETCH_AGAIN, { line, column: 1 });
    };
    const [uid = '', name = '', type = '', programme = '', ...rest] = cells.map(valueOf);
    if (cells.length !== COLUMNS || !/^\d+$/.test(uid))
      refuse(
        'wrong_columns',
        `A row is not one of SDN.CSV: it has ${cells.length} of ${COLUMNS} columns`,
      );
    const programmes = programme
      .split(/\]\s*\[/u)
      .map((each) => each.replaceAll(/[[\]]/gu, '').trim());
    if (!isAskedFor({ type, programmes }, options)) return;
    if (entries.has(uid)) refuse('duplicate_reference', `${uid} is listed twice`);
    const remarks = rest.at(-1) ?? '';
    const weak = all(WEAK, remarks).map((text): OfacName => ({
      text,
      kind: 'alias',
      strength: 'weak',
    }));
    const entity = ofacEntity({
      uid,
      type,
      programmes,
      names: [
        { text: name, kind: 'primary', strength: 'strong' },
        ...(aliases.get(uid) ?? []),
        ...weak,
      ],
      nationalities: all(NATION, remarks),
      birthYears: all(BORN, remarks).flatMap(birthYearsIn),
    });
    entries.set(uid, entity ?? refuse('missing_field', `Entry ${uid} has no name with a letter`));
  });
  if (entries.size === 0)
    throw new ListRefused('missing_field', 'The list has no entries', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  return {
    authority: 'US',
    listName: 'United States: Specially Designated Nationals, terrorism programmes',
    generatedAt: null,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

async function readAliases(chunks: Bytes, limits: ImportLimits): Promise<Map<string, OfacName[]>> {
  const aliases = new Map<string, OfacName[]>();
  await readCsv(chunks, limits, ({ cells, line }) => {
    if (cells.length === 1 && (cells[0] === END || cells[0] === '')) return;
    const [uid = '', , type = '', text = ''] = cells.map(valueOf);
    const known = aliases.get(uid) ?? [];
    if (cells.length !== ALT_COLUMNS || known.length >= limits.aliasesPerEntry)
      throw new ListRefused('wrong_columns', 'A row is not one of ALT.CSV', FETCH_AGAIN, {
        line,
        column: 1,
      });
    known.push({ text, kind: type === 'fka' ? 'former' : 'alias', strength: 'strong' });
    aliases.set(uid, known);
  });
  return aliases;
}

function valueOf(cell: string): string {
  return cell === NULL ? '' : cell;
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found.trim());
}
