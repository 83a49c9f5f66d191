import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn } from '../reading/dates.ts';
import { FETCH_AGAIN, type ImportLimits } from '../reading/limits.ts';
import { readJsonLines } from '../reading/read-json-lines.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity, ListedName } from '../register.ts';
import { ftmIntervals, type FtmInterval } from './ftm-interval.ts';
import { FTM_LIMITS, ftmRecordOf, type FtmRecord } from './ftm-record.ts';

/** Which list a file is decides how much it holds; of itself the format only may not be empty. */
export const FTM_FLOOR: ListCounts = { organisations: 0, persons: 0 };

/** What the file does not say of itself, and whoever gives it must. */
export interface FtmSource {
  /** ISO 3166-1 alpha-2 code of the state, or 'UN' or 'EU'. */
  readonly authority: string;
  readonly listName: string;
  /** Only what comes from this dataset, for a file that holds several lists. */
  readonly dataset?: string;
  /** Whom it lists; `sanction` and `crime.terror` unless told. */
  readonly topics?: readonly string[];
  /** When the edition was made, from the dataset's index. An end after it is one to come. */
  readonly generatedAt?: string;
}

/** The entities of a file, as far as they are kept, by their id. */
export interface FtmEntries {
  readonly records: ReadonlyMap<string, FtmRecord>;
  readonly sha256: string;
}

const TOPICS = ['sanction', 'crime.terror'];

/**
 * Reads a list in FollowTheMoney entities, one JSON object to a line ("entities.ftm.json",
 * followthemoney.tech), such as OpenSanctions and others publish. Which list it is, the caller tells.
 *
 * Listed is who has one of the topics. `Sanction` entities give since when, until when and under what
 * programme; a time that ended is in `past`, and who was listed twice is there and in `entries`. The
 * reference is the entity's id. Only `weakAlias` is rated. Vessels and aircraft are passed over.
 *
 * All or nothing: throws `ListRefused` with the line. A file cut between two lines cannot be told from
 * a shorter list: the count guard must catch it.
 */
export async function importFtm(
  chunks: Bytes,
  source: FtmSource,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  return ftmList(await readFtm(chunks, limits), source);
}

/** Reads the entities of a file, to make a list of them or to bring them up to date by a delta. */
export async function readFtm(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<FtmEntries> {
  const bounds = { ...FTM_LIMITS, ...limits };
  const records = new Map<string, FtmRecord>();
  const { sha256 } = await readJsonLines(chunks, bounds, (object, line) => {
    const record = ftmRecordOf(object, line, bounds);
    const place = { line, column: 1 };
    if (record.kind === null) return;
    if (records.has(record.id))
      throw new ListRefused(
        'duplicate_reference',
        `${record.id} is there twice`,
        FETCH_AGAIN,
        place,
      );
    records.set(record.id, record);
    if (records.size > bounds.entries)
      throw new ListRefused('too_many', `More than ${bounds.entries} entities`, FETCH_AGAIN, place);
  });
  return { records, sha256 };
}

/** The list that entities make. @throws ListRefused when it is empty or somebody in it has no name */
export function ftmList({ records, sha256 }: FtmEntries, source: FtmSource): ListImport {
  const { topics = TOPICS, dataset, authority, listName, generatedAt = null } = source;
  const isOurs = ({ datasets }: FtmRecord) => dataset === undefined || datasets.includes(dataset);
  const sanctions = new Map<string, FtmRecord[]>();
  for (const record of records.values()) {
    if (record.kind !== 'sanction' || !isOurs(record)) continue;
    for (const id of record.properties['entity'] ?? [])
      sanctions.set(id, [...(sanctions.get(id) ?? []), record]);
  }
  const entries: ListedEntity[] = [];
  const past: ListedEntity[] = [];
  // By id, so that a list brought up to date by deltas is the same as one read anew.
  for (const id of [...records.keys()].toSorted()) {
    const record = records.get(id)!;
    const topic = record.properties['topics']?.find((each) => topics.includes(each));
    if (record.kind === 'sanction' || !isOurs(record) || topic === undefined) continue;
    const about = sanctions.get(id) ?? [];
    const entity = entityOf(record, record.kind, about, authority);
    const intervals = about.length > 0 ? ftmIntervals(about) : [NEVER_SAID];
    for (const { from, until, programmes } of intervals) {
      const listType = programmes.join(', ') || topic;
      const listed = { ...entity, listedOn: from, listType };
      if (until === null) entries.push(listed);
      else if (generatedAt !== null && until > generatedAt.slice(0, 10))
        entries.push({ ...listed, expiresOn: until });
      else past.push({ ...listed, endedOn: until });
    }
  }
  if (entries.length + past.length === 0)
    throw new ListRefused(
      'missing_field',
      `Nobody in the file is listed: no person or organisation has a topic ${topics.join(' or ')}`,
      'Check that it is this list, and which dataset of it is asked for. Nothing was taken in.',
    );
  return { authority, listName, generatedAt, sha256, entries, past };
}

const NEVER_SAID: FtmInterval = { from: null, until: null, programmes: [] };

function entityOf(
  record: FtmRecord,
  kind: EntityKind,
  sanctions: readonly FtmRecord[],
  authority: string,
): Omit<ListedEntity, 'listedOn'> {
  const of = (...names: readonly string[]) =>
    names.flatMap((name) => record.properties[name] ?? []);
  const names = namesOf(record, kind, of);
  if (names.length === 0)
    throw new ListRefused('missing_field', `Entity ${record.id} has no name`, FETCH_AGAIN);
  const countries = of('nationality', 'citizenship', 'country', 'jurisdiction');
  const nationalities = [...new Set(countries.map((code) => code.toUpperCase()))];
  const birthYears = birthYearsIn(of('birthDate').join(' '));
  const unitedNations = new Set(sanctions.flatMap(({ properties }) => properties['unscId'] ?? []));
  return {
    reference: record.id,
    kind,
    names,
    updatedOn: record.updatedOn,
    listType: '',
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthYears.length > 0 ? { birthYears } : {}),
    ...(unitedNations.size > 0 && authority !== 'UN'
      ? { sameAs: [...unitedNations].toSorted().map((id) => ({ authority: 'UN', reference: id })) }
      : {}),
  };
}

function namesOf(
  { caption }: FtmRecord,
  kind: EntityKind,
  of: (...names: readonly string[]) => string[],
): ListedName[] {
  const gathered = gatherNames(kind);
  const published = of('name');
  gathered.add(published.includes(caption) ? caption : (published[0] ?? ''), 'primary', 'strong');
  for (const name of of('name', 'alias', 'abbreviation')) gathered.add(name, 'alias', 'unstated');
  for (const name of of('previousName')) gathered.add(name, 'former', 'unstated');
  for (const name of of('weakAlias')) gathered.add(name, 'alias', 'weak');
  return gathered.names();
}
