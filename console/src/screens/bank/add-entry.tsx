import type { Bank, EntryType } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Select } from '../../design/select.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { FormDialog } from '../office/form.tsx';
import { EndField, endOfDay } from './end-field.tsx';
import { SeverityField } from './severity-field.tsx';
import { typeNames, typesOf } from './types.ts';

const valueHints: Readonly<Record<EntryType, Message>> = {
  sha256: msg('64 hexadecimal digits.'),
  sha1: msg('40 hexadecimal digits.'),
  md5: msg('32 hexadecimal digits.'),
  pdq: msg('A picture: the 64 hexadecimal digits of its PDQ hash, with “,quality” or without.'),
  vpdq: msg('A video: its frames as a JSON list, as ThreatExchange writes them.'),
  tlsh: msg('A text: “T1” and 70 hexadecimal digits.'),
  url: msg('The whole address. It may be defanged (hxxps, [.]).'),
  phrase: msg('As it is written; capitals, accents and spacing do not matter.'),
};

interface AddEntryProps {
  bank: Bank;
  onClose: () => void;
}

/** Adds one entry. */
export function AddEntry({ bank, onClose }: AddEntryProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const types = typesOf[bank.kind];
  const [type, setType] = useState<EntryType>(types[0] ?? 'phrase');
  const [value, setValue] = useState('');
  const [label, setLabel] = useState('');
  const [source, setSource] = useState(bank.source);
  const [severity, setSeverity] = useState<number | null>(null);
  const [ends, setEnds] = useState('');
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () =>
      desk.addBankEntry({
        params: { bank_id: bank.bank_id },
        body: {
          type,
          value: value.trim(),
          label: label.trim(),
          source: source.trim(),
          severity,
          note,
          expires_at: endOfDay(ends),
        },
      }),
    onSuccess: async () => {
      announce(
        _(
          'Added. It raises signals from now on, and counts in full once somebody else confirms it.',
        ),
      );
      onClose();
      await queries.invalidateQueries({ queryKey: ['banks'] });
    },
  });
  const problem = problemOf(add.error);
  const valueField = {
    label: _('Value'),
    hint: _(valueHints[type]),
    value,
    onChange: setValue,
    error: fieldError(problem, '/value'),
  };
  return (
    <FormDialog
      isOpen
      title={_('Add an entry')}
      submit={_('Add')}
      isPending={add.isPending}
      error={add.error}
      fields={{
        '/type': _('Kind of fingerprint'),
        '/value': _('Value'),
        '/label': _('Caption'),
        '/source': _('Source'),
        '/severity': _('Severity'),
        '/expires_at': _('Last day'),
        '/note': _('Note'),
      }}
      onClose={onClose}
      onSubmit={() => add.mutate()}
    >
      {types.length > 1 && (
        <Select
          label={_('Kind of fingerprint')}
          value={type}
          onChange={setType}
          options={types.map((id) => ({ id, label: typeNames[id] ?? id }))}
          error={fieldError(problem, '/type')}
        />
      )}
      {type === 'vpdq' ? (
        <TextArea {...valueField} rows={5} maxLength={100_000} />
      ) : (
        <TextField {...valueField} maxLength={4096} />
      )}
      <TextField
        optional
        label={_('Caption')}
        hint={_('What it is, in a few words. Moderators read it beside a match.')}
        value={label}
        onChange={setLabel}
        maxLength={300}
        error={fieldError(problem, '/label')}
      />
      <TextField
        label={_('Source')}
        value={source}
        onChange={setSource}
        maxLength={300}
        error={fieldError(problem, '/source')}
      />
      <SeverityField
        value={severity}
        onChange={setSeverity}
        error={fieldError(problem, '/severity')}
      />
      <EndField value={ends} onChange={setEnds} error={fieldError(problem, '/expires_at')} />
      <TextArea
        optional
        label={_('Note')}
        rows={3}
        value={note}
        onChange={setNote}
        maxLength={2000}
        error={fieldError(problem, '/note')}
      />
    </FormDialog>
  );
}
