import { ListRefused } from './list-refused.ts';
import type { RefusalPlace } from './list-refused.ts';
import { namesInField, scriptOf } from './published-name.ts';
import type { EntityKind, ListedEntity, ListedName, NameKind, NameStrength } from './register.ts';

/** The fields of one UN entry that the register keeps, as they are read. */
export interface UnEntryDraft {
  readonly kind: EntityKind;
  readonly place: RefusalPlace;
  /** Fields directly under the entry, by element name. */
  readonly fields: Map<string, string>;
  readonly nationalities: string[];
  readonly updates: string[];
  readonly aliases: { quality: string; name: string }[];
}

const NAME_FIELDS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const;

/** Elements directly under an entry whose text is kept. All others are passed over. */
export const KEPT_FIELDS: ReadonlySet<string> = new Set([
  ...NAME_FIELDS,
  'NAME_ORIGINAL_SCRIPT',
  'REFERENCE_NUMBER',
  'LISTED_ON',
  'UN_LIST_TYPE',
]);

/** The UN's words for an alias. "a.k.a." and an empty quality say nothing about its strength. */
const QUALITIES: Readonly<Record<string, { kind: NameKind; strength: NameStrength }>> = {
  good: { kind: 'alias', strength: 'strong' },
  low: { kind: 'alias', strength: 'weak' },
  'f.k.a.': { kind: 'former', strength: 'unstated' },
};
const UNRATED = { kind: 'alias', strength: 'unstated' } as const;

/** An xs:date, whose zone (as in "2015-04-07-04:00") says nothing about the day. */
const DATE = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:Z|[+-]\d\d:\d\d)?$/;

const FETCH_AGAIN = 'Nothing was taken in; fetch the list again or report it to the publisher.';

function dateIn(value: string, draft: UnEntryDraft, reference: string): string {
  const date = DATE.exec(value)?.[1];
  if (date !== undefined) return date;
  const wrong = `Entry ${reference} has "${value.slice(0, 40)}" where a date belongs`;
  throw new ListRefused('bad_date', wrong, FETCH_AGAIN, draft.place);
}

function required(draft: UnEntryDraft, field: string, reference: string): string {
  const value = draft.fields.get(field)?.trim() ?? '';
  if (value !== '') return value;
  throw new ListRefused(
    'missing_field',
    `Entry ${reference} has no ${field}`,
    FETCH_AGAIN,
    draft.place,
  );
}

function namesOf(draft: UnEntryDraft): ListedName[] {
  const names = new Map<string, ListedName>();
  const add = (field: string, first: NameKind, rest: NameKind, strength: NameStrength): void => {
    namesInField(field, draft.kind).forEach((text, at) => {
      const script = scriptOf(text);
      const kind = at === 0 ? first : rest;
      // The first mention stands, unless a later one is rated better.
      const known = names.get(text);
      if (known === undefined) names.set(text, { text, kind, strength, script });
      else if (known.strength === 'weak') names.set(text, { ...known, strength });
    });
  };
  const primary = NAME_FIELDS.map((field) => draft.fields.get(field)?.trim() ?? '').join(' ');
  add(primary, 'primary', 'alias', 'strong');
  const original = draft.fields.get('NAME_ORIGINAL_SCRIPT') ?? '';
  add(original, 'original_script', 'original_script', 'unstated');
  for (const { quality, name } of draft.aliases) {
    const { kind, strength } = QUALITIES[quality.trim().toLowerCase()] ?? UNRATED;
    add(name, kind, kind, strength);
  }
  return [...names.values()];
}

/** Turns a draft into an entity. Throws `ListRefused` when what every entry must have is missing. */
export function entityOf(draft: UnEntryDraft): ListedEntity {
  const reference = required(draft, 'REFERENCE_NUMBER', '(unknown)');
  required(draft, 'FIRST_NAME', reference);
  const names = namesOf(draft);
  if (names.length === 0) {
    const wrong = `Entry ${reference} has no name with a letter in it`;
    throw new ListRefused('missing_field', wrong, FETCH_AGAIN, draft.place);
  }
  const updates = draft.updates.map((value) => dateIn(value, draft, reference)).sort();
  return {
    reference,
    kind: draft.kind,
    names,
    listedOn: dateIn(required(draft, 'LISTED_ON', reference), draft, reference),
    updatedOn: updates.at(-1) ?? null,
    listType: required(draft, 'UN_LIST_TYPE', reference),
    ...(draft.nationalities.length > 0 ? { nationalities: draft.nationalities } : {}),
  };
}
