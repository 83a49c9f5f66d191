import type { LookupReply } from '@commonweal/contract';

/** How far a look-up that found nothing has looked. */
export type Compared = 'digest' | 'address' | 'words' | 'likeness';

const alike: readonly string[] = ['pdq', 'vpdq', 'tlsh'];

/**
 * What was compared: a digest finds the very same file and no copy of it, which must not read as if
 * nothing like it were known.
 */
export function howCompared({ kind, read_as: readAs, file }: LookupReply): Compared {
  if (kind === 'url') return 'address';
  if (kind === 'text') return 'words';
  const isLikeness = readAs.some((type) => alike.includes(type));
  return isLikeness && (file === null || file.hashing_note === null) ? 'likeness' : 'digest';
}
