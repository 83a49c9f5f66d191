import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  /** A question, with its object: "Withdraw this hash?" */
  title: ReactNode;
  /** What it will do, and whether it can be undone. */
  children: ReactNode;
  /** The verb: "Withdraw". Never "OK". */
  confirm: string;
  danger?: boolean;
  isOpen: boolean;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before an act that others will feel. Focus starts on the way back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { _ } = useLingui();
  return (
    <Dialog
      urgent
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            isPending={props.isPending ?? false}
            onPress={props.onConfirm}
          >
            {props.confirm}
          </Button>
          {/* Focus must start somewhere in an alert; the way back harms nobody. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus onPress={props.onClose}>
            {_('Go back')}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
