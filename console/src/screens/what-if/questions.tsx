import { contextPurposes, harmCategories, measureKinds, type TrialAnswers } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { Checkbox } from '../../design/checkbox.tsx';
import { Select } from '../../design/select.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import { harmNames, purposeNames, severityMeanings } from '../../words/assessment.ts';
import { measureNames } from '../../words/measures.ts';
import { Stack } from '../office/layout.tsx';
import { deciders, findings, levels, parts, rules } from './answers.ts';

const ruleNames: Readonly<Record<TrialAnswers['rule'], Message>> = {
  in_force: msg('A published rule, in force when it was posted'),
  made_later: msg('A rule made after it was posted'),
  none: msg('No rule'),
};
const deciderNames: Readonly<Record<TrialAnswers['by'], Message>> = {
  person: msg('A person'),
  rule: msg('A rule, without a person'),
};
const findingNames: Readonly<Record<TrialAnswers['found'], Message>> = {
  report: msg('A user reported it'),
  match: msg('It is the same as something known'),
  name_only: msg('It bears a listed name, nothing more'),
  disputed: msg('It is the same as something known that is disputed'),
};
const partNames: Readonly<Record<(typeof parts)[number], Message>> = {
  lighter: msg('Milder measures were looked at, with a reason for each'),
  rabat: msg('The six parts of the Rabat test are answered'),
  told: msg('The person is told'),
  appeal: msg('The person can appeal'),
  ends: msg('It ends on a day'),
  second: msg('A second person agreed'),
};

interface QuestionsProps {
  answers: TrialAnswers;
  onChange: (changes: Readonly<Record<string, string>>) => void;
}

/** What is asked of a case to be tried. */
export function Questions({ answers, onChange }: QuestionsProps) {
  const { _ } = useLingui();
  const options = <T extends string>(ids: readonly T[], names: Readonly<Record<T, Message>>) =>
    ids.map((id) => ({ id, label: _(names[id]) }));
  return (
    <Stack>
      <Select
        label={_('What is to be done')}
        value={answers.measure}
        onChange={(measure) => onChange({ measure })}
        options={options(measureKinds, measureNames)}
      />
      <Select
        label={_('What the content does')}
        value={answers.harm}
        onChange={(harm) => onChange({ harm })}
        options={options(harmCategories, harmNames)}
      />
      <Select
        label={_('How grave it is')}
        value={levels[answers.severity - 1] ?? '3'}
        onChange={(severity) => onChange({ severity })}
        options={options(levels, severityMeanings)}
      />
      <Select
        label={_('Why it was said')}
        value={answers.purpose}
        onChange={(purpose) => onChange({ purpose })}
        options={options(contextPurposes, purposeNames)}
      />
      <Select
        label={_('What it rests on')}
        value={answers.rule}
        onChange={(rule) => onChange({ rule })}
        options={options(rules, ruleNames)}
      />
      <Select
        label={_('How it was found')}
        value={answers.found}
        onChange={(found) => onChange({ found })}
        options={options(findings, findingNames)}
      />
      <Select
        label={_('Who decides')}
        value={answers.by}
        onChange={(by) => onChange({ by })}
        options={options(deciders, deciderNames)}
      />
      {parts.map((part) => (
        <Checkbox
          key={part}
          isSelected={answers[part]}
          onChange={(is) => onChange({ [part]: is ? 'yes' : 'no' })}
        >
          {_(partNames[part])}
        </Checkbox>
      ))}
    </Stack>
  );
}
