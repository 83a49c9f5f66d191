import type { GateReply } from '@commonweal/contract';
import type { MeasureKind } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { measureEffects, measureNames } from '../../words/measures.ts';
import { questions, type Draft, type Question } from './draft.ts';
import type { Field } from './fields.ts';
import type { Hold } from './use-hold.ts';
import styles from './case.module.css';

interface DecideFootProps {
  draft: Draft;
  gate: GateReply | null;
  isBehind: boolean;
  /** Nothing stands in the way but, perhaps, a second person. */
  isReady: boolean;
  missing: readonly Field[];
  hold: Hold;
  isPending: boolean;
  onGoTo: (question: Question) => void;
  onLighter: (measure: MeasureKind) => void;
  onShowMissing: () => void;
  onDecide: () => void;
}

/** The way on: next question, a lighter measure where one would pass, and the decision itself. */
export function DecideFoot(props: DecideFootProps) {
  const { _ } = useLingui();
  const [asking, setAsking] = useState(false);
  const { draft, gate, hold, missing } = props;
  const { measure } = draft;
  const next = questions[questions.indexOf(draft.question) + 1];
  const lightest = gate?.lightest_that_passes ?? null;
  const { isReady } = props;
  const isEmergency = isReady && draft.override && missing.length > 0;
  const waits = (gate?.needs_second ?? false) || isEmergency;
  const consequence = !hold.isMine
    ? _('Take the case first, at the top.')
    : !isReady && missing.length > 0
      ? _(
          '{count, plural, one {# answer is missing or does not hold.} other {# answers are missing or do not hold.}}',
          { count: missing.length },
        )
      : waits
        ? _('Then it waits for a second person.')
        : _('Then it goes to the platform, and the person is told.');
  return (
    <>
      {measure !== null && lightest !== null && !props.isBehind && (
        <Callout
          tone={lightest === measure ? 'success' : 'info'}
          title={
            lightest === measure
              ? _('This is the lightest measure that would pass')
              : _('A lighter measure would pass: {measure}', {
                  measure: _(measureNames[lightest]),
                })
          }
          actions={
            lightest !== measure && (
              <Button small onPress={() => props.onLighter(lightest)}>
                {_('Choose it')}
              </Button>
            )
          }
        >
          {lightest !== measure && <p>{_(measureEffects[lightest])}</p>}
        </Callout>
      )}
      <div className={styles.row}>
        {next && (
          <Button icon="forward" onPress={() => props.onGoTo(next)}>
            {_('Next question')}
          </Button>
        )}
        <Button
          kind={isReady || !next ? 'primary' : 'secondary'}
          isPending={props.isPending}
          isDisabled={!hold.isMine || props.isBehind}
          onPress={() => {
            if (isReady) setAsking(true);
            else props.onShowMissing();
          }}
          consequence={consequence}
        >
          {measure === null
            ? _('Decide')
            : _('Decide: {measure}', { measure: _(measureNames[measure]) })}
        </Button>
      </div>
      <p className={styles.saved}>{_('Your answers are kept in this tab as you write.')}</p>
      {measure !== null && (
        <ConfirmDialog
          title={_('{measure}: decide this?', { measure: _(measureNames[measure]) })}
          confirm={waits ? _('Decide, and ask a second person') : _('Decide')}
          danger={measure === 'ban' || measure === 'refer' || isEmergency}
          isOpen={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            props.onDecide();
          }}
        >
          <p>{_(measureEffects[measure])}</p>
          <p>
            {isEmergency
              ? _('An emergency: a second person must agree now, and it ends within 24 hours.')
              : waits
                ? _('Nothing happens before somebody else has approved it.')
                : _('It goes to the platform now, and the person is told as you wrote.')}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
