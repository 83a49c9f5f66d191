import type { GateReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge, type Tone } from '../../design/badge.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import { FindingList } from './finding-list.tsx';
import styles from './review.module.css';

const gates = ['A', 'B', 'C'] as const;
export const gateNames: Readonly<Record<(typeof gates)[number], Message>> = {
  A: msg('Rule of law'),
  B: msg('Necessary and proportionate'),
  C: msg('Protections'),
};
const gateStates: Readonly<Record<GateReply['gates']['A'], { word: Message; tone: Tone }>> = {
  pass: { word: msg('Passed'), tone: 'success' },
  incomplete: { word: msg('Incomplete'), tone: 'warn' },
  fail: { word: msg('Not passed'), tone: 'danger' },
};

/** What the gate said, question by question. It never says that a measure is lawful. */
export function GateSummary({ gate }: { gate: GateReply }) {
  const { _ } = useLingui();
  const override = gate.findings.filter((finding) => finding.gate === 'override');
  return (
    <div className={styles.stack}>
      {gates.map((name) => {
        const state = gateStates[gate.gates[name]];
        return (
          <details key={name} className={styles.details}>
            <summary>
              {_(gateNames[name])} <Badge tone={state.tone}>{_(state.word)}</Badge>
            </summary>
            <FindingList sources findings={gate.findings.filter((one) => one.gate === name)} />
          </details>
        );
      })}
      {override.length > 0 && (
        <details className={styles.details}>
          <summary>{_('Emergency override')}</summary>
          <FindingList sources findings={override} />
        </details>
      )}
      <p className={styles.soft}>
        {_(
          'The gate says what was cited, checked and missing. It does not say that this is lawful.',
        )}
      </p>
    </div>
  );
}
