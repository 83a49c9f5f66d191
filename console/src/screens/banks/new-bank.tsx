import { bankKinds, type BankKind } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { Select } from '../../design/select.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { FormDialog } from '../office/form.tsx';
import { bankKindWords } from './kinds.ts';

const distances = ['31', '24', '16', '8'] as const;
const distanceWords: Readonly<Record<(typeof distances)[number], Message>> = {
  '31': msg('As is usual: also re-encoded, resized and lightly edited copies.'),
  '24': msg('Nearer, for a list with many pictures that look alike.'),
  '16': msg('Near: fewer edited copies are found, and hardly anything else.'),
  '8': msg('Almost the same picture.'),
};

/** Makes a bank, and goes to it. */
export function NewBank({ onClose }: { onClose: () => void }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<BankKind | null>(null);
  const [source, setSource] = useState('');
  const [distance, setDistance] = useState<(typeof distances)[number]>('31');
  const [begins, setBegins] = useState<'on' | 'off'>('on');
  const [description, setDescription] = useState('');
  const create = useMutation({
    mutationFn: (chosen: BankKind) =>
      desk.createBank({
        body: {
          name: name.trim(),
          kind: chosen,
          source: source.trim(),
          description,
          on: begins === 'on',
          ...(chosen === 'hash' ? { pdq_distance: Number(distance) } : {}),
        },
      }),
    onSuccess: async (bank) => {
      await queries.invalidateQueries({ queryKey: ['banks'] });
      await navigate({ href: `/banks/${bank.bank_id}` });
    },
  });
  const problem = problemOf(create.error);
  return (
    <FormDialog
      isOpen
      title={_('Make a bank')}
      submit={_('Make it')}
      isPending={create.isPending}
      error={create.error}
      fields={{
        '/name': _('Name'),
        '/kind': _('What it holds'),
        '/pdq_distance': _('How near a picture must be'),
        '/source': _('Source'),
        '/description': _('Description'),
      }}
      onClose={onClose}
      onSubmit={() => {
        if (kind !== null) create.mutate(kind);
      }}
    >
      <TextField
        label={_('Name')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={fieldError(problem, '/name')}
      />
      <RadioGroup
        label={_('What it holds')}
        hint={_('This stays as it is.')}
        value={kind}
        onChange={setKind}
        options={bankKinds.map((id) => ({
          id,
          label: _(bankKindWords[id].label),
          hint: _(bankKindWords[id].hint),
        }))}
        error={fieldError(problem, '/kind')}
      />
      {kind === 'hash' && (
        <Select
          label={_('How near a picture must be')}
          hint={_('Of the 256 bits of a picture’s hash, how many may differ. This stays as it is.')}
          value={distance}
          onChange={setDistance}
          options={distances.map((id) => ({
            id,
            label: number(Number(id)),
            hint: _(distanceWords[id]),
          }))}
          error={fieldError(problem, '/pdq_distance')}
        />
      )}
      <TextField
        label={_('Source')}
        hint={_('Who says that these things are known, so that it can be asked again.')}
        value={source}
        onChange={setSource}
        maxLength={300}
        error={fieldError(problem, '/source')}
      />
      <RadioGroup
        label={_('When it begins to match')}
        value={begins}
        onChange={setBegins}
        options={[
          {
            id: 'on',
            label: _('At once'),
            hint: _('Each entry raises signals as soon as it is added.'),
          },
          {
            id: 'off',
            label: _('When it is switched on'),
            hint: _('For somebody else’s list: fill it, see what it would do, then switch it on.'),
          },
        ]}
      />
      <TextArea
        optional
        label={_('Description')}
        value={description}
        onChange={setDescription}
        maxLength={2000}
        error={fieldError(problem, '/description')}
      />
    </FormDialog>
  );
}
