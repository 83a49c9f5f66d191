import { measureFacts } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { DateField } from '../../design/date-field.tsx';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { useFormats } from '../../i18n/format.ts';
import { targetNames } from '../../words/assessment.ts';
import { measureEffects, measureNames } from '../../words/measures.ts';
import { Asked } from './asked.tsx';
import { measuresFor, targetOf, targetsFor } from './assess.ts';
import { useForm } from './form-context.ts';
import { Places } from './places.tsx';
import styles from './case.module.css';

/** The ladder, lightest first, and how far and how long. */
export function MeasureChoice() {
  const { _ } = useLingui();
  const { view, draft, change } = useForm();
  const about = view.case;
  const { measure } = draft;
  const targets = targetsFor(measure, about);
  return (
    <>
      <Asked field="measure">
        <RadioGroup
          label={_('The measure, lightest first')}
          hint={
            about.suggestion === null
              ? _('Begin at the top; stop at the first that does the job.')
              : _('Triage suggests “{measure}”. It is a suggestion: begin at the top.', {
                  measure: _(measureNames[about.suggestion]),
                })
          }
          value={measure}
          onChange={(chosen) => change({ measure: chosen })}
          options={measuresFor(about).map((id) => ({
            id,
            label: _(measureNames[id]),
            hint: _(measureEffects[id]),
          }))}
        />
      </Asked>
      {measure !== null && targets.length > 1 && (
        <Asked field="target">
          <RadioGroup
            row
            label={_('What it acts on')}
            value={targetOf(draft, about)}
            onChange={(target) => change({ target })}
            options={targets.map((id) => ({
              id,
              label: _(targetNames[id]),
              hint: id === 'domain' ? _('Hits much that is lawful; takes two people.') : undefined,
            }))}
          />
        </Asked>
      )}
      {measure !== null && (
        <Asked field="territories">
          <RadioGroup
            row
            label={_('Where')}
            hint={_('The smallest place that does the job.')}
            value={draft.place}
            onChange={(place) => change({ place })}
            options={[
              { id: 'places', label: _('In some countries') },
              { id: 'global', label: _('Everywhere') },
            ]}
          />
          {draft.place === 'places' && (
            <Places
              chosen={draft.territories}
              onChange={(territories) => change({ territories })}
            />
          )}
        </Asked>
      )}
      {measure !== null && measureFacts[measure].timed !== 'none' && <Term />}
    </>
  );
}

/** How long. A ready number of days is offered where the law's tables name one; none is chosen. */
function Term() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { draft, change } = useForm();
  const [now] = useState(() => Date.now());
  const facts = measureFacts[draft.measure ?? 'label'];
  const isRequired = facts.timed === 'required';
  const offers = [...new Set([7, 30, facts.defaultDays ?? 90])].toSorted((a, b) => a - b);
  return (
    <Asked field="until">
      {!isRequired && (
        <RadioGroup
          row
          label={_('How long')}
          value={draft.term}
          onChange={(term) => change({ term })}
          options={[
            { id: 'until', label: _('Until a day') },
            { id: 'none', label: _('Without an end date') },
          ]}
        />
      )}
      {(isRequired || draft.term === 'until') && (
        <>
          <DateField
            label={_('Last day')}
            hint={_('It ends by itself at the end of that day.')}
            min={dayAfter(now, 1)}
            value={draft.until}
            onChange={(until) => change({ until })}
          />
          <div className={styles.row}>
            {offers.map((days) => (
              <Button
                key={days}
                small
                kind="quiet"
                onPress={() => change({ until: dayAfter(now, days) })}
              >
                {_('In {days} days', { days: number(days) })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Asked>
  );
}

/** The day some days after a moment, in the person's zone, as date fields take it. */
function dayAfter(now: number, days: number): string {
  const date = new Date(now + days * 86_400_000);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}
