import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './callout.module.css';

export type CalloutTone = 'info' | 'warning' | 'error' | 'success';

const icons: Record<CalloutTone, IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'stop',
  success: 'done',
};

export interface CalloutProps {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Say it at once to a screen reader; for what appears after an act, not on arrival. */
  live?: boolean;
}

/** Something to know before going on. */
export function Callout({ tone = 'info', title, children, actions, live = false }: CalloutProps) {
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={classes(styles.callout, styles[tone])} role={live ? role : undefined}>
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
