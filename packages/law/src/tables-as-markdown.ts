import { gateRules } from './evaluate-gate.ts';
import { gateOutcomes, type GateOutcome } from './gate-types.ts';
import { measureFacts } from './measures.ts';
import type { Rule } from './rule.ts';
import { overrideRules } from './rules/override.ts';
import { measureKinds, severities } from './words.ts';

type Outcomes = Pick<Rule, 'failsAs' | 'missingAs'>;

const outcomeMeanings: Readonly<Record<GateOutcome, string>> = {
  emergency_override:
    'Nothing passed; two people act at once to save a life, and it ends within 24 hours.',
  no_basis: 'No rule in force allows this. It does not take effect.',
  request_not_order: 'What came from an authority is a request; treat it as a report.',
  defective_order: 'The order lacks a part that its law requires; tell the authority which.',
  not_necessary: 'More than is needed, or more than may be done here.',
  unprotected: 'The person would not be told, could not appeal, or the record would not expire.',
  incomplete: 'Something has not been recorded yet.',
  second_person_needed: 'All is there but the approval of a second person.',
  pass_unreviewed_law:
    'Passed, on an order under a law that no lawyer has reviewed in the registry; a second person signed it off.',
  pass: 'All three gates passed.',
};

const chapters = [
  {
    gate: 'A',
    title: 'Gate A: rule of law',
    asks: 'Is the rule clear, published, in force when the content was posted, and are we acting under it?',
  },
  {
    gate: 'B',
    title: 'Gate B: necessary and proportionate',
    asks: 'Is there a less restrictive measure that does the job? Is the scope the smallest?',
  },
  {
    gate: 'C',
    title: 'Gate C: protections',
    asks: 'Is the person told, with reasons? Can they appeal to somebody else? Does the record expire?',
  },
] as const;

/** The decision tables as one Markdown document; `docs/rights-gate.md` is this text. */
export function tablesAsMarkdown(): string {
  return `${[
    '# The rights gate',
    'Written from the decision tables in `packages/law/src/rules`; change those, then run `node packages/law/src/write-docs.ts`.',
    'The gate looks at a proposed measure, its ground and its record, and says what is met, what is missing and what fails. It does not say that a measure is lawful. The column *otherwise* names the outcome where a rule fails; an answer that is only not there yet makes it `incomplete`, save for A1 and the approval of a second person. Rules marked **always** stand even in an emergency.',
    ...chapters.flatMap(({ gate, title, asks }) => [
      `## ${title}`,
      asks,
      rulesTable(gateRules.filter((rule) => rule.gate === gate)),
    ]),
    '## Emergency override',
    'Where a life is in imminent danger, two people may act before the gates are passed. The result is `emergency_override`, which is not a pass: the measure ends when the override expires. The override is looked at only where the gates were not passed.',
    rulesTable(overrideRules, overrideOutcomeOf),
    '## Outcomes',
    'The first that applies is the result.',
    rows(
      ['outcome', 'means'],
      gateOutcomes.map((outcome) => [`\`${outcome}\``, outcomeMeanings[outcome]]),
    ),
    '## Measures',
    'From least to most restrictive; the last two stand beside the ladder. *Heavy* measures take content or a voice away, or tell an authority. A clause that allows a rung allows the lighter ones for the same subject.',
    measuresTable(),
    '## Severity',
    rows(['severity', 'means'], Object.entries(severities)),
  ].join('\n\n')}\n`;
}

function rulesTable<F>(rules: readonly Rule<F>[], otherwise = outcomeOf): string {
  return rows(
    ['rule', 'what must hold', 'asked when', 'otherwise', 'to put it right', 'source'],
    rules.map((rule) => [
      rule.holdsInEmergency ? `${rule.id} **always**` : rule.id,
      rule.holds,
      rule.when,
      otherwise(rule),
      rule.fix,
      rule.source,
    ]),
  );
}

function outcomeOf({ failsAs, missingAs }: Outcomes): string {
  return `\`${missingAs === 'incomplete' ? failsAs : missingAs}\``;
}

/** What fails in an override leaves the ordinary outcome standing. */
function overrideOutcomeOf(rule: Outcomes): string {
  return rule.missingAs === 'incomplete' ? 'the ordinary outcome' : outcomeOf(rule);
}

function measuresTable(): string {
  return rows(
    ['measure', 'acts on', 'heavy', 'can be undone', 'end date', 'two people'],
    measureKinds.map((kind) => {
      const facts = measureFacts[kind];
      return [
        `\`${kind}\``,
        facts.subjects.join(', '),
        facts.heavy ? 'yes' : 'no',
        facts.reversible ? 'yes' : 'no',
        facts.timed,
        facts.twoPeople.replaceAll('_', ' '),
      ];
    }),
  );
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
