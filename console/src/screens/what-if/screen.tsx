import {
  awaitsSecond,
  evaluateGate,
  suggestLighter,
  takesEffect,
  trialInput,
} from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { Callout, type CalloutTone } from '../../design/callout.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { measureNames } from '../../words/measures.ts';
import { Columns, Stack } from '../office/layout.tsx';
import { useSearchWords } from '../office/use-search-words.ts';
import { FindingList } from '../review/finding-list.tsx';
import { GateSummary } from '../review/gate-summary.tsx';
import { answersOf } from './answers.ts';
import { Questions } from './questions.tsx';

/** Tries a case on the rights gate, in the browser: nothing is sent, and nothing is kept. */
export function Screen() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const answers = answersOf(words);
  const asked = JSON.stringify(answers);
  const { result, lighter } = useMemo(() => {
    const input = trialInput(JSON.parse(asked) as typeof answers);
    return { result: evaluateGate(input), lighter: suggestLighter(input) };
  }, [asked]);
  const unmet = result.findings.filter(({ state }) => state === 'missing' || state === 'failed');
  const tone: CalloutTone = takesEffect(result)
    ? 'success'
    : awaitsSecond(result)
      ? 'info'
      : 'warning';
  return (
    <>
      <PageHeader
        title={_('What if?')}
        lead={_(
          'Try a case on the rights gate: an invented post that asks people to join an invented group. The same rules decide here as everywhere else. Nothing is sent, and nothing is kept.',
        )}
      />
      <Columns>
        <Panel title={_('The case')}>
          <Questions answers={answers} onChange={change} />
        </Panel>
        <Panel title={_('What the gate says')}>
          <Stack>
            <Callout
              tone={tone}
              title={
                takesEffect(result)
                  ? _('It passes the gate')
                  : awaitsSecond(result)
                    ? _('It waits for a second person')
                    : _('It does not pass the gate')
              }
            >
              {lighter !== null && lighter !== answers.measure && !takesEffect(result) && (
                <p>
                  {_('Lighter, and nothing in the way: {measure}', {
                    measure: _(measureNames[lighter]),
                  })}
                </p>
              )}
            </Callout>
            <FindingList findings={unmet} />
            <GateSummary
              gate={{
                outcome: result.outcome,
                passed: result.passed,
                needs_second: result.needsSecond,
                gates: result.gates,
                findings: [...result.findings],
                lightest_that_passes: lighter,
              }}
            />
          </Stack>
        </Panel>
      </Columns>
    </>
  );
}
