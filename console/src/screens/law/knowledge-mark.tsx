import type { Knowledge } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { classes } from '../../design/classes.ts';
import styles from './law.module.css';
import { knowledgeWords } from './words.ts';

/**
 * What is known of a control. Five drawings that differ in their shape, so that they can be told apart
 * in black and white: a full circle, a half one, a cross, a dotted ring for what was not found, and a
 * question mark. `none found` and `unknown` must never look like `no`.
 */
export function KnowledgeMark({ state, said = false }: { state: Knowledge; said?: boolean }) {
  const { _ } = useLingui();
  const word = _(knowledgeWords[state]);
  return (
    <span className={styles.mark} title={said ? undefined : word}>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={classes(styles.drawing, styles[state])}
      >
        {drawings[state]}
      </svg>
      <span className={said ? undefined : styles.unseen}>{word}</span>
    </span>
  );
}

const ring = { cx: 8, cy: 8, r: 5.25, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
} as const;

const drawings: Readonly<Record<Knowledge, ReactNode>> = {
  yes: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  partial: (
    <>
      <circle {...ring} />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />
    </>
  ),
  no: <path {...line} d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  none_found: <circle {...ring} strokeDasharray="1.5 2.6" />,
  unknown: <path {...line} d="M5.5 6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M8 12.4v.2" />,
};
