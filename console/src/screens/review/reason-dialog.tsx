import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { TextArea } from '../../design/text-area.tsx';

export interface ReasonDialogProps {
  /** A question, with its object. */
  title: string;
  /** What it will do, and whether it can be undone. */
  children: ReactNode;
  label: string;
  hint?: string;
  /** Least characters of the reason; 0: it may be left out. */
  least: number;
  maxLength: number;
  /** The verb. */
  confirm: string;
  danger?: boolean;
  error: unknown;
  isOpen: boolean;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for a reason before an act that others will feel. What was written stays while it is open. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { _ } = useLingui();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < props.least;
  const problem = problemOf(props.error);
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            isPending={props.isPending}
            onPress={() => {
              setTried(true);
              if (!isShort) props.onConfirm(reason.trim());
            }}
          >
            {props.confirm}
          </Button>
          <Button onPress={props.onClose}>{_('Go back')}</Button>
        </>
      }
    >
      {props.children}
      <ErrorSummary problem={problem} />
      {props.error !== null && problem === null && (
        <p role="alert">{_('The desk could not be reached. What you wrote is still here.')}</p>
      )}
      <TextArea
        label={props.label}
        hint={props.hint}
        optional={props.least === 0}
        value={reason}
        onChange={setReason}
        maxLength={props.maxLength}
        error={tried && isShort ? _('Write a sentence: why?') : undefined}
      />
    </Dialog>
  );
}
