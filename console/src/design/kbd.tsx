import styles from './small.module.css';

/** A key, or keys pressed together: `<Kbd keys={['Shift', 'J']} />`. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span dir="ltr" className={styles.keys}>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
