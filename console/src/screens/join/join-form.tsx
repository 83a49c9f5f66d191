import type { Operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Email } from '../../design/email.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import { beginSession } from '../../shell/session.ts';
import { roleNames } from '../../words/roles.ts';
import { EntranceForm } from '../entrance/entrance-form.tsx';
import { NewPassword } from '../entrance/new-password.tsx';

export interface JoinFormProps {
  token: string;
  invitation: ReplyOf<Operations['checkInvitation']>;
}

/** Name, language, password: what a desk needs of a person it has invited. */
export function JoinForm({ token, invitation }: JoinFormProps) {
  const { _, i18n } = useLingui();
  const { list } = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [language, setLanguage] = useState<Language>(
    () => languages.find(({ code }) => code === i18n.locale)?.code ?? 'en',
  );
  const join = useMutation({
    mutationFn: () =>
      desk.acceptInvitation({ body: { token, name: name.trim(), password, language } }),
    onSuccess: async (session) => {
      beginSession(queries, session);
      await navigate({ href: '/', replace: true });
    },
  });
  const problem = problemOf(join.error);
  return (
    <EntranceForm
      head={
        <KeyValue
          entries={[
            { label: _('E-mail address'), value: <Email address={invitation.email} /> },
            {
              label: _('What you will hold'),
              value: list(invitation.roles.map((role) => _(roleNames[role]))),
            },
            { label: _('The invitation ends'), value: <RelativeTime at={invitation.expires_at} /> },
          ]}
        />
      }
      error={join.error}
      fields={{ '/name': _('Your name'), '/password': _('Password') }}
      submit={_('Join')}
      consequence={_('Spends the invitation and signs you in.')}
      isPending={join.isPending}
      onSubmit={() => join.mutate()}
    >
      {/* Password managers look for the address beside the password. */}
      <input type="hidden" name="email" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={_('Your name')}
        hint={_('Colleagues see it beside what you decide. The people affected do not.')}
        name="name"
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={setName}
        error={fieldError(problem, '/name')}
      />
      <Select
        label={_('Your language')}
        value={language}
        onChange={setLanguage}
        options={languages.map(({ code, name: label }) => ({ id: code, label }))}
      />
      <NewPassword
        value={password}
        onChange={setPassword}
        known={[name, invitation.email, invitation.desk_name]}
        error={fieldError(problem, '/password')}
      />
    </EntranceForm>
  );
}
