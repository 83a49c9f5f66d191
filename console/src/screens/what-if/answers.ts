import {
  contextPurposes,
  firstTrial,
  harmCategories,
  measureKinds,
  type Severity,
  type TrialAnswers,
} from '@commonweal/law';
import { oneOfWords, type SearchWords } from '../office/use-search-words.ts';

export const rules = ['in_force', 'made_later', 'none'] as const;
export const deciders = ['person', 'rule'] as const;
export const findings = ['report', 'match', 'name_only', 'disputed'] as const;
export const levels = ['1', '2', '3', '4', '5'] as const;
/** What is answered with yes or no. */
export const parts = ['lighter', 'rabat', 'told', 'appeal', 'ends', 'second'] as const;

/** What the address says was answered; the rest is as in the first trial. */
export function answersOf(words: SearchWords): TrialAnswers {
  const said = (part: (typeof parts)[number]) =>
    words[part] === undefined ? firstTrial[part] : words[part] === 'yes';
  return {
    measure: oneOfWords(words['measure'], measureKinds) ?? firstTrial.measure,
    harm: oneOfWords(words['harm'], harmCategories) ?? firstTrial.harm,
    severity: Number(oneOfWords(words['severity'], levels) ?? firstTrial.severity) as Severity,
    purpose: oneOfWords(words['purpose'], contextPurposes) ?? firstTrial.purpose,
    rule: oneOfWords(words['rule'], rules) ?? firstTrial.rule,
    by: oneOfWords(words['by'], deciders) ?? firstTrial.by,
    found: oneOfWords(words['found'], findings) ?? firstTrial.found,
    lighter: said('lighter'),
    rabat: said('rabat'),
    told: said('told'),
    appeal: said('appeal'),
    ends: said('ends'),
    second: said('second'),
  };
}
