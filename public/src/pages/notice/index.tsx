import type { NoticePage } from '@commonweal/contract/pages';
import { Document } from '../../parts/document.tsx';
import { Given } from '../../parts/given.tsx';
import { Link } from '../../parts/link.tsx';
import { measureHeadings } from '../../words/measures.ts';
import type { Speech } from '../../words/speech.ts';
import { useSpeech } from '../../words/use-speech.ts';
import { Appeal } from './appeal.tsx';
import { How } from './how.tsx';
import { Record } from './record.tsx';
import { Standing } from './standing.tsx';
import { What } from './what.tsx';
import { Why } from './why.tsx';

/** The statement of reasons (DSA Art 17): what, why, how it was found and decided, what can be done. */
export function Notice(page: NoticePage) {
  const { t } = useSpeech();
  const { decision } = page;
  return (
    <Document page={page} title={headingOf(page, t)}>
      <p className="lead">{introductionOf(page, t)}</p>
      <Standing page={page} />
      {page.appeal.state === 'possible' && (
        <p>
          <a href="#appeal">{t('Do you think this is wrong? You can appeal.')}</a>
        </p>
      )}
      <What page={page} />
      {decision && <Why decision={decision} />}
      {decision && <How decision={decision} />}
      <Appeal appeal={page.appeal} restricted={Boolean(decision?.measure)} />
      {decision && <OtherWays redress={page.redress} />}
      {decision && <Record inclusion={page.inclusion} ledger={page.links.ledger} />}
    </Document>
  );
}

function headingOf({ audience, decision, subject }: NoticePage, t: Speech['t']): string {
  if (!decision) return t('We are looking at your report');
  if (audience === 'reporter') {
    return decision.measure
      ? t('We acted on your report')
      : t('We looked at your report and restricted nothing');
  }
  return decision.measure
    ? t(measureHeadings[subject.kind][decision.measure.kind])
    : t('We looked at something of yours and restricted nothing');
}

function introductionOf({ audience, decision }: NoticePage, t: Speech['t']): string {
  if (!decision) {
    return t('Thank you. A decision is not made yet. It will be on this page: keep the address.');
  }
  return audience === 'reporter'
    ? t('Thank you for your report. This page says what we decided, why, and what you can do.')
    : t('This page says what we did, why, and what you can do if you disagree.');
}

function OtherWays({ redress }: Pick<NoticePage, 'redress'>) {
  const { t } = useSpeech();
  return (
    <section>
      <h2>{t('Other ways to challenge this')}</h2>
      <p>
        {t('An appeal here takes away none of your rights. You may also be able to go to a court.')}
      </p>
      {redress.map((way) => (
        <div className="box" key={way.title}>
          <h3 lang={way.lang ?? ''} dir="auto">
            {way.href ? <Link href={way.href}>{way.title}</Link> : way.title}
          </h3>
          <Given text={way.text} lang={way.lang} />
        </div>
      ))}
    </section>
  );
}
