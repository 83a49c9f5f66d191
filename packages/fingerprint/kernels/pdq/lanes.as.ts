/** Four rows of four numbers turned into four columns of four, each put where it belongs. */
// @ts-ignore: decorator
@inline
export function storeTurned(
  to0: usize,
  to1: usize,
  to2: usize,
  to3: usize,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
): void {
  const highLeft = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const lowLeft = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const highRight = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const lowRight = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to0, v128.shuffle<i64>(highLeft, lowLeft, 0, 2));
  v128.store(to1, v128.shuffle<i64>(highLeft, lowLeft, 1, 3));
  v128.store(to2, v128.shuffle<i64>(highRight, lowRight, 0, 2));
  v128.store(to3, v128.shuffle<i64>(highRight, lowRight, 1, 3));
}
