import { useLingui } from '@lingui/react';
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { announce } from './toast.tsx';
import styles from './small.module.css';

export interface CopyableProps {
  /** What it is: "API key". */
  label: string;
  value: string;
  /** A secret that will not be shown again; says so. */
  once?: boolean;
}

/** A value to take along: selectable, and copied with one press. */
export function Copyable({ label, value, once = false }: CopyableProps) {
  const { _ } = useLingui();
  const text = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(_('Copied.'));
    } catch {
      // Without the permission, select it, so that the person's own keys can copy it.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      announce(_('Could not copy. The text is selected: copy it with your keyboard.'), {
        tone: 'error',
      });
    }
  }

  return (
    <div className={styles.copyable}>
      <span className={styles.copyLabel}>{label}</span>
      <div className={styles.copyLine}>
        <code ref={text} dir="ltr" className={styles.copyValue}>
          {value}
        </code>
        <Button
          small
          icon={copied ? 'check' : 'copy'}
          aria-label={_('Copy {label}', { label })}
          onPress={() => void copy()}
        >
          {_('Copy')}
        </Button>
      </div>
      {once && (
        <Callout tone="warning">
          {_('This is shown once. Keep it somewhere safe before you leave this page.')}
        </Callout>
      )}
    </div>
  );
}
