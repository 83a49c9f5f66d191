import type { BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../design/loading.tsx';
import { Panel } from '../../design/panel.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Refusal } from '../office/refusal.tsx';
import { entryStatusWords } from '../../words/entries.ts';

/** What happened to an entry, who did it, and why. */
export function EntryHistory({ entry }: { entry: BankEntry }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const history = useQuery({
    queryKey: ['banks', entry.bank_id, 'history', entry.bank_entry_id, entry.version],
    queryFn: ({ signal }) =>
      desk.readBankEntryHistory({
        params: { bank_id: entry.bank_id, bank_entry_id: entry.bank_entry_id },
        signal,
      }),
  });
  const value = (field: string, text: string | null) => {
    const words = Object.entries(entryStatusWords).find(
      ([id]) => field === 'status' && id === text,
    );
    return words ? _(words[1].label) : text || '—';
  };
  function what(field: string, from: string | null, to: string | null): string {
    const values = { from: value(field, from), to: value(field, to) };
    if (field === 'status') return _('Status changed from {from} to {to}', values);
    if (field === 'label') return _('Caption changed from “{from}” to “{to}”', values);
    if (field === 'confirmed') return _('Confirmed');
    if (field !== 'expires_at') return _('Added');
    return to === null
      ? _('Ends on no date')
      : _('Ends {at}', { at: calendarDay(to.slice(0, 10)) });
  }
  return (
    <Panel title={_('History')}>
      <Refusal error={history.error} />
      {history.isPending && <Loading lines={2} />}
      {history.data && (
        <Timeline
          label={_('History')}
          entries={history.data.data.map((change) => ({
            id: `${change.at} ${change.change}`,
            at: change.at,
            what: <span dir="auto">{what(change.change, change.from, change.to)}</span>,
            who: <bdi>{change.by}</bdi>,
            ...(change.reason ? { children: <span dir="auto">{change.reason}</span> } : {}),
          }))}
        />
      )}
    </Panel>
  );
}
