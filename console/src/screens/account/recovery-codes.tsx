import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { fieldError, problemOf } from '../../design/problem.ts';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { sessionQuery } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';

/** Codes to keep on paper, for the day the phone is lost. */
export function RecoveryCodes({ person }: { person: Person }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const left = person.recovery_codes;
  return (
    <>
      {codes ? (
        <>
          <Copyable once label={_('Recovery codes')} value={codes.join('\n')} />
          <p>
            {_('Each opens your account once, with your password, when your phone is not there.')}
          </p>
          <div>
            <Button icon="page" onPress={() => print()}>
              {_('Print')}
            </Button>{' '}
            <Button onPress={() => setCodes(null)}>{_('I have kept them')}</Button>
          </div>
        </>
      ) : (
        <>
          {left === 0 ? (
            <Callout tone="warning" title={_('You have no recovery codes')}>
              <p>
                {_('Without them, a lost phone means waiting for an administrator to let you in.')}
              </p>
            </Callout>
          ) : (
            <p>{_('Recovery codes left: {count}', { count: number(left) })}</p>
          )}
          <div>
            <Button onPress={() => setAsking(true)}>{_('Make recovery codes…')}</Button>
          </div>
        </>
      )}
      {asking && (
        <AskPassword
          replaces={left > 0}
          onClose={() => setAsking(false)}
          onMade={(made) => {
            setAsking(false);
            setCodes(made);
          }}
        />
      )}
    </>
  );
}

interface AskPasswordProps {
  replaces: boolean;
  onClose: () => void;
  onMade: (codes: readonly string[]) => void;
}

function AskPassword({ replaces, onClose, onMade }: AskPasswordProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () => desk.makeRecoveryCodes({ body: { password } }),
    onSuccess: async ({ codes }) => {
      onMade(codes);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <FormDialog
      isOpen
      title={_('Make recovery codes')}
      submit={_('Make ten codes')}
      isPending={make.isPending}
      error={make.error}
      fields={{ '/password': _('Password') }}
      onClose={onClose}
      onSubmit={() => make.mutate()}
    >
      {replaces && <p>{_('The codes you have now will no longer work.')}</p>}
      <TextField
        label={_('Password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={fieldError(problemOf(make.error), '/password')}
      />
    </FormDialog>
  );
}
