import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './states.module.css';

export interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, and what would fill it. `unknown` is not `none`: say which. */
  children?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
}

/** Nothing here, and why. */
export function EmptyState({ title, children, icon = 'done', actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} className={styles.emptyIcon} />
      <p className={styles.emptyTitle}>{title}</p>
      {children && <div className={styles.soft}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
