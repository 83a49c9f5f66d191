import { itemKinds, signalKinds, signalStrengths } from '@commonweal/contract';
import { surfaces } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { CodeBlock } from '../office/code-block.tsx';
import { Aside } from '../office/layout.tsx';
import styles from './rules.module.css';

const example = `signals.exists(s, s.kind == "hash" && !s.disputed)
signals.exists(s, s.severity != null && s.severity >= 4)
item.surface == "open" && item.audience != null && item.audience > 10000
signals.all(s, s.kind == "listed_name")`;

const words = (list: readonly string[]) => list.map((word) => `"${word}"`).join(', ');

const fields = [
  ['item.kind', words(itemKinds)],
  ['item.surface', words(surfaces)],
  ['item.language, item.territory', '"ur", "FJ", null'],
  ['item.audience', '1200, null'],
  ['s.kind', words(signalKinds)],
  ['s.strength', words(signalStrengths)],
  ['s.disputed', 'true, false'],
  ['s.severity', '1, 2, 3, 4, 5, null'],
  ['s.label, s.source, s.field', '"…"'],
] as const;

/** What an expression can ask. */
export function ExpressionHelp() {
  const { _ } = useLingui();
  return (
    <details className={styles.help}>
      <summary>{_('What an expression can ask')}</summary>
      <div>
        <Aside>
          <CodeBlock label={_('Examples')}>{example}</CodeBlock>
          <p>{_('Unknown is null, never no: ask for it before comparing.')}</p>
          <ul>
            {fields.map(([field, values]) => (
              <li key={field}>
                <code dir="ltr">{field}</code>: <code dir="ltr">{values}</code>
              </li>
            ))}
          </ul>
        </Aside>
      </div>
    </details>
  );
}
