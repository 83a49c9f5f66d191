import type { Bank } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';

/** Whether anything of a bank is found. */
export function OnBadge({ bank }: { bank: Pick<Bank, 'on'> }) {
  const { _ } = useLingui();
  return bank.on ? (
    <Badge tone="success">{_('On')}</Badge>
  ) : (
    <Badge tone="warn">{_('Off: nothing of it is found')}</Badge>
  );
}
