import type { Designation } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Aside } from '../office/layout.tsx';
import { Standing } from './register.tsx';
import { designationKinds, nameKinds, nameStrengths } from './words.ts';

type ListedName = Designation['names'][number];

/** One designation, and which of its names may raise a signal. */
export function Screen() {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const id = useParams({ strict: false, select: (params) => String(params['designationId']) });
  const { data: listed } = useSuspenseQuery({
    queryKey: ['designations', 'one', id],
    queryFn: ({ signal }) => desk.readDesignation({ params: { designation_id: id }, signal }),
  });
  return (
    <>
      <PageHeader
        title={listed.name}
        crumbs={[{ label: _('Lists'), href: '/lists' }]}
        badges={<Standing designation={listed} />}
      />
      <KeyValue
        entries={[
          { label: _('Kind'), value: _(designationKinds[listed.kind]) },
          { label: _('Authority'), value: <bdi>{listed.authority}</bdi> },
          { label: _('Reference'), value: <bdi>{listed.reference}</bdi> },
          { label: _('Listed under'), value: <bdi>{listed.list_type}</bdi> },
          { label: _('Listed'), value: listed.listed_on && calendarDay(listed.listed_on) },
        ]}
      />
      <Table
        caption={_('Names')}
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
    </>
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
