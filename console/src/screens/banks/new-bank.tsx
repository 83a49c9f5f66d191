import { bankKinds, type BankKind } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';
import { bankKindWords } from './kinds.ts';

/** Makes a bank, and goes to it. */
export function NewBank({ onClose }: { onClose: () => void }) {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<BankKind | null>(null);
  const [source, setSource] = useState('');
  const [description, setDescription] = useState('');
  const create = useMutation({
    mutationFn: (chosen: BankKind) =>
      desk.createBank({
        body: { name: name.trim(), kind: chosen, source: source.trim(), description },
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
      <TextField
        label={_('Source')}
        hint={_('Who says that these things are known, so that it can be asked again.')}
        value={source}
        onChange={setSource}
        maxLength={300}
        error={fieldError(problem, '/source')}
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
