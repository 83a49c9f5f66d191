import { useLingui } from '@lingui/react';
import { Email } from '../../design/email.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { roleNames } from '../../words/roles.ts';
import { OneTimeCodes } from './one-time-codes.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { You } from './you.tsx';

/** One's own name, language, and ways to sign in. */
export function Screen() {
  const { _ } = useLingui();
  const { list } = useFormats();
  const { person } = useSession();
  if (!person) return null;
  return (
    <>
      <PageHeader title={_('You')} lead={_('Your name, your language, and how you sign in.')} />
      <KeyValue
        entries={[
          { label: _('E-mail'), value: <Email address={person.email} /> },
          {
            label: _('Roles'),
            value: list(person.roles.map((role) => _(roleNames[role]))) || _('None'),
          },
        ]}
      />
      <You person={person} />
      <OneTimeCodes person={person} />
      <Passkeys />
      <Password />
    </>
  );
}
