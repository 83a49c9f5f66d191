import type { LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Panel } from '../../design/panel.tsx';
import { MarkedText } from '../review/marked-text.tsx';
import { SignalList } from '../review/signal-list.tsx';
import { EntriesWith } from './entries-with.tsx';
import { FileFacts } from './file-facts.tsx';
import { InShort } from './in-short.tsx';
import type { Asked } from './screen.tsx';
import { SeenBefore } from './seen-before.tsx';
import { useRecords } from './use-records.ts';

interface AnswerProps {
  asked: Asked;
  reply: LookupReply;
}

/** What is known: first in a sentence, then why, then all that bears on it. */
export function Answer({ asked, reply }: AnswerProps) {
  const { _ } = useLingui();
  const records = useRecords(reply.matches);
  const signals = reply.matches.map((signal, at) => ({ number: at + 1, signal }));
  return (
    <>
      <InShort reply={reply} />
      {signals.length > 0 && (
        <Panel
          title={_('What would raise a signal')}
          lead={_('An item with this would come before a person, for these reasons.')}
        >
          {asked.as === 'text' && (
            <MarkedText
              text={asked.value}
              field="text"
              signals={signals}
              language={null}
              label={_('The text, with what was found marked')}
            />
          )}
          <SignalList signals={signals} records={records} />
        </Panel>
      )}
      {reply.entries.length > 0 && (
        <Panel
          title={_('Entries with exactly this value')}
          lead={_('However they stand: withdrawn and expired ones do not match.')}
        >
          <EntriesWith entries={reply.entries} />
        </Panel>
      )}
      {reply.seen !== null && (
        <Panel title={_('Items with this very file')}>
          <SeenBefore items={reply.seen} />
        </Panel>
      )}
      {reply.file !== null && (
        <Panel title={_('The file')}>
          <FileFacts file={reply.file} />
        </Panel>
      )}
    </>
  );
}
