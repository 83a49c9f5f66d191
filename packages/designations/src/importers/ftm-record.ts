import { ListRefused, type RefusalCode } from '../list-refused.ts';
import { dayIn } from '../reading/dates.ts';
import { IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { EntityKind } from '../register.ts';

/** What is kept of one FollowTheMoney entity: nothing of papers, addresses, days of birth or remarks. */
export interface FtmRecord {
  readonly id: string;
  /** A `Sanction` says that another entity is listed; the others are who is. */
  readonly kind: EntityKind | 'sanction';
  readonly caption: string;
  readonly datasets: readonly string[];
  readonly updatedOn: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Schemata of FollowTheMoney for whom the register holds. Vessels, aircraft, wallets and the like are passed over. */
export const FTM_KINDS: Readonly<Record<string, EntityKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  LegalEntity: 'organisation',
  PublicBody: 'organisation',
};

/** A line may hold all that was ever written of somebody; a name in it is short. */
export const FTM_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 4 * 1024 ** 3,
  fieldLength: 4000,
};

const OF_ALL = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation', 'topics'];
const KEPT: Readonly<Record<FtmRecord['kind'], readonly string[]>> = {
  person: [...OF_ALL, 'nationality', 'citizenship', 'birthDate'],
  organisation: [...OF_ALL, 'country', 'jurisdiction'],
  sanction: ['entity', 'program', 'programId', 'listingDate', 'startDate', 'endDate', 'unscId'],
};

const USE_ENTITIES =
  'Give entities.ftm.json: flat FollowTheMoney entities, one to a line. Nothing was taken in.';

/**
 * One FollowTheMoney entity; null when it is of a schema the register does not hold.
 * @throws ListRefused with the line when it is no such entity
 */
export function ftmRecordOf(
  entity: unknown,
  line: number,
  limits: ImportLimits,
): FtmRecord | { readonly id: string; readonly kind: null } {
  const refuse = (code: RefusalCode, wrong: string): never => {
    throw new ListRefused(code, wrong, USE_ENTITIES, { line, column: 1 });
  };
  const object = isObject(entity) ? entity : refuse('not_json', 'The line holds no entity');
  const id = textOf(object['id']) || refuse('missing_field', 'An entity has no id');
  const schema = textOf(object['schema']) || refuse('missing_field', `Entity ${id} has no schema`);
  const kind = schema === 'Sanction' ? 'sanction' : FTM_KINDS[schema];
  if (kind === undefined) return { id, kind: null };
  const given = isObject(object['properties'])
    ? object['properties']
    : refuse('missing_field', `Entity ${id} has no properties`);
  const properties: Record<string, readonly string[]> = {};
  for (const name of KEPT[kind]) {
    const said = given[name];
    if (said === undefined) continue;
    // Some who write the format give a single value without its brackets.
    const values: unknown = typeof said === 'string' ? [said] : said;
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string'))
      return refuse('missing_field', `Entity ${id} has something other than texts as ${name}`);
    if (values.length > limits.aliasesPerEntry)
      refuse('too_many', `Entity ${id} has too many values of ${name}`);
    if (values.some((value) => value.length > limits.fieldLength))
      refuse('too_long', `Entity ${id} has too long a ${name}`);
    // Only the year of birth is ever held.
    properties[name] = name === 'birthDate' ? values.map((value) => value.slice(0, 4)) : values;
  }
  return {
    id,
    kind,
    caption: kind === 'sanction' ? '' : textOf(object['caption']),
    datasets: Array.isArray(object['datasets']) ? object['datasets'].map(String) : [],
    updatedOn: dayIn(textOf(object['last_change'])),
    properties,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
