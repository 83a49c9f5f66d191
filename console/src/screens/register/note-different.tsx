import type { ScreenedName } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../design/date-field.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';

const day = 86_400_000; // milliseconds

interface NoteDifferentProps {
  found: ScreenedName;
  name: string;
  account: string;
  onClose: () => void;
  onNoted: () => void;
}

/** Says that a name or an account is of somebody else than who is listed, why, and until when. */
export function NoteDifferent({ found, name, account, onClose, onNoted }: NoteDifferentProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [now] = useState(() => new Date());
  const dayIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  const [subject, setSubject] = useState<'account' | 'name'>(account === '' ? 'name' : 'account');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(dayIn(180));
  const note = useMutation({
    mutationFn: () =>
      desk.noteDifferentPerson({
        body: {
          designation_id: found.designation_id,
          subject,
          value: subject === 'account' ? account : name.trim(),
          reason: reason.trim(),
          expires_at: `${until}T23:59:59Z`,
        },
      }),
    onSuccess: async () => {
      announce(_('Kept, until that day.'));
      onNoted();
      await queries.invalidateQueries({ queryKey: ['designations'] });
    },
  });
  const problem = problemOf(note.error);
  return (
    <FormDialog
      isOpen
      title={_('A different person?')}
      submit={_('It is a different person')}
      isPending={note.isPending}
      error={note.error}
      fields={{ '/reason': _('How you know'), '/expires_at': _('Until') }}
      onClose={onClose}
      onSubmit={() => note.mutate()}
    >
      <p>
        {_('No signal is raised for this beside “{listed}” ({reference}) until then.', {
          listed: found.name,
          reference: found.reference,
        })}
      </p>
      {account !== '' && (
        <RadioGroup
          label={_('What it holds of')}
          value={subject}
          onChange={setSubject}
          options={[
            { id: 'account', label: _('This account'), hint: _('The better choice.') },
            {
              id: 'name',
              label: _('This name, whoever bears it'),
              hint: _('Also of the one who is listed. Only for very common names.'),
            },
          ]}
        />
      )}
      <TextArea
        label={_('How you know')}
        rows={3}
        value={reason}
        onChange={setReason}
        minLength={3}
        maxLength={1000}
        error={fieldError(problem, '/reason')}
      />
      <DateField
        label={_('Until')}
        hint={_('People change accounts, and lists change: two years at most.')}
        value={until}
        min={dayIn(1)}
        max={dayIn(730)}
        onChange={setUntil}
        error={fieldError(problem, '/expires_at')}
      />
    </FormDialog>
  );
}
