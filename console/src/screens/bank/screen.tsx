import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { bankKindWords } from '../banks/kinds.ts';
import { OnBadge } from '../banks/on-badge.tsx';
import { useMay } from '../office/use-may.ts';
import { AddEntry } from './add-entry.tsx';
import { BankHistory } from './bank-history.tsx';
import { EntryList } from './entry-list.tsx';
import { ImportFile } from './import-file.tsx';
import { ImportList } from './import-list.tsx';
import { Preview } from './preview.tsx';
import { SwitchBank } from './switch-bank.tsx';

/** One bank and its entries. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const [open, setOpen] = useState<'add' | 'import' | 'switch' | null>(null);
  const bankId = useParams({ strict: false, select: (params) => String(params['bankId']) });
  const { data: bank } = useSuspenseQuery({
    queryKey: ['banks', bankId],
    queryFn: ({ signal }) => desk.readBank({ params: { bank_id: bankId }, signal }),
  });
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={bank.name}
        lead={bank.description || _(bankKindWords[bank.kind].hint)}
        crumbs={[{ label: _('Banks'), href: '/banks' }]}
        badges={
          <>
            <Badge icon="books">{_(bankKindWords[bank.kind].label)}</Badge> <OnBadge bank={bank} />
          </>
        }
        actions={
          may('addBankEntry') && (
            <>
              <Button kind="primary" onPress={() => setOpen('add')}>
                {_('Add an entry')}
              </Button>
              <Button icon="file" onPress={() => setOpen('import')}>
                {_('Import a file')}
              </Button>
              <Button onPress={() => setOpen('switch')}>
                {bank.on ? _('Switch it off…') : _('Switch it on…')}
              </Button>
            </>
          )
        }
      />
      <KeyValue
        entries={[
          { label: _('Source'), value: <bdi>{bank.source}</bdi> },
          { label: _('Entries'), value: number(bank.entries) },
          ...(bank.pdq_distance === null
            ? []
            : [
                {
                  label: _('How near a picture must be'),
                  value: _('{bits} of 256 bits may differ', { bits: number(bank.pdq_distance) }),
                },
              ]),
        ]}
      />
      <ImportList bank={bank} />
      {may('previewBank') && <Preview bank={bank} />}
      <EntryList bank={bank} />
      <BankHistory bank={bank} />
      {open === 'add' && <AddEntry bank={bank} onClose={close} />}
      {open === 'switch' && <SwitchBank bank={bank} onClose={close} />}
      {open === 'import' && <ImportFile bank={bank} onClose={close} />}
    </>
  );
}
