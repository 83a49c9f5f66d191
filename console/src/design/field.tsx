import { useLingui } from '@lingui/react';
import { FieldError, Label, Text } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

/** What every field shares. `optional` is said in words; fields are required otherwise. */
export interface FieldWords {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** What is wrong and how to put it right; sets the field invalid. */
  error?: ReactNode;
}

/** The name of a field, with "optional" where it may be left empty. */
export function FieldLabel({ label, optional }: Pick<FieldWords, 'label' | 'optional'>) {
  const { _ } = useLingui();
  return (
    <Label className={styles.label ?? ''}>
      {label}
      {optional && <span className={styles.optional}>{_('optional')}</span>}
    </Label>
  );
}

/** The hint under a label. Long hints are read out with the field. */
export function FieldHint({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className={styles.hint ?? ''}>
      {children}
    </Text>
  );
}

/**
 * The error of a field: ours when given, the browser's own otherwise. A field must leave `isInvalid`
 * out when there is no error of ours: false would hush the browser.
 */
export function FieldFault({ error }: { error?: ReactNode }) {
  return (
    <FieldError className={styles.error ?? ''}>
      {({ validationErrors }) => (
        <>
          <Icon name="stop" />
          <span>{error ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}
