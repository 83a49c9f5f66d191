import type { Bank, BankPreview } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { Table } from '../../design/table.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Stack } from '../office/layout.tsx';
import { PreviewExample } from './preview-example.tsx';

/** So many examples at first: the entries stay in sight. */
const firstFew = 4;

interface PreviewAnswerProps {
  bank: Bank;
  preview: BankPreview;
}

/** What a bank would find: how much, by which entries, and where. */
export function PreviewAnswer({ bank, preview }: PreviewAnswerProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { looked_at: lookedAt, found, fresh, entries, oldest_at: oldest } = preview;
  const [all, setAll] = useState(false);
  const examples = preview.examples ?? [];
  const shown = all ? examples : examples.slice(0, firstFew);
  return (
    <Stack>
      <StatRow>
        <Stat
          label={_('Items compared')}
          value={number(lookedAt)}
          note={
            oldest !== null && (
              <>
                {_('The oldest came:')} <RelativeTime at={oldest} />
              </>
            )
          }
        />
        <Stat label={_('Would be found')} value={number(found)} />
        <Stat
          label={_('Of them new to a reviewer')}
          value={number(fresh)}
          note={_('Nothing was found in them before.')}
        />
      </StatRow>
      <Said bank={bank} preview={preview} />
      {entries.length > 0 && (
        <Table
          caption={
            preview.entries_found > entries.length
              ? _('The {shown} entries that find most, of {all}', {
                  shown: number(entries.length),
                  all: number(preview.entries_found),
                })
              : _('Entries that find something')
          }
          rows={entries}
          rowKey={(entry) => entry.bank_entry_id}
          columns={[
            {
              id: 'value',
              label: _('Value'),
              render: (entry) => (
                <code dir={entry.type === 'phrase' ? 'auto' : 'ltr'}>{entry.value}</code>
              ),
            },
            {
              id: 'label',
              label: _('Caption'),
              render: (entry) => <bdi>{entry.label || '—'}</bdi>,
            },
            {
              id: 'items',
              label: _('Items'),
              numeric: true,
              render: (entry) => number(entry.items),
            },
            {
              id: 'wide',
              label: _('What to think of'),
              render: (entry) => (
                <>
                  {entry.wide && <Badge tone="warn">{_('Too wide?')}</Badge>}{' '}
                  {!entry.confirmed && <Badge tone="warn">{_('Not confirmed')}</Badge>}
                </>
              ),
            },
          ]}
        />
      )}
      {shown.map((item) => (
        <PreviewExample key={item.item_id} item={item} />
      ))}
      {examples.length > firstFew && (
        <div>
          <Button small icon={all ? 'up' : 'down'} onPress={() => setAll(!all)}>
            {all ? _('Show fewer') : _('Show {count} examples', { count: number(examples.length) })}
          </Button>
        </div>
      )}
    </Stack>
  );
}

/** What to make of it. */
function Said({ bank, preview }: PreviewAnswerProps) {
  const { _ } = useLingui();
  const { stopped, looked_at: lookedAt, found, entries } = preview;
  return (
    <>
      {stopped !== null && (
        <Callout live>
          <p>
            {stopped === 'time'
              ? _('Its time was over before all items were compared. The newest were.')
              : _('There are more items than it compares at once. The newest were compared.')}
          </p>
        </Callout>
      )}
      {lookedAt === 0 && (
        <Callout live title={_('There was nothing to compare with')}>
          <p>{_('No item of these days is here. That is not the same as none found.')}</p>
        </Callout>
      )}
      {lookedAt > 0 && found === 0 && (
        <Callout live title={_('Nothing of it is in these items')}>
          <p>{_('It would have raised no signal.')}</p>
        </Callout>
      )}
      {entries.some(({ wide }) => wide) && (
        <Callout live tone="warning" title={_('Some entries may be too wide')}>
          <p>
            {_(
              'They are found in more than one item of a hundred. Look at the examples: what is ordinary speech does not belong on a bank. Withdraw those entries, or have them disputed.',
            )}
          </p>
        </Callout>
      )}
      {found > 0 && !bank.on && !entries.some(({ wide }) => wide) && (
        <Callout live>
          <p>{_('If the examples are what the bank is for, switch it on.')}</p>
        </Callout>
      )}
    </>
  );
}
