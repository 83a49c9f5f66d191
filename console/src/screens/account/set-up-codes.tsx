import type { operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { Form } from '../office/form.tsx';
import { Columns } from '../office/layout.tsx';
import { QrCode } from './qr-code.tsx';

interface SetUpCodesProps {
  begun: ReplyOf<typeof operations.beginTotp>;
  onDone: () => void;
}

/** Shows the secret to the authenticator app, and asks for a first code. */
export function SetUpCodes({ begun, onDone }: SetUpCodesProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => desk.confirmTotp({ body: { code } }),
    onSuccess: async () => {
      announce(_('One-time codes are on.'));
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onDone();
    },
  });
  return (
    <Form
      error={confirm.error}
      fields={{ '/code': _('Code') }}
      onSubmit={() => confirm.mutate()}
      actions={
        <>
          <Button type="submit" kind="primary" isPending={confirm.isPending}>
            {_('Switch on')}
          </Button>
          <Button onPress={onDone}>{_('Not now')}</Button>
        </>
      }
    >
      <Columns>
        <QrCode text={begun.uri} label={_('QR code for an authenticator app')} />
        <div>
          <p>{_('Scan this with an authenticator app, or type the secret into it.')}</p>
          <Copyable once label={_('Secret')} value={begun.secret} />
          <p>
            <a href={begun.uri}>{_('Open in an app on this device')}</a>
          </p>
        </div>
      </Columns>
      <TextField
        label={_('Code')}
        hint={_('The six digits that the app shows now.')}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        value={code}
        onChange={setCode}
        error={fieldError(problemOf(confirm.error), '/code')}
      />
    </Form>
  );
}
