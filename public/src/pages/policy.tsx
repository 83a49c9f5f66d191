import type { PolicyPage } from '@commonweal/contract/pages';
import { Clause } from '../parts/clause.tsx';
import { Document } from '../parts/document.tsx';
import { Given } from '../parts/given.tsx';
import { InForce, StandingTag, Versions } from '../parts/policy-standing.tsx';
import { harmLabels } from '../words/harm.ts';
import { measureLabels } from '../words/measures.ts';
import { useSpeech } from '../words/use-speech.ts';

/** One published version of the rules, as it was and will stay. */
export function Policy(page: PolicyPage) {
  const { t, list } = useSpeech();
  const { policy } = page;
  return (
    <Document page={page} title={policy.title}>
      <p>
        {t('Version {number}', { number: policy.number })}{' '}
        <StandingTag standing={policy.standing} />
        <br />
        <InForce version={policy} />
      </p>
      <p className="quiet">
        {t(
          'We decide under the version that was in force when something was posted. A published version never changes.',
        )}
      </p>
      <h2>{t('What we mean by terrorism')}</h2>
      <Given text={policy.definition} lang={policy.lang} />
      <h2>{t('The clauses')}</h2>
      {policy.clauses.map((clause) => (
        <Clause key={clause.key} clause={clause} lang={policy.lang}>
          <p className="quiet">
            {t('Kinds of content:')} {list(clause.harm_categories.map((one) => t(harmLabels[one])))}
            <br />
            {t('What we may do:')} {list(clause.measures.map((one) => t(measureLabels[one])))}
          </p>
        </Clause>
      ))}
      <Versions versions={page.versions} current={policy.number} />
    </Document>
  );
}
