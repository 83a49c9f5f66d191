import { Checkbox as AriaCheckbox, CheckboxGroup as AriaGroup } from 'react-aria-components';
import type { ReactNode } from 'react';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import field from './field.module.css';
import styles from './choice.module.css';

export interface CheckboxProps {
  children: ReactNode;
  hint?: ReactNode;
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  isDisabled?: boolean;
  isIndeterminate?: boolean;
  /** Within a CheckboxGroup: the value it stands for. */
  value?: string;
  name?: string;
}

/** Yes or no, sent with the form. */
export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.choice ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? (
              <span className={styles.dash} />
            ) : (
              isSelected && <Icon name="check" />
            )}
          </span>
          <span>
            {children}
            {hint && <span className={styles.hint}>{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}

export interface CheckboxGroupProps<T extends string> extends FieldWords {
  options: readonly { id: T; label: string; hint?: string }[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  name?: string;
  isDisabled?: boolean;
}

/** Several of a few. */
export function CheckboxGroup<T extends string>({
  label,
  hint,
  optional = false,
  error,
  options,
  value,
  onChange,
  ...rest
}: CheckboxGroupProps<T>) {
  return (
    <AriaGroup
      {...rest}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.map((option) => option.id).filter((id) => chosen.includes(id)))
      }
      isRequired={!optional}
      {...(error === undefined ? {} : { isInvalid: true })}
      className={field.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      {options.map((option) => (
        <Checkbox key={option.id} value={option.id} hint={option.hint}>
          {option.label}
        </Checkbox>
      ))}
      <FieldFault error={error} />
    </AriaGroup>
  );
}
