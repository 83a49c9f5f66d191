import type { BankImport } from '@commonweal/contract';

/** One record of a file: its text, and the line that it begins on, from 1. */
export interface FileRecord {
  readonly line: number;
  readonly text: string;
}

/** The whole file cannot be read, whatever its rows say. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

/** UTF-16 units of one record: a video's frames may take this many. */
const longestRecord = 400_000;

/** Text of a stream of bytes, piece by piece. @throws FileUnreadable when it is not UTF-8 */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      yield decoder.decode(chunk, { stream: true });
      onBytes((bytes += chunk.byteLength));
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileUnreadable(
      `The file is not UTF-8 text, near byte ${bytes}. Save it as UTF-8 and import it again.`,
    );
  }
}

/**
 * The records of a text: lines, but that a quoted cell of CSV may run over several. Empty ones are left
 * out. @throws FileUnreadable for a record without end
 */
export async function* records(
  pieces: AsyncIterable<string>,
  format: BankImport['format'],
): AsyncGenerator<FileRecord> {
  let text = '';
  let searched = 0;
  let quoted = false;
  let line = 1;
  let begins = 1;
  const take = (end: number): FileRecord | null => {
    const record = { line: begins, text: text.slice(0, end).replace(/\r$/, '') };
    text = text.slice(end + 1);
    searched = 0;
    begins = line;
    return record.text.trim() === '' ? null : record;
  };
  for await (const piece of pieces) {
    text += piece;
    while (searched < text.length) {
      const unit = text[searched];
      if (unit === '"' && format === 'csv') quoted = !quoted;
      if (unit === '\n') {
        line++;
        if (!quoted) {
          const record = take(searched);
          if (record !== null) yield record;
          continue;
        }
      }
      searched++;
      if (searched > longestRecord)
        throw new FileUnreadable(
          quoted
            ? `A quotation mark in line ${begins} is never closed.`
            : `Line ${begins} is longer than ${longestRecord} characters.`,
        );
    }
  }
  if (quoted) throw new FileUnreadable(`A quotation mark in line ${begins} is never closed.`);
  const last = take(text.length);
  if (last !== null) yield last;
}
