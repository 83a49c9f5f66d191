import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePath, consoleRoot, type Locale } from './messages.ts';

const header = (locale: Locale) =>
  [
    'msgid ""',
    'msgstr ""',
    `"Language: ${locale}\\n"`,
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=utf-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
    '',
  ].join('\n');

/** Reads the entries of a .po file of ours: one msgid and one msgstr each, either may be wrapped. */
export function parseCatalogue(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const block of text.split(/\n\s*\n/)) {
    const read = (key: string) => {
      const lines = new RegExp(`^${key} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(block)?.[1];
      return lines
        ?.match(/"(?:[^"\\]|\\.)*"/g)
        ?.map((part) => JSON.parse(part) as string)
        .join('');
    };
    const id = read('msgid');
    if (id) entries.set(id, read('msgstr') ?? '');
  }
  return entries;
}

/**
 * Writes entries as a .po file, in the order of the English. The flag tells Lingui that the
 * English is the id itself.
 */
export function printCatalogue(locale: Locale, entries: ReadonlyMap<string, string>): string {
  const blocks = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, text]) =>
        `#. js-lingui-explicit-id\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n`,
    );
  return [header(locale), ...blocks].join('\n');
}

/** Reads a catalogue of a scope; empty when there is none yet. */
export function readCatalogue(scope: string | null, locale: Locale): Map<string, string> {
  const file = path.join(consoleRoot, cataloguePath(scope, locale));
  return existsSync(file) ? parseCatalogue(readFileSync(file, 'utf8')) : new Map<string, string>();
}

/** Writes a catalogue of a scope. */
export function writeCatalogue(
  scope: string | null,
  locale: Locale,
  entries: ReadonlyMap<string, string>,
): void {
  writeFileSync(
    path.join(consoleRoot, cataloguePath(scope, locale)),
    printCatalogue(locale, entries),
  );
}
