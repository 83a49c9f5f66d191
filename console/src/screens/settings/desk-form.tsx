import type { Desk } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Select } from '../../design/select.tsx';
import { Switch } from '../../design/switch.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk as api } from '../../desk.ts';
import { languages } from '../../i18n/languages.ts';
import { sessionQuery } from '../../shell/session.ts';
import { Form } from '../office/form.tsx';
import { changesOf, draftOf } from './changes.ts';

/** The settings that can be changed. */
export function DeskForm({ desk }: { desk: Desk }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(() => draftOf(desk));
  const [draft, setDraft] = useState(opened);
  const changes = changesOf(draft, opened);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const save = useMutation({
    mutationFn: () => api.updateDesk({ body: changes }),
    onSuccess: async (changed) => {
      announce(_('Saved.'));
      setOpened(draftOf(changed));
      setDraft(draftOf(changed));
      queries.setQueryData(['desk'], changed);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const problem = problemOf(save.error);
  const shorter = Number(draft.retention_days) < Number(opened.retention_days);
  return (
    <Form
      error={save.error}
      fields={{
        '/name': _('Name of the desk'),
        '/language': _('Language of the desk'),
        '/contact_email': _('Contact address'),
        '/other_redress': _('Other ways to complain'),
        '/retention_days': _('Days that content is kept'),
      }}
      onSubmit={() => save.mutate()}
      actions={
        <Button
          type="submit"
          kind="primary"
          isPending={save.isPending}
          isDisabled={Object.keys(changes).length === 0}
        >
          {_('Save')}
        </Button>
      }
    >
      <TextField
        label={_('Name of the desk')}
        hint={_('Stands on every notice and public page.')}
        minLength={2}
        maxLength={120}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={fieldError(problem, '/name')}
      />
      <Select
        label={_('Language of the desk')}
        hint={_('For notices to people whose language is not known.')}
        value={draft.language}
        onChange={(language) => set({ language })}
        options={languages.map(({ code, name }) => ({ id: code, label: name }))}
        error={fieldError(problem, '/language')}
      />
      <TextField
        optional
        type="email"
        label={_('Contact address')}
        hint={_('Shown in public, for questions about this desk.')}
        maxLength={254}
        value={draft.contact_email}
        onChange={(contact_email) => set({ contact_email })}
        error={fieldError(problem, '/contact_email')}
      />
      <TextArea
        optional
        label={_('Other ways to complain')}
        hint={_('Courts and independent bodies a person may also turn to. Shown on every notice.')}
        maxLength={2000}
        value={draft.other_redress}
        onChange={(other_redress) => set({ other_redress })}
        error={fieldError(problem, '/other_redress')}
      />
      <TextField
        label={_('Days that content is kept')}
        hint={_('From 30 to 3650. After that the content is erased; decisions and counts stay.')}
        inputMode="numeric"
        pattern="[0-9]{2,4}"
        value={draft.retention_days}
        onChange={(retention_days) => set({ retention_days })}
        error={fieldError(problem, '/retention_days')}
      />
      {shorter && (
        <Callout tone="warning" title={_('Content will be erased sooner')}>
          <p>{_('What is erased cannot be brought back, also not for an appeal.')}</p>
        </Callout>
      )}
      <Switch
        isSelected={draft.allow_private_endpoints}
        onChange={(allow_private_endpoints) => set({ allow_private_endpoints })}
        hint={_(
          'For a platform on the same machine or network. Whoever adds endpoints could then reach other services there.',
        )}
      >
        {_('Allow endpoints in private networks')}
      </Switch>
      <Switch
        isSelected={draft.fetch_media}
        onChange={(fetch_media) => set({ fetch_media })}
        hint={_(
          'Pictures and videos that items name by their address. The server asks for them, and whoever keeps them sees that it did.',
        )}
      >
        {_('Fetch files by their address')}
      </Switch>
    </Form>
  );
}
