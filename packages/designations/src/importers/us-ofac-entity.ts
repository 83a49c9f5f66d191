import { gatherNames } from '../names-of.ts';
import { scriptOf } from '../published-name.ts';
import type { EntityKind, ListedEntity, NameKind, NameStrength } from '../register.ts';

/** Programmes about terrorism: Executive Order 13224, section 219 of the INA, and those before them. */
export const OFAC_TERRORISM: readonly string[] = ['SDGT', 'FTO', 'SDT'];

/** What is read, of a list that holds much else. */
export interface OfacOptions {
  /** Only entries under one of these; null for all. */
  readonly programmes?: readonly string[] | null;
}

/** A name as either form of the list gives it. */
export interface OfacName {
  readonly text: string;
  readonly kind: NameKind;
  readonly strength: NameStrength;
}

export interface OfacEntry {
  readonly uid: string;
  readonly type: string;
  readonly programmes: readonly string[];
  readonly names: readonly OfacName[];
  readonly nationalities: readonly string[];
  readonly birthYears: readonly number[];
}

/** Whether an entry is of somebody, and under a programme that is asked for. */
export function isAskedFor(
  { type, programmes }: Pick<OfacEntry, 'type' | 'programmes'>,
  { programmes: asked = OFAC_TERRORISM }: OfacOptions,
): boolean {
  if (/^(?:vessel|aircraft)$/i.test(type)) return false;
  return asked === null || programmes.some((each) => asked.includes(each));
}

/** The entity of an entry; null when none of its names has a letter. */
export function ofacEntity(entry: OfacEntry): ListedEntity | null {
  const { uid, type, programmes, nationalities, birthYears } = entry;
  const kind: EntityKind = /^individual$/i.test(type) ? 'person' : 'organisation';
  const gathered = gatherNames(kind);
  for (const { text, kind: how, strength } of entry.names)
    gathered.add(kind === 'person' ? givenFirst(text) : text, how, strength);
  const primary = entry.names[0]?.text ?? '';
  // Its name fields hold names and nothing else, so that a number in one is no paper's.
  const bare = {
    text: primary,
    kind: 'primary',
    strength: 'strong',
    script: scriptOf(primary),
  } as const;
  const read = gathered.names();
  const names = read.some((name) => name.kind === 'primary') ? read : [bare, ...read];
  if (!/\p{L}/u.test(primary)) return null;
  return {
    reference: uid,
    kind,
    names,
    listedOn: null,
    updatedOn: null,
    listType: programmes.join(', '),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(kind === 'person' && birthYears.length > 0 ? { birthYears } : {}),
  };
}

/** "LAST, First" is "First LAST". */
function givenFirst(name: string): string {
  const [family = '', given, ...more] = name.split(/,\s*/u);
  return given === undefined || more.length > 0 ? name : `${given} ${family}`;
}
