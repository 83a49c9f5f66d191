import { LONGEST_URL, canonicalUrl } from './canonical-url.ts';

/** A link in a text. Offsets are UTF-16 in the original, end exclusive. */
export interface FoundUrl {
  /** Canonical (see `canonicalUrl`). */
  readonly url: string;
  readonly start: number;
  readonly end: number;
  /** As written, defanged or not. */
  readonly matched: string;
}

/** Links reported per text; past that a text is a list, and its size is the signal. */
export const MOST_URLS = 1000;

/** Where a word of text ends: white space, controls, and characters URLs are quoted in. */
const PARTS_WORDS = /[\s<>"“”«»„`\p{Cc}\p{Cf}。、，；！？（）「」]/u;

/** A colon, or a dot with something after it, broken or not: no link is without, and few texts have it. */
const MAY_HOLD_LINK = /:|\.[^.\s]|dot[\])}]/i;
const HINTS = new RegExp(MAY_HOLD_LINK.source, 'gi');

/** No link is without one of these either, unless it begins with www. */
const TELLING = '/?#[({\\';

const IN_WORD = 1;
const SURROGATE = 2;
const TELLS = 3;
const PARTS = 4;
const classes = new Uint8Array(0x10000);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  let found = IN_WORD;
  if (unit >= 0xd800 && unit < 0xe000) found = SURROGATE;
  else if (PARTS_WORDS.test(character)) found = PARTS;
  else if (TELLING.includes(character)) found = TELLS;
  classes[unit] = found;
  return found;
}

/** What stands at an offset. Both halves of a surrogate pair are what the pair is. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const found = classes[unit] || classify(unit);
  if (found !== SURROGATE) return found;
  const isSecond = unit >= 0xdc00 && at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return PARTS_WORDS.test(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0))
    ? PARTS
    : IN_WORD;
}

/** "http", defanged or not, to its slashes: hxxps://, h**p://, http[:]//, https[://]. */
const SCHEMED = /h(?:tt|xx|\*\*)p(s?)(?:(?:\[:\]|\(:\)|:)\/\/|\[:\/\/\])/gi;

/** The dots and slashes people break so that a link cannot be clicked. */
const BROKEN_DOT = /\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\\\./i;
const BROKEN_DOTS = new RegExp(BROKEN_DOT.source, 'gi');
const BROKEN_REST = /\[([:/@])\]/g;

/** A bare host, with at least one dot and a top label of letters. */
const BARE_HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?::\d{1,5})?(?=[/?#]|$)/iu;

const WWW = /^www\./i;

const LAST_PUNCTUATION = /[.,;:!?'’*_~|…]/;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The length of a written link without the sentence's own punctuation after it. */
function trimmedLength(written: string): number {
  const open = new Map<string, number>();
  for (const character of written) {
    const closes = CLOSERS[character];
    if (closes !== undefined) open.set(closes, (open.get(closes) ?? 0) - 1);
    else open.set(character, (open.get(character) ?? 0) + 1);
  }
  let end = written.length;
  while (end > 0) {
    const last = written[end - 1] ?? '';
    const closes = CLOSERS[last];
    const balance = closes === undefined ? 0 : (open.get(closes) ?? 0);
    if (balance >= 0 && !LAST_PUNCTUATION.test(last)) break;
    if (closes !== undefined) open.set(closes, balance + 1);
    end--;
  }
  return end;
}

/** Undoes the usual ways of making a link unclickable. */
export function refang(written: string): string {
  return written
    .replace(SCHEMED, (_, secure: string) => `http${secure}://`)
    .replace(BROKEN_DOTS, '.')
    .replace(BROKEN_REST, '$1');
}

function linkAt(start: number, written: string): FoundUrl | null {
  const matched = written.slice(0, trimmedLength(written));
  const url = canonicalUrl(refang(matched));
  return url === null ? null : { url, start, end: start + matched.length, matched };
}

/** A link without a scheme: broken on purpose, beginning with www, or followed by a path. */
function bareLink(start: number, word: string): FoundUrl | null {
  const opening = /^[([{'‘*_~|]+/.exec(word)?.[0].length ?? 0;
  const written = word.slice(opening, opening + LONGEST_URL);
  const whole = refang(written.slice(0, trimmedLength(written)));
  const host = BARE_HOST.exec(whole)?.[0];
  if (host === undefined) return null;
  const meant = whole.length > host.length || BROKEN_DOT.test(written) || WWW.test(whole);
  return meant ? linkAt(start + opening, written) : null;
}

/**
 * The links in a text, in order: http and https addresses, bare ones that are surely links
 * (www., or a host with a path), and defanged ones ("hxxps://a[.]example/b"). A link inside
 * another (an archive's or a redirector's) is reported after it. At most `MOST_URLS`.
 */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  let from = 0;
  while (found.length < MOST_URLS) {
    HINTS.lastIndex = from;
    if (!HINTS.test(text)) break;
    // The dot of a hint, or what follows it in the same word.
    let at = HINTS.lastIndex - 1;
    if (classAt(text, at) === PARTS) at--;
    let tells = false;
    let start = at;
    for (; start > from; start--) {
      const before = classAt(text, start - 1);
      if (before === PARTS) break;
      if (before === TELLS) tells = true;
    }
    let end = at;
    for (; end < text.length; end++) {
      const here = classAt(text, end);
      if (here === PARTS) break;
      if (here === TELLS) tells = true;
    }
    if (end - start >= 4 && (tells || endsInW(text, at)))
      linksOfWord(start, text.slice(start, end), found);
    from = end;
  }
  return found;
}

/** True when the dot before an offset follows a w, as in "www.example". */
function endsInW(text: string, at: number): boolean {
  return text[at - 1] === '.' && (text[at - 2] === 'w' || text[at - 2] === 'W');
}

/** Adds the links of one word, which begins at an offset of the text. */
function linksOfWord(start: number, word: string, found: FoundUrl[]): void {
  if (!MAY_HOLD_LINK.test(word)) return;
  let schemed = false;
  for (const scheme of word.matchAll(SCHEMED)) {
    schemed = true;
    const link = linkAt(start + scheme.index, word.slice(scheme.index, scheme.index + LONGEST_URL));
    if (link !== null) found.push(link);
    if (found.length >= MOST_URLS) return;
  }
  if (schemed) return;
  const link = bareLink(start, word);
  if (link !== null) found.push(link);
}
