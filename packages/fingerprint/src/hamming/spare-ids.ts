import type { Kernel } from './kernel.ts';

/** Ids and nodes that are free to be used, and those on the way there. Numbers begin at 1. */
export interface SpareIds {
  /** The id for the next new record, and the node for the next further entry. They stay the next until taken. */
  nextId(): number;
  nextNode(): number;
  takeId(): void;
  takeNode(): void;
  /** A record has lost its last entry; it may get another one until `tidy` has come to it. */
  giveRecord(id: number): void;
  /** A node is no longer linked. */
  giveNode(node: number): void;
  /** A record that is linked and cannot be found by its hash: left over from a snapshot. */
  giveUnfindable(id: number): void;
  /** Unlinks what has no entry, and frees what no reader can be at. Takes about so many steps. */
  tidy(steps: number): void;
  /** Whether so much waits that tidying pays. */
  readonly untidy: boolean;
  /** Until it is false again nothing is unlinked and no id used twice: what a snapshot relies on. */
  frozen: boolean;
  readonly highNode: number;
}

interface Quarantine {
  readonly epoch: number;
  readonly ids: readonly number[];
  readonly nodes: readonly number[];
}

/** Hundreds of records are unlinked together: chains that they share are walked once. */
const TOGETHER = 1024;

/** Begins with nothing spare below `highId` and `highNode`, but for the ids and nodes handed in. */
export function spareIds(
  kernel: Kernel,
  high: { readonly id: number; readonly node: number },
  ids: number[] = [],
  nodes: number[] = [],
): SpareIds {
  let highId = high.id;
  let highNode = high.node;
  let dead: number[] = [];
  const doomed: number[] = [];
  let looseNodes: number[] = [];
  const quarantine: Quarantine[] = [];
  let frozen = false;

  function release(): void {
    const oldest = kernel.oldestReading() >>> 0;
    while ((quarantine[0]?.epoch ?? Infinity) < oldest) {
      const free = quarantine.shift();
      // One at a time: a hundred thousand arguments are too many for a call.
      for (const id of free?.ids ?? []) ids.push(id);
      for (const node of free?.nodes ?? []) nodes.push(node);
    }
  }

  return {
    nextId: () => (frozen ? highId : (ids.at(-1) ?? highId)),
    nextNode: () => (frozen ? highNode : (nodes.at(-1) ?? highNode)),
    takeId() {
      if (frozen || ids.pop() === undefined) highId += 1;
    },
    takeNode() {
      if (frozen || nodes.pop() === undefined) highNode += 1;
    },
    giveRecord: (id) => void dead.push(id),
    giveNode: (node) => void looseNodes.push(node),
    giveUnfindable(id) {
      if (kernel.doom(id, false) !== 0) doomed.push(id);
    },
    tidy(steps) {
      if (frozen) return;
      for (const id of dead) if (kernel.doom(id, true) !== 0) doomed.push(id);
      dead = [];
      const unlinked: number[] = [];
      let left = steps;
      while (left > 0) {
        const id = doomed.pop();
        if (id === undefined) break;
        left -= kernel.unlink(id) + 11;
        unlinked.push(id);
      }
      if (unlinked.length > 0 || looseNodes.length > 0) {
        const epoch = kernel.endEpoch() >>> 0;
        quarantine.push({ epoch, ids: unlinked, nodes: looseNodes });
        looseNodes = [];
      }
      release();
    },
    get untidy() {
      return !frozen && (dead.length >= TOGETHER || looseNodes.length >= TOGETHER);
    },
    get frozen() {
      return frozen;
    },
    set frozen(value) {
      frozen = value;
    },
    get highNode() {
      return highNode;
    },
  };
}
