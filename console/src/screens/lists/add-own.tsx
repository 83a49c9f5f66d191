import { legalEffects, type LegalEffect } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { FormDialog } from '../office/form.tsx';
import { effectWords } from '../register/words.ts';

type Form = 'gazette' | 'ftm' | 'ftm-simple';

/** Adds a list of the desk's own, and goes to it. */
export function AddOwn({ onClose }: { onClose: () => void }) {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [format, setFormat] = useState<Form>('gazette');
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [authority, setAuthority] = useState('');
  const [power, setPower] = useState('');
  const [effects, setEffects] = useState<LegalEffect[]>([]);
  const [url, setUrl] = useState('');
  const add = useMutation({
    mutationFn: () =>
      desk.addOwnList({
        body: {
          key: key.trim(),
          format,
          authority: authority.trim().toUpperCase(),
          name: name.trim(),
          power: power.trim(),
          effects,
          ...(url.trim() !== '' && { url: url.trim() }),
        },
      }),
    onSuccess: async (list) => {
      await queries.invalidateQueries({ queryKey: ['lists'] });
      await navigate({ href: `/lists/${list.key}` });
    },
  });
  const problem = problemOf(add.error);
  return (
    <FormDialog
      isOpen
      title={_('Add a list of your own')}
      submit={_('Add it')}
      isPending={add.isPending}
      error={add.error}
      fields={{
        '/name': _('Name'),
        '/key': _('Short name'),
        '/authority': _('Authority'),
        '/power': _('The law it is made under'),
        '/effects': _('What it means in law'),
        '/url': _('Address'),
      }}
      onClose={onClose}
      onSubmit={() => add.mutate()}
    >
      <RadioGroup
        label={_('What it is')}
        value={format}
        onChange={setFormat}
        options={[
          {
            id: 'gazette',
            label: _('A gazette, typed into a table (CSV)'),
            hint: _('For states that publish no list. There is a template.'),
          },
          { id: 'ftm', label: _('FollowTheMoney entities'), hint: _('One JSON object a line.') },
          {
            id: 'ftm-simple',
            label: _('The simple CSV of OpenSanctions'),
            hint: _('It does not say since when.'),
          },
        ]}
      />
      <TextField
        label={_('Name')}
        value={name}
        onChange={setName}
        isRequired
        minLength={3}
        maxLength={200}
        error={fieldError(problem, '/name')}
      />
      <TextField
        label={_('Short name')}
        hint={_('Small letters, digits and hyphens. It stays.')}
        value={key}
        onChange={setKey}
        isRequired
        pattern="[a-z0-9]([a-z0-9\-]{0,58}[a-z0-9])?"
        maxLength={60}
        error={fieldError(problem, '/key')}
      />
      <TextField
        label={_('Authority')}
        hint={_('The two letters of the state, such as TO or LK.')}
        value={authority}
        onChange={setAuthority}
        isRequired
        pattern="[A-Za-z]{2}"
        maxLength={2}
        error={fieldError(problem, '/authority')}
      />
      <TextField
        label={_('The law it is made under')}
        value={power}
        onChange={setPower}
        isRequired
        minLength={3}
        maxLength={300}
        error={fieldError(problem, '/power')}
      />
      <CheckboxGroup
        label={_('What it means in law')}
        value={effects}
        onChange={setEffects}
        options={legalEffects.map((id) => ({ id, label: _(effectWords[id]) }))}
        error={fieldError(problem, '/effects')}
      />
      <TextField
        label={_('Address')}
        hint={_('Where it can be fetched from, if it can.')}
        optional
        type="url"
        value={url}
        onChange={setUrl}
        maxLength={2048}
        error={fieldError(problem, '/url')}
      />
    </FormDialog>
  );
}
