import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';
import { keepTyped } from '../office/keep-typed.ts';

interface EditEndpointProps {
  /** As last read; another version may come in while the form is open. */
  endpoint: Endpoint;
  onClose: () => void;
}

/** Changes the name or address of an endpoint. */
export function EditEndpoint({ endpoint, onClose }: EditEndpointProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState(endpoint.name);
  const [url, setUrl] = useState(endpoint.url);
  const [opened, setOpened] = useState(endpoint);
  const renew = () => queries.invalidateQueries({ queryKey: ['endpoints'] });
  const save = useMutation({
    mutationFn: () =>
      desk.changeEndpoint({
        params: { endpoint_id: endpoint.endpoint_id },
        body: { version: opened.version, name: name.trim(), url: url.trim() },
      }),
    onSuccess: async () => {
      announce(_('Saved.'));
      await renew();
      onClose();
    },
    onError: () => void renew(),
  });
  const problem = problemOf(save.error);
  return (
    <FormDialog
      isOpen
      title={_('Change {name}', { name: endpoint.name })}
      submit={_('Save')}
      isPending={save.isPending}
      error={save.error}
      fields={{ '/name': _('Name'), '/url': _('Address') }}
      now={
        <p>
          {_('There now:')} <bdi>{endpoint.name}</bdi> · <code dir="ltr">{endpoint.url}</code>
        </p>
      }
      onReload={() => {
        const kept = keepTyped({ name, url }, fieldsOf(opened), fieldsOf(endpoint));
        setName(kept.name);
        setUrl(kept.url);
        setOpened(endpoint);
        save.reset();
      }}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <TextField
        label={_('Name')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={fieldError(problem, '/name')}
      />
      <TextField
        label={_('Address')}
        type="url"
        hint={_('Messages not yet delivered go to the new address.')}
        value={url}
        onChange={setUrl}
        maxLength={2048}
        error={fieldError(problem, '/url')}
      />
    </FormDialog>
  );
}

function fieldsOf({ name, url }: Endpoint) {
  return { name, url };
}
