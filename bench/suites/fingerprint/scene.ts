import type { Pixels } from '@commonweal/fingerprint';

const WIDTH = 1600;
const HEIGHT = 1004;

/**
 * A picture of 1.6 megapixels with edges, slopes and a little noise, so that it costs a JPEG decoder
 * about what a photograph does: near 360 kB at quality 85.
 */
export function drawScene(): Pixels {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  let state = 7;
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 28) - 8;
      const wave = 60 * Math.sin(x / 37 + y / 90) + 40 * Math.sin((x * y) / 9000);
      const block = ((x >> 6) * 53 + (y >> 5) * 29) % 90;
      for (let channel = 0; channel < 3; channel += 1)
        rgb[(y * WIDTH + x) * 3 + channel] = Math.max(
          0,
          Math.min(255, 90 + wave + block + noise + channel * 12),
        );
    }
  return { rgb, width: WIDTH, height: HEIGHT };
}
