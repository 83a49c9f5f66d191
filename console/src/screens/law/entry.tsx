import type { Basis, Confidence, TerrorismDefinition } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { Fragment } from 'react';
import styles from './law.module.css';
import { basisWords, confidenceWords } from './words.ts';

/** A text of the registry, which is in English. What is not known is said, never left blank. */
export function Entry({ children }: { children: string | null }) {
  const { _ } = useLingui();
  if (children === null) return <span className={styles.cite}>{_('Not recorded')}</span>;
  const [first = '', ...others] = children.split('/');
  return (
    <bdi lang="en">
      {first}
      {others.map((part, at) => (
        // "death/injury/damage" may be broken at its strokes: nothing else of it can be.
        <Fragment key={`${at} ${part}`}>
          /<wbr />
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}

interface FromWhereProps {
  fact: {
    readonly cites: readonly string[];
    readonly confidence: Confidence;
    readonly basis?: Basis;
  };
}

/** Where a claim stands in the law, what it was taken from, and how sure we are of it. */
export function FromWhere({ fact: { cites, confidence, basis } }: FromWhereProps) {
  const { _ } = useLingui();
  return (
    <span className={styles.cite}>
      <bdi lang="en">{cites.join(', ')}</bdi>
      <br />
      {basis === undefined
        ? _(confidenceWords[confidence])
        : _('{confidence}; from {basis}', {
            confidence: _(confidenceWords[confidence]),
            basis: _(basisWords[basis]),
          })}
    </span>
  );
}

/** What makes a definition wider than the model, as far as anybody noted it. */
export function Wider({ definition }: { definition: TerrorismDefinition }) {
  const { _ } = useLingui();
  const { breadth_flags: flags } = definition;
  if (flags.length === 0) return <span className={styles.cite}>{_('Nothing noted')}</span>;
  return <Entry>{flags.join('; ')}</Entry>;
}
