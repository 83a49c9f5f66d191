import { entryStatuses, type BankEntry, type EntryStatus } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Form } from '../office/form.tsx';
import { dayOf, EndField, endOfDay } from './end-field.tsx';
import { given } from '../office/given.ts';
import { keepTyped } from '../office/keep-typed.ts';
import { entryStatusWords } from '../../words/entries.ts';

interface ChangeEntryProps {
  entry: BankEntry;
  onRead: (entry: BankEntry) => void;
}

/** Changes status or label, with a reason that stays in the history. */
export function ChangeEntry({ entry, onRead }: ChangeEntryProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [status, setStatus] = useState<EntryStatus>(entry.status);
  const [label, setLabel] = useState(entry.label);
  const [ends, setEnds] = useState(dayOf(entry));
  const [reason, setReason] = useState('');
  const params = { bank_id: entry.bank_id, bank_entry_id: entry.bank_entry_id };
  const save = useMutation({
    mutationFn: () =>
      desk.changeBankEntry({
        params,
        body: {
          version: entry.version,
          reason: reason.trim(),
          ...given({
            status: status === entry.status ? undefined : status,
            label: label === entry.label ? undefined : label,
            expires_at: ends === dayOf(entry) ? undefined : endOfDay(ends),
          }),
        },
      }),
    onSuccess: async (changed) => {
      announce(_('Changed. The reason is in its history.'));
      setReason('');
      onRead(changed);
      await queries.invalidateQueries({ queryKey: ['banks', entry.bank_id] });
    },
  });
  const reread = useMutation({
    mutationFn: async () => {
      const { data } = await desk.listBankEntries({
        params: { bank_id: entry.bank_id },
        query: { q: entry.value.slice(0, 200), limit: 200 },
      });
      return data.find((other) => other.bank_entry_id === entry.bank_entry_id) ?? entry;
    },
    onSuccess: (now) => {
      const kept = keepTyped({ status, label, ends }, fieldsOf(entry), fieldsOf(now));
      setStatus(kept.status);
      setLabel(kept.label);
      setEnds(kept.ends);
      onRead(now);
      save.reset();
    },
  });
  const problem = problemOf(save.error);
  const unchanged = status === entry.status && label === entry.label && ends === dayOf(entry);
  return (
    <Panel title={_('Change this entry')}>
      <Form
        error={save.error ?? reread.error}
        fields={{
          '/reason': _('Reason'),
          '/status': _('Status'),
          '/label': _('Caption'),
          '/expires_at': _('Last day'),
        }}
        onReload={() => reread.mutate()}
        onSubmit={() => save.mutate()}
        actions={
          <Button
            type="submit"
            kind={status === 'withdrawn' && !unchanged ? 'danger' : 'primary'}
            isDisabled={unchanged}
            isPending={save.isPending}
            consequence={unchanged ? null : _(entryStatusWords[status].hint)}
          >
            {_('Change it')}
          </Button>
        }
      >
        <RadioGroup
          label={_('Status')}
          value={status}
          onChange={setStatus}
          options={entryStatuses.map((id) => ({
            id,
            label: _(entryStatusWords[id].label),
            hint: _(entryStatusWords[id].hint),
          }))}
          error={fieldError(problem, '/status')}
        />
        <TextField
          optional
          label={_('Caption')}
          value={label}
          onChange={setLabel}
          maxLength={300}
          error={fieldError(problem, '/label')}
        />
        <EndField value={ends} onChange={setEnds} error={fieldError(problem, '/expires_at')} />
        <TextArea
          label={_('Reason')}
          hint={_('Why it changes, for whoever reads the history.')}
          rows={3}
          minLength={3}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          isRequired={!unchanged}
          error={fieldError(problem, '/reason')}
        />
      </Form>
    </Panel>
  );
}

function fieldsOf(entry: BankEntry) {
  return { status: entry.status, label: entry.label, ends: dayOf(entry) };
}
