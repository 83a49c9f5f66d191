import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const css = readFileSync(path.join(import.meta.dirname, '../src/design/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
/** Text that may stand on each ground, 4.5:1 (1.4.3). */
const text: Record<string, readonly string[]> = {
  ink: [...grounds, 'accent-soft', 'danger-soft', 'warn-soft', 'success-soft', 'info-soft'],
  'ink-soft': [...grounds, 'accent-soft'],
  'ink-faint': grounds,
  accent: [...grounds, 'accent-soft'],
  'on-accent': ['accent-fill', 'accent-fill-hover'],
  'on-danger': ['danger-fill', 'danger-fill-hover'],
  danger: [...grounds, 'danger-soft'],
  warn: [...grounds, 'warn-soft'],
  success: [...grounds, 'success-soft'],
  info: [...grounds, 'info-soft'],
};
/** Edges of controls and rings of focus, 3:1 (1.4.11). */
const edges: Record<string, readonly string[]> = {
  'line-strong': grounds,
  focus: [...grounds, 'accent-soft'],
  accent: [...grounds, 'accent-soft'],
};

for (const theme of ['light', 'dark'] as const) {
  test(`colours hold their contrast in the ${theme} theme`, () => {
    for (const [pairs, least] of [
      [text, 4.5],
      [edges, 3],
    ] as const) {
      for (const [front, backs] of Object.entries(pairs)) {
        for (const back of backs) {
          const [a, b] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
          assert.ok(a && b, `${front} or ${back} is not a token`);
          const ratio = contrast(a, b);
          assert.ok(ratio >= least, `${front} on ${back}: ${ratio.toFixed(2)} < ${least}`);
        }
      }
    }
  });
}

test('the measure itself is right', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});
