import type { operations, ReplyOf, Scope } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';
import { givableScopes, scopeWords } from './scope-words.ts';

/** A key just made, with its secret. */
export type MadeKey = ReplyOf<typeof operations.createApiKey>;

interface NewKeyProps {
  onClose: () => void;
  onMade: (made: MadeKey) => void;
}

/** Asks what a key is for and what it may do. */
export function NewKey({ onClose, onMade }: NewKeyProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const { person } = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([]);
  const create = useMutation({
    mutationFn: () => desk.createApiKey({ body: { name: name.trim(), scopes } }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
      onMade(made);
    },
  });
  const problem = problemOf(create.error);
  return (
    <FormDialog
      isOpen
      title={_('Make a key')}
      submit={_('Make it')}
      isPending={create.isPending}
      error={create.error}
      fields={{ '/name': _('Name'), '/scopes': _('What it may do') }}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      <TextField
        label={_('Name')}
        hint={_('Which program will use it, and where it runs.')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={fieldError(problem, '/name')}
      />
      <CheckboxGroup
        label={_('What it may do')}
        hint={_('As little as the program needs. You can give only what your roles allow.')}
        value={scopes}
        onChange={setScopes}
        options={givableScopes(person?.roles ?? []).map((id) => ({
          id,
          label: _(scopeWords[id].label),
          hint: _(scopeWords[id].hint),
        }))}
        error={fieldError(problem, '/scopes')}
      />
    </FormDialog>
  );
}

/** The secret, this once. */
export function KeyOnce({ api_key: key, secret, onDone }: MadeKey & { onDone: () => void }) {
  const { _ } = useLingui();
  return (
    <Panel
      title={_('The key {name}', { name: key.name })}
      lead={_('Send it as “Authorization: Bearer …”. Whoever has it can do what it may do.')}
      actions={
        <Button small onPress={onDone}>
          {_('I have kept it')}
        </Button>
      }
    >
      <Copyable once label={_('API key')} value={secret} />
    </Panel>
  );
}
