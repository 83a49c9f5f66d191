import type { EntryIndex } from './entry-index.ts';
import type { PictureFound, VideoFound } from './likeness-index.ts';
import type { MatchableItem } from './matchable-item.ts';

/** What is known of an item's videos, by the place of the file. */
export type VideosFound = ReadonlyMap<number, readonly (PictureFound | VideoFound)[]>;

/** Whether there is a video among the item's files to be looked for. */
export function hasVideo({ files }: MatchableItem): boolean {
  return files.some(({ likeness }) => likeness?.kind === 'video');
}

/** Looks for an item's videos: apart from all else, because it takes long and lets other work through. */
export async function findVideos(
  index: EntryIndex,
  { files }: MatchableItem,
): Promise<VideosFound> {
  const found = new Map<number, readonly (PictureFound | VideoFound)[]>();
  if (index.counts.likenesses === 0) return found;
  for (const [at, { likeness }] of files.entries())
    if (likeness?.kind === 'video') found.set(at, await index.video(likeness));
  return found;
}
