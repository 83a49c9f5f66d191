import type { ReactNode } from 'react';
import styles from './office.module.css';

interface Children {
  children: ReactNode;
}

/** Parts under each other. */
export function Stack({ children }: Children) {
  return <div className={styles.stack}>{children}</div>;
}

/** Small things side by side, wrapping. */
export function Row({ children }: Children) {
  return <div className={styles.row}>{children}</div>;
}

/** Fields or parts in as many columns as there is room for. */
export function Columns({ children }: Children) {
  return <div className={styles.columns}>{children}</div>;
}

/** Filters above a list. */
export function Filters({ children }: Children) {
  return <search className={styles.filters}>{children}</search>;
}

/** Words about something, smaller. */
export function Aside({ children }: Children) {
  return <div className={styles.aside}>{children}</div>;
}
