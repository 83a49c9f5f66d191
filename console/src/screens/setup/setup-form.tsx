import { deskKinds, type Desk } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { beginSession } from '../../shell/session.ts';
import { EntranceForm } from '../entrance/entrance-form.tsx';
import { NewPassword } from '../entrance/new-password.tsx';
import styles from '../entrance/entrance.module.css';
import { slugFrom } from './slug.ts';

const kinds: Readonly<Record<Desk['kind'], { name: Message; meaning: Message }>> = {
  platform: {
    name: msg('A platform'),
    meaning: msg('A forum, a network, a file host: it acts on its own service.'),
  },
  state: {
    name: msg('A state body'),
    meaning: msg('A cyber unit, a regulator: it refers content and is held to account for it.'),
  },
  hub: {
    name: msg('A hub'),
    meaning: msg('Works for several platforms, or shares lists among them.'),
  },
};

/** Desk, administrator, and nothing more: everything else can wait until one is inside. */
export function SetupForm({ token }: { token: string }) {
  const { _, i18n } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [deskName, setDeskName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [kind, setKind] = useState<Desk['kind'] | null>(null);
  const [language, setLanguage] = useState<Language>(
    () => languages.find(({ code }) => code === i18n.locale)?.code ?? 'en',
  );
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const slug = ownSlug ?? slugFrom(deskName);

  const setUp = useMutation({
    mutationFn: (chosen: Desk['kind']) =>
      desk.setUpDesk({
        body: {
          token,
          desk: { name: deskName.trim(), slug, kind: chosen, language },
          person: { name: name.trim(), email: email.trim(), password },
        },
      }),
    onSuccess: async (session) => {
      beginSession(queries, session);
      await navigate({ href: '/', replace: true });
    },
  });
  const problem = problemOf(setUp.error);

  return (
    <EntranceForm
      error={setUp.error}
      fields={{
        '/desk/name': _('Name of the desk'),
        '/desk/slug': _('Public address'),
        '/person/name': _('Your name'),
        '/person/email': _('E-mail address'),
        '/person/password': _('Password'),
      }}
      submit={_('Set up the desk')}
      consequence={_('Spends the link. You are signed in and shown the first steps.')}
      isPending={setUp.isPending}
      onSubmit={() => {
        if (kind) setUp.mutate(kind);
      }}
    >
      <fieldset className={styles.group}>
        <legend>{_('The desk')}</legend>
        <TextField
          label={_('Name of the desk')}
          hint={_('As the people you deal with know you; notices carry it.')}
          value={deskName}
          onChange={setDeskName}
          minLength={2}
          maxLength={120}
          name="organization"
          autoComplete="organization"
          error={fieldError(problem, '/desk/name')}
        />
        <TextField
          label={_('Public address')}
          hint={_(
            'Stands in the address of your public pages: {address}. Small letters, digits, hyphens.',
            { address: `/d/${slug || '…'}` },
          )}
          value={slug}
          onChange={(value) => setOwnSlug(value === '' ? null : value.toLowerCase())}
          pattern="[a-z0-9][a-z0-9\-]{1,38}[a-z0-9]"
          maxLength={40}
          name="slug"
          autoComplete="off"
          spellCheck="false"
          error={fieldError(problem, '/desk/slug')}
        />
        <RadioGroup
          label={_('What kind of desk it is')}
          value={kind}
          onChange={setKind}
          options={deskKinds.map((id) => ({
            id,
            label: _(kinds[id].name),
            hint: _(kinds[id].meaning),
          }))}
        />
        <Select
          label={_('Language of the desk')}
          hint={_('Of its notices and public pages, where nothing better is known.')}
          value={language}
          onChange={setLanguage}
          options={languages.map(({ code, name: label }) => ({ id: code, label }))}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{_('You, its first administrator')}</legend>
        <TextField
          label={_('Your name')}
          value={name}
          onChange={setName}
          maxLength={120}
          name="name"
          autoComplete="name"
          error={fieldError(problem, '/person/name')}
        />
        <TextField
          label={_('E-mail address')}
          hint={_('You sign in with it. Nothing is sent to it.')}
          type="email"
          value={email}
          onChange={setEmail}
          maxLength={254}
          name="email"
          autoComplete="username"
          error={fieldError(problem, '/person/email')}
        />
        <NewPassword
          value={password}
          onChange={setPassword}
          known={[name, email, deskName]}
          error={fieldError(problem, '/person/password')}
        />
      </fieldset>
    </EntranceForm>
  );
}
