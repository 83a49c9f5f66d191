import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { dayIn } from '../reading/dates.ts';
import type { Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity } from '../register.ts';
import { numberedItems, type NumberedItem } from './numbered-items.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the First Schedule is surely damaged: it has named over forty for years. */
export const IN_UAPA_ORGANISATIONS_FLOOR: ListCounts = { organisations: 25, persons: 0 };

/** Below this the Fourth Schedule is surely damaged: in March 2024 it named 57 persons. */
export const IN_UAPA_INDIVIDUALS_FLOOR: ListCounts = { organisations: 0, persons: 30 };

/** A page of law has a few hundred kilobytes; what is nested deep costs much to read. */
const PAGE_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 16 * 1024 * 1024,
  depth: 25,
  fieldLength: 4000,
};

/** The First Schedule also takes in the UN lists by a row of its own, which names nobody. */
const BY_REFERENCE = /^organi[sz]ations? listed in the schedule/iu;
/** "…, all its formations and front organisations", "… and all its manifestations" */
const BRANCHES =
  /[,/]?\s*(?:and\s+)?(?:all\s+)?its\s+(?:various\s+)?(?:formations?|manifestations?|front|armed wings?)\b[^/@]*/giu;
/** "son of …", "resident of …" say something about a person and are no name. */
const ABOUT = /[,\s]+(?:s\/o|d\/o|w\/o|r\/o|son of|daughter of|wife of|resident of)\s.*$/iu;
const BETWEEN_NAMES = /@|\s*\/\s*|\s+(?:alias|a\.?k\.?a\.?)\s+/iu;

/**
 * Reads the organisations declared terrorist under section 35 of the Unlawful Activities (Prevention)
 * Act 1967 of India, its First Schedule, from the page of the Ministry of Home Affairs (HTML,
 * mha.gov.in/en/banned-organisations).
 *
 * Read are the numbered rows of a table or items of a list. The page gives no references and its
 * numbers move, so the reference is made of the name (`referenceOfName`); `listedOn` is the day a row
 * gives, mostly none. "All its formations and front organisations" is no name and is left out.
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with numbered names in it.
 */
export function importInUapaOrganisations(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  return importSchedule(chunks, { ...PAGE_LIMITS, ...limits }, 'organisation');
}

/**
 * Reads the individuals declared terrorist under section 35 of the Unlawful Activities (Prevention) Act
 * 1967 of India, its Fourth Schedule, from the page of the Ministry of Home Affairs (HTML,
 * mha.gov.in/en/page/individual-terrorists-under-uapa). As `importInUapaOrganisations` otherwise; whose
 * child somebody is and where they live is left out.
 */
export function importInUapaIndividuals(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  return importSchedule(chunks, { ...PAGE_LIMITS, ...limits }, 'person');
}

const SCHEDULES: Readonly<Record<EntityKind, string>> = {
  organisation: 'First Schedule',
  person: 'Fourth Schedule',
};

async function importSchedule(
  chunks: Bytes,
  limits: ImportLimits,
  kind: EntityKind,
): Promise<ListImport> {
  const { page, sha256 } = await readHtml(chunks, limits);
  const entries = new Map<string, ListedEntity>();
  for (const item of numberedItems(page)) {
    if (kind === 'organisation' && BY_REFERENCE.test(item.text)) continue;
    const entity = entityOf(item, kind, limits);
    if (entries.has(entity.reference))
      refuse('duplicate_reference', `${entity.reference} is listed twice`, item.place);
    entries.set(entity.reference, entity);
    if (entries.size > limits.entries)
      refuse('too_many', `More than ${limits.entries} entries`, item.place);
  }
  if (entries.size === 0)
    throw new ListRefused(
      'missing_field',
      'The page has no numbered names in it',
      `Check that it is the page of the ${SCHEDULES[kind]}. Nothing was taken in.`,
    );
  const listName = `India: Unlawful Activities (Prevention) Act 1967, ${SCHEDULES[kind]}`;
  return {
    authority: 'IN',
    listName,
    generatedAt: null,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

function entityOf(item: NumberedItem, kind: EntityKind, limits: ImportLimits): ListedEntity {
  if (item.text.length > limits.fieldLength) refuse('too_long', 'A name is too long', item.place);
  const plain = kind === 'organisation' ? item.text.replaceAll(BRANCHES, '') : item.text;
  const parts = plain
    .replace(/[.;]\s*$/u, '')
    .replaceAll(/\b([sdwr])\/o\b/giu, '$1⁄o')
    .split(BETWEEN_NAMES)
    .map((part) => part.replaceAll('⁄', '/').replace(ABOUT, ''))
    .filter((part) => part.trim() !== '');
  if (parts.length > limits.aliasesPerEntry)
    refuse('too_many', 'There are too many names', item.place);
  const gathered = gatherNames(kind);
  parts.forEach((part, at) => gathered.add(part, at === 0 ? 'primary' : 'alias', 'unstated'));
  const names = gathered.names();
  const [primary] = names;
  if (primary?.kind !== 'primary')
    return refuse(
      'missing_field',
      `Number ${item.number} has no name with a letter in it`,
      item.place,
    );
  return {
    reference: referenceOfName(primary.text, kind),
    kind,
    names,
    listedOn: item.others.map((text) => dayIn(text)).find((day) => day !== null) ?? null,
    updatedOn: null,
    listType: `Unlawful Activities (Prevention) Act 1967, ${SCHEDULES[kind]}`,
  };
}

function refuse(
  code: 'missing_field' | 'too_many' | 'too_long' | 'duplicate_reference',
  wrong: string,
  place: Element['place'],
): never {
  throw new ListRefused(code, wrong, FETCH_AGAIN, place);
}
