import type { CaseView, Decision } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Stepper, type StepState } from '../../design/stepper.tsx';
import { desk } from '../../desk.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { GateSummary } from '../review/gate-summary.tsx';
import { placeOf } from './asked.tsx';
import { postedAtOf, toAssessment, unanswered, versionInForce } from './assess.ts';
import { DecideFoot } from './decide-foot.tsx';
import { questions, type Draft, type Question } from './draft.ts';
import { fieldOf, findingsByField, questionOf, type Field } from './fields.ts';
import { FormContext } from './form-context.ts';
import { LawQuestion } from './law-question.tsx';
import { NecessityQuestion } from './necessity-question.tsx';
import { ProtectionsQuestion } from './protections-question.tsx';
import { Refused } from './refused.tsx';
import { useCheck } from './use-check.ts';
import type { Hold } from './use-hold.ts';
import styles from './case.module.css';

export interface MeasureFormProps {
  view: CaseView;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  hold: Hold;
  onDone: (decision: Decision) => void;
}

const asked: Readonly<
  Record<Question, { label: Message; question: Message; gate: 'A' | 'B' | 'C' }>
> = {
  law: {
    label: msg('Rule of law'),
    question: msg(
      'Is the rule clear, published, in force when it was posted, and are we acting under it?',
    ),
    gate: 'A',
  },
  necessity: {
    label: msg('Necessary and proportionate'),
    question: msg(
      'Is there a less restrictive measure that does the job? Is the scope the smallest?',
    ),
    gate: 'B',
  },
  protections: {
    label: msg('Protections'),
    question: msg('Is the person told, with reasons? Can they appeal to somebody else?'),
    gate: 'C',
  },
};
/** Outcomes with which a decision may be kept though the gates are not passed. */
const ready: readonly string[] = ['second_person_needed', 'emergency_override'];
const parts: Readonly<Record<Question, () => React.ReactNode>> = {
  law: LawQuestion,
  necessity: NecessityQuestion,
  protections: ProtectionsQuestion,
};

/** A measure, walked through the three questions of every restriction. The gate answers as she goes. */
export function MeasureForm({ view, draft, change, hold, onDone }: MeasureFormProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  const { data: policy } = useSuspenseQuery({
    queryKey: ['policy', 'versions'],
    queryFn: ({ signal }) => desk.listPolicyVersions({ signal }),
    staleTime: 60_000,
  });
  const about = view.case;
  const versions = policy.data.filter(({ state }) => state === 'published');
  const postedAt = postedAtOf(view) ?? (draft.postedAt === '' ? null : draft.postedAt);
  const version =
    versions.find((one) => one.policy_version_id === draft.policyVersionId) ??
    versionInForce(versions, postedAt ?? now) ??
    versions[0] ??
    null;
  const assessment = toAssessment(draft, about, version?.policy_version_id ?? null);
  const check = useCheck(about.case_id, assessment, true);
  const open = unanswered(draft, about);
  const gate = check.reply;
  const unmet = (gate?.findings ?? []).filter(
    (finding) =>
      (finding.state === 'missing' || finding.state === 'failed') && fieldOf(finding) !== 'second',
  );
  const missing = [...new Set<Field>([...open, ...unmet.map(fieldOf)])];
  const isReady =
    draft.measure !== null &&
    open.length === 0 &&
    (gate?.passed === true || ready.includes(gate?.outcome ?? ''));

  const decide = useMutation({
    mutationFn: () =>
      desk.decideCase({
        params: { case_id: about.case_id },
        body: { version: about.version, assessment },
      }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });

  function stateOf(question: Question): StepState {
    if (!gate) return 'open';
    const isMissing = missing.some((field) => questionOf(field) === question);
    return isMissing ? 'missing' : 'answered';
  }
  function goTo(question: Question) {
    change({ question });
    requestAnimationFrame(() => document.getElementById('question')?.focus());
  }
  function showMissing() {
    const inOrder = questions.flatMap((one) => missing.filter((f) => questionOf(f) === one));
    const urgent = inOrder.find((field) => draft.override && field.startsWith('override'));
    const first = urgent ?? inOrder[0];
    if (!first) return;
    change({ question: questionOf(first) });
    requestAnimationFrame(() => {
      const place = document.getElementById(placeOf(first));
      place?.querySelector<HTMLElement>('input, textarea, button, summary')?.focus();
      place?.scrollIntoView({ block: 'center' });
    });
  }
  useShortcut('1', _(asked.law.label), () => goTo('law'));
  useShortcut('2', _(asked.necessity.label), () => goTo('necessity'));
  useShortcut('3', _(asked.protections.label), () => goTo('protections'));

  const Part = parts[draft.question];
  return (
    <FormContext
      value={{
        view,
        draft,
        change,
        versions,
        version,
        findings: findingsByField(gate?.findings ?? []),
        open: tried ? open : open.filter((field) => field !== 'measure' || draft.measure !== null),
      }}
    >
      <Stepper
        label={_('The three questions')}
        current={draft.question}
        onSelect={(id) => {
          const found = questions.find((one) => one === id);
          if (found) goTo(found);
        }}
        steps={questions.map((id) => ({ id, label: _(asked[id].label), state: stateOf(id) }))}
      />
      <section className={styles.question} aria-labelledby="question">
        <h3 id="question" tabIndex={-1} className={styles.heading}>
          {_(asked[draft.question].question)}
        </h3>
        {check.error !== null && (
          <Callout tone="warning">
            <p>
              {_(
                'The gate could not be asked just now. What you write is kept; it is asked again at your next change.',
              )}
            </p>
          </Callout>
        )}
        <Part />
      </section>
      <div className={styles.foot}>
        {gate && <GateSummary gate={gate} />}
        <Refused error={decide.error} hold={hold} onShowMissing={showMissing} />
        <DecideFoot
          draft={draft}
          gate={gate}
          isBehind={check.isBehind}
          isReady={isReady}
          missing={missing}
          hold={hold}
          isPending={decide.isPending}
          onGoTo={goTo}
          onLighter={(measure) => change({ measure })}
          onShowMissing={() => {
            setTried(true);
            showMissing();
          }}
          onDecide={() => decide.mutate()}
        />
      </div>
    </FormContext>
  );
}
