import { roles as allRoles, type Role } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { roleNames } from '../../words/roles.ts';
import { grantable } from './granting.ts';
import { roleMeanings } from './role-words.ts';
import type { ReactNode } from 'react';

interface RoleFieldProps {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: ReactNode;
}

/** Roles to choose from: those that the person choosing holds. */
export function RoleField({ value, onChange, error }: RoleFieldProps) {
  const { _ } = useLingui();
  const { list } = useFormats();
  const { person } = useSession();
  const mine = grantable(person?.roles ?? []);
  const others = allRoles.filter((role) => !mine.includes(role));
  return (
    <CheckboxGroup
      label={_('Roles')}
      hint={
        others.length > 0 &&
        _('You can give only what you hold. Not yours to give: {roles}.', {
          roles: list(others.map((role) => _(roleNames[role]))),
        })
      }
      value={value}
      onChange={onChange}
      options={mine.map((id) => ({ id, label: _(roleNames[id]), hint: _(roleMeanings[id]) }))}
      error={error}
    />
  );
}
