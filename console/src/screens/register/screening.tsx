import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Form } from '../office/form.tsx';
import { Aside, Columns, Stack } from '../office/layout.tsx';
import { ScreenedCard } from './screened-card.tsx';
import { designationKinds } from './words.ts';

const kinds = ['any', 'organisation', 'person'] as const;

/** Asks whether somebody of a name is listed. Nothing of it is kept. */
export function Screening() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('any');
  const [country, setCountry] = useState('');
  const [year, setYear] = useState('');
  const [account, setAccount] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      desk.screenName({
        body: {
          name: name.trim(),
          ...(kind !== 'any' && { kind }),
          ...(country.trim() !== '' && { countries: [country.trim()] }),
          ...(/^\d{4}$/.test(year) && { birth_years: [Number(year)] }),
          ...(account.trim() !== '' && { account: account.trim() }),
        },
      }),
  });
  const problem = problemOf(ask.error);
  const answer = ask.data;
  const likely = answer?.data.filter((each) => each.score >= answer.threshold) ?? [];
  const others = answer?.data.filter((each) => each.score < answer.threshold) ?? [];
  return (
    <Stack>
      <Form
        error={ask.error}
        fields={{ '/name': _('Name or handle'), '/countries/0': _('Country') }}
        onSubmit={() => ask.mutate()}
        actions={
          <Button type="submit" kind="primary" icon="search" isPending={ask.isPending}>
            {_('Screen this name')}
          </Button>
        }
      >
        <TextField
          label={_('Name or handle')}
          hint={_('Of an account, a group or a channel, in any script.')}
          value={name}
          onChange={setName}
          isRequired
          minLength={2}
          maxLength={300}
          error={fieldError(problem, '/name')}
        />
        <Columns>
          <Select
            label={_('Kind')}
            value={kind}
            onChange={setKind}
            options={[
              { id: 'any', label: _('All') },
              { id: 'organisation', label: _(designationKinds.organisation) },
              { id: 'person', label: _(designationKinds.person) },
            ]}
          />
          <TextField
            label={_('Country')}
            optional
            value={country}
            onChange={setCountry}
            maxLength={80}
            error={fieldError(problem, '/countries/0')}
          />
          <TextField
            label={_('Year of birth')}
            optional
            inputMode="numeric"
            pattern="\d{4}"
            value={year}
            onChange={setYear}
            maxLength={4}
          />
          <TextField
            label={_('The account’s id')}
            hint={_('The platform’s own id of it, to see whether it was reviewed before.')}
            optional
            value={account}
            onChange={setAccount}
            maxLength={200}
          />
        </Columns>
      </Form>
      {answer !== undefined && (
        <Stack>
          {likely.length === 0 && (
            <EmptyState title={_('Nobody is listed under a name like this')} icon="search">
              <p>
                {_('{count} names were searched: only those of the lists that are here.', {
                  count: number(answer.searched),
                })}
              </p>
            </EmptyState>
          )}
          {likely.length > 0 && (
            <Callout live tone="warning" title={_('A person should look')}>
              <p>{_('A name is only a name: others may bear it. It never decides.')}</p>
            </Callout>
          )}
          {likely.map((found) => (
            <ScreenedCard
              key={found.designation_id}
              found={found}
              name={ask.data.data[0]?.because.name_asked ?? name}
              account={account.trim()}
              onReviewed={() => ask.mutate()}
            />
          ))}
          {others.length > 0 && (
            <details>
              <summary>{_('Less like it: {count}', { count: number(others.length) })}</summary>
              <Stack>
                {others.map((found) => (
                  <ScreenedCard
                    key={found.designation_id}
                    found={found}
                    name={name}
                    account=""
                    onReviewed={() => ask.mutate()}
                  />
                ))}
              </Stack>
            </details>
          )}
        </Stack>
      )}
      <Aside>
        <p>{_('Nothing of what is asked is kept.')}</p>
      </Aside>
    </Stack>
  );
}
