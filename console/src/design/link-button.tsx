import { Link, type LinkProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { ButtonKind } from './button.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './button.module.css';

export interface LinkButtonProps extends Omit<LinkProps, 'children' | 'className'> {
  href: string;
  children: ReactNode;
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
}

/** Goes somewhere, and looks like a button. It is a link: it can be opened in a new tab. */
export function LinkButton({
  kind = 'secondary',
  icon,
  small,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={classes(styles.button, styles[kind], small && styles.small)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
