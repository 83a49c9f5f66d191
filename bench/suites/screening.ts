import { buildNameIndex } from '@commonweal/designations';
import type { Suite } from '../suite.ts';
import { falseHits, mangledRecall, pairFigures, recallAtTen, topOne } from './screening/quality.ts';
import { loadSets } from './screening/sets.ts';
import { beside, buildMeasured, proseFigures, searchTimes } from './screening/speed.ts';

const fewest = 20;

export const screening: Suite = {
  sentence:
    'Names searched by their sound among listed ones, how good and how fast, beside comparing with each.',
  figures: [
    'names_per_s',
    'name_p50_ms',
    'name_p99_ms',
    'build_s',
    'memory_mb',
    'posts_per_s',
    'benign_flagged',
    'precision_name_pairs',
    'recall_name_pairs',
    'f1_name_pairs',
    'auc_name_pairs',
    'recall_mangled',
    'false_hits',
    'top1_crosslist',
    'top1_organisations',
    'recall10_arabic',
    'own_fixtures',
    'baseline_scan_ms',
    'ratio',
  ],
  async run({ scale, tell }) {
    const sets = await loadSets();
    if (!sets.isReal) tell('The labelled sets are not beside the repository: on invented ones.');
    const some = <T>(all: readonly T[]): readonly T[] => {
      const step = Math.max(1, Math.floor(1 / Math.min(scale, 1)));
      return all.length <= fewest ? all : all.filter((_, at) => at % step === 0);
    };
    const { index, figures } = buildMeasured(sets.register);
    tell(`${index.nameCount} names of ${sets.register.length} listed`);
    const un = buildNameIndex(sets.un);
    const scripts = buildNameIndex(sets.scriptRegister);
    const byScript = [...sets.scripts].map(([script, wanted]) => ({
      script,
      wanted: some(wanted),
    }));
    const crosslist = some(sets.crosslist);
    const organisations = crosslist.filter(({ kind }) => kind === 'organisation');
    return {
      ...figures,
      ...searchTimes(index, some(sets.strangers)),
      ...Object.assign(
        {},
        ...byScript.map(({ script, wanted }) =>
          searchTimes(
            index,
            wanted.slice(0, 1000).map(({ name }) => name),
            `_${script}`,
          ),
        ),
      ),
      ...proseFigures(sets.un, 2 * scale),
      ...pairFigures(sets.pairs),
      recall_mangled: mangledRecall(un, some(sets.positives)),
      false_hits: falseHits(index, some(sets.strangers)),
      top1_crosslist: topOne(un, crosslist),
      top1_organisations: topOne(un, organisations),
      ...Object.fromEntries(
        byScript.map(({ script, wanted }) => [`recall10_${script}`, recallAtTen(scripts, wanted)]),
      ),
      ...beside(index, sets.register, some(sets.strangers).slice(0, 5)),
      own_fixtures: sets.isReal ? 0 : 1,
    };
  },
};
