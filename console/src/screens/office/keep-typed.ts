/**
 * A form after somebody else changed what it edits: what was typed stays; a field that was left as
 * it was opened takes what stands there now, so that saving does not undo the other's change.
 */
export function keepTyped<T extends object>(typed: T, opened: T, now: T): T {
  const names = Object.keys(typed) as (keyof T)[];
  const kept = { ...typed };
  for (const name of names) if (typed[name] === opened[name]) kept[name] = now[name];
  return kept;
}
