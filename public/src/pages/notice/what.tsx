import type { NoticePage, NoticeSubject } from '@commonweal/contract/pages';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Given, Literal } from '../../parts/given.tsx';
import { When } from '../../parts/when.tsx';
import { measureLabels } from '../../words/measures.ts';
import { useSpeech } from '../../words/use-speech.ts';

/** Kind, subject, territory and time of the measure (DSA Art 17(3)(a)). */
export function What({ page }: { page: NoticePage }) {
  const { t } = useSpeech();
  const measure = page.decision?.measure;
  return (
    <section>
      <h2>{page.decision ? t('What we decided') : t('What you reported')}</h2>
      <Facts>
        {page.decision && (
          <Fact name={t('Decision')}>
            <strong>
              {measure ? t(measureLabels[measure.kind]) : t('Nothing was restricted')}
            </strong>
          </Fact>
        )}
        <Subject subject={page.subject} />
        {measure && <Scope measure={measure} />}
        {page.decision && (
          <Fact name={t('Decided on')}>
            <When at={page.decision.decided_at} />
          </Fact>
        )}
        <Fact name={t('Date of this notice')}>
          <When at={page.issued_at} />
        </Fact>
        <Fact name={t('Number of the notice')}>
          <Literal>{page.reference}</Literal>
        </Fact>
      </Facts>
    </section>
  );
}

function Subject({ subject }: { subject: NoticeSubject }) {
  const { t } = useSpeech();
  return (
    <>
      {subject.excerpt && (
        <Fact name={t('The words in question')}>
          <Given {...subject.excerpt} quote />
        </Fact>
      )}
      {subject.url && (
        <Fact name={t('Where it was')}>
          <Literal>{subject.url}</Literal>
        </Fact>
      )}
      {subject.account && (
        <Fact name={t('Account')}>
          <Literal>{subject.account}</Literal>
        </Fact>
      )}
      {subject.posted_at && (
        <Fact name={t('Posted')}>
          <When at={subject.posted_at} />
        </Fact>
      )}
    </>
  );
}

type Measure = NonNullable<NonNullable<NoticePage['decision']>['measure']>;

function Scope({ measure }: { measure: Measure }) {
  const { t, list, territory } = useSpeech();
  return (
    <>
      <Fact name={t('Where it applies')}>
        {measure.territories === 'global'
          ? t('Everywhere')
          : t('Only in: {places}', { places: list(measure.territories.map(territory)) })}
      </Fact>
      <Fact name={t('From')}>
        <When at={measure.from} />
      </Fact>
      <Fact name={t('Until')}>
        {measure.until ? <When at={measure.until} /> : t('Until further notice')}
      </Fact>
    </>
  );
}
