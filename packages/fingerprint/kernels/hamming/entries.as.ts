/**
 * The entries of one record: the newest in its cell, the others in nodes behind it. Readers follow
 * the links; the writer finds a node by a table of (record, entry), so that a hash with a million
 * entries takes no longer to change than a hash with two.
 */
import { cellOf, nodeOf, nodeTable, nodeTableMask } from './layout.as';

// @ts-ignore: decorator
@inline
function homeOf(record: u32, entry: u32): u32 {
  const mixed = ((<u64>record << 32) | <u64>entry) * 0x9e3779b97f4a7c15;
  return <u32>((mixed ^ (mixed >> 29)) >> 13) & nodeTableMask;
}
// @ts-ignore: decorator
@inline
function wordAt(place: u32): usize {
  return nodeTable + ((<usize>place) << 2);
}
// @ts-ignore: decorator
@inline
function recordIn(node: usize): u32 {
  return load<u32>(node, 12);
}

function findNode(record: u32, entry: u32): u32 {
  let place = homeOf(record, entry);
  while (true) {
    const number = load<u32>(wordAt(place));
    if (number == 0) return 0;
    const node = nodeOf(number);
    if (load<u32>(node) == entry && recordIn(node) == record) return number;
    place = (place + 1) & nodeTableMask;
  }
}

/** Puts a node into the table, by the entry and record it holds. */
export function putNode(number: u32): void {
  const node = nodeOf(number);
  let place = homeOf(recordIn(node), load<u32>(node));
  while (load<u32>(wordAt(place)) != 0) place = (place + 1) & nodeTableMask;
  store<u32>(wordAt(place), number);
}

function dropNode(number: u32): void {
  const node = nodeOf(number);
  let hole = homeOf(recordIn(node), load<u32>(node));
  while (load<u32>(wordAt(hole)) != number) hole = (hole + 1) & nodeTableMask;
  let place = hole;
  while (true) {
    place = (place + 1) & nodeTableMask;
    const other = load<u32>(wordAt(place));
    if (other == 0) break;
    const home = homeOf(recordIn(nodeOf(other)), load<u32>(nodeOf(other)));
    if (((place - home) & nodeTableMask) >= ((place - hole) & nodeTableMask)) {
      store<u32>(wordAt(hole), other);
      hole = place;
    }
  }
  store<u32>(wordAt(hole), 0);
  store<u32>(node, 0, 12);
}

// @ts-ignore: decorator
@inline
function publish(id: u32, entry: u32, link: u32): void {
  atomic.store<u64>(cellOf(id), <u64>entry | (<u64>link << 32));
}

/** Whether the record has the entry. */
export function hasEntry(id: u32, entry: u32): bool {
  const cell = cellOf(id);
  const link = load<u32>(cell, 4);
  if (link == 0) return false;
  if (load<u32>(cell) == entry) return true;
  return link > 1 && findNode(id, entry) != 0;
}

/** The only entry of a record that had none. */
export function firstEntry(id: u32, entry: u32): void {
  publish(id, entry, 1);
}

/** One more entry for a record that has some, and not this one. `spare`: a node that is not in use. */
export function moreEntry(id: u32, entry: u32, spare: u32): void {
  const cell = cellOf(id);
  const node = nodeOf(spare);
  const link = load<u32>(cell, 4);
  store<u32>(node, load<u32>(cell));
  store<u32>(node, link, 4);
  store<u32>(node, 0, 8);
  store<u32>(node, id, 12);
  if (link > 1) store<u32>(nodeOf(link - 1), spare, 8);
  putNode(spare);
  publish(id, entry, spare + 1);
}

/** What came of taking an entry away: it was not there, the record has none left, or a node is spare. */
export const NOT_THERE: i32 = -1;
export const NONE_LEFT: i32 = 0;

/** Takes an entry away. NOT_THERE, NONE_LEFT, or the node that readers may still be at. */
export function dropEntry(id: u32, entry: u32): i32 {
  const cell = cellOf(id);
  const link = load<u32>(cell, 4);
  if (link == 0) return NOT_THERE;
  if (load<u32>(cell) == entry) {
    if (link == 1) {
      publish(id, 0, 0);
      return NONE_LEFT;
    }
    const node = nodeOf(link - 1);
    const after = load<u32>(node, 4);
    dropNode(link - 1);
    if (after > 1) store<u32>(nodeOf(after - 1), 0, 8);
    publish(id, load<u32>(node), after);
    return <i32>(link - 1);
  }
  const number = link > 1 ? findNode(id, entry) : 0;
  if (number == 0) return NOT_THERE;
  const node = nodeOf(number);
  const after = load<u32>(node, 4);
  const before = load<u32>(node, 8);
  dropNode(number);
  if (after > 1) store<u32>(nodeOf(after - 1), before, 8);
  if (before == 0) publish(id, load<u32>(cell), after);
  else atomic.store<u32>(nodeOf(before) + 4, after);
  return <i32>number;
}
