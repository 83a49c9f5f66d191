import type { CaseView, Decision } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Panel } from '../../design/panel.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { useSession } from '../../shell/session.ts';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { useMay } from '../office/use-may.ts';
import { AfterDecision } from './after-decision.tsx';
import { emptyDraft } from './draft.ts';
import { HoldBar } from './hold-bar.tsx';
import { MeasureForm } from './measure-form.tsx';
import { NoAction } from './no-action.tsx';
import { useDraft } from './use-draft.ts';
import { useHold } from './use-hold.ts';

/** The right-hand side: the hold, and the decision. */
export function Decide({ view }: { view: CaseView }) {
  const { _ } = useLingui();
  const may = useMay();
  const personId = useSession().person?.person_id ?? '';
  const { draft, change, clear, isKept } = useDraft(personId, view.case.case_id);
  const hold = useHold(view);
  const [decided, setDecided] = useState<Decision | null>(null);
  const hasDraft = draft !== emptyDraft;
  const { state } = view.case;
  useShortcut('c', _('Take this case'), () => {
    if (may('claimCase') && state === 'open' && !hold.isMine) hold.claim();
  });

  if (decided) return <AfterDecision decision={decided} />;
  if (state !== 'open') return <Settled view={view} />;
  if (!may('decideCase')) {
    return (
      <Panel title={_('Decision')}>
        <Callout title={_('You can read this case')}>
          <p>{_('Moderators, senior moderators and legal decide cases.')}</p>
        </Callout>
      </Panel>
    );
  }
  const done = (decision: Decision) => {
    clear();
    setDecided(decision);
  };
  return (
    <Panel title={_('Decision')}>
      <HoldBar hold={hold} hasDraft={hasDraft} />
      {(hold.isMine || hasDraft) && (
        <>
          {!isKept && (
            <Callout tone="warning">
              <p>
                {_('This browser keeps nothing for us: a reload would lose what you write here.')}
              </p>
            </Callout>
          )}
          <RadioGroup
            row
            label={_('What is to be done?')}
            value={draft.way}
            onChange={(way) => change({ way })}
            options={[
              {
                id: 'no_action',
                label: _('No action'),
                hint: _('It stays as it is. A sentence of reason is enough.'),
              },
              {
                id: 'measure',
                label: _('A measure'),
                hint: _('Only through the three questions, the lightest that does the job.'),
              },
            ]}
          />
          {draft.way === 'no_action' && (
            <NoAction view={view} draft={draft} change={change} hold={hold} onDone={done} />
          )}
          {draft.way === 'measure' && (
            <MeasureForm view={view} draft={draft} change={change} hold={hold} onDone={done} />
          )}
        </>
      )}
    </Panel>
  );
}

function Settled({ view }: { view: CaseView }) {
  const { _ } = useLingui();
  const last = view.decision_ids.at(-1);
  const waits = view.case.state === 'awaiting_second';
  return (
    <Panel title={_('Decision')}>
      <Callout
        tone={waits ? 'info' : 'success'}
        title={waits ? _('A second person must look at this') : _('This case is decided')}
        actions={
          last && (
            <LinkButton href={`/decisions/${last}`} icon="scales">
              {_('To the decision')}
            </LinkButton>
          )
        }
      >
        <p>
          {waits
            ? _('Nothing has been done yet. Whoever decided cannot approve it.')
            : _('New signals about the same item open a new case.')}
        </p>
      </Callout>
    </Panel>
  );
}
