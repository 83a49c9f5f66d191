import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Refusal, type RefusalProps } from './refusal.tsx';
import styles from './office.module.css';

interface FormProps extends RefusalProps {
  id?: string;
  onSubmit: () => void;
  children: ReactNode;
  /** The buttons under the fields. */
  actions?: ReactNode;
}

/**
 * Fields that are sent together, with what was refused at their head. The browser checks them first;
 * once the server has refused, the server alone judges, or its own marks would hold the form back.
 */
export function Form({ id, onSubmit, children, actions, ...refusal }: FormProps) {
  return (
    <form
      id={id}
      className={styles.form}
      noValidate={Boolean(refusal.error)}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit();
      }}
    >
      <Refusal {...refusal} />
      {children}
      {actions && <div className={styles.row}>{actions}</div>}
    </form>
  );
}

interface FormDialogProps extends RefusalProps {
  title: ReactNode;
  isOpen: boolean;
  isPending: boolean;
  onClose: () => void;
  onSubmit: () => void;
  /** The verb: "Invite". */
  submit: string;
  danger?: boolean;
  children: ReactNode;
}

/** A form in a window of its own. */
export function FormDialog(props: FormDialogProps) {
  const { title, isOpen, isPending, onClose, onSubmit, submit, danger, children, ...refusal } =
    props;
  const { _ } = useLingui();
  const id = useId();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button
            type="submit"
            form={id}
            kind={danger ? 'danger' : 'primary'}
            isPending={isPending}
          >
            {submit}
          </Button>
          <Button onPress={onClose}>{_('Go back')}</Button>
        </>
      }
    >
      <Form id={id} onSubmit={onSubmit} {...refusal}>
        {children}
      </Form>
    </Dialog>
  );
}
