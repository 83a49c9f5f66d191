import { Radio, RadioGroup as AriaGroup } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import field from './field.module.css';
import styles from './choice.module.css';

export interface RadioOption<T extends string> {
  id: T;
  label: string;
  /** What choosing it means, or leaves behind. */
  hint?: ReactNode;
  isDisabled?: boolean;
}

export interface RadioGroupProps<T extends string> extends FieldWords {
  options: readonly RadioOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  name?: string;
  isDisabled?: boolean;
  /** Side by side where there is room. */
  row?: boolean;
}

/** One of a few, each with what it means, all in sight. */
export function RadioGroup<T extends string>({
  label,
  hint,
  optional = false,
  error,
  options,
  value,
  onChange,
  row = false,
  ...rest
}: RadioGroupProps<T>) {
  return (
    <AriaGroup
      {...rest}
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.id === chosen);
        if (option) onChange(option.id);
      }}
      isRequired={!optional}
      {...(error === undefined ? {} : { isInvalid: true })}
      className={field.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <div className={classes(styles.cards, row && styles.row)}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={classes(styles.choice, styles.card)}
          >
            <span className={classes(styles.box, styles.round)} />
            <span>
              <span className={styles.cardLabel}>{option.label}</span>
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault error={error} />
    </AriaGroup>
  );
}
