import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** `consequence` prints, beside the button, what it leaves behind; use it on every act. */
export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  children: ReactNode;
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  consequence?: ReactNode;
}

/** A button. While `isPending`, it keeps focus, ignores presses and says so. */
export function Button({
  kind = 'secondary',
  icon,
  small = false,
  consequence,
  children,
  ...rest
}: ButtonProps) {
  const button = (
    <AriaButton {...rest} className={classes(styles.button, styles[kind], small && styles.small)}>
      {({ isPending }) => (
        <>
          {isPending ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
          {children}
        </>
      )}
    </AriaButton>
  );
  if (!consequence) return button;
  return (
    <span className={styles.act}>
      {button}
      <span className={styles.consequence}>{consequence}</span>
    </span>
  );
}
