import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Kbd } from '../../design/kbd.tsx';
import { Panel } from '../../design/panel.tsx';
import { QuietMedia, QuietSettings } from '../../design/quiet-media.tsx';
import { Stepper } from '../../design/stepper.tsx';
import { useShortcut } from '../../shell/shortcuts.tsx';
import picture from './harbour.svg';
import styles from './style.module.css';

const order = ['law', 'necessity', 'protections'] as const;

/** What the review screen is made of. */
export function Review() {
  const { _ } = useLingui();
  const [current, setCurrent] = useState<string>('necessity');
  useShortcut('j', _('Next question'), () => {
    const next = order[order.findIndex((id) => id === current) + 1];
    if (next) setCurrent(next);
  });
  useShortcut('k', _('Question before'), () => {
    const before = order[order.findIndex((id) => id === current) - 1];
    if (before) setCurrent(before);
  });
  return (
    <Panel title={_('Review')} lead={_('Three questions, quiet images, hands on the keyboard.')}>
      <Stepper
        label={_('The three questions')}
        current={current}
        onSelect={setCurrent}
        steps={[
          { id: 'law', label: _('Rule of law'), state: 'answered' },
          { id: 'necessity', label: _('Necessary and proportionate'), state: 'missing' },
          { id: 'protections', label: _('Protections'), state: 'open' },
        ]}
      />
      <p className={styles.row}>
        <Kbd keys={['J']} /> {_('Next question')} <Kbd keys={['K']} /> {_('Question before')}{' '}
        <Kbd keys={['?']} /> {_('All keys')}
      </p>
      <div className={styles.columns}>
        <QuietMedia src={picture} alt={_('Drawing, 640 by 400; no match in any bank')} />
        <div className={styles.stack}>
          <QuietSettings />
        </div>
      </div>
    </Panel>
  );
}
