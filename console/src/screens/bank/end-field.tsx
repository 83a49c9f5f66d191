import type { BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { DateField } from '../../design/date-field.tsx';

interface EndFieldProps {
  /** `2026-03-04`; empty for no end. */
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/** Until when an entry matches. */
export function EndField({ value, onChange, error }: EndFieldProps) {
  const { _ } = useLingui();
  return (
    <DateField
      optional
      label={_('Last day')}
      hint={_('It matches until the end of this day, UTC. Leave it empty for no end.')}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

/** The moment at which a day is over, in UTC; null for no day. */
export function endOfDay(day: string): string | null {
  return day === '' ? null : `${day}T23:59:59.999Z`;
}

/** The last day of an entry, in UTC; empty when it has no end. */
export function dayOf({ expires_at }: Pick<BankEntry, 'expires_at'>): string {
  return expires_at?.slice(0, 10) ?? '';
}
