import { useLingui } from '@lingui/react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode;
  /** At the side of the window, full height: for looking something up without losing one's place. */
  side?: boolean;
  /** For a question that must be answered: no close button, no click outside. */
  urgent?: boolean;
}

/** A window over the screen. Escape closes it; focus returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  side,
  urgent = false,
}: DialogProps) {
  const { _ } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!urgent}
      className={classes(styles.overlay, side && styles.atSide)}
    >
      <Modal className={classes(styles.modal, side && styles.side)}>
        <AriaDialog role={urgent ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {!urgent && (
              <AriaButton aria-label={_('Close')} onPress={onClose} className={styles.close ?? ''}>
                <Icon name="cross" />
              </AriaButton>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
