import type { Bank } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Form } from '../office/form.tsx';
import { Stack } from '../office/layout.tsx';
import { PreviewAnswer } from './preview-answer.tsx';

const reaches = ['1', '7', '30', '90'] as const;

/** What the bank would find in what came in lately. */
export function Preview({ bank }: { bank: Bank }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [days, setDays] = useState<(typeof reaches)[number]>('7');
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const look = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return desk.previewBank({
        params: { bank_id: bank.bank_id },
        body: { days: Number(days) },
        signal: stop.current.signal,
      });
    },
  });
  return (
    <Panel
      title={_('What would this bank do?')}
      lead={_(
        'Compares its entries with items that are here, as if it were on. Nothing is changed, and nothing of it is kept.',
      )}
    >
      <Stack>
        <Form
          error={look.error}
          onSubmit={() => look.mutate()}
          actions={
            <Button type="submit" icon="search" isPending={look.isPending}>
              {_('Look')}
            </Button>
          }
        >
          <Select
            label={_('In what came in')}
            value={days}
            onChange={setDays}
            options={reaches.map((id) => ({
              id,
              label: _('{days, plural, one {The last day} other {The last # days}}', {
                days: Number(id),
              }),
            }))}
            hint={_('At most the newest {count} items, for at most {seconds} seconds.', {
              count: number(10_000),
              seconds: number(20),
            })}
          />
        </Form>
        {look.isPending && <Progress label={_('Comparing it with the items')} share={null} />}
        {look.data && <PreviewAnswer bank={bank} preview={look.data} />}
      </Stack>
    </Panel>
  );
}
