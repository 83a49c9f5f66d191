import type { EntityKind } from './register.ts';

/**
 * Publishers write several names, notes and even passport numbers into one name field. This takes
 * the names out of it and leaves the rest behind.
 */

const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Thai', /\p{Script=Thai}/gu],
];

/** The ISO 15924 code of the script most letters are in; "Zyyy" when there are none we know. */
export function scriptOf(text: string): string {
  let best = 'Zyyy';
  let most = 0;
  for (const [code, letters] of SCRIPTS) {
    const found = text.match(letters)?.length ?? 0;
    if (found > most) [best, most] = [code, found];
  }
  return best;
}

/** Notes in parentheses that say something about a name and are none. */
const NOTE =
  /^(?:original script|birth name|combat name|nom de guerre|third|second|jr|sr|martyrs|deceased|formerly.*|previously listed as|.*\b(?:passport|identification|identity|number|document|born|issue|expiry)\b.*)$/iu;
/** What follows is about the person, not the name. */
const PERSONAL_TAIL = /,?\s+\b(?:born|passport|dob|d\.o\.b)\b.*$/isu;
const LABEL = /^(?:original script|english|arabic)\s*:\s*|\s+[-–]\s+sub-unit name$/giu;
/** Identifiers (passport, account) and years have four digits or more in a row; names have not. */
const IDENTIFIER = /\p{Nd}{4}/u;
/** But works and units are numbered before their names: "2566 Radio Repair Plant", "2566 RRP OJSC". */
const NUMBERED = /^\p{Nd}{4}\s+\p{L}\p{L}+(?:\s+\p{L}+)+$/u;
const QUOTES = /["“”„«»]/gu;
const EDGES = /^[\s'‘.,;:)\]}-]+|[\s,;:([{]+$/gu;

interface Piece {
  readonly text: string;
  readonly inner: boolean;
}

/** Splits a field at semicolons and list letters outside parentheses, and at the parentheses. */
function piecesOf(field: string): Piece[][] {
  const groups: Piece[][] = [[]];
  let depth = 0;
  let text = '';
  const close = (inner: boolean): void => {
    if (text.trim() !== '') groups.at(-1)?.push({ text, inner });
    text = '';
  };
  for (const character of field) {
    if (character === '(' && depth++ === 0) close(false);
    else if (character === ')' && depth > 0 && --depth === 0) close(true);
    else if (character === ';' && depth === 0) {
      close(false);
      groups.push([]);
    } else text += character;
  }
  close(depth > 0);
  return groups;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** "LRM/A" abbreviates a name when its letters stand in the name in that order. */
function abbreviates(short: string, name: string): boolean {
  if (!/^[\p{L}\p{N}/-]{2,14}$/u.test(short) || (short.match(/\p{Lu}/gu)?.length ?? 0) < 2)
    return false;
  const letters = lettersOf(name);
  let at = -1;
  for (const letter of lettersOf(short)) {
    at = letters.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function tidy(text: string): string {
  return text
    .replace(LABEL, '')
    .replace(PERSONAL_TAIL, '')
    .replace(/\s+/gu, ' ')
    .replace(QUOTES, '')
    .replace(EDGES, '')
    .trim();
}

function isName(text: string): boolean {
  if (text === '' || !/\p{L}/u.test(text) || NOTE.test(text)) return false;
  return !IDENTIFIER.test(text) || NUMBERED.test(text);
}

/** "Relief Foundation (Kenya) Ltd": a note that is no name of its own stays where it stands. */
function namesInGroup(pieces: readonly Piece[], kind: EntityKind, depth: number): string[] {
  const outer = tidy(pieces.map(({ text, inner }) => (inner ? ' ' : text)).join(''));
  const others: string[] = [];
  let name = '';
  for (const { text, inner } of pieces) {
    if (!inner) name += text;
    if (!inner || NOTE.test(text.trim())) continue;
    const plain = tidy(text);
    if (/[;()]/u.test(text) || outer === '' || scriptOf(plain) !== scriptOf(outer)) {
      if (depth < 4) others.push(...splitField(text, kind, depth + 1));
    } else if (kind === 'organisation') {
      const parts = plain.split(/,\s*/u);
      if (parts.every((part) => abbreviates(part, outer))) others.push(...parts);
      else name += `(${plain})`;
    }
  }
  return [tidy(name), ...others].filter(isName);
}

function splitField(field: string, kind: EntityKind, depth: number): string[] {
  const lettered = field.replace(/\s[a-z]\)\s/gu, '; ').replace(/\s\/\s/gu, '; ');
  return piecesOf(lettered).flatMap((pieces) => namesInGroup(pieces, kind, depth));
}

/**
 * The names in a published name field, without repetition: "; " and " / " lists, abbreviations and
 * other scripts in parentheses become names of their own; notes, quotation marks, identifiers and
 * what is said about the person's birth or papers is left out.
 *
 *     namesInField('Grey Heron Front (GHF)', 'organisation')   // ['Grey Heron Front', 'GHF']
 */
export function namesInField(field: string, kind: EntityKind): string[] {
  return [...new Set(splitField(field, kind, 0))];
}
