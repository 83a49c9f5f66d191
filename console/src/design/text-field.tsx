import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import styles from './field.module.css';

/** Addresses, links and numbers run left to right in every script. */
const leftToRight: readonly (string | undefined)[] = ['email', 'url', 'tel'];

export interface TextFieldProps extends Omit<AriaProps, 'children' | 'className'>, FieldWords {
  placeholder?: string;
}

/** One line of text. */
export function TextField({
  label,
  hint,
  optional = false,
  error,
  placeholder,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      isRequired={!optional}
      {...rest}
      {...(error !== undefined || rest.isInvalid === true ? { isInvalid: true } : {})}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <Input
        className={styles.input ?? ''}
        {...(leftToRight.includes(rest.type) ? { dir: 'ltr' } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
      <FieldFault error={error} />
    </AriaTextField>
  );
}
