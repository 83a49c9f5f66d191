import type { Platform } from '../platform/platform.ts';
import { catchUp, emptyKnowledge, type DeskKnowledge } from './load-matcher.ts';
import type { MatchableItem, SignalDraft } from './matchable-item.ts';
import { MOST_SIGNALS, ofNameLike } from './find-signals.ts';
import { matchAgainst } from './match-against.ts';
import { isNamed, screenItems } from './screen-names.ts';

type Parts = Pick<Platform, 'database' | 'log'>;

/** Milliseconds: knowledge this old is renewed beside the work, and this old before it. */
const renewAfter = 400;
const tooOld = 1000;

/** What one process knows of one desk. */
interface DeskMatcher {
  knowledge: DeskKnowledge;
  /** When what is known was read (monotonic, ms). */
  asOf: number;
  reading: Promise<void> | null;
  waiting: Promise<void> | null;
}

const matchers = new WeakMap<Parts['database'], Map<string, DeskMatcher>>();

/**
 * Compares items with all this desk's banks and lists, in memory; the answers are in the order of the
 * items. What this process changed is known at once, what others changed within a second.
 * @throws the database's error when it has been unreachable for longer than that
 */
export async function matchItems(
  platform: Parts,
  deskId: string,
  items: readonly MatchableItem[],
): Promise<SignalDraft[][]> {
  const matcher = matcherOf(platform, deskId);
  const age = performance.now() - matcher.asOf;
  if (age > tooOld) await read(platform, deskId, matcher);
  else if (age > renewAfter && matcher.reading === null) readBeside(platform, deskId, matcher);
  const found = await matchAgainst(() => matcher.knowledge, items);
  if (!items.some(isNamed) || matcher.knowledge.names.isEmpty) return found;
  const alike = await screenItems(platform, deskId, items, found);
  return found.map((drafts, at) =>
    [...drafts, ...alike[at]!.map(ofNameLike)].slice(0, MOST_SIGNALS),
  );
}

/** Resolves when all that was committed before the call is matched against in this process. */
export async function refreshMatcher(platform: Parts, deskId: string): Promise<void> {
  const matcher = matcherOf(platform, deskId);
  await readAfterNow(platform, deskId, matcher);
  // What is switched off is silent already; what is switched on is here when all of it is.
  while (matcher.knowledge.switched.some(({ on }) => on)) await read(platform, deskId, matcher);
}

/** Reads once from the beginning: what is being read may have begun before now. */
function readAfterNow(platform: Parts, deskId: string, matcher: DeskMatcher): Promise<void> {
  const { reading } = matcher;
  if (reading === null) return read(platform, deskId, matcher);
  // One more reading serves all who wait.
  matcher.waiting ??= reading
    .catch(() => undefined)
    .then(() => {
      matcher.waiting = null;
      return read(platform, deskId, matcher);
    });
  return matcher.waiting;
}

function matcherOf(platform: Parts, deskId: string): DeskMatcher {
  let desks = matchers.get(platform.database);
  if (desks === undefined) matchers.set(platform.database, (desks = new Map()));
  let matcher = desks.get(deskId);
  if (matcher === undefined) {
    matcher = { knowledge: emptyKnowledge(), asOf: -Infinity, reading: null, waiting: null };
    desks.set(deskId, matcher);
  }
  return matcher;
}

function read(platform: Parts, deskId: string, matcher: DeskMatcher): Promise<void> {
  if (matcher.reading !== null) return matcher.reading;
  const begun = performance.now();
  matcher.reading = catchUp(platform.database, deskId, matcher.knowledge)
    .then((knowledge) => {
      matcher.knowledge = knowledge;
      matcher.asOf = begun;
      return undefined;
    })
    .finally(() => {
      matcher.reading = null;
    });
  const { reading } = matcher;
  void reading.then(
    () => matcher.knowledge.switched.length > 0 && readBeside(platform, deskId, matcher),
    () => undefined,
  );
  return reading;
}

/** Reads beside the work. */
function readBeside(platform: Parts, deskId: string, matcher: DeskMatcher): void {
  read(platform, deskId, matcher).catch((error: unknown) =>
    platform.log.warn({ err: error, deskId }, 'the banks could not be read and will be again'),
  );
}
