import type { Bank } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';

interface SwitchBankProps {
  bank: Bank;
  onClose: () => void;
}

/** Switches a bank on or off, with a reason. */
export function SwitchBank({ bank, onClose }: SwitchBankProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const on = !bank.on;
  const change = useMutation({
    mutationFn: () =>
      desk.switchBank({
        params: { bank_id: bank.bank_id },
        body: { on, reason: reason.trim() },
      }),
    onSuccess: async () => {
      announce(on ? _('The bank is on.') : _('The bank is off.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['banks'] });
    },
  });
  return (
    <FormDialog
      isOpen
      title={on ? _('Switch this bank on?') : _('Switch this bank off?')}
      submit={on ? _('Switch it on') : _('Switch it off')}
      isPending={change.isPending}
      error={change.error}
      fields={{ '/reason': _('Reason') }}
      onClose={onClose}
      onSubmit={() => change.mutate()}
    >
      <p>
        {on
          ? _(
              'Its {count, plural, one {# entry} other {# entries}} will raise signals from now on, in what comes in. What is here already is not searched again.',
              { count: bank.entries },
            )
          : _(
              'Nothing of it is found from now on. Signals and decisions that are there stay as they are: to have those looked at again, withdraw entries.',
            )}
      </p>
      <TextArea
        label={_('Reason')}
        hint={_('Why it changes, for whoever reads the history.')}
        rows={3}
        value={reason}
        onChange={setReason}
        minLength={3}
        maxLength={1000}
        error={fieldError(problemOf(change.error), '/reason')}
      />
    </FormDialog>
  );
}
