import type { Platform } from '../platform/platform.ts';
import { acceptClear, acceptItems, type ItemAnswer } from './accept-items.ts';
import { isTwin, keepReplies, recallReplies, type IdempotentRequest } from './idempotency.ts';
import type { Judge } from './judge.ts';
import { judgedItem, type PreparedItem } from './prepare-item.ts';

interface Waiting {
  readonly item: PreparedItem;
  readonly idempotent: IdempotentRequest | null;
  readonly resolve: (answer: ItemAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Requests of one desk that wait for the next transaction. */
interface Queue {
  readonly waiting: Waiting[];
  running: number;
  scheduled: boolean;
}

const mostPerTransaction = 500;
/** A second transaction begins beside the first only when this many wait: large ones cost less each. */
const enoughForTwo = 100;
const mostTransactions = 2;

/** Hands in one item and answers once it is durable. */
export type AcceptOne = (
  deskId: string,
  item: PreparedItem,
  idempotent: IdempotentRequest | null,
) => Promise<ItemAnswer>;

/**
 * Lets concurrent single items share a transaction. The first goes at once, with what arrived beside
 * it; whoever comes while it is under way waits for its end and goes with the others. Each is answered
 * after the commit.
 */
export function gatherItems<Draft>(platform: Platform, judge: Judge<Draft>): AcceptOne {
  const queues = new Map<string, Queue>();

  return (deskId, item, idempotent) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(deskId) ?? { waiting: [], running: 0, scheduled: false };
      queues.set(deskId, queue);
      queue.waiting.push({ item, idempotent, resolve, reject });
      schedule(deskId, queue);
    });

  function schedule(deskId: string, queue: Queue): void {
    if (queue.scheduled || queue.waiting.length === 0) return;
    if (queue.running >= mostTransactions) return;
    if (queue.running > 0 && queue.waiting.length < enoughForTwo) return;
    queue.scheduled = true;
    // After what is on the wire now has been read too.
    setImmediate(() => {
      queue.scheduled = false;
      void drain(deskId, queue);
    });
  }

  async function drain(deskId: string, queue: Queue): Promise<void> {
    const batch = takeBatch(queue.waiting);
    queue.running += 1;
    schedule(deskId, queue);
    try {
      await settle(deskId, batch);
    } finally {
      queue.running -= 1;
      schedule(deskId, queue);
      if (queue.waiting.length === 0 && queue.running === 0) queues.delete(deskId);
    }
  }

  /** One bad item must not fail its neighbours: what fails together is tried alone. */
  async function settle(deskId: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await acceptBatch(deskId, batch);
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer instanceof Error || answer === undefined) reject(answer);
        else resolve(answer);
      }
    } catch (error) {
      // A twin that took the key first has committed: asked again, its reply is there.
      if (batch.length === 1 && !isTwin(error)) batch[0]?.reject(error);
      else for (const one of batch) await settle(deskId, [one]);
    }
  }

  async function acceptBatch(
    deskId: string,
    batch: readonly Waiting[],
  ): Promise<(ItemAnswer | Error)[]> {
    const items = batch.map(({ item }) => item);
    const drafts = await judge.look(deskId, items.map(judgedItem));
    if (batch.every(({ idempotent }) => idempotent === null)) {
      const answers = await acceptClear(platform, deskId, items, drafts);
      if (answers !== null) return answers;
    }
    return platform.database.inDesk(deskId, async (trx) => {
      const requests = batch.flatMap(({ idempotent }) => idempotent ?? []);
      const before = await recallReplies<ItemAnswer>(trx, deskId, requests);
      const known = new Map(requests.map((request, at) => [request, before[at] ?? null]));
      const answers: (ItemAnswer | Error | null)[] = batch.map(({ idempotent }) =>
        idempotent === null ? null : (known.get(idempotent) ?? null),
      );
      const fresh = batch.flatMap((one, index) =>
        answers[index] === null ? [{ ...one, index, drafts: drafts[index] ?? [] }] : [],
      );
      if (fresh.length === 0) return settled(answers);
      const accepted = await acceptItems(
        platform,
        trx,
        deskId,
        judge,
        fresh.map(({ item }) => item),
        fresh.map((one) => one.drafts),
      );
      for (const [at, { index }] of fresh.entries()) answers[index] = accepted[at] ?? null;
      const kept = fresh.flatMap(({ idempotent: request, index }) =>
        request === null ? [] : [{ request, status: 202, reply: answers[index] }],
      );
      await keepReplies(trx, deskId, kept, platform.clock.now());
      return settled(answers);
    });
  }
}

function settled(answers: readonly (ItemAnswer | Error | null)[]): (ItemAnswer | Error)[] {
  return answers.map((answer) => answer ?? new Error('An item was left without an answer.'));
}

/** Up to a transaction's worth, never two of the same idempotency key or the same content. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const seen = new Set<string>();
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting) {
    const marks = [
      `item ${one.item.item.external_id}`,
      ...(one.idempotent ? [`key ${one.idempotent.callerId} ${one.idempotent.key}`] : []),
    ];
    if (batch.length >= mostPerTransaction || marks.some((mark) => seen.has(mark))) {
      rest.push(one);
      continue;
    }
    for (const mark of marks) seen.add(mark);
    batch.push(one);
  }
  waiting.splice(0, waiting.length, ...rest);
  return batch;
}
