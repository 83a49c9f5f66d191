import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { faults, problemKinds, refusals, things } from '@commonweal/contract';

export const consoleRoot = path.resolve(import.meta.dirname, '..');
export const locales = ['en', 'fr', 'hi', 'ur'] as const;
export type Locale = (typeof locales)[number];

/** A sentence found in the source, and where. */
export interface Used {
  id: string;
  file: string;
  line: number;
}

const call =
  /(?<![\w$.])(?:_|msg|i18n\._)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)/g;
const trans = /<Trans\b[^>]*?\bid="([^"]*)"/g;

/**
 * The sentences a source file asks to have translated: `_('…')`, `msg('…')`, `i18n._('…')` and
 * `<Trans id="…">`. Throws on a template with `${}`: such a sentence cannot be translated.
 */
export function messagesIn(source: string, file: string): Used[] {
  const found: Used[] = [];
  for (const match of [...source.matchAll(call), ...source.matchAll(trans)]) {
    const raw = match[1] ?? match[2] ?? match[3] ?? '';
    const line = source.slice(0, match.index).split('\n').length;
    if (match[3]?.includes('${')) {
      throw new Error(`${file}:${line}: put values in with {name}, not with a template: ${raw}`);
    }
    found.push({ id: raw.replace(/\\(['"\\])/g, '$1'), file, line });
  }
  return found;
}

/** The screen a file belongs to, when that screen keeps its own words; null for the shared ones. */
export function scopeOf(file: string, ownWords: ReadonlySet<string>): string | null {
  const screen = /^src\/screens\/([^/]+)\//.exec(file)?.[1];
  return screen !== undefined && ownWords.has(screen) ? screen : null;
}

/** What the server says by code, which the console says in the reader's language. */
function messagesOfContract(): Used[] {
  const sentences = [
    ...Object.values(problemKinds).map(([, title]) => title),
    ...Object.values(refusals).map(([, sentence]) => sentence),
    ...Object.values(faults),
    ...things,
  ];
  return sentences.map((id) => ({ id, file: 'packages/contract/src/problems', line: 0 }));
}

/** All sentences of the console: of its source, and of the contract. Paths are relative to the console. */
export function allMessages(): Used[] {
  const ofSource = globSync('src/**/*.{ts,tsx}', { cwd: consoleRoot })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => messagesIn(readFileSync(path.join(consoleRoot, file), 'utf8'), file));
  return [...ofSource, ...messagesOfContract()];
}

/** The screens with a `locales` folder. */
export function screensWithWords(): Set<string> {
  return new Set(
    globSync('src/screens/*/locales', { cwd: consoleRoot }).map(
      (folder) => folder.split(path.sep)[2] ?? '',
    ),
  );
}

/** The catalogue of a scope, relative to the console. */
export function cataloguePath(scope: string | null, locale: Locale): string {
  const folder = scope === null ? 'src/locales' : `src/screens/${scope}/locales`;
  return `${folder}/${locale}.po`;
}
