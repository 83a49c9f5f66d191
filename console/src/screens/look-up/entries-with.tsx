import type { LookupEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { useFormats } from '../../i18n/format.ts';
import { entryStatusWords } from '../../words/entries.ts';
import { useMay } from '../office/use-may.ts';
import { entryTypeWords, fingerprintNames } from './words.ts';

/** So many at first: the newest say how things stand. */
const firstFew = 8;

/** Entries of banks whose value is exactly what was asked, with how they came to stand as they do. */
export function EntriesWith({ entries }: { entries: readonly LookupEntry[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const [all, setAll] = useState(false);
  const typeOf = ({ type }: LookupEntry) => {
    const words = entryTypeWords[type];
    return words === null ? fingerprintNames[type] : _(words);
  };
  return (
    <>
      <Table
        caption={_('Entries, newest first')}
        rows={all ? entries : entries.slice(0, firstFew)}
        rowKey={(entry) => entry.bank_entry_id}
        {...(may('readBank') ? { rowHref: (entry: LookupEntry) => `/banks/${entry.bank_id}` } : {})}
        columns={[
          { id: 'bank', label: _('Bank'), render: (entry) => <bdi>{entry.bank}</bdi> },
          { id: 'type', label: _('Kind'), render: typeOf },
          { id: 'label', label: _('Caption'), render: (entry) => <bdi>{entry.label || '—'}</bdi> },
          {
            id: 'status',
            label: _('Status'),
            render: (entry) => (
              <>
                <Badge tone={entryStatusWords[entry.status].tone}>
                  {_(entryStatusWords[entry.status].label)}
                </Badge>{' '}
                {!entry.confirmed && <Badge tone="warn">{_('Not confirmed')}</Badge>}
              </>
            ),
          },
          { id: 'source', label: _('Source'), render: (entry) => <bdi>{entry.source}</bdi> },
          {
            id: 'by',
            label: _('Since'),
            render: (entry) => (
              <>
                <RelativeTime at={entry.changed_at} />, <bdi>{entry.changed_by}</bdi>
              </>
            ),
          },
          { id: 'reason', label: _('Reason'), render: (entry) => <bdi>{entry.reason || '—'}</bdi> },
        ]}
      />
      {entries.length > firstFew && (
        <div>
          <Button small icon={all ? 'up' : 'down'} onPress={() => setAll(!all)}>
            {all
              ? _('Show fewer')
              : _('Show all {count} entries', { count: number(entries.length) })}
          </Button>
        </div>
      )}
    </>
  );
}
