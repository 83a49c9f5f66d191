import type { Locale, Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { languages } from '../../i18n/languages.ts';
import { changeLanguage } from '../../shell/language.tsx';
import { sessionQuery } from '../../shell/session.ts';
import { Form } from '../office/form.tsx';

/** One's own name and language. */
export function You({ person }: { person: Person }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState<Locale>(person.language);
  const save = useMutation({
    mutationFn: () => desk.updateMe({ body: { name: name.trim(), language } }),
    onSuccess: async () => {
      await changeLanguage(language);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      announce(_('Saved.'));
    },
  });
  const problem = problemOf(save.error);
  return (
    <Panel title={_('Name and language')}>
      <Form
        error={save.error}
        fields={{ '/name': _('Name'), '/language': _('Language') }}
        onSubmit={() => save.mutate()}
        actions={
          <Button type="submit" kind="primary" isPending={save.isPending}>
            {_('Save')}
          </Button>
        }
      >
        <TextField
          label={_('Name')}
          hint={_('The people of this desk see it. It never stands on a notice.')}
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={setName}
          error={fieldError(problem, '/name')}
        />
        <Select
          label={_('Language')}
          value={language}
          onChange={setLanguage}
          options={languages.map(({ code, name: label }) => ({ id: code, label }))}
          error={fieldError(problem, '/language')}
        />
      </Form>
    </Panel>
  );
}
