import type { GapReportPage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Known } from '../parts/known.tsx';
import { Link } from '../parts/link.tsx';
import {
  confidenceWords,
  controlQuestions,
  controlReasons,
  effortWords,
  minimumSteps,
} from '../words/law.ts';
import { msg } from '../words/message.ts';
import { useSpeech } from '../words/use-speech.ts';

type Report = GapReportPage['report'];
type Gap = Report['gaps'][number];

const sides = [
  ['security', msg('Security')],
  ['both', msg('Security and rights')],
  ['rights', msg('Rights')],
] as const;

/** What a jurisdiction's law has not, why it matters, and where to learn: to be printed and carried into a meeting. */
export function GapReport(page: GapReportPage) {
  const { t, territory, day } = useSpeech();
  const { report } = page;
  const place = territory(report.id);
  // What nobody has looked at is no gap yet.
  const [open, unknown] = [false, true].map((is) =>
    report.gaps.filter(({ status }) => (status === 'unknown') === is),
  ) as [Gap[], Gap[]];
  return (
    <Document page={page} title={t('{place}: what the law has, and has not', { place })}>
      <p className="lead">
        {t(
          'Both sides always stand here together: what is needed against terrorist use of the internet, and what protects people while it is done.',
        )}
      </p>
      <p>
        {report.last_reviewed === null
          ? t('This is not legal advice, and no lawyer has reviewed it.')
          : t('This is not legal advice. A lawyer reviewed it on {day}.', {
              day: day(report.last_reviewed),
            })}{' '}
        {t('Researched on {day}; on the whole: {confidence}.', {
          day: day(report.researched_on),
          confidence: t(confidenceWords[report.confidence]),
        })}
      </p>
      {sides.map(([side, title]) => (
        <section key={side}>
          <h2>{t(title)}</h2>
          <Gaps gaps={open.filter((gap) => gap.side === side)} />
        </section>
      ))}
      {unknown.length > 0 && (
        <>
          <h2>{t('What nobody has looked at yet')}</h2>
          <Questions controls={unknown.map(({ control }) => control)} />
        </>
      )}
      {report.steps.length > 0 && (
        <>
          <h2>{t('The least that could be done')}</h2>
          <p>
            {t(
              'In this order, for a state with few lawyers. Until then, what its authorities send to platforms is a request, and should be counted as one.',
            )}
          </p>
          <ol>
            {report.steps.map((step) => (
              <li key={step}>{t(minimumSteps[step - 1] ?? '')}</li>
            ))}
          </ol>
        </>
      )}
      <h2>{t('Yes to these questions')}</h2>
      <Questions controls={report.there} />
      <p>
        <a href={page.index}>{t('Other places')}</a>
      </p>
    </Document>
  );
}

function Questions({ controls }: { controls: Report['there'] }) {
  const { t } = useSpeech();
  return (
    <ul>
      {controls.map((control) => (
        <li key={control}>{t(controlQuestions[control])}</li>
      ))}
    </ul>
  );
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useSpeech();
  if (gaps.length === 0) return <p>{t('Nothing is missing here.')}</p>;
  return gaps.map((gap) => (
    <section key={gap.control}>
      <h3>{t(controlQuestions[gap.control])}</h3>
      <p>
        <strong>
          <Known state={gap.status} />
        </strong>
        {gap.evidence.length > 0 && (
          <>
            {' '}
            <bdi lang="en">({gap.evidence.join(', ')})</bdi>
          </>
        )}
        <br />
        {t(controlReasons[gap.control])}
      </p>
      <p className="quiet">
        {t('To close it:')} {t(effortWords[gap.effort])}.{' '}
        {gap.models.length > 0 && (
          <>
            {t('To learn from:')} <Models models={gap.models} />
          </>
        )}
      </p>
    </section>
  ));
}

/** Clauses of others; of one that may no longer be in force it is said. */
function Models({ models }: { models: Gap['models'] }) {
  const { t, territory } = useSpeech();
  return models.map((model, at) => (
    <span key={`${model.jurisdiction} ${model.title} ${model.pin}`}>
      {at > 0 && '; '}
      {territory(model.jurisdiction)},{' '}
      <bdi lang="en">
        <Link href={model.url ?? ''}>{model.title}</Link> {model.pin}
      </bdi>
      {model.standing !== 'in_force' && ` (${t('to be verified')})`}
    </span>
  ));
}
