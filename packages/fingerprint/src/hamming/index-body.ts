import {
  INSERTED_NODE,
  INSERTED_RECORD,
  INSERT_PRESENT,
  REMOVED_LAST,
  REMOVE_ABSENT,
  openKernel,
  type Kernel,
} from './kernel.ts';
import { HIGH_WORD, layMemory, layoutOf, type Layout } from './layout.ts';
import type { Plan } from './plan.ts';
import { spareIds, type SpareIds } from './spare-ids.ts';

/** The index as long as it stays in one memory: what its one writer has of it. */
export interface IndexBody {
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly kernel: Kernel;
  readonly spare: SpareIds;
  /** How many entries there are. */
  entries: number;
}

/** Steps along chains that one call may spend on tidying: some milliseconds. */
const TIDY_STEPS = 200_000;

/** A body with nothing in it. */
export function emptyBody(plan: Plan): IndexBody {
  const layout = layoutOf(plan);
  const memory = layMemory(layout);
  const kernel = openKernel(memory, 0);
  return { memory, layout, kernel, spare: spareIds(kernel, { id: 1, node: 1 }), entries: 0 };
}

/** What became of an insertion: it is in, was in before, or there is no room for it. */
export type Insertion = 'inserted' | 'present' | 'full';

/** Puts an entry in for the hash in `kernel.input`. */
export function insertInput(body: IndexBody, entry: number): Insertion {
  return insertBy(body, (id, node) => body.kernel.insert(entry, id, node));
}

/** Puts an entry in for the hash in `kernel.batch`, whose bits are in the order of the records. */
export function insertPermuted(body: IndexBody, entry: number): Insertion {
  return insertBy(body, (id, node) => body.kernel.insertFromBatch(0, entry, id, node));
}

function insertBy(body: IndexBody, insert: (id: number, node: number) => number): Insertion {
  const { spare, layout } = body;
  let id = spare.nextId();
  let node = spare.nextNode();
  const { capacity } = layout.plan;
  if (id > capacity || node > capacity) {
    spare.tidy(Infinity);
    id = spare.nextId();
    node = spare.nextNode();
    if (id > capacity || node > capacity) return 'full';
  }
  const done = insert(id, node);
  if (done === INSERT_PRESENT) return 'present';
  if (done === INSERTED_RECORD) spare.takeId();
  else if (done === INSERTED_NODE) spare.takeNode();
  body.entries += 1;
  return 'inserted';
}

/** Takes an entry away from the hash in `kernel.input`. False when it was not there. */
export function removeInput(body: IndexBody, entry: number): boolean {
  const { kernel, spare } = body;
  const done = kernel.remove(entry);
  if (done === REMOVE_ABSENT) return false;
  if (done === REMOVED_LAST) spare.giveRecord(kernel.idFound());
  else spare.giveNode(done);
  body.entries -= 1;
  if (spare.untidy) spare.tidy(TIDY_STEPS);
  return true;
}

/** The id above all that were ever used. */
export function highId(body: IndexBody): number {
  return body.kernel.words[HIGH_WORD] ?? 1;
}

/** Copies everything into a body with nothing in it. The first may be read meanwhile, but not written. */
export function copyInto(from: IndexBody, to: IndexBody): void {
  const bytes = new Uint8Array(from.memory.buffer);
  const { words } = from.kernel;
  const records = from.layout.records.at;
  const cells = from.layout.cells.at / 4;
  const nodes = from.layout.nodes.at / 4;
  for (let id = 1; id < highId(from); id += 1) {
    let entry = words[cells + id * 2] ?? 0;
    let link = words[cells + id * 2 + 1] ?? 0;
    if (link === 0) continue;
    to.kernel.batch.set(bytes.subarray(records + id * 64, records + id * 64 + 32));
    for (;;) {
      insertPermuted(to, entry);
      if (link <= 1) break;
      const node = nodes + (link - 1) * 4;
      entry = words[node] ?? 0;
      link = words[node + 1] ?? 0;
    }
  }
}
