import { findSignals, type Known } from './find-signals.ts';
import { findVideos, hasVideo } from './find-videos.ts';
import type { MatchableItem, SignalDraft } from './matchable-item.ts';

/**
 * Compares items with what is known, in memory; the answers are in the order of the items. `known` is
 * asked for each item after its videos were looked for, which takes long.
 */
export async function matchAgainst(
  known: () => Known,
  items: readonly MatchableItem[],
): Promise<SignalDraft[][]> {
  if (!items.some(hasVideo)) return items.map((item) => findSignals(known(), item));
  const found: SignalDraft[][] = [];
  for (const item of items) {
    const videos = await findVideos(known().entries, item);
    found.push(findSignals(known(), item, videos));
  }
  return found;
}
