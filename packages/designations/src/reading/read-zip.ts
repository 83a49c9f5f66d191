import { unzipSync } from 'fflate';
import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';

const mostFiles = 200;

/**
 * The files of a ZIP archive that are wanted, by their name within it. What an archive declares of its
 * size bounds what is unpacked.
 * @throws ListRefused when it is not an archive, damaged, or would be too large unpacked
 */
export function readZip(
  bytes: Uint8Array,
  limits: Pick<ImportLimits, 'bytes'>,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  let unpacked = 0;
  let files = 0;
  try {
    const found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > limits.bytes * 2 || ++files > mostFiles)
          throw new ListRefused('too_large', 'The archive is too large unpacked', FETCH_AGAIN);
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    if (error instanceof ListRefused) throw error;
    throw new ListRefused('not_zip', 'The file is not a whole ZIP archive', FETCH_AGAIN);
  }
}
