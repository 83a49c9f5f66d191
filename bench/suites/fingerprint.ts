import type { Suite } from '../suite.ts';
import { pictures } from './fingerprint/pictures.ts';
import { texts } from './fingerprint/texts.ts';
import { videos } from './fingerprint/videos.ts';

/** One kind of fingerprint each, in a file of its own under fingerprint/. */
const kinds: readonly Suite[] = [pictures, videos, texts];

export const fingerprint: Suite = {
  sentence: kinds.map(({ sentence }) => sentence).join(' '),
  figures: kinds.flatMap(({ figures }) => figures),
  async run(options) {
    const figures: Record<string, number> = {};
    for (const kind of kinds) Object.assign(figures, await kind.run(options));
    return figures;
  },
};
