import {
  contextPurposes,
  harmCategories,
  legitimateAims,
  measureFacts,
  severities,
  type Severity,
} from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { Select } from '../../design/select.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { useFormats } from '../../i18n/format.ts';
import {
  aimNames,
  harmMeanings,
  harmNames,
  purposeNames,
  severityMeanings,
} from '../../words/assessment.ts';
import { Asked } from './asked.tsx';
import { useForm } from './form-context.ts';
import { Lighter } from './lighter.tsx';
import { MeasureChoice } from './measure-choice.tsx';
import { Rabat } from './rabat.tsx';

const levels = Object.keys(severities) as `${Severity}`[];

/** What it does, what it was for, and the least that does the job. */
export function NecessityQuestion() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { draft, change } = useForm();
  const isHeavy = draft.measure !== null && measureFacts[draft.measure].heavy;
  const hasPurpose = draft.purpose !== null && draft.purpose !== 'none';
  return (
    <>
      <Asked field="categories">
        <CheckboxGroup
          label={_('What the content does')}
          hint={_('All that fits. Look at the content, not at who posted it.')}
          value={draft.categories}
          onChange={(categories) => change({ categories })}
          options={harmCategories.map((id) => ({
            id,
            label: _(harmNames[id]),
            hint: _(harmMeanings[id]),
          }))}
        />
      </Asked>
      <Asked field="severity">
        <RadioGroup
          label={_('How grave it is')}
          value={draft.severity === null ? null : (`${draft.severity}` as const)}
          onChange={(level) => change({ severity: Number(level) as Severity })}
          options={levels.map((id) => ({
            id,
            label: number(Number(id)),
            hint: _(severityMeanings[Number(id) as Severity]),
          }))}
        />
      </Asked>
      <Asked field="purpose">
        <RadioGroup
          row
          label={_('What it was for')}
          hint={_('Asked every time: much that looks like terrorism is about terrorism.')}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
          options={contextPurposes.map((id) => ({ id, label: _(purposeNames[id]) }))}
        />
      </Asked>
      {hasPurpose && (
        <Asked field="context_note">
          <TextArea
            label={_('Why the harm outweighs that purpose')}
            hint={_('If you cannot say it, choose a lighter measure or none.')}
            optional={!isHeavy}
            rows={3}
            maxLength={3000}
            value={draft.contextNote}
            onChange={(contextNote) => change({ contextNote })}
          />
        </Asked>
      )}
      <Asked field="aim">
        <Select
          label={_('The aim this serves')}
          hint={_('International law knows no others.')}
          value={draft.aim}
          onChange={(aim) => change({ aim })}
          options={legitimateAims.map((id) => ({ id, label: _(aimNames[id]) }))}
        />
      </Asked>
      <Asked field="threat">
        <TextArea
          label={_('How this content threatens that aim')}
          hint={_('In this case, in a sentence.')}
          rows={3}
          maxLength={3000}
          value={draft.threat}
          onChange={(threat) => change({ threat })}
        />
      </Asked>
      <MeasureChoice />
      <Lighter />
      <Asked field="necessity">
        <TextArea
          label={_('Why no less would do')}
          hint={_('What this measure achieves that a smaller one would not.')}
          rows={3}
          maxLength={3000}
          value={draft.necessity}
          onChange={(necessity) => change({ necessity })}
        />
      </Asked>
      <Rabat />
    </>
  );
}
