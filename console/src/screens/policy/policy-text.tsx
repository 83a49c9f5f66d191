import type { PolicyDraft } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useFormats } from '../../i18n/format.ts';
import { harmNames } from '../../words/assessment.ts';
import { measureNames } from '../../words/measures.ts';
import styles from './policy.module.css';

/** A policy as its readers see it. */
export function PolicyText({ policy }: { policy: PolicyDraft }) {
  const { _ } = useLingui();
  const { list, number } = useFormats();
  return (
    <article className={styles.policy}>
      <section lang={policy.language} dir="auto" className={styles.words}>
        <h2>{policy.title}</h2>
        <p className={styles.given}>{policy.definition}</p>
      </section>
      {policy.clauses.map((clause, at) => (
        <section key={clause.key} className={styles.clause}>
          <div lang={policy.language} dir="auto" className={styles.words}>
            <h3>
              {number(at + 1)}. {clause.title}
            </h3>
            <p className={styles.given}>{clause.text}</p>
          </div>
          {clause.not_covered && (
            <div className={styles.words}>
              <h4>{_('What this does not cover')}</h4>
              <p lang={policy.language} dir="auto" className={styles.given}>
                {clause.not_covered}
              </p>
            </div>
          )}
          <p className={styles.meta}>
            {_('Kinds of content: {kinds}', {
              kinds: list(clause.harm_categories.map((kind) => _(harmNames[kind]))),
            })}
            <br />
            {_('Heaviest measures: {measures}', {
              measures: list(clause.measures.map((kind) => _(measureNames[kind]))),
            })}
            <br />
            <code dir="ltr">{clause.key}</code>
          </p>
        </section>
      ))}
    </article>
  );
}
