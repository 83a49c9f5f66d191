import sharp, { type Sharp } from 'sharp';
import type { Pixels } from './pixels.ts';

/**
 * A picture made from a number: soft discs on a slope, different for each number. Whole-number
 * arithmetic only, so that the pixels are the same on every machine.
 */
export function drawPicture(number: number, width: number, height: number): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  let state = Math.imul(number + 1, 2654435761) >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  const discs = Array.from({ length: 14 }, () => ({
    // In thousandths of the sides.
    x: next(1000),
    y: next(1000),
    size: 60 + next(220),
    colour: [next(256), next(256), next(256)],
  }));
  const slope = [next(256), next(256)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const across = Math.floor((x * 1000) / width);
      const down = Math.floor((y * 1000) / height);
      rgb[at] = (slope[0]! * across) / 1000;
      rgb[at + 1] = (slope[1]! * down) / 1000;
      rgb[at + 2] = (across + down) / 8;
      for (const disc of discs) {
        const apart = (across - disc.x) ** 2 + (down - disc.y) ** 2;
        const reach = disc.size ** 2;
        if (apart >= reach) continue;
        for (let channel = 0; channel < 3; channel += 1) {
          const under = rgb[at + channel]! * apart;
          rgb[at + channel] = (under + disc.colour[channel]! * (reach - apart)) / reach;
        }
      }
    }
  }
  return { rgb, width, height };
}

/** The picture as the beginning of a sharp pipeline, to be encoded in one format or another. */
export function asSharp({ rgb, width, height }: Pixels): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** The picture with an alpha channel that goes from clear at the left to solid at the right. */
export function withAlpha({ rgb, width, height }: Pixels): Sharp {
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    rgba[pixel * 4 + 3] = ((pixel % width) * 255) / width;
  }
  return sharp(rgba, { raw: { width, height, channels: 4 } });
}

/** Frames of the same size as one animation. */
export function asAnimation(frames: readonly Pixels[]): Sharp {
  const { width, height } = frames[0]!;
  const stacked = new Uint8Array(width * height * 3 * frames.length);
  for (const [at, { rgb }] of frames.entries()) stacked.set(rgb, at * rgb.length);
  return sharp(stacked, {
    raw: { width, height: height * frames.length, channels: 3, pageHeight: height },
  });
}
