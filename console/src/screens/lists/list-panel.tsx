import type { DesignationList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { useFormats } from '../../i18n/format.ts';
import { isStale } from './staleness.ts';

/** One list: what it holds, and how old it is. */
export function ListPanel({ list }: { list: DesignationList }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [now] = useState(() => new Date());
  const stale = isStale(list, now);
  return (
    <Panel
      title={<bdi>{list.name}</bdi>}
      lead={<bdi>{list.authority}</bdi>}
      actions={
        stale ? (
          <Badge tone="warn" icon="clock">
            {_('Too old to rely on: fetch it again')}
          </Badge>
        ) : (
          <Badge tone="success">{_('Recent')}</Badge>
        )
      }
    >
      <StatRow>
        <Stat label={_('Designations')} value={number(list.entities)} />
        <Stat
          label={_('Names')}
          value={number(list.names)}
          note={_('Spellings and aliases included')}
        />
        <Stat
          label={_('Names that may raise a signal alone')}
          value={number(list.names_alone)}
          note={_('The others would meet ordinary people and words')}
        />
      </StatRow>
      <KeyValue
        entries={[
          {
            label: _('Edition of'),
            value: list.generated_at && <RelativeTime absolute at={list.generated_at} />,
          },
          {
            label: _('Imported'),
            value: list.imported_at && <RelativeTime absolute at={list.imported_at} />,
          },
          { label: _('SHA-256 of the file'), value: <code dir="ltr">{list.sha256}</code> },
        ]}
      />
    </Panel>
  );
}
