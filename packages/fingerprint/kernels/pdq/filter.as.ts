/** The four box filters over eight rows. See blur.as.ts for the order of things. */
import { BLOCK } from './dct.as';
import { Blur, TOGETHER, sampleAt, windowAt } from './blur.as';
import { storeTurned } from './lanes.as';
import { clearBeyond } from './luma.as';

/** Where the rows to add and to take away are, for the eight steps of a block; and their divisors. */
const ADDED = memory.data(8 * 4, 16);
const TAKEN = memory.data(8 * 4, 16);
const DIVISORS = memory.data(8 * 4, 16);

/** First filter, along rows: `lumas` to eight rows of the ring, from row `first` on. */
export function filterRows(blur: Blur, first: i32): void {
  const lumas = blur.lumas;
  const lead = <usize>blur.leadAcross << 5;
  const back = <usize>blur.across << 5;
  let high = f32x4.splat(0);
  let low = f32x4.splat(0);
  for (let at: usize = 0; at < lead; at += 32) {
    high = f32x4.add(high, v128.load(lumas + at));
    low = f32x4.add(low, v128.load(lumas + at, 16));
  }
  const stride = <usize>blur.lanes << 2;
  const slot = first % blur.kept;
  // The ring wraps around within a block at most once.
  const wrap = blur.kept - slot;
  const r0 = blur.ring + stride * <usize>slot;
  const end = stride * <usize>blur.kept;
  const r1 = r0 + stride - (1 >= wrap ? end : 0);
  const r2 = r0 + stride * 2 - (2 >= wrap ? end : 0);
  const r3 = r0 + stride * 3 - (3 >= wrap ? end : 0);
  const r4 = r0 + stride * 4 - (4 >= wrap ? end : 0);
  const r5 = r0 + stride * 5 - (5 >= wrap ? end : 0);
  const r6 = r0 + stride * 6 - (6 >= wrap ? end : 0);
  const r7 = r0 + stride * 7 - (7 >= wrap ? end : 0);
  let ahead = lumas + lead;
  const divisors = blur.divisors;
  for (let x: usize = 0; x < stride; x += 16) {
    const behind = ahead - back;
    high = f32x4.sub(f32x4.add(high, v128.load(ahead)), v128.load(behind));
    low = f32x4.sub(f32x4.add(low, v128.load(ahead, 16)), v128.load(behind, 16));
    let divisor = v128.load32_splat(divisors + x);
    const a = f32x4.div(high, divisor);
    const e = f32x4.div(low, divisor);
    high = f32x4.sub(f32x4.add(high, v128.load(ahead, 32)), v128.load(behind, 32));
    low = f32x4.sub(f32x4.add(low, v128.load(ahead, 48)), v128.load(behind, 48));
    divisor = v128.load32_splat(divisors + x, 4);
    const b = f32x4.div(high, divisor);
    const f = f32x4.div(low, divisor);
    high = f32x4.sub(f32x4.add(high, v128.load(ahead, 64)), v128.load(behind, 64));
    low = f32x4.sub(f32x4.add(low, v128.load(ahead, 80)), v128.load(behind, 80));
    divisor = v128.load32_splat(divisors + x, 8);
    const c = f32x4.div(high, divisor);
    const g = f32x4.div(low, divisor);
    high = f32x4.sub(f32x4.add(high, v128.load(ahead, 96)), v128.load(behind, 96));
    low = f32x4.sub(f32x4.add(low, v128.load(ahead, 112)), v128.load(behind, 112));
    divisor = v128.load32_splat(divisors + x, 12);
    const d = f32x4.div(high, divisor);
    const h = f32x4.div(low, divisor);
    ahead += 128;
    storeTurned(r0 + x, r1 + x, r2 + x, r3 + x, a, b, c, d);
    storeTurned(r4 + x, r5 + x, r6 + x, r7 + x, e, f, g, h);
  }
}

/**
 * Second, third and fourth filter: `count` steps down the columns (no more than eight), whose rows
 * are then filtered along and taken at 64 columns, which are filtered down and taken at 64 rows.
 */
export function stepDown(blur: Blur, count: i32): void {
  plan(blur, count);
  filterColumns(blur, 0);
  filterColumns(blur, 16);
  clearBeyond(blur, blur.blurred);
  filterSampledRows(blur, blur.step - blur.leadDown, count);
  blur.step += count;
}

/** Looks up which rows are added and taken away. Beyond `count`, and outside the picture: nothing. */
function plan(blur: Blur, count: i32): void {
  const stride = <usize>blur.lanes << 2;
  for (let at = 0; at < TOGETHER; at++) {
    const step = blur.step + at;
    const taken = step - blur.down;
    const to = <usize>at << 2;
    const adds = at < count && step < blur.height;
    const takes = at < count && taken >= 0;
    store<u32>(
      ADDED + to,
      adds ? blur.ring + stride * <usize>(step % blur.kept) : blur.nothing,
    );
    store<u32>(
      TAKEN + to,
      takes ? blur.ring + stride * <usize>(taken % blur.kept) : blur.nothing,
    );
    store<f32>(DIVISORS + to, <f32>windowAt(step, blur.down, blur.height));
  }
}

/** Second filter, along columns: four steps of all columns, to one half of `blurred`. */
function filterColumns(blur: Blur, half: usize): void {
  const a0 = <usize>load<u32>(ADDED + half);
  const a1 = <usize>load<u32>(ADDED + half, 4);
  const a2 = <usize>load<u32>(ADDED + half, 8);
  const a3 = <usize>load<u32>(ADDED + half, 12);
  const t0 = <usize>load<u32>(TAKEN + half);
  const t1 = <usize>load<u32>(TAKEN + half, 4);
  const t2 = <usize>load<u32>(TAKEN + half, 8);
  const t3 = <usize>load<u32>(TAKEN + half, 12);
  const d0 = v128.load32_splat(DIVISORS + half);
  const d1 = v128.load32_splat(DIVISORS + half, 4);
  const d2 = v128.load32_splat(DIVISORS + half, 8);
  const d3 = v128.load32_splat(DIVISORS + half, 12);
  const sums = blur.sums;
  const end = <usize>blur.lanes << 2;
  let to = blur.blurred + half;
  for (let x: usize = 0; x < end; x += 16) {
    const first = f32x4.sub(f32x4.add(v128.load(sums + x), v128.load(a0 + x)), v128.load(t0 + x));
    const second = f32x4.sub(f32x4.add(first, v128.load(a1 + x)), v128.load(t1 + x));
    const third = f32x4.sub(f32x4.add(second, v128.load(a2 + x)), v128.load(t2 + x));
    const fourth = f32x4.sub(f32x4.add(third, v128.load(a3 + x)), v128.load(t3 + x));
    v128.store(sums + x, fourth);
    storeTurned(
      to,
      to + 32,
      to + 64,
      to + 96,
      f32x4.div(first, d0),
      f32x4.div(second, d1),
      f32x4.div(third, d2),
      f32x4.div(fourth, d3),
    );
    to += 128;
  }
}

/** Third filter, along rows `row` to `row + count` of `blurred`, written at the 64 columns only. */
function filterSampledRows(blur: Blur, row: i32, count: i32): void {
  const from = max(0, -row);
  if (from >= count) return;
  const back = <usize>blur.across << 5;
  let high = f32x4.splat(0);
  let low = f32x4.splat(0);
  let at = blur.blurred;
  for (let column = 0; column < 64; column++) {
    const x = sampleAt(column, blur.width);
    const end = blur.blurred + (<usize>(x + blur.leadAcross + 1) << 5);
    for (; at < end; at += 32) {
      high = f32x4.sub(f32x4.add(high, v128.load(at)), v128.load(at - back));
      low = f32x4.sub(f32x4.add(low, v128.load(at, 16)), v128.load(at - back, 16));
    }
    const divisor = v128.load32_splat(blur.divisors + (<usize>x << 2));
    const to = SAMPLED + (<usize>column << 5);
    v128.store(to, f32x4.div(high, divisor));
    v128.store(to, f32x4.div(low, divisor), 16);
  }
  for (let k = from; k < count; k++) {
    const ringRow = blur.sampledRing + (<usize>((row + k) % blur.kept) << 8);
    for (let column: usize = 0; column < 64; column++)
      store<f32>(
        ringRow + (column << 2),
        load<f32>(SAMPLED + (column << 5) + (<usize>k << 2)),
      );
    stepDownSampled(blur, ringRow);
  }
}

/** 64 columns of eight rows. */
const SAMPLED = memory.data(64 * 8 * 4, 16);

/** Fourth filter, along the 64 columns: one step, and the rows of the result that it completes. */
export function stepDownSampled(blur: Blur, added: usize): void {
  const step = blur.sampledStep;
  const taken = step - blur.down;
  const takenRow =
    taken >= 0 ? blur.sampledRing + (<usize>(taken % blur.kept) << 8) : blur.nothing;
  const sums = blur.sampledSums;
  for (let x: usize = 0; x < 256; x += 16)
    v128.store(
      sums + x,
      f32x4.sub(f32x4.add(v128.load(sums + x), v128.load(added + x)), v128.load(takenRow + x)),
    );
  blur.sampledStep = step + 1;

  const divisor = f32x4.splat(<f32>windowAt(step, blur.down, blur.height));
  // A picture of fewer than 64 rows gives some of them more than once.
  while (
    blur.nextSample < 64 &&
    sampleAt(blur.nextSample, blur.height) == step - blur.leadDown
  ) {
    const to = blur.block + (<usize>blur.nextSample << 8);
    for (let x: usize = 0; x < 256; x += 16)
      v128.store(to + x, f32x4.div(v128.load(sums + x), divisor));
    blur.nextSample++;
  }
}

/** When all rows are in: lets the sums run out, and puts the result into BLOCK. */
export function finishBlur(blur: Blur): void {
  const steps = blur.height + blur.leadDown;
  while (blur.step < steps) stepDown(blur, min(TOGETHER, steps - blur.step));
  while (blur.sampledStep < steps) stepDownSampled(blur, blur.nothing);
  memory.copy(BLOCK, blur.block, 64 * 64 * 4);
}
