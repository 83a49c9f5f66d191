import type { Bank } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';

/** Confirms everything in a bank that others added: for a list one has looked at as a whole. */
export function ConfirmAll({ bank }: { bank: Bank }) {
  const { _ } = useLingui();
  const may = useMay();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const confirm = useMutation({
    mutationFn: () => desk.confirmBankEntries({ params: { bank_id: bank.bank_id } }),
    onSuccess: async ({ confirmed, own }) => {
      setAsking(false);
      announce(
        own === 0
          ? _('{count, plural, one {# entry is confirmed.} other {# entries are confirmed.}}', {
              count: confirmed,
            })
          : _(
              '{count, plural, one {# entry is confirmed.} other {# entries are confirmed.}} {own} you added yourself: somebody else must look at them.',
              { count: confirmed, own },
            ),
      );
      await queries.invalidateQueries({ queryKey: ['banks', bank.bank_id] });
    },
  });
  if (!may('confirmBankEntries')) return null;
  return (
    <div>
      <Button
        icon="check"
        onPress={() => {
          confirm.reset();
          setAsking(true);
        }}
      >
        {_('Confirm all that others added…')}
      </Button>
      <ConfirmDialog
        title={_('Confirm every entry that others added?')}
        confirm={_('Confirm them')}
        isOpen={isAsking}
        isPending={confirm.isPending}
        onConfirm={() => confirm.mutate()}
        onClose={() => setAsking(false)}
      >
        <Refusal error={confirm.error} />
        <p>
          {_(
            'You vouch for the whole bank: from now on its entries count in full, and rules may act on them. Each can be disputed or withdrawn later.',
          )}
        </p>
      </ConfirmDialog>
    </div>
  );
}
