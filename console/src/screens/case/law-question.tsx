import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { DateField } from '../../design/date-field.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Select } from '../../design/select.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Asked } from './asked.tsx';
import { postedAtOf, versionInForce } from './assess.ts';
import { useForm } from './form-context.ts';
import styles from './case.module.css';

/** Which rule, of which version, and was it ours when this was posted? */
export function LawQuestion() {
  const { _ } = useLingui();
  const { day, number } = useFormats();
  const { view, draft, change, versions, version } = useForm();
  const postedAt = postedAtOf(view);
  const moment = postedAt ?? (draft.postedAt === '' ? null : draft.postedAt);
  const then = moment === null ? null : versionInForce(versions, moment);

  if (versions.length === 0) {
    return (
      <Callout
        tone="warning"
        title={_('No rules are published')}
        actions={<LinkButton href="/policy">{_('To the policy')}</LinkButton>}
      >
        <p>
          {_(
            'Without a published rule there is nothing to act under. Only no action can be decided.',
          )}
        </p>
      </Callout>
    );
  }
  return (
    <>
      <Asked field="posted_at">
        {postedAt === null ? (
          <DateField
            time
            label={_('When it was posted')}
            hint={_(
              'The platform did not say. Ask it; where only a span is known, give its beginning. In your time zone: {zone}.',
              { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
            )}
            value={draft.postedAt}
            onChange={(value) => change({ postedAt: value })}
          />
        ) : (
          <KeyValue
            entries={[
              {
                label: _('Posted, as the platform says'),
                value: <RelativeTime absolute at={postedAt} />,
              },
            ]}
          />
        )}
      </Asked>
      {moment !== null && then === null && (
        <Callout tone="warning" title={_('No rule of yours was in force then')}>
          <p>{_('Nobody can break a rule that was not there. Do not act under a later one.')}</p>
        </Callout>
      )}
      <Asked field="policy_version">
        <Select
          label={_('Version of the policy')}
          hint={_('The one in force when it was posted, unless you choose another.')}
          value={version?.policy_version_id ?? null}
          onChange={(policyVersionId) => change({ policyVersionId, clauseKeys: [] })}
          options={versions.map((one) => ({
            id: one.policy_version_id,
            label: _('{number}: {title}', {
              number: number(one.number ?? 0),
              // Kept apart, so that a title in another script does not move the number.
              title: `\u2068${one.title}\u2069`,
            }),
            hint: [
              one.in_force_from &&
                _('in force from {day}', { day: day(new Date(one.in_force_from)) }),
              one.in_force_until && _('until {day}', { day: day(new Date(one.in_force_until)) }),
            ]
              .filter(Boolean)
              .join(' '),
          }))}
        />
      </Asked>
      {version && (
        <Asked field="clauses">
          <CheckboxGroup
            label={_('The clauses that this breaks')}
            hint={_('The notice cites them word for word.')}
            value={draft.clauseKeys}
            onChange={(clauseKeys) => change({ clauseKeys })}
            options={version.clauses.map((clause) => ({ id: clause.key, label: clause.title }))}
          />
          {version.clauses
            .filter((clause) => draft.clauseKeys.includes(clause.key))
            .map((clause) => (
              <blockquote key={clause.key} className={styles.preview} lang={version.language}>
                <p>
                  <strong>{clause.title}</strong>
                </p>
                <p className={styles.clause}>{clause.text}</p>
                {clause.not_covered !== '' && (
                  <p className={styles.clause}>
                    {_('Not covered:')} {clause.not_covered}
                  </p>
                )}
              </blockquote>
            ))}
        </Asked>
      )}
    </>
  );
}
