import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from './limits.ts';
import type { EditionFile } from './pack-edition.ts';
import { peek, readBytes, type Bytes } from './read-text.ts';
import { readZip } from './read-zip.ts';
import { ListRefused } from '../list-refused.ts';

/** An edition in one file, or the files of the archive it comes in, by name. */
export type EditionFiles =
  | { readonly file: Bytes }
  | { readonly files: readonly [EditionFile, ...EditionFile[]] };

/** How an archive begins, and how an empty one does; little-endian. */
const ARCHIVES = [0x04034b50, 0x06054b50];
const NOT_OURS = /\/$|^__MACOSX\/|(?:^|\/)\./u;

/**
 * Opens an edition that may come in several files, as a ZIP archive of them.
 * @throws ListRefused when the archive is damaged, too large, or has nothing in it
 */
export async function editionFiles(
  chunks: Bytes,
  limits: Pick<ImportLimits, 'bytes'> = IMPORT_LIMITS,
): Promise<EditionFiles> {
  const { head, chunks: whole } = await peek(chunks, 4);
  if (head.length < 4 || !ARCHIVES.includes(head.readUInt32LE())) return { file: whole };
  const { bytes } = await readBytes(whole, limits);
  const found = readZip(bytes, limits, (name) => !NOT_OURS.test(name));
  const inOrder = new Intl.Collator('en', { numeric: true });
  const [first, ...others] = [...found]
    .map(([name, content]): EditionFile => ({ name, bytes: content }))
    .toSorted((a, b) => inOrder.compare(a.name, b.name));
  if (first === undefined)
    throw new ListRefused('missing_field', 'The archive has no files in it', FETCH_AGAIN);
  return { files: [first, ...others] };
}

/** How a file begins: 64 KiB of it at most, without the mark that some begin with. */
export function headOf({ bytes }: EditionFile): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536));
  return text.toString('utf8').replace(/^\uFEFF/, '');
}

/** The first line of a file, as far as `headOf` looks. */
export function firstLineOf(file: EditionFile): string {
  return headOf(file).split(/\r?\n/, 1)[0]!;
}
