import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

interface ToastWords {
  text: ReactNode;
  tone: 'success' | 'error';
  undo?: { label: string; onUndo: () => void };
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

/**
 * Says that something was done, aloud too. A toast with `undo`, or an error, stays until closed;
 * others go after 8 seconds. What must not be missed belongs in a Callout.
 */
export function announce(
  text: ReactNode,
  options: { tone?: ToastWords['tone']; undo?: ToastWords['undo'] } = {},
): void {
  const { tone = 'success', undo } = options;
  const stays = undo !== undefined || tone === 'error';
  queue.add({ text, tone, ...(undo ? { undo } : {}) }, stays ? {} : { timeout: 8000 });
}

/** Where toasts appear; once, in the shell. F6 moves focus to it. */
export function Toasts() {
  const { _ } = useLingui();
  return (
    <ToastRegion queue={queue} aria-label={_('Messages')} className={styles.region ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={classes(styles.toast, styles[toast.content.tone])}>
          <Icon name={toast.content.tone === 'error' ? 'stop' : 'done'} />
          <ToastContent className={styles.text ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              className={styles.undo ?? ''}
              onPress={() => {
                toast.content.undo?.onUndo();
                queue.close(toast.key);
              }}
            >
              {toast.content.undo.label}
            </Button>
          )}
          <Button slot="close" aria-label={_('Close')} className={styles.close ?? ''}>
            <Icon name="cross" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
