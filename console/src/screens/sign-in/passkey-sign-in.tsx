import type { BodyOf, Operations } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { desk as api } from '../../desk.ts';
import { beginSession } from '../../shell/session.ts';
import type { SignInProps } from './password-sign-in.tsx';
import { Refused } from './refused.tsx';

type Message = BodyOf<Operations['finishPasskeySignIn']>['response'];

/** Sign in with a key that the device or a stick holds. Nothing where the browser knows none. */
export function PasskeySignIn({ desk }: SignInProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: async (slug: string) => {
      const { challenge_id, options } = await api.beginPasskeySignIn({ body: { desk: slug } });
      const response = await startAuthentication({
        // The server's library made these; the contract carries them as they are.
        optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
      });
      return api.finishPasskeySignIn({
        body: { desk: slug, challenge_id, response: { ...response } satisfies Message },
      });
    },
    // The screen leads on once there is a session.
    onSuccess: (session) => beginSession(queries, session),
  });
  if (!browserSupportsWebAuthn()) return null;
  const wasStopped =
    signIn.error instanceof WebAuthnError ||
    (signIn.error instanceof Error && signIn.error.name === 'NotAllowedError');
  return (
    <>
      {wasStopped ? (
        <Callout live title={_('No passkey was used')}>
          <p>{_('The browser stopped, or there is no passkey of this desk on this device.')}</p>
        </Callout>
      ) : (
        <Refused error={signIn.error} isDeskChosen shown="passkey" />
      )}
      <Button
        icon="key"
        isDisabled={desk === null}
        isPending={signIn.isPending}
        onPress={() => {
          if (desk !== null) signIn.mutate(desk);
        }}
      >
        {_('Sign in with a passkey')}
      </Button>
    </>
  );
}
