import type { DesignationList, KnownList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { Stack } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { useAuthorities } from '../register/words.ts';
import { Editions } from './editions.tsx';
import { Facts, KnownFacts } from './facts.tsx';
import { Fetching } from './fetching.tsx';
import { Freshness } from './freshness.tsx';
import { ImportList } from './import-list.tsx';

/** One list: what it holds, how old it is, where it comes from, and its editions. */
export function Screen() {
  const { _ } = useLingui();
  const key = useParams({ strict: false, select: (params) => String(params['listKey']) });
  const { data: here } = useSuspenseQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => desk.listLists({ signal }),
    refetchInterval: (query) =>
      query.state.data?.data.some((each) => each.key === key && isFetching(each)) ? 3000 : false,
  });
  const { data: known } = useSuspenseQuery({
    queryKey: ['lists', 'known'],
    queryFn: ({ signal }) => desk.listKnownLists({ signal }),
  });
  const list = here.data.find((each) => each.key === key) ?? null;
  const official = known.data.find((each) => each.key === key) ?? null;
  const either = list ?? official;
  if (either === null)
    return (
      <EmptyState
        title={_('There is no such list')}
        icon="list"
        actions={<LinkButton href="/lists">{_('Lists')}</LinkButton>}
      />
    );
  return (
    <>
      <Head list={list} either={either} />
      <Stack>
        {list === null ? (
          official && <KnownFacts list={official} />
        ) : (
          <Facts list={list} page={official?.page ?? null} />
        )}
        <Acts list={list} either={either} official={official} />
        {list !== null && list.editions > 0 && <Editions listKey={key} />}
      </Stack>
    </>
  );
}

/** Asked for, and not come yet. */
function isFetching({ due_at: due, checked_at: checked }: DesignationList): boolean {
  return due !== null && new Date(due) <= new Date(Date.now() + 1000) && due !== checked;
}

interface PartProps {
  list: DesignationList | null;
  either: DesignationList | KnownList;
}

function Head({ list, either }: PartProps) {
  const { _ } = useLingui();
  const authorityName = useAuthorities();
  return (
    <PageHeader
      title={either.name}
      lead={authorityName(either.authority)}
      crumbs={[{ label: _('Lists'), href: '/lists' }]}
      badges={list && <Freshness list={list} />}
      actions={
        list !== null &&
        list.editions > 0 && (
          <LinkButton href={`/register?by=${list.authority}`} icon="search">
            {_('Who is on it')}
          </LinkButton>
        )
      }
    />
  );
}

function Acts({ list, either, official }: PartProps & { official: KnownList | null }) {
  const { _ } = useLingui();
  const may = useMay();
  return (
    <>
      {either.url !== null && may('followList') && (
        <Fetching list={list} listKey={either.key} url={either.url} />
      )}
      {may('importList') && (
        <Panel title={_('Take in a file')}>
          <ImportList
            listKey={either.key}
            file={official?.file ?? null}
            also={official?.also ?? []}
            inParts={(official?.also ?? []).length > 0 || list?.format === 'ftm'}
            url={either.url}
            isGazette={list?.format === 'gazette'}
          />
        </Panel>
      )}
    </>
  );
}
