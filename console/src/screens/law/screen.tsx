import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Callout } from '../../design/callout.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { desk } from '../../desk.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { Definitions } from './definitions.tsx';
import { Matrix } from './matrix.tsx';

const views = ['matrix', 'definitions'] as const;

/** The law of each jurisdiction, as far as is known: what is there, and what is not. */
export function Screen() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const view = oneOfWords(words['view'], views) ?? 'matrix';
  const { data } = useSuspenseQuery({
    queryKey: ['law', 'jurisdictions'],
    queryFn: ({ signal }) => desk.listJurisdictions({ signal }),
  });
  const reviewed = data.data.filter((each) => each.last_reviewed !== null).length;
  return (
    <>
      <PageHeader
        title={_('Law')}
        lead={_(
          'What the law of each jurisdiction says of terrorist use of the internet, as far as is known: what there is to act under, and what holds it in bounds.',
        )}
      />
      <Callout tone="warning" title={_('Not legal advice')}>
        <p>
          {reviewed === 0
            ? _(
                'No lawyer has reviewed any of these entries yet. They say where to look; ask somebody who practises there before you rely on one.',
              )
            : _(
                'Lawyers have reviewed {reviewed} of {all} entries. The others say where to look; ask somebody who practises there before you rely on one.',
                { reviewed, all: data.data.length },
              )}
        </p>
      </Callout>
      <Tabs
        label={_('What to ask the registry')}
        selected={view}
        onSelect={(id) => change({ view: id === 'matrix' ? null : id })}
        tabs={[
          {
            id: 'matrix',
            label: _('What is there'),
            content: <Matrix jurisdictions={data.data} />,
          },
          { id: 'definitions', label: _('Definitions'), content: <Definitions /> },
        ]}
      />
    </>
  );
}
