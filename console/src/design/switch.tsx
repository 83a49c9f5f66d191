import { Switch as AriaSwitch } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './choice.module.css';

export interface SwitchProps {
  children: ReactNode;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

/** On or off, at once: no form to send. */
export function Switch({ children, hint, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles.choice ?? ''}>
      <span className={styles.track}>
        <span className={styles.knob}>{rest.isSelected && <Icon name="check" />}</span>
      </span>
      <span>
        {children}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
