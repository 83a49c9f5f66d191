import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { Form } from '../office/form.tsx';

/** Changes one's password. */
export function Password() {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => desk.changePassword({ body: { current, next } }),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      announce(_('Your password was changed. Your other sessions have ended.'));
      // The session has another token now.
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const problem = problemOf(change.error);
  return (
    <Panel title={_('Password')}>
      <Form
        error={change.error}
        fields={{ '/current': _('Password now'), '/next': _('New password') }}
        onSubmit={() => change.mutate()}
        actions={
          <Button
            type="submit"
            kind="primary"
            isPending={change.isPending}
            consequence={_('Signs you out everywhere else.')}
          >
            {_('Change the password')}
          </Button>
        }
      >
        <TextField
          label={_('Password now')}
          type="password"
          autoComplete="current-password"
          maxLength={200}
          value={current}
          onChange={setCurrent}
          error={fieldError(problem, '/current')}
        />
        <TextField
          label={_('New password')}
          hint={_('At least 12 characters. A few words together are good.')}
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          value={next}
          onChange={setNext}
          error={fieldError(problem, '/next')}
        />
      </Form>
    </Panel>
  );
}
