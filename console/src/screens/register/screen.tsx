import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { Changes } from './changes.tsx';
import { DifferentPersons } from './different-persons.tsx';
import { Links } from './links.tsx';
import { Matrix } from './matrix.tsx';
import { Screening } from './screening.tsx';
import { Search } from './search.tsx';

const views = ['search', 'matrix', 'changes', 'screening', 'links', 'different'] as const;

/** The register: who is designated, by whom, since when, and whether somebody is them. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const [words, change] = useSearchWords();
  const { data } = useSuspenseQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => desk.listLists({ signal }),
  });
  const lists = data.data.filter((list) => list.editions > 0);
  const view = oneOfWords(words['view'], views) ?? 'search';
  const toLists = (
    <LinkButton href="/lists" icon="list">
      {_('Lists')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={_('Register')}
        lead={_(
          'Organisations and persons designated by an authority: by whom, since when, and under what. A listing shows where to look; it never decides.',
        )}
        actions={toLists}
      />
      {lists.length === 0 ? (
        <EmptyState title={_('The register is empty')} icon="list" actions={toLists}>
          <p>{_('Take in a list first. Until then names are not compared with any.')}</p>
        </EmptyState>
      ) : (
        <Tabs
          label={_('What to ask the register')}
          selected={view}
          onSelect={(id) => change({ view: id === 'search' ? null : id, q: null })}
          tabs={[
            { id: 'search', label: _('Search'), content: <Search lists={lists} /> },
            { id: 'matrix', label: _('Across authorities'), content: <Matrix /> },
            { id: 'changes', label: _('What changed'), content: <Changes lists={lists} /> },
            ...(may('screenName')
              ? [
                  {
                    id: 'screening' as const,
                    label: _('Screen a name'),
                    content: <Screening />,
                  },
                ]
              : []),
            { id: 'links', label: _('The same?'), content: <Links /> },
            { id: 'different', label: _('Different persons'), content: <DifferentPersons /> },
          ]}
        />
      )}
    </>
  );
}
