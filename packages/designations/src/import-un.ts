import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { ListRefused } from './list-refused.ts';
import type { RefusalCode } from './list-refused.ts';
import type { ListImport, ListedEntity } from './register.ts';
import { KEPT_FIELDS, entityOf } from './un-entry.ts';
import type { UnEntryDraft } from './un-entry.ts';

/** Limits on a file, so that a hostile or damaged one costs little. */
export interface ImportLimits {
  readonly bytes: number;
  readonly depth: number;
  /** UTF-16 units of one kept field. */
  readonly fieldLength: number;
  readonly entries: number;
  readonly aliasesPerEntry: number;
}

/** For scale: the edition of February 2026 has 2.0 MB, depth 5 and 1,003 entries. */
export const UN_LIMITS: ImportLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 12,
  fieldLength: 4000,
  entries: 100_000,
  aliasesPerEntry: 1000,
};

const FETCH_AGAIN = 'Nothing was taken in; fetch the list again from the publisher.';
const SECTIONS = ['INDIVIDUALS', 'ENTITIES'];
const ALIAS = /^(?:INDIVIDUAL|ENTITY)_ALIAS$/;

function isEntry(path: readonly string[]): boolean {
  const name = path[2];
  return path.length === 3 && (name === 'INDIVIDUAL' || name === 'ENTITY');
}

/** Reads the element stream; `refuse` never returns. */
function openReader(limits: ImportLimits) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: string[] = [];
  const entries: ListedEntity[] = [];
  const references = new Map<string, number>();
  const sections = new Set<string>();
  let generatedAt = '';
  let draft: UnEntryDraft | null = null;
  let text: string | null = null;

  const place = () => ({ line: parser.line, column: parser.columnIndex + 1 });
  function refuse(code: RefusalCode, wrong: string, whatToDo = FETCH_AGAIN): never {
    throw new ListRefused(code, wrong, whatToDo, place());
  }

  /** True for the elements whose text is wanted, by their place. */
  function isKept(): boolean {
    const [, , , field, inner] = path;
    if (draft === null || field === undefined) return false;
    if (path.length === 4) return KEPT_FIELDS.has(field);
    if (path.length !== 5) return false;
    if (field === 'NATIONALITY' || field === 'LAST_DAY_UPDATED') return inner === 'VALUE';
    return ALIAS.test(field) && (inner === 'QUALITY' || inner === 'ALIAS_NAME');
  }

  function keep(into: UnEntryDraft, value: string): void {
    const [, , , field = '', inner] = path;
    if (path.length === 4) {
      if (into.fields.has(field)) refuse('missing_field', `An entry has ${field} twice`);
      into.fields.set(field, value);
    } else if (field === 'NATIONALITY') {
      if (value.trim() !== '') into.nationalities.push(value.trim());
    } else if (field === 'LAST_DAY_UPDATED') {
      if (value.trim() !== '') into.updates.push(value.trim());
    } else {
      const alias = into.aliases.at(-1);
      if (alias !== undefined) alias[inner === 'QUALITY' ? 'quality' : 'name'] += value;
    }
  }

  function closeEntry(finished: UnEntryDraft): void {
    const entity = entityOf(finished);
    const earlier = references.get(entity.reference);
    if (earlier !== undefined) {
      refuse(
        'duplicate_reference',
        `${entity.reference} is listed twice, first in line ${earlier}`,
      );
    }
    references.set(entity.reference, finished.place.line ?? 0);
    entries.push(entity);
    if (entries.length > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
  }

  function take(piece: string): void {
    if (text === null) return;
    text += piece;
    if (text.length > limits.fieldLength) {
      refuse('too_long', `${path.at(-1)} is longer than ${limits.fieldLength} characters`);
    }
  }

  parser.on('error', (fault) => {
    const wrong = fault.message.replace(/^\d+:\d+: /, '');
    const cut = /^(?:unclosed tag|unexpected end|document must contain)/.test(wrong);
    if (cut) refuse('truncated', `The file ends before the list does: ${wrong}`);
    refuse('not_xml', `The file is not well-formed XML: ${wrong}`);
  });
  parser.on('doctype', () => {
    const hint =
      'The UN list has none; this may be a web page or a hostile file. Check the address.';
    refuse('doctype', 'The file declares a document type', hint);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      refuse('not_utf8', `The file declares the encoding ${encoding.slice(0, 20)}`);
    }
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length > limits.depth)
      refuse('too_deep', `Elements are nested over ${limits.depth} deep`);
    if (path.length === 1) {
      if (name !== 'CONSOLIDATED_LIST') {
        const hint = 'This is not the UN consolidated list in XML. Check the address.';
        refuse('wrong_root', `The file begins with <${name.slice(0, 60)}>`, hint);
      }
      generatedAt = attributes['dateGenerated']?.trim() ?? '';
      if (Number.isNaN(Date.parse(generatedAt))) refuse('bad_date', 'dateGenerated is not a date');
    }
    if (path.length === 2) sections.add(name);
    if (isEntry(path)) {
      const kind = name === 'ENTITY' ? 'organisation' : 'person';
      draft = {
        kind,
        place: place(),
        fields: new Map(),
        nationalities: [],
        updates: [],
        aliases: [],
      };
    }
    if (draft !== null && path.length === 4 && ALIAS.test(name)) {
      draft.aliases.push({ quality: '', name: '' });
      if (draft.aliases.length > limits.aliasesPerEntry) refuse('too_many', 'Too many aliases');
    }
    text = isKept() ? '' : null;
  });
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    if (draft !== null && text !== null) keep(draft, text);
    text = null;
    if (draft !== null && isEntry(path)) {
      closeEntry(draft);
      draft = null;
    }
    path.pop();
  });

  return {
    write: (chunk: string) => void parser.write(chunk),
    finish(): { generatedAt: string; entries: ListedEntity[] } {
      parser.close();
      const missing = SECTIONS.find((section) => !sections.has(section));
      if (missing !== undefined) refuse('missing_field', `The list has no section ${missing}`);
      return { generatedAt, entries };
    },
    refuse,
  };
}

/**
 * Reads the UN Security Council Consolidated List (XML, as published at
 * scsanctions.un.org/resources/xml/en/consolidated.xml) from a stream of bytes.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole, well-formed
 * list. A document type is refused outright, so no entity but XML's own five and numeric
 * references is ever expanded. Rejects with the stream's own error when it breaks off.
 */
export async function importUn(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...UN_LIMITS, ...limits };
  const reader = openReader(bounds);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const digest = createHash('sha256');
  let bytes = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return reader.refuse('not_utf8', 'The file is not UTF-8 text');
    }
  };
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > bounds.bytes) reader.refuse('too_large', `The file is over ${bounds.bytes} bytes`);
    digest.update(chunk);
    reader.write(decode(chunk));
  }
  reader.write(decode());
  const { generatedAt, entries } = reader.finish();
  const sha256 = digest.digest('hex');
  const listName = 'United Nations Security Council Consolidated List';
  return { authority: 'UN', listName, generatedAt, sha256, entries };
}
