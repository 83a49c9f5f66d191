import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { textAt, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity } from '../register.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the list is surely damaged: it held some 5,000 records in 2026. */
export const CA_SEMA_FLOOR: ListCounts = { organisations: 300, persons: 1000 };

/**
 * Reads the Consolidated Canadian Autonomous Sanctions List (XML, international.gc.ca, "sema-lmes.xml"),
 * under the Special Economic Measures Act and the Justice for Victims of Corrupt Foreign Officials Act.
 *
 * A record has no number of its own: the reference is the country, schedule and item, or the name where
 * they are lacking or two records have the same. A record with a given name is a person. Ships are passed
 * over. The list does not say when it was made.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list.
 */
export async function importCaSema(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const entries = new Map<string, ListedEntity>();
  const shape = {
    root: 'data-set',
    hint: 'This is not the Consolidated Canadian Autonomous Sanctions List. Check the address.',
    isRecord: (path: string) => path === 'data-set/record',
  };
  const { sha256 } = await readXml(chunks, shape, bounds, (record) => {
    const entity = entityOf(record, bounds);
    if (entity === null) return;
    const reference = entries.has(entity.reference)
      ? `${entity.reference} ${referenceOfName(entity.names[0]!.text, entity.kind)}`
      : entity.reference;
    if (entries.has(reference))
      throw new ListRefused(
        'duplicate_reference',
        `${reference} is listed twice`,
        FETCH_AGAIN,
        record.place,
      );
    entries.set(reference, { ...entity, reference });
  });
  if (entries.size === 0)
    throw new ListRefused('missing_field', 'The list has no records', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  return {
    authority: 'CA',
    listName: 'Canada: Consolidated Autonomous Sanctions List',
    generatedAt: null,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

function entityOf(record: Element, limits: ImportLimits): ListedEntity | null {
  const refuse = (code: 'bad_date' | 'missing_field' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
  };
  if (textAt(record, 'ShipIMONumber') !== '') return null;
  const [last, given] = [textAt(record, 'LastName'), textAt(record, 'GivenName')];
  const organisation = textAt(record, 'EntityOrShip');
  const kind: EntityKind = last !== '' || given !== '' ? 'person' : 'organisation';
  const primary = kind === 'person' ? `${given} ${last}`.trim() : organisation;
  const aliases = textAt(record, 'Aliases')
    .split(/[;,]\s*/u)
    .filter((alias) => alias !== '');
  if (aliases.length > limits.aliasesPerEntry) refuse('too_many', 'A record has too many aliases');
  const gathered = gatherNames(kind);
  gathered.add(primary, 'primary', 'unstated');
  for (const alias of aliases) gathered.add(alias, 'alias', 'unstated');
  const names = gathered.names();
  if (names.length === 0) refuse('missing_field', 'A record has no name with a letter');
  const listed = textAt(record, 'DateOfListing');
  const [country, schedule, item] = ['Country', 'Schedule', 'Item'].map((field) =>
    textAt(record, field),
  );
  const years = kind === 'person' ? birthYearsIn(textAt(record, 'DateOfBirthOrShipBuildDate')) : [];
  return {
    reference: item ? `${country} ${schedule} ${item}` : referenceOfName(names[0]!.text, kind),
    kind,
    names,
    listedOn:
      listed === ''
        ? null
        : (dayIn(listed) ??
          refuse('bad_date', `"${listed.slice(0, 30)}" stands where a date belongs`)),
    updatedOn: null,
    listType:
      country === ''
        ? 'Special Economic Measures Act'
        : `Special Economic Measures Act, ${country}`,
    ...(years.length > 0 ? { birthYears: years } : {}),
  };
}
