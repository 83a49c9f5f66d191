import type { TransparencyPage } from '@commonweal/contract/pages';
import { CountTable, type Count } from '../parts/count-table.tsx';
import { Document } from '../parts/document.tsx';
import { Day, When } from '../parts/when.tsx';
import { detectionLabels } from '../words/detection.ts';
import { harmLabels } from '../words/harm.ts';
import { measureLabels } from '../words/measures.ts';
import { reporterLabels } from '../words/reporters.ts';
import type { Speech } from '../words/speech.ts';
import { useSpeech } from '../words/use-speech.ts';

/** The account of a period: every number in a table, beside its bar. */
export function Transparency(page: TransparencyPage) {
  const { t } = useSpeech();
  const { report, notices } = page;
  const { items, decisions, appeals, medians } = report;
  return (
    <Document page={page} title={t('What we did, in numbers')}>
      <p className="lead">
        <Day on={report.from} /> – <Day on={report.to} />
      </p>
      <p className="quiet">
        {t('Counted on:')} <When at={report.generated_at} />
      </p>
      <p>
        {t('All of it as data:')} <a href={page.downloads.json}>JSON</a>
        {' · '}
        <a href={page.downloads.csv}>CSV</a>
      </p>

      <h2>{t('What came in')}</h2>
      <CountTable
        caption={t('Content looked at')}
        rows={[
          { name: t('Received'), count: items.received },
          { name: t('Nothing found'), count: items.clear },
          { name: t('Put before a person'), count: items.review },
          { name: t('Acted on'), count: items.measured },
        ]}
      />
      <CountTable
        caption={t('Reports, by who sent them')}
        rows={named(report.reports, reporterLabels, t)}
      />
      <CountTable
        caption={t('Signals, by kind')}
        rows={named(report.signals, detectionLabels, t)}
      />

      <h2>{t('What we decided')}</h2>
      <CountTable
        caption={t('Decisions')}
        rows={[
          { name: t('All decisions'), count: decisions.total },
          { name: t('Nothing was restricted'), count: decisions.no_action },
          {
            name: t('Decided by a rule, without a person'),
            count: decisions.by_rule_without_person,
          },
          { name: t('Emergency steps'), count: decisions.overrides },
          {
            name: t('Undone by ourselves, without an appeal'),
            count: decisions.reversed_without_appeal,
          },
          { name: t('Requests by public authorities'), count: report.state_requests },
        ]}
      />
      <CountTable
        caption={t('By what was done')}
        rows={named(decisions.by_measure, measureLabels, t)}
      />
      <CountTable caption={t('By the rule applied')} rows={decisions.by_clause} />
      <CountTable
        caption={t('By kind of content')}
        rows={named(decisions.by_category, harmLabels, t)}
      />
      <p className="quiet">{t('A decision can rest on more than one rule or kind of content.')}</p>

      <h2>{t('Notices and appeals')}</h2>
      <CountTable
        caption={t('Notices')}
        rows={[
          { name: t('To people affected'), count: notices.affected },
          { name: t('To people who reported'), count: notices.reporter },
          { name: t('Sent later, for a recorded reason'), count: notices.delayed },
        ]}
      />
      <CountTable
        caption={t('Appeals')}
        rows={[
          { name: t('Received'), count: appeals.received },
          { name: t('Succeeded: we were wrong'), count: appeals.overturned },
          { name: t('The decision stayed'), count: appeals.upheld },
          { name: t('Not decided yet'), count: appeals.open },
        ]}
      />

      <h2>{t('How long it took')}</h2>
      <Times medians={medians} />

      {page.periods.length > 0 && (
        <>
          <h2>{t('Other periods')}</h2>
          <ul>
            {page.periods.map((period) => (
              <li key={period.from + period.to}>
                <a href={period.href}>
                  <Day on={period.from} /> – <Day on={period.to} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Document>
  );
}

function Times({ medians }: { medians: TransparencyPage['report']['medians'] }) {
  const { t, number } = useSpeech();
  const rows: readonly (readonly [string, number | null])[] = [
    [t('From arrival to decision, in hours'), medians.hours_item_to_decision],
    [t('From appeal to answer, in hours'), medians.hours_appeal_to_outcome],
    [t('From decision to the platform, in minutes'), medians.minutes_decision_to_delivery],
  ];
  return (
    <table>
      <caption>{t('Median: half took longer, half did not')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Step')}</th>
          <th scope="col" className="number">
            {t('Time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, median]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{median === null ? t('not known yet') : number(median)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Words for the names we know; a name we do not know is shown as it is. */
function named<T extends string>(
  rows: readonly Count[],
  labels: Readonly<Record<T, string>>,
  t: Speech['t'],
): Count[] {
  return rows.map(({ name, count }) => ({
    name: Object.hasOwn(labels, name) ? t(labels[name as T]) : name,
    count,
  }));
}
