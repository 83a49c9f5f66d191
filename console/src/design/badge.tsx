import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'info' | 'accent' | 'success' | 'warn' | 'danger';

const icons: Record<Tone, IconName> = {
  neutral: 'dot',
  info: 'info',
  accent: 'forward',
  success: 'check',
  warn: 'warning',
  danger: 'stop',
};

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone;
  /** A drawing of its own, where the tone's would mislead. */
  icon?: IconName;
}

/** A state: a word and a drawing. The colour only repeats them. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      <Icon name={icon ?? icons[tone]} />
      {children}
    </span>
  );
}
