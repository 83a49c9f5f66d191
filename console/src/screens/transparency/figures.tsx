import type { TransparencyReport } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { harmNames } from '../../words/assessment.ts';
import { measureNames } from '../../words/measures.ts';
import { signalNames } from '../../words/signals.ts';
import { Aside } from '../office/layout.tsx';
import { CountChart } from './count-chart.tsx';
import styles from './transparency.module.css';

const reporterNames: Readonly<Record<string, Message>> = {
  user: msg('Users'),
  trusted_flagger: msg('Trusted flaggers'),
  authority: msg('Public authorities'),
  partner: msg('Partners'),
};

const itemNames: Readonly<Record<string, Message>> = {
  received: msg('Received'),
  clear: msg('Nothing found'),
  review: msg('Looked at by a person'),
  measured: msg('Restricted'),
};

const appealNames: Readonly<Record<string, Message>> = {
  open: msg('Waiting'),
  upheld: msg('Decision stands'),
  overturned: msg('Decision overturned'),
};

/** All figures of a period. */
export function Figures({ report }: { report: TransparencyReport }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { items, decisions, appeals } = report;
  const by = (names: Readonly<Record<string, Message>>) => (name: string) =>
    names[name] ? _(names[name]) : name;
  return (
    <>
      <StatRow>
        <Stat label={_('Items received')} value={number(items.received)} />
        <Stat
          label={_('Decisions')}
          value={number(decisions.total)}
          note={_('{count} without any restriction', { count: number(decisions.no_action) })}
        />
        <Stat
          label={_('Appeals')}
          value={number(appeals.received)}
          note={_('{count} overturned the decision', { count: number(appeals.overturned) })}
        />
        <Stat label={_('Requests by states')} value={number(report.state_requests)} />
      </StatRow>
      <Medians medians={report.medians} />
      <div className={styles.charts}>
        <CountChart
          title={_('What became of items')}
          what={_('Items')}
          hasShares={false}
          nameOf={by(itemNames)}
          counts={(['received', 'clear', 'review', 'measured'] as const).map((name) => ({
            name,
            count: items[name],
          }))}
        />
        <CountChart
          title={_('What was done')}
          what={_('Measure')}
          nameOf={by(measureNames)}
          counts={decisions.by_measure}
        />
        <CountChart
          title={_('Under which clause')}
          what={_('Clause')}
          hasShares={false}
          nameOf={(name) => name}
          counts={decisions.by_clause}
        />
        <CountChart
          title={_('For which kind of content')}
          what={_('Kind')}
          hasShares={false}
          nameOf={by(harmNames)}
          counts={decisions.by_category}
        />
        <CountChart
          title={_('Why it was looked at')}
          what={_('Signal')}
          hasShares={false}
          nameOf={by(signalNames)}
          counts={report.signals}
        />
        <CountChart
          title={_('Who reported')}
          what={_('Reporter')}
          nameOf={by(reporterNames)}
          counts={report.reports}
        />
        <CountChart
          title={_('What became of appeals')}
          what={_('Appeals')}
          nameOf={by(appealNames)}
          counts={(['open', 'upheld', 'overturned'] as const).map((name) => ({
            name,
            count: appeals[name],
          }))}
        />
      </div>
      <Panel title={_('Out of the ordinary')}>
        <StatRow>
          <Stat
            label={_('Decided by a rule, without a person')}
            value={number(decisions.by_rule_without_person)}
          />
          <Stat label={_('Emergency overrides')} value={number(decisions.overrides)} />
          <Stat
            label={_('Reversed by the desk itself')}
            value={number(decisions.reversed_without_appeal)}
          />
        </StatRow>
      </Panel>
      <Aside>
        <p>
          {_('Counted')} <RelativeTime absolute at={report.generated_at} />
        </p>
      </Aside>
    </>
  );
}

function Medians({ medians }: Pick<TransparencyReport, 'medians'>) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const times = [
    [_('From item to decision'), medians.hours_item_to_decision, 'hour'],
    [_('From decision to platform'), medians.minutes_decision_to_delivery, 'minute'],
    [_('From appeal to outcome'), medians.hours_appeal_to_outcome, 'hour'],
  ] as const;
  return (
    <StatRow>
      {times.map(([label, value, unit]) =>
        value === null ? (
          <Stat key={label} label={label} value={_('Unknown')} note={_('None to measure yet')} />
        ) : (
          <Stat
            key={label}
            label={label}
            value={number(value, {
              style: 'unit',
              unit,
              unitDisplay: 'long',
              maximumFractionDigits: 1,
            })}
            note={_('Half took less')}
          />
        ),
      )}
    </StatRow>
  );
}
