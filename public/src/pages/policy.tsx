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
  const { t } = useSpeech();
  const { policy } = page;
  return (
    <Document page={page} title={policy.title} titleLang={policy.lang}>
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
          <p className="quiet">{t('Kinds of content:')}</p>
          <ul className="quiet">
            {clause.harm_categories.map((category) => (
              <li key={category}>{t(harmLabels[category])}</li>
            ))}
          </ul>
          <p className="quiet">{t('What we may do:')}</p>
          <ul className="quiet">
            {clause.measures.map((measure) => (
              <li key={measure}>{t(measureLabels[measure])}</li>
            ))}
          </ul>
        </Clause>
      ))}
      <Versions versions={page.versions} current={policy.number} />
    </Document>
  );
}
