import type { Bank, Problem } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { FileField } from '../../design/file-field.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { Table } from '../../design/table.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { FormDialog } from '../office/form.tsx';
import { Aside } from '../office/layout.tsx';
import { csvLimit, csvTemplate, rowProblems } from './csv.ts';
import { saveFile } from './save-file.ts';

interface ImportCsvProps {
  bank: Bank;
  onClose: () => void;
}

/** Imports many entries from a CSV file, all rows or none. */
export function ImportCsv({ bank, onClose }: ImportCsvProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const tooLarge = file !== null && file.size > csvLimit;
  const send = useMutation({
    mutationFn: async (chosen: File) =>
      desk.importBankEntries({
        params: { bank_id: bank.bank_id },
        body: { csv: await chosen.text() },
      }),
    onSuccess: async ({ added, already_there: already }) => {
      announce(
        _('{added} added, {already} were there already.', {
          added: number(added),
          already: number(already),
        }),
      );
      onClose();
      await queries.invalidateQueries({ queryKey: ['banks'] });
    },
  });
  const problem = problemOf(send.error);
  const rows = rowProblems(problem);
  return (
    <FormDialog
      isOpen
      title={_('Import a file')}
      submit={_('Import')}
      isPending={send.isPending}
      error={rows.length > 0 ? withoutRows(problem) : send.error}
      onClose={onClose}
      onSubmit={() => {
        if (file !== null && !tooLarge) send.mutate(file);
      }}
    >
      {rows.length > 0 && (
        <Table
          caption={_('Rows to put right')}
          rows={rows}
          rowKey={(row) => `${row.line}:${row.detail}`}
          columns={[
            {
              id: 'line',
              label: _('Line'),
              render: (row) => (row.line === null ? _('Whole file') : number(row.line)),
            },
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
      )}
      <FileField
        label={_('CSV file')}
        hint={_('All rows are taken, or none. At most 16 megabytes.')}
        accept=".csv,text/csv"
        onChange={([chosen]) => {
          send.reset();
          setFile(chosen ?? null);
        }}
        error={tooLarge ? _('This file is larger than 16 megabytes. Split it.') : undefined}
      />
      <Aside>
        <p>
          {_('The first line names the columns:')}{' '}
          <code dir="ltr">type,value,label,source,severity,note</code>
        </p>
        <div>
          <Button
            small
            icon="file"
            onPress={() =>
              saveFile(`commonweal-${bank.kind}.csv`, csvTemplate(bank.kind), 'text/csv')
            }
          >
            {_('Download a template')}
          </Button>
        </div>
      </Aside>
    </FormDialog>
  );
}

/** The table says what is wrong with the rows; the summary need not repeat it. */
function withoutRows(problem: Problem | null): { problem: Problem } | null {
  return problem && { problem: { ...problem, errors: [] } };
}
