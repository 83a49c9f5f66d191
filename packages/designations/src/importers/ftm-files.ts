import { ListRefused } from '../list-refused.ts';
import { editionFiles, firstLineOf } from '../reading/edition-files.ts';
import type { EditionFile } from '../reading/pack-edition.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { ListImport } from '../register.ts';
import { applyFtmDelta } from './ftm-delta.ts';
import { ftmList, importFtm, readFtm, type FtmSource } from './ftm.ts';

/**
 * Reads a list in FollowTheMoney entities, or a ZIP archive of such a file with the deltas that came
 * since, which are applied in the order of their names. A delta is told by its lines, which have an `op`.
 * @throws ListRefused when there is not one whole file among them, or as `importFtm` and `applyFtmDelta`
 */
export async function importFtmFiles(chunks: Bytes, source: FtmSource): Promise<ListImport> {
  const edition = await editionFiles(chunks);
  if ('file' in edition) return importFtm(edition.file, source);
  const deltas = edition.files.filter(isDelta);
  const [whole, ...others] = edition.files.filter((file) => !isDelta(file));
  if (whole === undefined || others.length > 0)
    throw new ListRefused(
      'missing_field',
      whole === undefined
        ? 'There are deltas only, and no whole file for them to change'
        : `There are ${others.length + 1} whole files: ${whole.name} and ${others[0]!.name}`,
      'Give one entities.ftm.json, and the deltas since. Nothing was taken in.',
    );
  let entries = await readFtm([whole.bytes]);
  for (const { bytes } of deltas) entries = await applyFtmDelta(entries, [bytes]);
  return ftmList(entries, source);
}

function isDelta(file: EditionFile): boolean {
  try {
    const line: unknown = JSON.parse(firstLineOf(file));
    return typeof line === 'object' && line !== null && 'op' in line;
  } catch {
    // Longer than was looked at, or damaged: reading it tells.
    return /"op"\s*:\s*"(?:ADD|MOD|DEL)"/.test(firstLineOf(file));
  }
}
