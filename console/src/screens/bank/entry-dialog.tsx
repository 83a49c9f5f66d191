import type { BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Badge } from '../../design/badge.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Stack } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { ChangeEntry } from './change-entry.tsx';
import { EntryHistory } from './entry-history.tsx';
import { isUnconfirmed } from './unconfirmed.ts';
import { entryStatusWords, trackRecordWords } from '../../words/entries.ts';
import { ConfirmEntry } from './confirm-entry.tsx';

interface EntryDialogProps {
  entry: BankEntry;
  /** A newer version of the entry was read. */
  onRead: (entry: BankEntry) => void;
  onClose: () => void;
}

/** One entry: what it is, what can be changed, what happened to it. */
export function EntryDialog({ entry, onRead, onClose }: EntryDialogProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const status = entryStatusWords[entry.status];
  const { bank_id, bank_entry_id } = entry;
  const record = useQuery({
    queryKey: ['banks', bank_id, 'track-record', bank_entry_id],
    queryFn: ({ signal }) =>
      desk.trackRecordOfEntry({ params: { bank_id, bank_entry_id }, signal }),
    enabled: may('trackRecordOfEntry'),
  });
  return (
    <Dialog
      side
      isOpen
      title={entry.label ? <bdi>{entry.label}</bdi> : _('Entry without a caption')}
      onClose={onClose}
    >
      <Stack>
        {isUnconfirmed(entry) && <ConfirmEntry entry={entry} onRead={onRead} />}
        <KeyValue
          entries={[
            { label: _('Status'), value: <Badge tone={status.tone}>{_(status.label)}</Badge> },
            {
              label: _('Value'),
              value: <code dir={entry.type === 'phrase' ? 'auto' : 'ltr'}>{entry.value}</code>,
            },
            { label: _('Source'), value: <bdi>{entry.source}</bdi> },
            {
              label: _('Severity'),
              value: entry.severity === null ? _('Not said') : number(entry.severity),
            },
            { label: _('Note'), value: <span dir="auto">{entry.note || '—'}</span> },
            { label: _('Added by'), value: <bdi>{entry.added_by}</bdi> },
            { label: _('Added'), value: <RelativeTime absolute at={entry.created_at} /> },
            ...(entry.confirmed_at === null
              ? []
              : [
                  {
                    label: _('Confirmed'),
                    value: (
                      <>
                        <bdi>{entry.confirmed_by}</bdi>,{' '}
                        <RelativeTime absolute at={entry.confirmed_at} />
                      </>
                    ),
                  },
                ]),
            {
              label: _('Ends'),
              value:
                entry.expires_at === null ? (
                  _('On no date')
                ) : (
                  <RelativeTime absolute at={entry.expires_at} />
                ),
            },
            {
              label: _('In the past'),
              value: record.data ? trackRecordWords(_, record.data) : '—',
            },
          ]}
        />
        {may('changeBankEntry') && <ChangeEntry entry={entry} onRead={onRead} />}
        <EntryHistory entry={entry} />
      </Stack>
    </Dialog>
  );
}
