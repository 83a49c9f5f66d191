import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How many files, and how many of them were there already. */
export interface Copied {
  readonly files: number;
  readonly already: number;
}

const blobPath = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

/**
 * Copies the files of items from one folder of blobs to another. Each is named by its SHA-256 and is
 * read back and checked against it; one that is there already is left alone, so that it can be repeated.
 *
 * @throws Error naming the file whose bytes are not what its name says
 */
export async function copyBlobs(
  from: string,
  to: string,
  onProgress: (done: number, whole: number) => void = () => undefined,
): Promise<Copied> {
  const paths = await listBlobs(from);
  let already = 0;
  for (const [index, path] of paths.entries()) {
    const target = join(to, path);
    if (existsSync(target)) already += 1;
    else await copyOne(join(from, path), target);
    onProgress(index + 1, paths.length);
  }
  return { files: paths.length, already };
}

async function listBlobs(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  // What is still coming in has no proper name yet, and is not of any item.
  for (const desk of await readdir(folder)) {
    if (desk === 'incoming') continue;
    for (const start of await readdir(join(folder, desk)))
      for (const name of await readdir(join(folder, desk, start)))
        if (blobPath.test(`${desk}/${start}/${name}`)) found.push(join(desk, start, name));
  }
  return found.toSorted();
}

async function copyOne(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const partial = `${target}.partial`;
  try {
    await copyFile(source, partial, constants.COPYFILE_FICLONE);
  } catch (error) {
    // Its date came while we worked: erased is erased.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(source)) return;
    throw error;
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(partial) as AsyncIterable<Buffer>) hash.update(chunk);
  if (!target.endsWith(hash.digest('hex')))
    throw new Error(
      `${source} is damaged: its bytes are not those its name says. Find out whether the disk fails, and take the file from an older backup.`,
    );
  await rename(partial, target);
}
