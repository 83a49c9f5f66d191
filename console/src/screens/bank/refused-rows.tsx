import type { BankImport } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Loading } from '../../design/loading.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Refusal } from '../office/refusal.tsx';
import { refusedCsv } from './csv.ts';
import { saveFile } from './save-file.ts';

const firstFew = 20;

/** The rows of an import that were not taken, with their line and why. */
export function RefusedRows({ bankImport }: { bankImport: BankImport }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { bank_id, bank_import_id, refused, name } = bankImport;
  const { data, error } = useQuery({
    queryKey: ['banks', bank_id, 'imports', bank_import_id, 'refusals', refused],
    queryFn: ({ signal }) =>
      desk.listImportRefusals({ params: { bank_id, bank_import_id }, signal }),
  });
  if (error) return <Refusal error={error} />;
  if (data === undefined) return <Loading />;
  const rows = data.data;
  return (
    <>
      <Table
        caption={
          refused > firstFew
            ? _('The first {shown} of {all} refused rows', {
                shown: number(Math.min(firstFew, rows.length)),
                all: number(refused),
              })
            : _('Refused rows')
        }
        rows={rows.slice(0, firstFew)}
        rowKey={(row) => String(row.line)}
        columns={[
          { id: 'line', label: _('Line'), render: (row) => number(row.line) },
          {
            id: 'detail',
            label: _('What is wrong'),
            render: (row) => (
              <span lang="en" dir="ltr">
                {row.detail}
              </span>
            ),
          },
        ]}
      />
      <div>
        <Button
          small
          icon="file"
          onPress={() => saveFile(`refused-${name || 'rows'}.csv`, refusedCsv(rows), 'text/csv')}
        >
          {rows.length < refused
            ? _('Download the first {count}', { count: number(rows.length) })
            : _('Download them all')}
        </Button>
      </div>
    </>
  );
}
