import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../design/date-field.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Loading } from '../../design/loading.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { Filters } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';
import { useSearchWords } from '../office/use-search-words.ts';
import { periodWords } from './bars.ts';
import { Figures } from './figures.tsx';

/** The public account, as the public reads it. */
export function Screen() {
  const { _ } = useLingui();
  const slug = useSession().desk?.slug;
  const [words, change] = useSearchWords();
  const period = periodWords(words);
  const report = useQuery({
    queryKey: ['transparency', period],
    queryFn: ({ signal }) => desk.readTransparency({ query: period, signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = report;
  const address = `/d/${slug}/transparency`;
  const query = data ? `?from=${data.from}&to=${data.to}` : '';
  return (
    <>
      <PageHeader
        title={_('Transparency')}
        lead={_('The account the public reads, counted from the same rows.')}
        actions={
          <>
            <LinkButton href={address + query} target="_blank" icon="page">
              {_('The public page')}
            </LinkButton>
            <LinkButton href={`${address}.json${query}`} target="_blank" icon="file">
              JSON
            </LinkButton>
            <LinkButton href={`${address}.csv${query}`} target="_blank" icon="file">
              CSV
            </LinkButton>
          </>
        }
      />
      <PeriodFields
        key={data ? 'known' : 'unknown'}
        from={words['from'] ?? data?.from ?? ''}
        to={words['to'] ?? data?.to ?? ''}
        onChange={change}
      />
      <Refusal
        error={report.error}
        takesFocus={false}
        fields={{ '/from': _('From'), '/to': _('To, this day included') }}
      />
      {data ? <Figures report={data} /> : report.isPending && <Loading />}
    </>
  );
}

interface PeriodFieldsProps {
  from: string;
  to: string;
  onChange: (period: { from: string; to: string }) => void;
}

/** Two days. What is typed stays in the fields; the address follows once both are whole days. */
function PeriodFields({ onChange, ...given }: PeriodFieldsProps) {
  const { _ } = useLingui();
  const [days, setDays] = useState(given);
  function set(change: Partial<typeof days>) {
    const next = { ...days, ...change };
    setDays(next);
    const whole = periodWords(next);
    if (whole.from !== undefined && whole.to !== undefined) onChange(next);
  }
  return (
    <Filters>
      <DateField label={_('From')} value={days.from} onChange={(from) => set({ from })} />
      <DateField
        label={_('To, this day included')}
        value={days.to}
        onChange={(to) => set({ to })}
      />
    </Filters>
  );
}
