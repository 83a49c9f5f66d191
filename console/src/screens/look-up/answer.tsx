import type { LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { Panel } from '../../design/panel.tsx';
import { useFormats } from '../../i18n/format.ts';
import { MarkedText } from '../review/marked-text.tsx';
import { SignalList } from '../review/signal-list.tsx';
import { EntriesWith } from './entries-with.tsx';
import { FileFacts } from './file-facts.tsx';
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

function InShort({ reply }: Pick<AnswerProps, 'reply'>) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { matches, entries, seen } = reply;
  if (matches.length > 0)
    return (
      <Callout live tone="warning" title={_('This is known here')}>
        <p>
          {matches.every(({ strength }) => strength === 'name_only')
            ? _('Only names agree with it. Others may bear the same name.')
            : _(
                '{count, plural, one {# match is} other {# matches are}} listed below, each with its reason.',
                {
                  count: matches.length,
                },
              )}
        </p>
      </Callout>
    );
  if (entries.length > 0)
    return (
      <Callout live tone="warning" title={_('It was known here, and does not match now')}>
        <p>{_('See below who withdrew it, or when its time was over, and why.')}</p>
      </Callout>
    );
  if (seen !== null && seen.length > 0)
    return (
      <Callout live title={_('No bank and no list has it')}>
        <p>
          {_('The very same file was handed in before: {count}.', { count: number(seen.length) })}
        </p>
      </Callout>
    );
  return (
    <Callout live title={_('Nothing is known of it here')}>
      <p>
        {_(
          'No bank and no list of this desk has it, nor anything like it. That does not say that it is harmless.',
        )}
      </p>
    </Callout>
  );
}
