import type { DesignationList, KnownList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Row, Stack } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { effectWords, useAuthorities } from '../register/words.ts';
import { AddOwn } from './add-own.tsx';
import { Freshness } from './freshness.tsx';

/** The lists of the desk, and the official ones that can be read. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { data: here } = useSuspenseQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => desk.listLists({ signal }),
  });
  const { data: known } = useSuspenseQuery({
    queryKey: ['lists', 'known'],
    queryFn: ({ signal }) => desk.listKnownLists({ signal }),
  });
  const others = known.data.filter((list) => !list.here);
  return (
    <>
      <PageHeader
        title={_('Lists')}
        lead={_(
          'Organisations and persons designated by an authority. A listing shows where to look; it never decides.',
        )}
        actions={
          <>
            <LinkButton href="/register" icon="search">
              {_('Ask the register')}
            </LinkButton>
            {may('addOwnList') && (
              <Button icon="page" onPress={() => setAdding(true)}>
                {_('Add a list of your own')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        <Here lists={here.data} />
        {others.length > 0 && <Others lists={others} />}
      </Stack>
      {adding && <AddOwn onClose={() => setAdding(false)} />}
    </>
  );
}

function Here({ lists }: { lists: readonly DesignationList[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const authorityName = useAuthorities();
  return (
    <Table
      caption={_('Lists of this desk')}
      rows={lists}
      rowKey={(list) => list.list_id}
      rowHref={(list) => `/lists/${list.key}`}
      empty={
        <EmptyState title={_('No list imported yet')} icon="list">
          <p>
            {_(
              'Names are not compared with any official list. That is not the same as none found.',
            )}
          </p>
        </EmptyState>
      }
      columns={[
        { id: 'name', label: _('List'), render: (list) => <bdi>{list.name}</bdi> },
        { id: 'by', label: _('Authority'), render: (list) => authorityName(list.authority) },
        {
          id: 'count',
          label: _('Designations'),
          numeric: true,
          render: (list) => number(list.entities),
        },
        {
          id: 'edition',
          label: _('Edition of'),
          render: (list) => {
            const at = list.generated_at ?? list.imported_at;
            return at === null ? '—' : <RelativeTime at={at} />;
          },
        },
        { id: 'state', label: _('State'), render: (list) => <Freshness list={list} /> },
      ]}
    />
  );
}

function Others({ lists }: { lists: readonly KnownList[] }) {
  const { _ } = useLingui();
  const authorityName = useAuthorities();
  return (
    <Table
      caption={_('Official lists that can be read here')}
      rows={lists}
      rowKey={(list) => list.key}
      rowHref={(list) => `/lists/${list.key}`}
      columns={[
        { id: 'name', label: _('List'), render: (list) => <bdi>{list.name}</bdi> },
        { id: 'by', label: _('Authority'), render: (list) => authorityName(list.authority) },
        {
          id: 'effects',
          label: _('What it means in law'),
          render: (list) => (
            <Row>
              {list.effects.map((effect) => (
                <Badge key={effect}>{_(effectWords[effect])}</Badge>
              ))}
            </Row>
          ),
        },
        {
          id: 'how',
          label: _('How it comes'),
          render: (list) =>
            list.url === null
              ? _('By hand ({file})', { file: list.file })
              : _('Fetched, or by hand ({file})', { file: list.file }),
        },
      ]}
    />
  );
}
