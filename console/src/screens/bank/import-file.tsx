import { operations, type Bank, type BankImport, type EntryType } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { FileField } from '../../design/file-field.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { useSession } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';
import { Aside } from '../office/layout.tsx';
import { sendFile } from '../office/send-file.ts';
import { csvTemplate } from './csv.ts';
import { saveFile } from './save-file.ts';
import { SeverityField } from './severity-field.tsx';
import { typeNames, typesOf } from './types.ts';

interface ImportFileProps {
  bank: Bank;
  onClose: () => void;
}

/** Sends a file of entries. It is read after it has arrived; the bank's page shows how far. */
export function ImportFile({ bank, onClose }: ImportFileProps) {
  const { _ } = useLingui();
  const { csrf } = useSession();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [type, setType] = useState<EntryType | 'rows'>('rows');
  const [source, setSource] = useState(bank.source);
  const [label, setLabel] = useState('');
  const [severity, setSeverity] = useState<number | null>(null);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = useMutation({
    mutationFn: (chosen: File) => {
      stop.current = new AbortController();
      setShare(0);
      const query = new URLSearchParams({ name: chosen.name.slice(0, 200), source });
      if (label !== '') query.set('label', label);
      if (severity !== null) query.set('severity', String(severity));
      if (type !== 'rows') query.set('type', type);
      const path = operations.startBankImport.path.replace(':bank_id', bank.bank_id);
      return sendFile({
        operation: operations.startBankImport,
        path: `${path}?${query.toString()}`,
        body: chosen,
        contentType: 'application/octet-stream',
        csrf,
        onProgress: setShare,
        signal: stop.current.signal,
      }) as Promise<BankImport>;
    },
    onSuccess: async () => {
      announce(_('The file has arrived, and is being read.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['banks', bank.bank_id, 'imports'] });
    },
  });
  const types = typesOf[bank.kind];
  return (
    <FormDialog
      isOpen
      title={_('Import a file')}
      submit={_('Import')}
      isPending={send.isPending}
      error={send.error?.name === 'AbortError' ? null : send.error}
      fields={{ '/source': _('Source'), '/label': _('Caption'), '/severity': _('Severity') }}
      onClose={() => {
        stop.current?.abort();
        onClose();
      }}
      onSubmit={() => {
        if (file !== null) send.mutate(file);
      }}
    >
      <FileField
        label={_('File')}
        hint={_(
          'CSV, NDJSON, or one entry a line. Rows that cannot be taken are told one by one; all others are added.',
        )}
        accept=".csv,.ndjson,.jsonl,.json,.txt,text/csv,text/plain"
        onChange={([chosen]) => {
          send.reset();
          setFile(chosen ?? null);
        }}
      />
      {send.isPending && <Progress label={_('Sending the file')} share={share} />}
      <Aside>
        <p>{_('Where rows do not say their own, this holds:')}</p>
      </Aside>
      {types.length > 1 && (
        <Select
          label={_('Kind of fingerprint')}
          value={type}
          onChange={setType}
          options={[
            { id: 'rows' as const, label: _('As the rows say, or as their length tells') },
            ...types.map((id) => ({ id, label: typeNames[id] ?? id })),
          ]}
        />
      )}
      <TextField label={_('Source')} value={source} onChange={setSource} maxLength={300} />
      <TextField
        optional
        label={_('Caption')}
        hint={_('What it is, in a few words. Moderators read it beside a match.')}
        value={label}
        onChange={setLabel}
        maxLength={300}
      />
      <SeverityField value={severity} onChange={setSeverity} />
      <Aside>
        <p>
          {_('In CSV the first line names the columns:')}{' '}
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
