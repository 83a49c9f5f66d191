import { evaluateGate, exampleInput } from '@commonweal/law';
import { ratePerSecond, type Suite } from '../suite.ts';

/** Each of these is asked: a light measure, a heavy one, and one on an account. */
const inputs = [
  exampleInput('label', 'item'),
  exampleInput('remove', 'item'),
  exampleInput('ban', 'actor'),
];

export const gate: Suite = {
  sentence: 'The rights gate on complete proposals, beside a JSON round trip of the same.',
  figures: ['evals_per_s', 'baseline_json_per_s', 'ratio'],
  async run({ scale }) {
    const seconds = 3 * scale;
    const evals = ratePerSecond(seconds, inputs.length, () => inputs.map(evaluateGate));
    const baseline = ratePerSecond(seconds, inputs.length, () =>
      inputs.map((input) => JSON.parse(JSON.stringify(input)) as unknown),
    );
    return { evals_per_s: evals, baseline_json_per_s: baseline, ratio: evals / baseline };
  },
};
