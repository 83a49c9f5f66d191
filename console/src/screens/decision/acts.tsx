import type { Decision } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { Panel } from '../../design/panel.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { useMay } from '../office/use-may.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import review from '../review/review.module.css';

type Act = 'approve' | 'refuse' | 'reverse';

/** What may still be done with a decision, or why this person may not. */
export function Acts({ decision }: { decision: Decision }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const may = useMay();
  const me = useSession().person?.person_id;
  const [asking, setAsking] = useState<Act | null>(null);
  const isMine = decision.decided_by.person_id === me;
  const act = useMutation({
    mutationFn: ({ kind, reason }: { kind: Act; reason: string }) => {
      const request = {
        params: { decision_id: decision.decision_id },
        body: { version: decision.version, reason },
      };
      if (kind === 'approve') return desk.approveDecision(request);
      return kind === 'refuse' ? desk.refuseDecision(request) : desk.reverseDecision(request);
    },
    onSuccess: (changed) => {
      setAsking(null);
      queries.setQueryData(['decisions', 'one', decision.decision_id], changed);
      announce(_('Done. It is in the history of the case.'));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['decisions'] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  });
  const ask = (kind: Act) => {
    act.reset();
    setAsking(kind);
  };
  const dialog = {
    error: act.error,
    isPending: act.isPending,
    onClose: () => setAsking(null),
    label: _('Reason'),
    maxLength: 3000,
  };

  return (
    <>
      {decision.state === 'awaiting_second' && (
        <Panel title={_('Second person')}>
          {isMine ? (
            <Callout title={_('Somebody else must look at this')}>
              <p>
                {_(
                  'You made this decision, so you cannot approve or refuse it. Nothing has been done yet. A senior moderator or legal will find it under Decisions.',
                )}
              </p>
            </Callout>
          ) : may('approveDecision') ? (
            <>
              <p>
                {_(
                  'Nothing has been done yet. Read the case and the answers; approve only what you would have decided yourself.',
                )}
              </p>
              <div className={review.row}>
                <Button kind="primary" icon="check" onPress={() => ask('approve')}>
                  {_('Approve…')}
                </Button>
                <Button icon="cross" onPress={() => ask('refuse')}>
                  {_('Refuse…')}
                </Button>
              </div>
            </>
          ) : (
            <Callout title={_('Waits for a second person')}>
              <p>{_('A senior moderator or legal approves or refuses it.')}</p>
            </Callout>
          )}
        </Panel>
      )}
      {decision.state === 'effective' && decision.kind === 'measure' && may('reverseDecision') && (
        <Panel title={_('If it should not stand')}>
          <div>
            <Button
              icon="reply"
              onPress={() => ask('reverse')}
              consequence={_('Undoes the measure on the platform and tells the person.')}
            >
              {_('Reverse…')}
            </Button>
          </div>
        </Panel>
      )}
      <ReasonDialog
        {...dialog}
        title={_('Approve this decision?')}
        isOpen={asking === 'approve'}
        least={0}
        confirm={_('Approve')}
        onConfirm={(reason) => act.mutate({ kind: 'approve', reason })}
      >
        <p>
          {_(
            'It takes effect at once: it goes to the platform, and the person is told. Your name stands beside the first.',
          )}
        </p>
      </ReasonDialog>
      <ReasonDialog
        {...dialog}
        title={_('Refuse this decision?')}
        isOpen={asking === 'refuse'}
        least={3}
        confirm={_('Refuse')}
        onConfirm={(reason) => act.mutate({ kind: 'refuse', reason })}
      >
        <p>{_('Nothing is done, and the case opens again for somebody to decide.')}</p>
      </ReasonDialog>
      <ReasonDialog
        {...dialog}
        title={_('Reverse this decision?')}
        isOpen={asking === 'reverse'}
        least={3}
        danger
        confirm={_('Reverse')}
        onConfirm={(reason) => act.mutate({ kind: 'reverse', reason })}
      >
        <p>
          {_(
            'The platform is told to undo the measure, and the person that it was undone. What an authority has been told cannot be untold.',
          )}
        </p>
      </ReasonDialog>
    </>
  );
}
