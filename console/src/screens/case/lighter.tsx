import type { MeasureKind } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { measureEffects, measureNames } from '../../words/measures.ts';
import { Asked } from './asked.tsx';
import { lighterOf } from './assess.ts';
import { useForm } from './form-context.ts';
import styles from './case.module.css';

/** Every lighter rung, each with why it would not do. One reason may serve several. */
export function Lighter() {
  const { _ } = useLingui();
  const { view, draft, change } = useForm();
  const [ticked, setTicked] = useState<readonly MeasureKind[]>([]);
  const [reason, setReason] = useState('');
  const rungs = lighterOf(draft, view.case);
  if (rungs.length === 0) return null;
  const isAnswered = (rung: MeasureKind) => (draft.rejected[rung] ?? '').trim() !== '';
  const left = rungs.filter((rung) => !isAnswered(rung));
  const chosen = ticked.filter((rung) => left.includes(rung));
  const answer = (kinds: readonly MeasureKind[], text: string) =>
    change({
      rejected: { ...draft.rejected, ...Object.fromEntries(kinds.map((kind) => [kind, text])) },
    });
  return (
    <Asked field="alternatives">
      <h4>{_('Why the lighter measures would not do')}</h4>
      {rungs.some(isAnswered) && (
        <ul className={styles.rungs}>
          {rungs.filter(isAnswered).map((rung) => (
            <li key={rung} className={styles.rung}>
              <strong>{_(measureNames[rung])}</strong>
              <span dir="auto">{draft.rejected[rung]}</span>
              <div>
                <Button
                  small
                  kind="quiet"
                  aria-label={_('Change the reason for “{measure}”', {
                    measure: _(measureNames[rung]),
                  })}
                  onPress={() => {
                    setReason(draft.rejected[rung] ?? '');
                    setTicked([rung]);
                    answer([rung], '');
                  }}
                >
                  {_('Change')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <>
          <CheckboxGroup
            label={_('Still without a reason')}
            hint={_('Tick those that one reason serves. If one of them would do, choose it above.')}
            value={chosen}
            onChange={setTicked}
            options={left.map((id) => ({
              id,
              label: _(measureNames[id]),
              hint: _(measureEffects[id]),
            }))}
          />
          {left.length > 1 && chosen.length < left.length && (
            <div>
              <Button small kind="quiet" onPress={() => setTicked(left)}>
                {_('Tick all')}
              </Button>
            </div>
          )}
          <TextArea
            label={_('The reason')}
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
          <div>
            <Button
              small
              isDisabled={chosen.length === 0 || reason.trim() === ''}
              onPress={() => {
                answer(chosen, reason.trim());
                setTicked([]);
                setReason('');
              }}
            >
              {_(
                '{count, plural, =0 {Give this reason} one {Give this reason for # measure} other {Give this reason for # measures}}',
                { count: chosen.length },
              )}
            </Button>
          </div>
        </>
      )}
    </Asked>
  );
}
