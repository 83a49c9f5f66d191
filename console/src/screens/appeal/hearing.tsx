import type { Appeal } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { RadioGroup } from '../../design/radio-group.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { belongs, useSession } from '../../shell/session.ts';
import { appealStateWords } from '../../words/states.ts';
import review from '../review/review.module.css';

type Outcome = 'upheld' | 'overturned';
const leastReasons = 10;

/** The answer to an appeal: given, to be given, or not by this person. */
export function Hearing({ appeal }: { appeal: Appeal }) {
  const { _ } = useLingui();
  const session = useSession();
  if (appeal.state !== 'open') {
    return (
      <Panel title={_('The answer')}>
        <Callout tone="success" title={_(appealStateWords[appeal.state].label)}>
          <p>
            {appeal.heard_by && <bdi>{appeal.heard_by.name}</bdi>}{' '}
            {appeal.decided_at && <RelativeTime absolute at={appeal.decided_at} />}
          </p>
        </Callout>
        {appeal.reasons !== null && (
          <p className={review.quote} dir="auto">
            {appeal.reasons}
          </p>
        )}
      </Panel>
    );
  }
  if (!appeal.may_hear) {
    return (
      <Panel title={_('The answer')}>
        <Callout title={_('You cannot hear this appeal')}>
          <p>
            {belongs(session, ['appeals'])
              ? _(
                  'You took part in the decision or worked on the case. Somebody who did not must hear it.',
                )
              : _('Appeals are heard by people who hold that role and took no part in the case.')}
          </p>
        </Callout>
      </Panel>
    );
  }
  return <HearingForm appeal={appeal} />;
}

function HearingForm({ appeal }: { appeal: Appeal }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasons, setReasons] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const isShort = reasons.trim().length < leastReasons;
  const decide = useMutation({
    mutationFn: (chosen: Outcome) =>
      desk.decideAppeal({
        params: { appeal_id: appeal.appeal_id },
        body: { version: appeal.version, outcome: chosen, reasons: reasons.trim() },
      }),
    onSuccess: () => announce(_('The appeal is answered. The person is told.')),
    onSettled: () => {
      setAsking(false);
      return Promise.all(
        ['appeals', 'decisions', 'cases'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  const problem = problemOf(decide.error);
  return (
    <Panel
      title={_('The answer')}
      lead={_('Read what the person says, look at the case afresh, then answer.')}
    >
      <form
        noValidate
        className={review.stack}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (outcome !== null && !isShort) setAsking(true);
        }}
      >
        <ErrorSummary problem={problem} fields={{ '/reasons': _('Reasons') }} />
        {decide.error && !problem && (
          <Callout tone="error" live>
            <p>{_('The desk could not be reached. What you wrote is still here.')}</p>
          </Callout>
        )}
        <RadioGroup
          row
          label={_('Does the decision stand?')}
          value={outcome}
          onChange={setOutcome}
          error={tried && outcome === null ? _('Choose one.') : undefined}
          options={[
            { id: 'upheld', label: _('Uphold'), hint: _('The decision stands.') },
            {
              id: 'overturned',
              label: _('Overturn'),
              hint: _('The measure is undone on the platform at once.'),
            },
          ]}
        />
        <TextArea
          label={_('Reasons')}
          hint={_('The person reads them word for word.')}
          rows={6}
          maxLength={5000}
          value={reasons}
          onChange={setReasons}
          error={tried && isShort ? _('Write at least a sentence.') : undefined}
        />
        <div>
          <Button type="submit" kind="primary" isPending={decide.isPending}>
            {_('Answer the appeal')}
          </Button>
        </div>
      </form>
      {outcome !== null && (
        <ConfirmDialog
          title={outcome === 'upheld' ? _('Uphold this decision?') : _('Overturn this decision?')}
          confirm={outcome === 'upheld' ? _('Uphold') : _('Overturn')}
          isOpen={asking}
          isPending={decide.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => decide.mutate(outcome)}
        >
          <p>
            {outcome === 'upheld'
              ? _('The person is told why, and where else to turn. This cannot be changed here.')
              : _('The measure is undone, and the person is told. This cannot be changed here.')}
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
