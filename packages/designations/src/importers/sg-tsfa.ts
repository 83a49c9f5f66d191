import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayNamedIn } from '../reading/dates.ts';
import { childrenOf, elementsIn, textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the schedule is surely damaged: since 2022 it names between 25 and 60 persons. */
export const SG_TSFA_FLOOR: ListCounts = { organisations: 0, persons: 20 };

/** A page of law has a few hundred kilobytes; what is nested deep costs much to read. */
const PAGE_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 16 * 1024 * 1024,
  depth: 25,
  fieldLength: 4000,
};

const HEADINGS = ['td', 'th', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'tr'];
const longestHeading = 120;
const HEADING = /^(?:THE )?([A-Z]+) SCHEDULE\b/iu;
const PARAGRAPH = /^(\d+)\.(?:\s|$)/u;
const ITEM = /^\([a-z]{1,3}\)$/u;
const GONE = /^\[?(?:deleted|repealed|blank|omitted)\b/iu;
const ALSO = /^(?:also known as|alias(?:es)?|a\.?k\.?a\.?)[\s:]+/iu;
const CITIZEN = /^(.+?)\s+(?:citizen|national)$/iu;
const BORN = /\bDate of Birth\s*:?(.*)$/iu;
const ABOUT_A_PERSON = /\b(?:citizen|national|passport|date of birth|NRIC|identification)\b/iu;

/**
 * Reads the First Schedule to the Terrorism (Suppression of Financing) Act 2002 of Singapore from
 * Singapore Statutes Online (HTML, sso.agc.gov.sg/Act/TSFA2002?ProvIds=Sc1-), or the Act with it.
 *
 * Paragraph 1 takes in the UN lists, which have an importer of their own; read are the lettered items of
 * the paragraphs after it. The Act gives no references, and its letters move, so the reference is made
 * of the name (`referenceOfName`). It says nothing of since when: `listedOn` is null. An item of which
 * citizenship, birth or papers are told is a person, any other an organisation. "s/o" (son of) is part
 * of a name there. Deleted items are passed over.
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with the schedule in it.
 */
export async function importSgTsfa(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...PAGE_LIMITS, ...limits };
  const { page, sha256 } = await readHtml(chunks, bounds);
  const items = itemsIn(page);
  const entries = new Map<string, ListedEntity>();
  for (const { text, place } of items) {
    const refuse = (code: 'missing_field' | 'too_many' | 'duplicate_reference', wrong: string) => {
      throw new ListRefused(code, wrong, FETCH_AGAIN, place);
    };
    if (text.length > bounds.fieldLength)
      throw new ListRefused('too_long', 'An item is too long', FETCH_AGAIN, place);
    const entity = entityOf(text);
    if (entity === null) return refuse('missing_field', 'An item has no name with a letter in it');
    if (entity.names.length > bounds.aliasesPerEntry)
      refuse('too_many', 'An item has too many names');
    if (entries.has(entity.reference))
      refuse('duplicate_reference', `${entity.reference} is listed twice`);
    entries.set(entity.reference, entity);
    if (entries.size > bounds.entries) refuse('too_many', `More than ${bounds.entries} items`);
  }
  if (entries.size === 0)
    throw new ListRefused(
      'missing_field',
      'The page has no items of a First Schedule after its first paragraph',
      'Check that it is the First Schedule to the Act and was loaded whole. Nothing was taken in.',
    );
  return {
    authority: 'SG',
    listName: 'Singapore: Terrorism (Suppression of Financing) Act 2002, First Schedule',
    generatedAt: dayNamedIn(/\b[Vv]ersion as at\b(.{0,40})/u.exec(textIn(page))?.[1] ?? ''),
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

/** The lettered items of the First Schedule after its paragraph 1, in the order of the page. */
function itemsIn(page: Element): { text: string; place: Element['place'] }[] {
  const items: { text: string; place: Element['place'] }[] = [];
  let isFirst = false;
  let paragraph = 0;
  for (const element of elementsIn(page, ...HEADINGS)) {
    if (element.name === 'tr') {
      const [letter, item] = childrenOf(element)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map(textIn);
      const isItem = isFirst && paragraph > 1 && letter !== undefined && ITEM.test(letter);
      const text = (item ?? '').replaceAll('\n', ' ').trim();
      if (isItem && !GONE.test(text)) items.push({ text, place: element.place });
      continue;
    }
    const text = textIn(element);
    const schedule = text.length <= longestHeading ? HEADING.exec(text)?.[1] : undefined;
    if (schedule !== undefined) {
      isFirst = schedule.toUpperCase() === 'FIRST';
      paragraph = 0;
    }
    paragraph = Number(PARAGRAPH.exec(text)?.[1] ?? paragraph);
  }
  return items;
}

function entityOf(item: string): ListedEntity | null {
  const notes = [...item.matchAll(/\(([^()]*)\)/gu)].map(([, note = '']) => note.trim());
  const kind = notes.some((note) => ABOUT_A_PERSON.test(note)) ? 'person' : 'organisation';
  const gathered = gatherNames(kind);
  const [primary = '', ...others] = item.replace(/\s*\(.*$|[;.]\s*(?:and)?$/u, '').split('@');
  gathered.add(primary, 'primary', 'unstated');
  const also = notes.filter((note) => ALSO.test(note));
  for (const alias of [...others, ...also.flatMap((note) => note.replace(ALSO, '').split('@'))])
    gathered.add(alias, 'alias', 'unstated');
  const names = gathered.names();
  if (names[0]?.kind !== 'primary') return null;
  const nationalities = notes.flatMap((note) => CITIZEN.exec(note)?.[1] ?? []);
  const birthYears = birthYearsIn(notes.flatMap((note) => BORN.exec(note)?.[1] ?? []).join(' '));
  return {
    reference: referenceOfName(names[0].text, kind),
    kind,
    names,
    listedOn: null,
    updatedOn: null,
    listType: 'Terrorism (Suppression of Financing) Act 2002, First Schedule',
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthYears.length > 0 ? { birthYears } : {}),
  };
}
