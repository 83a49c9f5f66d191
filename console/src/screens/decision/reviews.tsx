import type { Decision, DecisionReview } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { useSession } from '../../shell/session.ts';
import { useMay } from '../office/use-may.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import review from '../review/review.module.css';

const endings: Readonly<Record<Exclude<DecisionReview['state'], 'open'>, Message>> = {
  kept: msg('Looked at again: it stands'),
  reversed: msg('It was undone'),
  restored: msg('What was withdrawn is back'),
};

/** Something the decision rests on is gone: what, why, and what to do about it. */
export function Reviews({ decision }: { decision: Decision }) {
  const { _ } = useLingui();
  const open = decision.reviews.filter((one) => one.state === 'open');
  const closed = decision.reviews.filter((one) => one.state !== 'open');
  return (
    <>
      {open.length > 0 && <OpenReviews decision={decision} open={open} />}
      {closed.length > 0 && (
        <Panel title={_('Looked at again before')}>
          <Timeline
            label={_('Looked at again before')}
            entries={closed.map((one) => ({
              id: one.review_id,
              at: one.closed_at ?? one.opened_at,
              what: one.state === 'open' ? '' : _(endings[one.state]),
              who: <bdi>{one.closed_by?.name ?? ''}</bdi>,
              icon: 'scales',
              children: (
                <>
                  <p dir="auto">{one.subject}</p>
                  {one.closing_reason && <p dir="auto">{one.closing_reason}</p>}
                </>
              ),
            }))}
          />
        </Panel>
      )}
    </>
  );
}

const causes: Readonly<Record<DecisionReview['cause'], Message>> = {
  entry_withdrawn: msg('Something this rests on was withdrawn'),
  listing_ended: msg('A listing this rests on has ended'),
};

function OpenReviews({ decision, open }: { decision: Decision; open: readonly DecisionReview[] }) {
  const { _ } = useLingui();
  const may = useMay();
  const me = useSession().person?.person_id;
  const tookPart = [decision.decided_by, decision.second_by].some((one) => one?.person_id === me);
  return (
    <Panel title={_('To be looked at again')}>
      {open.map((one) => (
        <Callout key={one.review_id} tone="warning" title={_(causes[one.cause])}>
          <p>
            <bdi>{one.subject}</bdi> · <RelativeTime at={one.opened_at} />
          </p>
          <p dir="auto">{one.cause_reason}</p>
        </Callout>
      ))}
      {decision.state === 'awaiting_second' ? (
        <p>{_('Nothing has been done yet. Weigh it when you approve or refuse.')}</p>
      ) : (
        <p>
          {_(
            'The measure stays in force until somebody has looked. Would it have been decided without this?',
          )}
        </p>
      )}
      {may('keepDecision') && !tookPart && <Keep decision={decision} open={open} />}
      {tookPart && (
        <p className={review.soft}>
          {_('You took part in this decision, so somebody else says whether it stands.')}
        </p>
      )}
    </Panel>
  );
}

function Keep({ decision, open }: { decision: Decision; open: readonly DecisionReview[] }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const keep = useMutation({
    mutationFn: (reason: string) =>
      desk.keepDecision({
        params: { decision_id: decision.decision_id },
        body: { review_ids: open.map((one) => one.review_id), reason },
      }),
    onSuccess: (changed) => {
      setAsking(false);
      queries.setQueryData(['decisions', 'one', decision.decision_id], changed);
      announce(_('Done. It is in the history of the case.'));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['decisions'] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  });
  return (
    <>
      <div>
        <Button
          icon="check"
          onPress={() => {
            keep.reset();
            setAsking(true);
          }}
        >
          {_('It stands on its other grounds…')}
        </Button>
      </div>
      <ReasonDialog
        title={_('Does this decision stand without it?')}
        isOpen={isAsking}
        label={_('Reason')}
        hint={_('What it rests on now, for whoever reads the history or hears an appeal.')}
        least={3}
        maxLength={3000}
        confirm={_('It stands')}
        error={keep.error}
        isPending={keep.isPending}
        onConfirm={(reason) => keep.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{_('The measure stays as it is. If it should not stand, go back and reverse it.')}</p>
      </ReasonDialog>
    </>
  );
}
