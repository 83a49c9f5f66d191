import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { Checkbox } from '../../design/checkbox.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { Asked } from './asked.tsx';
import { useForm } from './form-context.ts';
import styles from './case.module.css';

/** Acting first where a life is at stake. Tucked away: it is almost never right. */
export function Override() {
  const { _ } = useLingui();
  const { draft, change } = useForm();
  return (
    <details className={styles.emergency} open={draft.override}>
      <summary>{_('A life is in danger right now')}</summary>
      <div className={styles.stack}>
        <Callout tone="error" title={_('Emergency override')}>
          <p>
            {_(
              'It acts before the three questions are answered. It takes a second person and a call to those who can save the life, ends within 24 hours, is no pass of the gate, and is counted in public.',
            )}
          </p>
        </Callout>
        <Asked field="override">
          <Checkbox isSelected={draft.override} onChange={(override) => change({ override })}>
            {_('Use the emergency override')}
          </Checkbox>
        </Asked>
        {draft.override && (
          <>
            <Asked field="override_threat">
              <Checkbox
                isSelected={draft.overrideThreat}
                onChange={(overrideThreat) => change({ overrideThreat })}
              >
                {_('A life is in imminent danger, and the severity is 5')}
              </Checkbox>
            </Asked>
            <Asked field="override_reason">
              <TextArea
                label={_('Who is in danger, from what, and how it is known')}
                rows={3}
                maxLength={3000}
                value={draft.overrideReason}
                onChange={(overrideReason) => change({ overrideReason })}
              />
            </Asked>
            <Asked field="override_told">
              <TextArea
                label={_('Which authority was told, when and how')}
                rows={2}
                maxLength={1000}
                value={draft.overrideTold}
                onChange={(overrideTold) => change({ overrideTold })}
              />
            </Asked>
          </>
        )}
      </div>
    </details>
  );
}
