import { compareNames, formsIn, type NameIndex } from '@commonweal/designations';
import type { Figures } from '../../suite.ts';
import { mangled } from './mangle.ts';
import type { LabelledPair, Wanted } from './sets.ts';

/** Where a person should look: the threshold of the product. */
export const THRESHOLD = 0.7;

/** Precision, recall and F1 at the threshold, and AUC, of our score and of another's on the same pairs. */
export function pairFigures(pairs: readonly LabelledPair[]): Figures {
  const ours = pairs.map((pair) => ({ same: pair.same, score: pairScore(pair) }));
  // The other program's scores are not there for every pair: beside it, ours of the same pairs.
  const common = ours.filter((_, at) => pairs[at]?.otherScore !== null);
  const others = pairs.flatMap(({ same, otherScore }) =>
    otherScore === null ? [] : [{ same, score: otherScore }],
  );
  const { precision, recall, f1 } = atThreshold(ours);
  return {
    precision_name_pairs: precision,
    recall_name_pairs: recall,
    f1_name_pairs: f1,
    auc_name_pairs: aucOf(ours),
    ...(others.length > 0 && {
      f1_logicv2: atThreshold(others).f1,
      auc_logicv2: aucOf(others),
      f1_same_pairs: atThreshold(common).f1,
    }),
  };
}

interface Scored {
  readonly same: boolean;
  readonly score: number;
}

function pairScore({ kind, one, other }: LabelledPair): number {
  const scores = formsIn(one).flatMap((asked) =>
    formsIn(other).map((listed) => compareNames(asked, listed, kind).score),
  );
  return Math.max(0, ...scores);
}

function atThreshold(scored: readonly Scored[]) {
  const found = scored.filter(({ score }) => score >= THRESHOLD);
  const right = found.filter(({ same }) => same).length;
  const precision = right / Math.max(1, found.length);
  const recall = right / Math.max(1, scored.filter(({ same }) => same).length);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** The chance that a pair that is the same scores above one that is not; half of it when they tie. */
function aucOf(scored: readonly Scored[]): number {
  const same = scored.filter((each) => each.same);
  const different = scored.filter((each) => !each.same);
  let above = 0;
  for (const a of same)
    for (const b of different) above += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
  return above / Math.max(1, same.length * different.length);
}

/** Share of mangled names whose bearer is found at the threshold, whoever stands first. */
export function mangledRecall(index: NameIndex, positives: readonly Wanted[]): number {
  const found = positives.filter(({ name }, at) => {
    const [best] = index.search(mangled(name, at), 1);
    return best !== undefined && best.comparison.score >= THRESHOLD;
  });
  return found.length / Math.max(1, positives.length);
}

/** Share of strangers for whom somebody listed is found at the threshold. */
export function falseHits(index: NameIndex, strangers: readonly string[]): number {
  const hit = strangers.filter((name) => {
    const [best] = index.search(name, 1);
    return best !== undefined && best.comparison.score >= THRESHOLD;
  });
  return hit.length / Math.max(1, strangers.length);
}

/** Share of names whose bearer stands first, at the threshold. */
export function topOne(index: NameIndex, wanted: readonly Wanted[]): number {
  const right = wanted.filter(({ name, reference }) => {
    const [best] = index.search(name, 1);
    return best?.reference === reference && best.comparison.score >= THRESHOLD;
  });
  return right.length / Math.max(1, wanted.length);
}

/** Share of names whose bearer is among the first ten, whatever the score. */
export function recallAtTen(index: NameIndex, wanted: readonly Wanted[]): number {
  const found = wanted.filter(({ name, reference }) =>
    index.search(name, 10).some((each) => each.reference === reference),
  );
  return found.length / Math.max(1, wanted.length);
}
