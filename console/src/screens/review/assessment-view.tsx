import type { Assessment, PolicyVersion } from '@commonweal/contract';
import { rabatParts, type Severity } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import {
  aimNames,
  harmNames,
  purposeNames,
  rabatNames,
  severityMeanings,
  targetNames,
} from '../../words/assessment.ts';
import { measureNames } from '../../words/measures.ts';
import { gateNames } from './gate-summary.tsx';
import styles from './review.module.css';

/** The three answers as they were given, to read. */
export function AssessmentView({ assessment }: { assessment: Assessment }) {
  const { _, i18n } = useLingui();
  const { list, number } = useFormats();
  const policy = useQuery({
    queryKey: ['policy', 'versions'],
    queryFn: ({ signal }) => desk.listPolicyVersions({ signal }),
    staleTime: 60_000,
  });
  const version = policy.data?.data.find(
    (one) => one.policy_version_id === assessment.ground.policy_version_id,
  );
  const { harm, context, aim, scope, notice } = assessment;
  const regions = new Intl.DisplayNames(i18n.locale, { type: 'region' });
  return (
    <>
      <Panel title={_(gateNames.A)}>
        <KeyValue
          entries={[
            {
              label: _('Policy version'),
              value: version && (
                <bdi>
                  {number(version.number ?? 0)} · {version.title}
                </bdi>
              ),
            },
            { label: _('Clauses'), value: clausesIn(version, assessment.ground.clause_keys) },
            {
              label: _('Posted'),
              value:
                assessment.posted_at === null ? (
                  _('As the platform says')
                ) : (
                  <RelativeTime absolute at={assessment.posted_at} />
                ),
            },
          ]}
        />
      </Panel>
      <Panel title={_(gateNames.B)}>
        <KeyValue
          entries={[
            { label: _('Harm'), value: list(harm.categories.map((one) => _(harmNames[one]))) },
            {
              label: _('Severity'),
              value:
                harm.severity === null
                  ? null
                  : `${number(harm.severity)}: ${_(severityMeanings[harm.severity as Severity])}`,
            },
            {
              label: _('Purpose'),
              value: context.purpose === null ? null : _(purposeNames[context.purpose]),
            },
            ...(context.note === ''
              ? []
              : [{ label: _('On the purpose'), value: words(context.note) }]),
            { label: _('Aim'), value: aim.aim === null ? null : _(aimNames[aim.aim]) },
            { label: _('Threat'), value: words(aim.threat) },
            { label: _('Measure'), value: _(measureNames[assessment.measure]) },
            { label: _('Acts on'), value: _(targetNames[scope.target]) },
            {
              label: _('Where'),
              value:
                scope.territories === 'global'
                  ? _('Everywhere')
                  : list(scope.territories.map((code) => regions.of(code) ?? code)),
            },
            {
              label: _('Until'),
              value:
                scope.until === null ? (
                  _('No end date')
                ) : (
                  <RelativeTime absolute at={scope.until} />
                ),
            },
            { label: _('Why no less would do'), value: words(assessment.necessity) },
          ]}
        />
        {assessment.alternatives.length > 0 && (
          <section>
            <h3 className={styles.sub}>{_('Lighter measures, and why not')}</h3>
            <ul className={styles.answers}>
              {assessment.alternatives.map((one) => (
                <li key={one.measure}>
                  <strong>{_(measureNames[one.measure])}:</strong>{' '}
                  <span dir="auto">{one.rejected_because}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {Object.keys(assessment.rabat).length > 0 && (
          <section>
            <h3 className={styles.sub}>{_('The Rabat test')}</h3>
            <ul className={styles.answers}>
              {rabatParts.map((part) => {
                const answer = assessment.rabat[part];
                return (
                  answer && (
                    <li key={part}>
                      <strong>
                        {_(rabatNames[part])},{' '}
                        {answer.score === 'unknown' ? _('unknown') : number(answer.score)}:
                      </strong>{' '}
                      <span dir="auto">{answer.reason}</span>
                    </li>
                  )
                );
              })}
            </ul>
          </section>
        )}
      </Panel>
      <Panel title={_(gateNames.C)}>
        <KeyValue
          entries={[
            { label: _('Told to the person'), value: words(assessment.facts) },
            {
              label: _('Notice'),
              value:
                notice === null ? null : notice.when === 'now' ? (
                  _('Now')
                ) : (
                  <>
                    {_('Later:')} <RelativeTime absolute at={notice.until} />.{' '}
                    <span dir="auto">{notice.basis}</span>
                  </>
                ),
            },
            ...(assessment.override === null
              ? []
              : [
                  { label: _('Emergency'), value: words(assessment.override.reason) },
                  {
                    label: _('Authority told'),
                    value: words(assessment.override.law_enforcement_told),
                  },
                ]),
          ]}
        />
      </Panel>
    </>
  );

  function clausesIn(cited: PolicyVersion | undefined, keys: readonly string[]) {
    if (keys.length === 0) return null;
    return list(
      keys.map((key) => cited?.clauses.find((clause) => clause.key === key)?.title ?? key),
    );
  }
}

/** What somebody wrote, in the direction of its own script; nothing is shown as unknown. */
function words(text: string) {
  return text === '' ? null : <span dir="auto">{text}</span>;
}
