import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readHtml } from '../reading/read-html.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { namesListedIn } from './names-listed-in.ts';
import { referenceOfName } from './reference-of-name.ts';

/** Below this the page is surely damaged: Schedule 2 has held 70 to 100 organisations since 2015. */
export const UK_PROSCRIBED_FLOOR: ListCounts = { organisations: 50, persons: 0 };

const PAGE_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 16 * 1024 * 1024,
  fieldLength: 4000,
};
const HEADING = /^h[1-6]$/;
const SCHEDULE = /^\s*SCHEDULE\s+2\b[\s\S]*\bPROSCRIBED ORGANISATIONS\b/iu;
/** Links to amendments ("F12") and the brackets around what was inserted. */
const PASSED_OVER = new Set(['a', 'sup']);

/**
 * Reads the proscribed organisations of the United Kingdom, Schedule 2 to the Terrorism Act 2000 (HTML,
 * legislation.gov.uk/ukpga/2000/11/schedule/2): each item of the list under that heading, up to the next
 * heading. Marks of amendments are left out; what is in parentheses is another name.
 *
 * The Act gives no references; they are made of the names (`referenceOfName`). It does not say since
 * when: `listedOn` is null.
 *
 * All or nothing: throws `ListRefused` on anything but a whole page with the schedule in it.
 */
export async function importUkProscribed(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...PAGE_LIMITS, ...limits };
  const { page, sha256 } = await readHtml(chunks, bounds);
  const entries = new Map<string, ListedEntity>();
  for (const item of itemsOfSchedule(page)) {
    const entity = entityOf(item, bounds);
    if (entries.has(entity.reference))
      throw new ListRefused(
        'duplicate_reference',
        `${entity.reference} is listed twice`,
        FETCH_AGAIN,
        item.place,
      );
    entries.set(entity.reference, entity);
  }
  if (entries.size === 0)
    throw new ListRefused(
      'missing_field',
      'The page has no Schedule 2 with proscribed organisations in it',
      'Check that it is Schedule 2 to the Terrorism Act 2000. Nothing was taken in.',
      { line: 1, column: 1 },
    );
  return {
    authority: 'GB',
    listName: 'United Kingdom: proscribed organisations, Terrorism Act 2000, Schedule 2',
    generatedAt: null,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

/** The list items between the schedule's heading and the next one. */
function itemsOfSchedule(page: Element): Element[] {
  const items: Element[] = [];
  let within = false;
  const walk = (element: Element): void => {
    for (const part of element.content) {
      if (typeof part === 'string') continue;
      if (HEADING.test(part.name)) within = SCHEDULE.test(textIn(part));
      else if (part.name === 'li' && within) items.push(part);
      else walk(part);
    }
  };
  walk(page);
  return items;
}

function entityOf(item: Element, limits: ImportLimits): ListedEntity {
  const text = textIn(unmarked(item)).replaceAll('\n', ' ').replaceAll(/[[\]]/gu, '');
  const refuse = (code: 'missing_field' | 'too_long' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, item.place);
  };
  if (text.length > limits.fieldLength) refuse('too_long', 'An item is too long');
  const [primary = '', ...aliases] = namesListedIn(text.replace(/[.;,\s]+$/u, ''));
  if (aliases.length > limits.aliasesPerEntry) refuse('too_many', 'An item has too many names');
  const names = gatherNames('organisation');
  names.add(primary, 'primary', 'unstated');
  for (const alias of aliases) names.add(alias, 'alias', 'unstated');
  const all = names.names();
  if (all.length === 0) refuse('missing_field', 'An item has no name with a letter');
  return {
    reference: referenceOfName(all[0]!.text, 'organisation'),
    kind: 'organisation',
    names: all,
    listedOn: null,
    updatedOn: null,
    listType: 'Terrorism Act 2000, Schedule 2',
  };
}

function unmarked(element: Element): Element {
  const content = element.content.flatMap((part) =>
    typeof part === 'string' ? part : PASSED_OVER.has(part.name) ? [] : unmarked(part),
  );
  return { ...element, content };
}
