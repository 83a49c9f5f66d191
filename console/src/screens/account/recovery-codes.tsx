import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { PasswordDialog } from './password-dialog.tsx';

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
        <PasswordDialog
          title={_('Make recovery codes')}
          submit={_('Make ten codes')}
          act={(password) => desk.makeRecoveryCodes({ body: { password } })}
          onDone={(made) => {
            setAsking(false);
            setCodes(made.codes);
          }}
          onClose={() => setAsking(false)}
        >
          {left > 0 && <p>{_('The codes you have now will no longer work.')}</p>}
        </PasswordDialog>
      )}
    </>
  );
}
