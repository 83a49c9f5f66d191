import type { DesignationList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Select } from '../../design/select.tsx';
import { Switch } from '../../design/switch.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { Row } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';

const everyWords = {
  '6': msg('Every six hours'),
  '24': msg('Every day'),
  '168': msg('Every week'),
} as const satisfies Record<string, Message>;
type Every = keyof typeof everyWords;
const everies = Object.keys(everyWords) as Every[];

interface FetchingProps {
  list: DesignationList | null;
  listKey: string;
  url: string;
}

/** Whether the desk fetches the list from its publisher by itself, how often, and what came of it. */
export function Fetching({ list, listKey, url }: FetchingProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['lists'] });
  const follow = useMutation({
    mutationFn: (body: { fetched: boolean; every_hours?: number }) =>
      desk.followList({ params: { list_key: listKey }, body }),
    onSuccess: again,
  });
  const fetchNow = useMutation({
    mutationFn: () => desk.fetchList({ params: { list_key: listKey } }),
    onSuccess: async () => {
      announce(_('It is fetched within half a minute.'));
      await again();
    },
  });
  const fetched = list?.fetched ?? false;
  const every = everies.find((each) => Number(each) === list?.every_hours) ?? '24';
  return (
    <Panel title={_('Fetch it from its publisher')}>
      <Refusal error={follow.error ?? fetchNow.error} />
      {list?.problem && (
        <Callout tone="warning" title={_('The last try brought nothing')}>
          <p lang="en" dir="ltr">
            {list.problem}
          </p>
          <p>
            {list.due_at === null
              ? _('What is here stays as it was.')
              : _('What is here stays as it was. It is tried again.')}
          </p>
        </Callout>
      )}
      <Switch
        isSelected={fetched}
        isDisabled={follow.isPending}
        onChange={(on) => follow.mutate({ fetched: on })}
        hint={_(
          'This desk calls the publisher’s server, asks whether there is another edition, and says nothing of itself.',
        )}
      >
        {_('Fetch it by itself')}
      </Switch>
      {fetched && (
        <Select
          label={_('How often')}
          value={every}
          isDisabled={follow.isPending}
          onChange={(hours) => follow.mutate({ fetched: true, every_hours: Number(hours) })}
          options={everies.map((id) => ({ id, label: _(everyWords[id]) }))}
        />
      )}
      <KeyValue
        entries={[
          {
            label: _('Address'),
            value: (
              <a href={url} rel="noreferrer" target="_blank" dir="ltr">
                {url}
              </a>
            ),
          },
          ...(list === null
            ? []
            : [
                {
                  label: _('Asked last'),
                  value: list.checked_at ? <RelativeTime at={list.checked_at} /> : _('Never'),
                },
                {
                  label: _('Seen last, as it is here'),
                  value: list.seen_at ? <RelativeTime at={list.seen_at} /> : _('Never'),
                },
              ]),
        ]}
      />
      <Row>
        <Button icon="down" isPending={fetchNow.isPending} onPress={() => fetchNow.mutate()}>
          {_('Fetch it now')}
        </Button>
      </Row>
    </Panel>
  );
}
