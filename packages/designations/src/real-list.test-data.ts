import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../../../shared/designations/data');

/** Path of an official list kept beside the repository, or null (said aloud) when it is absent. */
export function realList(file: string): string | null {
  const path = resolve(FOLDER, file);
  if (existsSync(path)) return path;
  console.log(`not run against ${file}: it is not beside the repository`);
  return null;
}
