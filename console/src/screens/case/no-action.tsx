import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { desk } from '../../desk.ts';
import type { MeasureFormProps } from './measure-form.tsx';
import { Refused } from './refused.tsx';
import styles from './case.module.css';

/** Leaving it as it is, with a reason. */
export function NoAction({ view, draft, change, hold, onDone }: MeasureFormProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const isShort = draft.noActionReason.trim().length < 3;
  const close = useMutation({
    mutationFn: () =>
      desk.closeCase({
        params: { case_id: view.case.case_id },
        body: { version: view.case.version, reason: draft.noActionReason.trim() },
      }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) close.mutate();
      }}
    >
      <Refused error={close.error} hold={hold} />
      <TextArea
        label={_('Why nothing is to be done')}
        hint={_('Whoever reported it is told that it was looked at and stays.')}
        maxLength={3000}
        value={draft.noActionReason}
        onChange={(noActionReason) => change({ noActionReason })}
        error={tried && isShort ? _('Write a sentence: why?') : undefined}
      />
      <div>
        <Button
          type="submit"
          kind="primary"
          isPending={close.isPending}
          isDisabled={!hold.isMine}
          consequence={_('Closes the case. Nothing changes on the platform.')}
        >
          {_('Decide: no action')}
        </Button>
      </div>
    </form>
  );
}
