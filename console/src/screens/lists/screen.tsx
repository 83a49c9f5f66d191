import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';
import { ImportList } from './import-list.tsx';
import { ListPanel } from './list-panel.tsx';
import { Register } from './register.tsx';

/** Official lists, and the register of names they make. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const { data } = useSuspenseQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => desk.listLists({ signal }),
  });
  const lists = data.data;
  return (
    <>
      <PageHeader
        title={_('Lists')}
        lead={_(
          'Organisations and persons designated by an authority. A listing shows where to look; it never decides.',
        )}
      />
      {lists.length === 0 && (
        <EmptyState title={_('No list imported yet')} icon="list">
          <p>
            {_(
              'Names are not compared with any official list. That is not the same as none found.',
            )}
          </p>
        </EmptyState>
      )}
      {lists.map((list) => (
        <ListPanel key={list.list_id} list={list} />
      ))}
      {may('importList') && (
        <Panel title={_('Import a list')}>
          <ImportList />
        </Panel>
      )}
      {lists.length > 0 && (
        <Panel title={_('Search the register')}>
          <Register lists={lists} />
        </Panel>
      )}
    </>
  );
}
