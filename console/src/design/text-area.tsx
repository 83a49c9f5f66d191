import { useLingui } from '@lingui/react';
import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { classes } from './classes.ts';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import styles from './field.module.css';

export interface TextAreaProps extends Omit<TextFieldProps, 'children' | 'className'>, FieldWords {
  rows?: number;
}

/** Several lines of text. With `value` and `maxLength` it says how many characters are left. */
export function TextArea({
  label,
  hint,
  optional = false,
  error,
  rows = 4,
  ...rest
}: TextAreaProps) {
  const { _ } = useLingui();
  const left = rest.maxLength === undefined ? null : rest.maxLength - (rest.value ?? '').length;
  return (
    <TextField
      isRequired={!optional}
      {...rest}
      {...(error !== undefined || rest.isInvalid === true ? { isInvalid: true } : {})}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <AriaTextArea
        rows={rows}
        // What is typed runs in its own direction; an empty field in the reader's.
        dir={rest.value ? 'auto' : undefined}
        className={classes(styles.input, styles.area)}
      />
      {left !== null && rest.value !== undefined && (
        <span className={styles.hint}>
          {_('{left, plural, one {# character left} other {# characters left}}', { left })}
        </span>
      )}
      <FieldFault error={error} />
    </TextField>
  );
}
