import { useLingui } from '@lingui/react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './stepper.module.css';

export type StepState = 'open' | 'answered' | 'missing';

export interface Step {
  id: string;
  label: string;
  /** `missing`: answered, but not yet enough for the rights gate. */
  state: StepState;
}

export interface StepperProps {
  label: string;
  steps: readonly Step[];
  current: string;
  onSelect: (id: string) => void;
}

/** Questions to answer in order, such as the three of every restriction. Any can be gone back to. */
export function Stepper({ label, steps, current, onSelect }: StepperProps) {
  const { _ } = useLingui();
  const words: Record<StepState, string> = {
    open: _('Not answered yet'),
    answered: _('Answered'),
    missing: _('Something is missing'),
  };
  return (
    <ol className={styles.stepper} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.id} className={styles.item}>
          <button
            type="button"
            aria-current={step.id === current ? 'step' : undefined}
            className={classes(styles.step, styles[step.state])}
            onClick={() => onSelect(step.id)}
          >
            <span className={styles.number} aria-hidden="true">
              {step.state === 'answered' ? (
                <Icon name="check" />
              ) : step.state === 'missing' ? (
                <Icon name="warning" />
              ) : (
                index + 1
              )}
            </span>
            <span className={styles.words}>
              <span className={styles.label}>{step.label}</span>
              <span className={styles.state}>{words[step.state]}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
