import type { Delivery } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { Badge } from '../../design/badge.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useMay } from '../office/use-may.ts';
import { ReplayButton } from './replay-button.tsx';
import { deliveryStates } from './states.ts';

interface DeliveryTableProps {
  deliveries: readonly Delivery[];
  empty: ReactNode;
  /** Off on the measure's own page. */
  linksMeasure?: boolean;
}

/** Messages to the platform, each with what came of it. */
export function DeliveryTable({ deliveries, empty, linksMeasure = true }: DeliveryTableProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const columns: Column<Delivery>[] = [
    {
      id: 'event',
      label: _('Message'),
      render: (delivery) =>
        linksMeasure && delivery.measure_id !== null ? (
          <Link href={`/measures/${delivery.measure_id}`}>
            <bdi>{delivery.event}</bdi>
          </Link>
        ) : (
          <bdi>{delivery.event}</bdi>
        ),
    },
    {
      id: 'endpoint',
      label: _('Sent to'),
      render: (delivery) => <bdi>{delivery.endpoint_name}</bdi>,
    },
    { id: 'state', label: _('State'), render: (delivery) => <StateOf delivery={delivery} /> },
    {
      id: 'attempts',
      label: _('Attempts'),
      numeric: true,
      render: (delivery) => number(delivery.attempts),
    },
    { id: 'answer', label: _('Last answer'), render: (delivery) => <Answer delivery={delivery} /> },
    {
      id: 'created',
      label: _('Written'),
      render: (delivery) => <RelativeTime at={delivery.created_at} />,
    },
  ];
  if (may('replayDelivery') && deliveries.some((delivery) => delivery.state === 'dead'))
    columns.push({
      id: 'act',
      label: _('What to do'),
      render: (delivery) =>
        delivery.state === 'dead' ? <ReplayButton delivery={delivery} /> : '—',
    });
  return (
    <Table
      caption={_('Messages to the platform, newest first')}
      rows={deliveries}
      rowKey={(delivery) => delivery.delivery_id}
      columns={columns}
      empty={empty}
    />
  );
}

function StateOf({ delivery }: { delivery: Delivery }) {
  const { _ } = useLingui();
  const words = deliveryStates[delivery.state];
  return (
    <>
      <Badge tone={words.tone}>{_(words.label)}</Badge>
      {delivery.state === 'queued' && delivery.attempts > 0 && delivery.next_attempt_at && (
        <div>
          {_('Next try')} <RelativeTime at={delivery.next_attempt_at} />
        </div>
      )}
    </>
  );
}

function Answer({ delivery }: { delivery: Delivery }) {
  const { _ } = useLingui();
  const { last_status: status, last_error: error } = delivery;
  if (status === null && error === null) return _('None yet');
  return (
    <span dir="auto">
      {status !== null && <code>{status}</code>} {error}
    </span>
  );
}
