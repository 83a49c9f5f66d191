import { classes } from './classes.ts';
import styles from './icon.module.css';

/** Line drawings on a 20 by 20 grid. */
const drawings = {
  check: 'M4 10.5 8.2 15 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  dot: 'M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.2v.1',
  warning: 'M10 3 2.6 16.5h14.8zM10 8.2v4M10 14.3v.1',
  stop: 'M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM10 6.2v4.6M10 13.6v.1',
  done: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.8 10.3l2.3 2.4 4.2-5.2',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 5.8V10l2.8 2',
  forward: 'M8 5l5 5-5 5',
  back: 'M12 5l-5 5 5 5',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  queue: 'M3 5h14M3 10h14M3 15h8',
  scales: 'M10 3v14M6 17h8M4 6h12M4 6l-2 5.5a2.4 2.4 0 0 0 4 0zM16 6l-2 5.5a2.4 2.4 0 0 0 4 0z',
  reply: 'M8 5 3 10l5 5M3 10h9a5 5 0 0 1 5 5',
  outbox: 'M3 12v5h14v-5M10 13V3M6 6.5 10 3l4 3.5',
  books: 'M4 3h4v14H4zM8 3h4v14H8zM12.5 4l3.5-.8 2 12.8-3.6.8z',
  list: 'M3 5h.1M3 10h.1M3 15h.1M7 5h10M7 10h10M7 15h10',
  page: 'M5 2.5h7L15.5 6v11.5H5zM12 2.5V6h3.5M8 10h5M8 13.5h5',
  branch: 'M5 3v14M5 12c0-4 10-2 10-7M15 3v2M3 17h4',
  chart: 'M3 17h14M5.5 17v-6M10 17V4M14.5 17V8',
  seal: 'M10 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM7 12.8 6 18l4-2 4 2-1-5.2',
  people:
    'M7.5 4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM2 16.5c.3-3.3 2.4-5 5.5-5s5.2 1.7 5.5 5M13 4.6a2.5 2.5 0 0 1 0 4.6M15 12c1.7.6 2.8 2.1 3 4.5',
  key: 'M6.5 8.5a4 4 0 1 0 4 4 4 4 0 0 0-4-4zM9.5 9.6 17 3M14 5.6l2.5 2.6',
  plug: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM10 2.5v2.3M10 15.2v2.3M2.5 10h2.3M15.2 10h2.3M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6',
  person:
    'M10 3a3.4 3.4 0 1 0 0 6.8A3.4 3.4 0 0 0 10 3zM3.5 17.5c.4-3.8 2.9-5.7 6.5-5.7s6.1 1.9 6.5 5.7',
  menu: 'M3 6h14M3 10h14M3 14h14',
  copy: 'M7 7h10v10H7zM13 7V3H3v10h4',
  eye: 'M2 10c2-3.8 4.7-5.5 8-5.5s6 1.7 8 5.5c-2 3.8-4.7 5.5-8 5.5S4 13.8 2 10zM10 7.600a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.800z',
  hidden:
    'M3 3l14 14M8.2 4.700A8.5 8.5 0 0 1 18 10a11 11 0 0 1-2.4 3.200M5 6.200A10.5 10.5 0 0 0 2 10c2 3.8 4.7 5.5 8 5.500a8 8 0 0 0 3-.6',
  file: 'M5 2.500h7L15.5 6v11.500H5zM12 2.500V6h3.5',
  offline:
    'M3 3l14 14M2.5 8a11 11 0 0 1 4-2.400M10 4.800A11 11 0 0 1 17.5 8M5.5 11.200a7 7 0 0 1 3-1.700M12 9.700a7 7 0 0 1 2.5 1.500M10 15v.1',
  pillars: 'M3 7.500 10 3l7 4.500zM3 17h14M5 7.500v7M10 7.500v7M15 7.500v7M4 14.500h12',
  search: 'M9 3.500a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
} as const;

export type IconName = keyof typeof drawings;

const mirrored: readonly IconName[] = ['forward', 'back', 'reply', 'queue', 'list'];

/** A drawing beside words. It is never the only carrier of meaning, so readers skip it. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={classes(styles.icon, mirrored.includes(name) && styles.mirrored, className)}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
