import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { ProblemTitle, WhyNot } from '../../design/problem-words.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { msg, type Message } from '../../i18n/message.ts';

export interface RefusedProps {
  error: unknown;
  isDeskChosen: boolean;
  /** What was shown at the door. */
  shown: 'password' | 'code' | 'passkey';
}

const mismatches: Readonly<Record<RefusedProps['shown'], Message>> = {
  password: msg(
    'The desk, the e-mail address or the password is not right. An administrator of your desk can give you a link to set a new password.',
  ),
  code: msg(
    'The password or the code is not right. A code works once; wait for the next one. Without your authenticator, type one of your recovery codes.',
  ),
  passkey: msg(
    'This passkey opens nothing at this desk: it was removed, or it belongs to another desk. Sign in with your password.',
  ),
};

/** Why one was not let in: calmly, and without saying which part was wrong to somebody guessing. */
export function Refused({ error, isDeskChosen, shown }: RefusedProps) {
  const { _ } = useLingui();
  if (error === null) {
    return isDeskChosen ? null : <p>{_('Choose your desk first.')}</p>;
  }
  const problem = problemOf(error);
  if (problem?.status === 401) {
    return (
      <Callout tone="warning" live title={_('That did not match')}>
        <p>{_(mismatches[shown])}</p>
      </Callout>
    );
  }
  if (problem?.status === 429) {
    return (
      <Callout tone="warning" live title={_('Please wait a little')}>
        <p>{_('There were several tries in a row. Wait a minute, then try again.')}</p>
      </Callout>
    );
  }
  return (
    <Callout
      tone="error"
      live
      title={problem ? <ProblemTitle problem={problem} /> : _('The desk could not be reached')}
    >
      <p>
        <WhyNot error={error} unreached={_('Nothing was lost. Try again in a moment.')} />
      </p>
    </Callout>
  );
}
