import type { LookupMatch } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { classes } from '../../design/classes.ts';
import { useFormats } from '../../i18n/format.ts';
import { segmentsOf } from './spans.ts';
import styles from './review.module.css';

export interface NumberedSignal {
  /** As shown in the list of signals. */
  number: number;
  /** A signal, or what would be one with the bank it is from. */
  signal: LookupMatch & { readonly at?: string; readonly bank_id?: string | null };
}

export interface MarkedTextProps {
  text: string;
  /** Which part of the item this is, as signals name it: `text`, `title`. */
  field: string;
  signals: readonly NumberedSignal[];
  /** The language of the text (BCP 47), when it is known. */
  language: string | null;
  /** Names the box to those who do not see it; a box scrolls when the text is long. */
  label?: string;
}

/** What was posted, as text and nothing else, with what signals point to marked and numbered. */
export function MarkedText({ text, field, signals, language, label }: MarkedTextProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const here = signals.filter(({ signal }) => signal.field === field);
  const segments = segmentsOf(
    text,
    here.flatMap(({ number: shown, signal }) =>
      signal.start === null || signal.end === null
        ? []
        : [{ start: signal.start, end: signal.end, signal: shown }],
    ),
  );
  const isDisputed = (shown: number) =>
    here.some((one) => one.number === shown && one.signal.disputed);
  const content = segments.map((segment) =>
    segment.signals.length === 0 ? (
      segment.text
    ) : (
      <mark
        key={segment.start}
        className={classes(styles.mark, segment.signals.every(isDisputed) && styles.disputed)}
      >
        {segment.text}
        {segment.ends.map((shown) => (
          <sup
            key={shown}
            className={styles.number}
            aria-label={_('signal {number}', { number: shown })}
          >
            {number(shown)}
          </sup>
        ))}
      </mark>
    ),
  );
  if (label === undefined)
    return (
      <bdi lang={language ?? undefined} dir="auto">
        {content}
      </bdi>
    );
  return (
    <section
      // It may scroll, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      lang={language ?? undefined}
      dir="auto"
      className={styles.text}
    >
      {content}
    </section>
  );
}
