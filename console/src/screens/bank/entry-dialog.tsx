import type { BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Stack } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { ChangeEntry } from './change-entry.tsx';
import { EntryHistory } from './entry-history.tsx';
import { statusWords } from './statuses.ts';

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
  const status = statusWords[entry.status];
  return (
    <Dialog
      side
      isOpen
      title={entry.label ? <bdi>{entry.label}</bdi> : _('Entry without a caption')}
      onClose={onClose}
    >
      <Stack>
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
          ]}
        />
        {may('changeBankEntry') && <ChangeEntry entry={entry} onRead={onRead} />}
        <EntryHistory entry={entry} />
      </Stack>
    </Dialog>
  );
}
