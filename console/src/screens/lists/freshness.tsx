import type { DesignationList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { isStale } from './staleness.ts';

/** Whether a list can be relied on now, and whether it looks after itself. */
export function Freshness({ list }: { list: DesignationList }) {
  const { _ } = useLingui();
  const [now] = useState(() => new Date());
  return (
    <>
      {list.editions === 0 ? (
        <Badge tone="warn">{_('Nothing taken in yet')}</Badge>
      ) : isStale(list, now) ? (
        <Badge tone="warn" icon="clock">
          {_('Too old to rely on')}
        </Badge>
      ) : (
        <Badge tone="success">{_('Recent')}</Badge>
      )}{' '}
      {list.problem !== null && (
        <Badge tone="danger" icon="warning">
          {_('Fetching failed')}
        </Badge>
      )}{' '}
      {list.fetched && <Badge icon="clock">{_('Fetched by itself')}</Badge>}
    </>
  );
}
