import { useLingui } from '@lingui/react';
import { Panel } from '../../design/panel.tsx';
import styles from './style.module.css';

const pairs = [
  ['ink', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-faint', 'sunken'],
  ['on-accent', 'accent-fill'],
  ['accent', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['success', 'success-soft'],
  ['info', 'info-soft'],
] as const;

/** Colour and type. */
export function Ground() {
  const { _ } = useLingui();
  return (
    <Panel title={_('Colour and type')}>
      <ul className={styles.swatches}>
        {pairs.map(([ink, ground]) => (
          <li
            key={ink}
            className={styles.swatch}
            style={{ color: `var(--${ink})`, background: `var(--${ground})` }}
          >
            <bdi>{ink}</bdi>
          </li>
        ))}
      </ul>
      <div className={styles.type}>
        <p className={styles.head}>
          {_('A removal is not an ending. It is a decision with an author.')}
        </p>
        <p>
          {_(
            'Text is set for long reading: sixty-eight characters to a line, figures of equal width, no pure black on pure white.',
          )}
        </p>
        <p className={styles.small}>{_('Small text keeps the same contrast as large.')}</p>
      </div>
    </Panel>
  );
}
