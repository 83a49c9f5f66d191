import type { Measure, Receipt } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { targetNames } from '../../words/assessment.ts';
import { measureEffects, measureNames } from '../../words/measures.ts';
import { DeliveryTable } from './delivery-table.tsx';
import { On } from './measure-list.tsx';
import { endReasons, measureStates, receiptWords } from './states.ts';

/** One measure: what it is, what was sent for it, what the platform said. */
export function Screen() {
  const { _ } = useLingui();
  const measureId = useParams({ strict: false, select: (params) => String(params['measureId']) });
  const { data } = useSuspenseQuery({
    queryKey: ['measures', 'one', measureId],
    queryFn: ({ signal }) => desk.readMeasure({ params: { measure_id: measureId }, signal }),
    refetchInterval: 10_000,
  });
  const { measure, deliveries, receipts } = data;
  const state = measureStates[measure.state];
  return (
    <>
      <PageHeader
        title={_(measureNames[measure.kind])}
        lead={_(measureEffects[measure.kind])}
        crumbs={[{ label: _('Deliveries'), href: '/deliveries?view=measures' }]}
        badges={<Badge tone={state.tone}>{_(state.label)}</Badge>}
        actions={
          <LinkButton href={`/decisions/${measure.decision_id}`} icon="scales">
            {_('The decision behind it')}
          </LinkButton>
        }
      />
      <Facts measure={measure} />
      <Panel title={_('Messages to the platform')}>
        <DeliveryTable
          linksMeasure={false}
          deliveries={deliveries}
          empty={
            <EmptyState title={_('Nothing was sent yet')} icon="outbox">
              <p>{_('Without a platform endpoint in use there is nowhere to send it.')}</p>
            </EmptyState>
          }
        />
      </Panel>
      <Panel title={_('What the platform said')}>
        <Receipts receipts={receipts} />
      </Panel>
    </>
  );
}

function Facts({ measure }: { measure: Measure }) {
  const { _, i18n } = useLingui();
  const { list } = useFormats();
  const regions = new Intl.DisplayNames(i18n.locale, { type: 'region' });
  const { territories } = measure;
  const target = Object.entries(targetNames).find(([id]) => id === measure.target)?.[1];
  return (
    <KeyValue
      entries={[
        { label: _('Acts on'), value: <On measure={measure} /> },
        { label: _('Points at'), value: target ? _(target) : <bdi>{measure.target}</bdi> },
        {
          label: _('Where'),
          value:
            territories === 'global'
              ? _('Everywhere')
              : list(territories.map((code) => regions.of(code) ?? code)),
        },
        { label: _('From'), value: <RelativeTime absolute at={measure.starts_at} /> },
        {
          label: _('Until'),
          value: measure.ends_at ? <RelativeTime absolute at={measure.ends_at} /> : _('No end set'),
        },
        ...(measure.ended_at
          ? [{ label: _('Ended'), value: <RelativeTime absolute at={measure.ended_at} /> }]
          : []),
        ...(measure.ended_because
          ? [{ label: _('Because'), value: _(endReasons[measure.ended_because]) }]
          : []),
      ]}
    />
  );
}

function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { _ } = useLingui();
  if (receipts.length === 0)
    return (
      <EmptyState title={_('No receipt yet')} icon="clock">
        <p>{_('Unknown, not done: the platform has not yet said whether it carried this out.')}</p>
      </EmptyState>
    );
  return (
    <Timeline
      label={_('Receipts')}
      entries={receipts.map((receipt) => ({
        id: receipt.receipt_id,
        at: receipt.at,
        what: _(receiptWords[receipt.effect].what),
        icon: receiptWords[receipt.effect].icon,
        ...(receipt.detail ? { children: <span dir="auto">{receipt.detail}</span> } : {}),
      }))}
    />
  );
}
