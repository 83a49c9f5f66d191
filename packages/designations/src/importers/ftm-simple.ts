import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readCsvTable } from '../reading/read-csv.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { ListImport, ListedEntity } from '../register.ts';
import { FTM_KINDS } from './ftm-record.ts';
import type { FtmSource } from './ftm.ts';

const COLUMNS = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'sanctions'];

/** The simple form says nothing of topics; who has no sanction is passed over unless `everyRow`. */
export interface FtmSimpleSource extends Omit<FtmSource, 'topics'> {
  readonly everyRow?: boolean;
}

/**
 * Reads a list in the simple CSV form of OpenSanctions ("targets.simple.csv"). Which list it is, the
 * caller tells; `dataset` is its title as the file's column has it. The form does not rate names and has
 * no days of listing that can be relied upon, so `listedOn` is null: FollowTheMoney entities say more.
 * Vessels and aircraft are passed over.
 *
 * All or nothing: throws `ListRefused` with the line. A file cut between two rows cannot be told from a
 * shorter list: the count guard must catch it.
 */
export async function importFtmSimple(
  chunks: Bytes,
  source: FtmSimpleSource,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const entries = new Map<string, ListedEntity>();
  const { sha256 } = await readCsvTable(chunks, bounds, COLUMNS, (cell, line) => {
    const place = { line, column: 1 };
    const listOf = (column: string): string[] =>
      cell(column)
        .split(';')
        .map((value) => value.trim())
        .filter((value) => value !== '');
    const reference = cell('id');
    const schema = cell('schema');
    if (reference === '' || schema === '')
      throw new ListRefused('missing_field', 'A row has no id or schema', FETCH_AGAIN, place);
    const kind = FTM_KINDS[schema];
    const isOurs = source.dataset === undefined || listOf('dataset').includes(source.dataset);
    const isListed = source.everyRow === true || cell('sanctions') !== '';
    if (kind === undefined || !isOurs || !isListed) return;
    if (entries.has(reference))
      throw new ListRefused(
        'duplicate_reference',
        `${reference} is there twice`,
        FETCH_AGAIN,
        place,
      );
    if (entries.size >= bounds.entries)
      throw new ListRefused('too_many', `More than ${bounds.entries} entries`, FETCH_AGAIN, place);
    const aliases = listOf('aliases');
    if (aliases.length > bounds.aliasesPerEntry)
      throw new ListRefused('too_many', 'An entry has too many aliases', FETCH_AGAIN, place);
    const gathered = gatherNames(kind);
    gathered.add(cell('name'), 'primary', 'strong');
    for (const alias of aliases) gathered.add(alias, 'alias', 'unstated');
    const names = gathered.names();
    if (names.length === 0)
      throw new ListRefused('missing_field', `${reference} has no name`, FETCH_AGAIN, place);
    const nationalities = listOf('countries').map((code) => code.toUpperCase());
    const birthYears = birthYearsIn(cell('birth_date'));
    entries.set(reference, {
      reference,
      kind,
      names,
      listedOn: null,
      updatedOn: dayIn(cell('last_change')),
      listType: listOf('program_ids').join(', ') || 'sanction',
      ...(nationalities.length > 0 ? { nationalities } : {}),
      ...(birthYears.length > 0 ? { birthYears } : {}),
    });
  });
  if (entries.size === 0)
    throw new ListRefused(
      'missing_field',
      'Nobody in the file is listed: no person or organisation in it has a sanction',
      'Check that it is this list, and which dataset of it is asked for. Nothing was taken in.',
    );
  const { authority, listName, generatedAt = null } = source;
  return { authority, listName, generatedAt, sha256, entries: [...entries.values()], past: [] };
}
