import type { Person, Role } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery, useSession } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';
import { given } from '../office/given.ts';
import { sameRoles } from './granting.ts';
import { RoleField } from './role-field.tsx';

interface ChangePersonProps {
  person: Person;
  onClose: () => void;
}

/** Changes what a person holds, or suspends them. */
export function ChangePerson({ person, onClose }: ChangePersonProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const me = useSession().person;
  const [roles, setRoles] = useState<Role[]>(person.roles);
  const [status, setStatus] = useState<Person['status']>(person.status);
  const isMe = person.person_id === me?.person_id;
  const suspends = status === 'suspended' && person.status === 'active';
  const save = useMutation({
    mutationFn: () =>
      desk.updatePerson({
        params: { person_id: person.person_id },
        body: given({
          roles: sameRoles(roles, person.roles) ? undefined : roles,
          status: status === person.status ? undefined : status,
        }),
      }),
    onSuccess: async () => {
      announce(_('{name} was changed.', { name: person.name }));
      onClose();
      await queries.invalidateQueries({ queryKey: ['people'] });
      // One's own roles decide what the console shows.
      if (isMe) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const problem = problemOf(save.error);
  return (
    <FormDialog
      isOpen
      title={_('Change {name}', { name: person.name })}
      submit={suspends ? _('Save and suspend') : _('Save')}
      danger={suspends}
      isPending={save.isPending}
      error={save.error}
      fields={{ '/roles': _('Roles'), '/status': _('Status') }}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <RoleField value={roles} onChange={setRoles} error={fieldError(problem, '/roles')} />
      {isMe ? (
        <Callout>
          <p>{_('This is you. What you give up here, somebody else must give you back.')}</p>
        </Callout>
      ) : (
        <RadioGroup
          label={_('Status')}
          value={status}
          onChange={setStatus}
          options={[
            { id: 'active', label: _('Active'), hint: _('May sign in and work.') },
            {
              id: 'suspended',
              label: _('Suspended'),
              hint: _('Is signed out at once and cannot sign in. Their record stays.'),
            },
          ]}
          error={fieldError(problem, '/status')}
        />
      )}
    </FormDialog>
  );
}
