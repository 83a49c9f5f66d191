import { useLingui } from '@lingui/react';
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

/**
 * A button. While `isPending`, it keeps focus, ignores presses and says so. It says so itself: what
 * React Aria announces for it is the button by its id, an image without a name once the button is gone.
 */
export function Button({
  kind = 'secondary',
  icon,
  small = false,
  consequence,
  children,
  isPending,
  onPress,
  type,
  ...rest
}: ButtonProps) {
  const { _ } = useLingui();
  const button = (
    <>
      <AriaButton
        {...rest}
        className={classes(styles.button, styles[kind], small && styles.small)}
        // A field's Enter must not send the form a second time.
        type={isPending && type === 'submit' ? 'button' : (type ?? 'button')}
        {...(isPending
          ? { 'aria-disabled': true, 'data-pending': true }
          : onPress
            ? { onPress }
            : {})}
      >
        {isPending ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
        {children}
      </AriaButton>
      {isPending !== undefined && (
        <span role="status" className={styles.unseen}>
          {isPending && _('One moment')}
        </span>
      )}
    </>
  );
  if (!consequence) return button;
  return (
    <span className={styles.act}>
      {button}
      <span className={styles.consequence}>{consequence}</span>
    </span>
  );
}
