import { useLingui } from '@lingui/react';
import { PageHeader } from '../../design/page-header.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { MeasureList } from './measure-list.tsx';
import { MessageList } from './message-list.tsx';

const views = ['messages', 'measures'] as const;

/** What was sent to the platform, and what stands there because of it. */
export function Screen() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  return (
    <>
      <PageHeader
        title={_('Deliveries')}
        lead={_('Every measure reaches the platform as a signed message, sent until it is taken.')}
      />
      <Tabs
        label={_('Deliveries')}
        selected={oneOfWords(words['view'], views) ?? 'messages'}
        onSelect={(view) => change({ view: view === 'messages' ? null : view, state: null })}
        tabs={[
          { id: 'messages', label: _('Messages'), content: <MessageList /> },
          { id: 'measures', label: _('Measures'), content: <MeasureList /> },
        ]}
      />
    </>
  );
}
