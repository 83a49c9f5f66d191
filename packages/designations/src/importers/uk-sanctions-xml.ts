import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import {
  childAt,
  childrenOf,
  elementsIn,
  textAt,
  textIn,
  type Element,
} from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { EntityKind, ListImport, ListedEntity } from '../register.ts';
import { ukEffects, ukNameKind, ukNationalities, ukStrength } from './uk-sanctions-entity.ts';

const KINDS: Readonly<Record<string, EntityKind>> = {
  individual: 'person',
  entity: 'organisation',
};
const NAME_PARTS = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'];
const PASSED_OVER =
  /\/(?:Addresses|PhoneNumbers|EmailAddresses|Websites|PassportDetails|NationalIdentifierDetails|UKStatementofReasons|OtherInformation)$/;

/**
 * Reads the UK Sanctions List (XML, "UK-Sanctions-List.xml", gov.uk), as `importUkSanctionsCsv` reads the
 * CSV. Each `Designation` is one entity; addresses, papers and statements of reasons are not kept while
 * the file is read.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list.
 */
export async function importUkSanctionsXml(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const entries = new Map<string, ListedEntity>();
  let generated: string | null = null;
  const shape = {
    root: 'Designations',
    hint: 'This is not the UK Sanctions List in XML. Check the address.',
    isRecord: (path: string) => /^Designations\/(?:Designation|DateGenerated)$/.test(path),
    isSkipped: (path: string) => PASSED_OVER.test(path),
  };
  const { sha256 } = await readXml(chunks, shape, bounds, (record) => {
    if (record.name === 'DateGenerated') generated = dayIn(textIn(record));
    else take(entries, record, bounds);
  });
  if (entries.size === 0)
    throw new ListRefused('missing_field', 'The list has no entries', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  return {
    authority: 'GB',
    listName: 'United Kingdom: UK Sanctions List',
    generatedAt: generated,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

function take(entries: Map<string, ListedEntity>, record: Element, limits: ImportLimits): void {
  const refuse = (
    code: 'bad_date' | 'duplicate_reference' | 'missing_field' | 'too_many',
    wrong: string,
  ): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
  };
  const type = textAt(record, 'IndividualEntityShip');
  if (/^ship$/i.test(type)) return;
  const reference =
    textAt(record, 'UniqueID') || refuse('missing_field', 'A designation has no UniqueID');
  const kind =
    KINDS[type.toLowerCase()] ?? refuse('missing_field', `${reference}: "${type}" is no type here`);
  if (entries.has(reference)) refuse('duplicate_reference', `${reference} is listed twice`);
  const names = gatherNames(kind);
  for (const name of childrenOf(childAt(record, 'Names') ?? record, 'Name'))
    names.add(
      NAME_PARTS.map((part) => textAt(name, part))
        .filter((part) => part !== '')
        .join(' '),
      ukNameKind(textAt(name, 'NameType')),
      ukStrength(textAt(name, 'AliasStrength')),
    );
  for (const original of elementsIn(record, 'NameNonLatinScript'))
    names.add(textIn(original), 'original_script', 'unstated');
  const all = names.names();
  if (all.length === 0) refuse('missing_field', `${reference} has no name with a letter`);
  if (all.length > limits.aliasesPerEntry) refuse('too_many', `${reference} has too many names`);
  const day = (field: string): string | null => {
    const said = textAt(record, field);
    if (said === '') return null;
    return dayIn(said) ?? refuse('bad_date', `${reference} has "${said.slice(0, 30)}" for a date`);
  };
  const un = textAt(record, 'UNReferenceNumber');
  const effects = ukEffects(textAt(record, 'SanctionsImposed'));
  const nationalities = elementsIn(record, 'Nationality').flatMap((each) =>
    ukNationalities(textIn(each)),
  );
  const years = [
    ...new Set(elementsIn(record, 'DOB').flatMap((each) => birthYearsIn(textIn(each)))),
  ];
  entries.set(reference, {
    reference,
    kind,
    names: all,
    listedOn: day('DateDesignated'),
    updatedOn: day('LastUpdated'),
    listType: textAt(record, 'RegimeName'),
    ...(effects.length > 0 ? { effects } : {}),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(kind === 'person' && years.length > 0 ? { birthYears: years } : {}),
    ...(un === '' ? {} : { sameAs: [{ authority: 'UN', reference: un }] }),
  });
  if (entries.size > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
}
