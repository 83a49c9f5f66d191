import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { problemOf } from '../../design/problem-of.ts';
import styles from './entrance.module.css';

interface EntranceFormProps {
  /** What the link says, above what was refused. */
  head?: ReactNode;
  error: unknown;
  /** Names of fields by pointer. */
  fields: Readonly<Record<string, string>>;
  /** The verb: "Join". */
  submit: string;
  consequence: string;
  isPending: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** What somebody fills in who holds a one-time link and has no session yet. */
export function EntranceForm(props: EntranceFormProps) {
  const { head, error, fields, submit, consequence, isPending, onSubmit, children } = props;
  const { _ } = useLingui();
  const problem = problemOf(error);
  return (
    <form
      className={styles.form}
      // Once the server has refused, it alone judges: the browser's marks would hold the form back.
      noValidate={problem !== null}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {head}
      <ErrorSummary problem={problem} fields={fields} />
      {Boolean(error) && !problem && (
        <Callout tone="error" live>
          <p>{_('The server could not be reached. What you typed is still here.')}</p>
        </Callout>
      )}
      {children}
      <div className={styles.acts}>
        <Button type="submit" kind="primary" isPending={isPending} consequence={consequence}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
