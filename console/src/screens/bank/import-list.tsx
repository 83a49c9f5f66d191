import type { Bank, BankImport } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { Stack } from '../office/layout.tsx';
import { ImportCard } from './import-card.tsx';

const often = 1000; // ms between looks while one is under way

const isUnderWay = ({ state }: BankImport) => state === 'waiting' || state === 'running';

/** The latest imports into a bank, followed while they are under way. Nothing where there was none. */
export function ImportList({ bank }: { bank: Bank }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['banks', bank.bank_id, 'imports'],
    queryFn: ({ signal }) => desk.listBankImports({ params: { bank_id: bank.bank_id }, signal }),
    refetchInterval: ({ state }) => (state.data?.data.some(isUnderWay) ? often : false),
  });
  const underWay = data?.data.filter(isUnderWay).length ?? 0;
  const before = useRef(underWay);
  useEffect(() => {
    // What has come in is to be seen in the entries and their number.
    if (underWay < before.current) void queries.invalidateQueries({ queryKey: ['banks'] });
    before.current = underWay;
  }, [underWay, queries]);
  if (data === undefined || data.data.length === 0) return null;
  return (
    <Panel title={_('Imports')}>
      <Stack>
        {data.data.map((one) => (
          <ImportCard key={one.bank_import_id} bankImport={one} />
        ))}
      </Stack>
    </Panel>
  );
}
