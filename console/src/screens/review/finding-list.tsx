import type { GateReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Icon, type IconName } from '../../design/icon.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import { gateFixes } from '../../words/gate.ts';
import { secondReasons } from './second-reasons.ts';
import styles from './review.module.css';

export type Finding = GateReply['findings'][number];
type Shown = Exclude<Finding['state'], 'not_applicable'>;

const states: Readonly<Record<Shown, { word: Message; icon: IconName }>> = {
  met: { word: msg('Met'), icon: 'check' },
  missing: { word: msg('Missing'), icon: 'warning' },
  failed: { word: msg('Does not hold'), icon: 'stop' },
};

/**
 * What the gate found, each with its state in a word. What is not met says how to put it right, in
 * the reader's language; the rule itself stands in English, as in the law's tables.
 */
export function FindingList({
  findings,
  sources,
}: {
  findings: readonly Finding[];
  sources?: boolean;
}) {
  const { _ } = useLingui();
  const order: readonly Shown[] = ['failed', 'missing', 'met'];
  const shown = order.flatMap((state) =>
    findings.filter((finding) => finding.state === state).map((finding) => ({ finding, state })),
  );
  return (
    <ul className={styles.findings}>
      {shown.map(({ finding, state }) => (
        <li key={finding.id} className={`${styles.finding} ${styles[state]}`}>
          <Icon name={states[state].icon} />
          <span>
            <strong>{_(states[state].word)}:</strong> <FindingText finding={finding} />
            {sources && (
              <span className={styles.source} lang="en" dir="ltr">
                {finding.id} · {finding.source}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One finding in a sentence: what to do about it, or what holds. */
export function FindingText({ finding }: { finding: Finding }) {
  const { _ } = useLingui();
  const fix = secondReasons[finding.id] ?? gateFixes[finding.id];
  if (finding.state !== 'met' && fix) return _(fix);
  return (
    <span lang="en" dir="ltr">
      {finding.fix ?? finding.reason}
    </span>
  );
}
