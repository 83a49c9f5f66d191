import { zipSync } from 'fflate';

/** One of the files that make an edition. */
export interface EditionFile {
  /** As its publisher calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The earliest that an archive can say, so that the same files make the same archive on any day. */
const noDay = new Date(1980, 0, 1);

/**
 * Joins the files of an edition that its publisher gives in several into a ZIP archive, which is read as
 * one file. Those of one name are told apart by their place.
 */
export function packEdition(files: readonly EditionFile[]): Uint8Array<ArrayBuffer> {
  const names = new Set<string>();
  const named = files.map(({ name, bytes }, at) => {
    // Readers pass over what begins with a dot, and the archiver cannot hold `__proto__`.
    let own = /^[._]/.test(name) ? `${at + 1}-${name}` : name;
    while (names.has(own)) own = `${at + 1}-${own}`;
    names.add(own);
    return [own, bytes] as const;
  });
  return zipSync(Object.fromEntries(named), { level: 0, mtime: noDay });
}
