import { useId, type ReactNode } from 'react';
import styles from './small.module.css';

export interface PanelProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a screen under its own heading. */
export function Panel({ title, lead, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 id={id}>{title}</h2>
        {actions && <div className={styles.panelActions}>{actions}</div>}
      </div>
      {lead && <p className={styles.panelLead}>{lead}</p>}
      {children}
    </section>
  );
}
