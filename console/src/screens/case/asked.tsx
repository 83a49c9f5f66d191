import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Icon } from '../../design/icon.tsx';
import { FindingList } from '../review/finding-list.tsx';
import review from '../review/review.module.css';
import { useForm } from './form-context.ts';
import type { Field } from './fields.ts';
import styles from './case.module.css';

/** Where a field stands on the page, to lead to it. */
export function placeOf(field: Field): string {
  return `asked-${field}`;
}

interface AskedProps {
  field: Field;
  children: ReactNode;
}

/** A field with what the gate says of it, in words, under it. */
export function Asked({ field, children }: AskedProps) {
  const { _ } = useLingui();
  const { findings, open } = useForm();
  const found = findings.get(field) ?? [];
  const unmet = found.filter(({ state }) => state !== 'met');
  const isOpen = open.includes(field);
  return (
    <div id={placeOf(field)} className={styles.asked}>
      {children}
      {(found.length > 0 || isOpen) && (
        <div className={styles.findings}>
          {isOpen ? (
            <p className={`${review.finding} ${review.missing}`}>
              <Icon name="warning" />
              <span>
                <strong>{_('Missing')}:</strong> {_('Not answered yet.')}
              </span>
            </p>
          ) : unmet.length > 0 ? (
            <FindingList findings={unmet} />
          ) : (
            <p className={`${review.finding} ${review.met}`}>
              <Icon name="check" />
              <span>{_('Met')}</span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
