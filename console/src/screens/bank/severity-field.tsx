import { useLingui } from '@lingui/react';
import { Select } from '../../design/select.tsx';
import { useFormats } from '../../i18n/format.ts';
import { severityMeanings } from '../../words/assessment.ts';
import type { ReactNode } from 'react';

const levels = [1, 2, 3, 4, 5] as const;
const ids = ['none', '1', '2', '3', '4', '5'] as const;

interface SeverityFieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  error?: ReactNode;
}

/** How grave an entry is, or that nobody has said. */
export function SeverityField({ value, onChange, error }: SeverityFieldProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  return (
    <Select
      optional
      label={_('Severity')}
      value={ids.find((id) => id === String(value)) ?? 'none'}
      onChange={(id) => onChange(id === 'none' ? null : Number(id))}
      options={[
        { id: 'none', label: _('Not said') },
        ...levels.map((level) => ({
          id: ids[level] ?? 'none',
          label: number(level),
          hint: _(severityMeanings[level]),
        })),
      ]}
      error={error}
    />
  );
}
