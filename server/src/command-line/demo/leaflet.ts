import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** A picture for the demo, with its digest. */
export interface Leaflet {
  readonly bytes: Buffer;
  readonly sha256: string;
}

const waves = [360, 400, 440]
  .map(
    (y) =>
      `<path d="M0 ${y} q 60 -40 120 0 t 120 0 t 120 0 t 120 0 t 120 0" fill="none" stroke="#9fd3c7" stroke-width="10"/>`,
  )
  .join('');

/** An invented emblem: a gate above waves. It stands for known material and is none. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="480">
<rect width="600" height="480" fill="#14323f"/>
<path d="M210 320 V170 a90 90 0 0 1 180 0 V320" fill="none" stroke="#f2e6c9" stroke-width="26"/>
<path d="M300 110 V320 M210 230 H390" stroke="#f2e6c9" stroke-width="10"/>${waves}</svg>`;

/** Draws the leaflet that the demo's bank knows. */
export async function drawLeaflet(): Promise<Leaflet> {
  const bytes = await sharp(Buffer.from(drawing)).png().toBuffer();
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
