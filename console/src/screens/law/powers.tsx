import type { JurisdictionRead } from '@commonweal/contract';
import type { OrderPower, Standing } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { EmptyState } from '../../design/empty-state.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { Entry, FromWhere } from './entry.tsx';
import styles from './law.module.css';
import { StandingBadge } from './standing-badge.tsx';
import { authorityWords, deadlineWords } from './words.ts';

/** Who may order what, how soon it must be done, and what holds the order in bounds. */
export function Powers({ read: { jurisdiction, standing } }: { read: JurisdictionRead }) {
  const { _ } = useLingui();
  return (
    <Panel title={_('Powers to order')}>
      {jurisdiction.order_powers.length === 0 && (
        <EmptyState title={_('No power to order was found')} icon="scales">
          <p>
            {_(
              'What an authority of this place sends is a request then: it is looked at under the rules of the desk, like any report. That none was found is weak evidence.',
            )}
          </p>
        </EmptyState>
      )}
      <div className={styles.powers}>
        {jurisdiction.order_powers.map((power, at) => (
          <Power
            key={`${power.id} ${power.valid_from}`}
            power={power}
            standing={standing.order_powers[at] ?? 'unknown'}
          />
        ))}
      </div>
    </Panel>
  );
}

function Power({ power, standing }: { power: OrderPower; standing: Standing }) {
  const { _ } = useLingui();
  const yesOrNo = (said: boolean | null) =>
    said === null ? <Entry>{null}</Entry> : said ? _('Yes') : _('No');
  const { deadline, challenge } = power;
  return (
    <article className={styles.card}>
      <h3>
        <Entry>{power.name}</Entry> <StandingBadge standing={standing} />
      </h3>
      <KeyValue
        entries={[
          {
            label: _('Who orders'),
            value: (
              <>
                <Entry>{power.issuing_authority}</Entry>
                <br />
                <small>{_(authorityWords[power.authority_type])}</small>
              </>
            ),
          },
          { label: _('When'), value: <Entry>{power.trigger}</Entry> },
          {
            label: _('Time to comply'),
            value: (
              <>
                {_(deadlineWords[deadline.unit], { count: deadline.value ?? '' })}
                {deadline.note !== null && (
                  <>
                    <br />
                    <small>
                      <Entry>{deadline.note}</Entry>
                    </small>
                  </>
                )}
              </>
            ),
          },
          { label: _('Reasons'), value: yesOrNo(power.reasons_required) },
          { label: _('Person told'), value: yesOrNo(power.user_notice) },
          {
            label: _('Challenge'),
            value: (
              <Entry>
                {challenge.map(({ who, where }) => `${who}: ${where}`).join('; ') || null}
              </Entry>
            ),
          },
          { label: _('What is left out'), value: <Entry>{power.exemptions}</Entry> },
          { label: _('Taken from'), value: <FromWhere fact={power} /> },
          ...(power.note === null
            ? []
            : [{ label: _('To note'), value: <Entry>{power.note}</Entry> }]),
        ]}
      />
    </article>
  );
}
