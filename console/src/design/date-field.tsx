import { Input, TextField } from 'react-aria-components';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import styles from './field.module.css';

export interface DateFieldProps extends FieldWords {
  /** `2026-03-04`, or `2026-03-04T14:05` with `time`; empty when unset. */
  value: string;
  onChange: (value: string) => void;
  time?: boolean;
  min?: string;
  max?: string;
  name?: string;
  isDisabled?: boolean;
}

/**
 * A day, or a day and a time of day. The browser's own picker: it knows the person's calendar,
 * keyboard and phone better than we do. Says nothing about zones; the screen must.
 */
export function DateField({
  label,
  hint,
  optional = false,
  error,
  time = false,
  min,
  max,
  ...rest
}: DateFieldProps) {
  return (
    <TextField
      {...rest}
      type={time ? 'datetime-local' : 'date'}
      isRequired={!optional}
      {...(error === undefined ? {} : { isInvalid: true })}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <Input className={styles.input ?? ''} {...(min ? { min } : {})} {...(max ? { max } : {})} />
      <FieldFault error={error} />
    </TextField>
  );
}
