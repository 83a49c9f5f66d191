import styles from './office.module.css';

/** Something a machine reads or a person types, kept as it is; runs left to right and scrolls. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    // It scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section tabIndex={0} aria-label={label} className={styles.code}>
      <pre dir="ltr">
        <code>{children}</code>
      </pre>
    </section>
  );
}
