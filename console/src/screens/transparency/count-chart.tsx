import { useLingui } from '@lingui/react';
import { useId } from 'react';
import { useFormats } from '../../i18n/format.ts';
import { barsOf, type Counted } from './bars.ts';
import styles from './transparency.module.css';

interface CountChartProps {
  title: string;
  /** What is counted: "Measure". */
  what: string;
  counts: readonly Counted[];
  nameOf: (name: string) => string;
  /** Off where one thing may be counted under several names. */
  hasShares?: boolean;
}

/** Bars that are a table: each row says its number, the bar only repeats it. */
export function CountChart({ title, what, counts, nameOf, hasShares = true }: CountChartProps) {
  const { _ } = useLingui();
  const { number, percent } = useFormats();
  const id = useId();
  return (
    <figure className={styles.chart}>
      <figcaption id={id}>{title}</figcaption>
      {counts.length === 0 ? (
        <p className={styles.none}>{_('None in this period.')}</p>
      ) : (
        <table aria-labelledby={id} className={styles.bars}>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col">{_('Count')}</th>
            </tr>
          </thead>
          <tbody>
            {barsOf(counts).map((bar) => (
              <tr key={bar.name}>
                <th scope="row">
                  <bdi>{nameOf(bar.name)}</bdi>
                </th>
                <td>
                  <span className={styles.track} aria-hidden="true">
                    <span className={styles.bar} style={{ inlineSize: `${bar.length * 100}%` }} />
                  </span>
                  <span className={styles.number}>
                    {number(bar.count)}
                    {hasShares && bar.share !== null && (
                      <span className={styles.share}> {percent(bar.share)}</span>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}
