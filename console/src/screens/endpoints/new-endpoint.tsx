import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Panel } from '../../design/panel.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';

interface Made {
  endpoint: Endpoint;
  secret: string;
}

interface NewEndpointProps {
  onClose: () => void;
  onMade: (made: Made) => void;
}

/** Asks for a name and an address. */
export function NewEndpoint({ onClose, onMade }: NewEndpointProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const create = useMutation({
    mutationFn: () => desk.createEndpoint({ body: { name: name.trim(), url: url.trim() } }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['endpoints'] });
      onMade(made);
    },
  });
  const problem = problemOf(create.error);
  return (
    <FormDialog
      isOpen
      title={_('Add an endpoint')}
      submit={_('Add')}
      isPending={create.isPending}
      error={create.error}
      fields={{ '/name': _('Name'), '/url': _('Address') }}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      <TextField
        label={_('Name')}
        hint={_('For the people of this desk: which platform, which service.')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={fieldError(problem, '/name')}
      />
      <TextField
        label={_('Address')}
        type="url"
        placeholder="https://"
        hint={_('It must answer with a status from 200 to 299 once it has the message.')}
        value={url}
        onChange={setUrl}
        maxLength={2048}
        error={fieldError(problem, '/url')}
      />
    </FormDialog>
  );
}

/** The shared secret, this once. */
export function SecretOnce({ endpoint, secret, onDone }: Made & { onDone: () => void }) {
  const { _ } = useLingui();
  return (
    <Panel
      title={_('The secret of {name}', { name: endpoint.name })}
      lead={_('Give it to the service behind the address, so that it can check who is speaking.')}
      actions={
        <Button small onPress={onDone}>
          {_('I have kept it')}
        </Button>
      }
    >
      <Copyable once label={_('Shared secret')} value={secret} />
    </Panel>
  );
}
