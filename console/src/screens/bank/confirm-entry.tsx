import type { BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';

interface ConfirmEntryProps {
  entry: BankEntry;
  onRead: (entry: BankEntry) => void;
}

/** That nobody else has looked at an entry yet, and the button for whoever has. */
export function ConfirmEntry({ entry, onRead }: ConfirmEntryProps) {
  const { _ } = useLingui();
  const may = useMay();
  const queries = useQueryClient();
  const isOwn = entry.added_by_id === useSession().person?.person_id;
  const confirm = useMutation({
    mutationFn: () =>
      desk.confirmBankEntry({
        params: { bank_id: entry.bank_id, bank_entry_id: entry.bank_entry_id },
        body: { version: entry.version },
      }),
    onSuccess: async (confirmed) => {
      announce(_('Confirmed. It counts in full from now on.'));
      onRead(confirmed);
      await queries.invalidateQueries({ queryKey: ['banks', entry.bank_id] });
    },
  });
  return (
    <Callout tone="warning" title={_('Nobody has confirmed it yet')}>
      <p>
        {_(
          'It raises signals, and nothing acts on it. Somebody else than who added it looks at it and confirms it.',
        )}
      </p>
      <Refusal error={confirm.error} />
      {may('confirmBankEntry') && !isOwn && (
        <div>
          <Button icon="check" isPending={confirm.isPending} onPress={() => confirm.mutate()}>
            {_('I have looked: confirm it')}
          </Button>
        </div>
      )}
    </Callout>
  );
}
