import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import { useDocumentTitle } from './document-title.ts';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  /** A line under the title: what this screen is for. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** States beside the title. */
  badges?: ReactNode;
  actions?: ReactNode;
}

/** The head of every screen: its one h1, which takes focus on arrival, and its document title. */
export function PageHeader({ title, lead, crumbs, badges, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={styles.header}>
      {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className={styles.line}>
        <div className={styles.title}>
          <h1 tabIndex={-1}>{title}</h1>
          {badges && <div className={styles.badges}>{badges}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
