import type { Designation } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Badge } from '../../design/badge.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { Aside, Stack } from '../office/layout.tsx';
import { nameKinds, nameStrengths, useAuthorities } from './words.ts';

type ListedName = Designation['names'][number];

/** The names of one listing, and which of them may raise a signal. */
export function Names({ designationId }: { designationId: string }) {
  const { _ } = useLingui();
  const authorityName = useAuthorities();
  const { data: listed } = useSuspenseQuery({
    queryKey: ['designations', 'one', designationId],
    queryFn: ({ signal }) =>
      desk.readDesignation({ params: { designation_id: designationId }, signal }),
  });
  return (
    <Stack>
      <Table
        caption={_('Names on the list of {authority}', {
          authority: authorityName(listed.authority),
        })}
        rows={listed.names}
        rowKey={(name) => `${name.kind} ${name.text}`}
        columns={[
          { id: 'name', label: _('Name'), render: (name) => <bdi>{name.text}</bdi> },
          { id: 'kind', label: _('Kind'), render: (name) => _(nameKinds[name.kind] ?? name.kind) },
          {
            id: 'strength',
            label: _('How good it is'),
            render: (name) => _(nameStrengths[name.strength] ?? name.strength),
          },
          { id: 'alone', label: _('Signals alone'), render: (name) => <Alone name={name} /> },
          {
            id: 'why',
            label: _('Why not'),
            render: (name) => (name.suppressed_reason ? _(name.suppressed_reason) : '—'),
          },
        ]}
      />
      <Aside>
        <p>
          {_(
            'A name that signals alone puts content before a person. It is never enough for a measure: somebody else may bear it.',
          )}
        </p>
      </Aside>
    </Stack>
  );
}

function Alone({ name }: { name: ListedName }) {
  const { _ } = useLingui();
  return name.alone ? (
    <Badge tone="info">{_('Yes')}</Badge>
  ) : (
    <Badge icon="hidden">{_('No')}</Badge>
  );
}
