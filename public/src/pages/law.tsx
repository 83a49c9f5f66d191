import type { LawPage, PublicKnowledge } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Known } from '../parts/known.tsx';
import { useSpeech } from '../words/use-speech.ts';

const states = ['yes', 'partial', 'no', 'none_found', 'unknown'] as const;

/** The jurisdictions of the registry, and how much of each side is there. */
export function Law(page: LawPage) {
  const { t, territory, compare } = useSpeech();
  const named = page.jurisdictions
    .map((each) => ({ ...each, name: territory(each.id) }))
    .toSorted((a, b) => compare(a.name, b.name));
  return (
    <Document page={page} title={t('The law, as far as we know it')}>
      <p className="lead">
        {t(
          'What the law of each place says of terrorist use of the internet: what there is to act under, and what holds it in bounds.',
        )}
      </p>
      <p>{t('This is not legal advice. No lawyer has reviewed it unless its page says so.')}</p>
      <table>
        <caption>{t('24 questions; some stand on both sides')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Place')}</th>
            <th scope="col">{t('Security')}</th>
            <th scope="col">{t('Rights')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <a href={each.href}>{each.name}</a>
              </th>
              <td>
                <Counted counts={each.security} />
              </td>
              <td>
                <Counted counts={each.rights} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Document>
  );
}

/** How many are there, partly there, and so on; those that are none are left out. */
function Counted({ counts }: { counts: Readonly<Record<PublicKnowledge, number>> }) {
  const { number } = useSpeech();
  return states
    .filter((state) => counts[state] > 0)
    .map((state) => (
      <div key={state}>
        {number(counts[state])} <Known state={state} />
      </div>
    ));
}
