import type { CaseEvent } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import type { IconName } from '../../design/icon.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';

const lastFew = 8;

/** Kinds of event as the rooms write them. An unknown kind is shown as it is. */
const kinds: Readonly<Record<string, { what: Message; icon: IconName }>> = {
  opened: { what: msg('Opened'), icon: 'queue' },
  signals_added: { what: msg('New signals came in'), icon: 'queue' },
  claimed: { what: msg('Taken'), icon: 'person' },
  released: { what: msg('Given back'), icon: 'reply' },
  note: { what: msg('Note'), icon: 'page' },
  decided: { what: msg('Decided'), icon: 'scales' },
  awaiting_second: { what: msg('Decided; waits for a second person'), icon: 'clock' },
  approved: { what: msg('Approved by a second person'), icon: 'done' },
  refused: { what: msg('Refused by the second person'), icon: 'stop' },
  reversed: { what: msg('Reversed'), icon: 'reply' },
  no_action: { what: msg('No action'), icon: 'done' },
  reopened: { what: msg('Opened again'), icon: 'queue' },
  appealed: { what: msg('Appealed'), icon: 'reply' },
  appeal_upheld: { what: msg('Appeal heard: the decision stands'), icon: 'scales' },
  appeal_overturned: { what: msg('Appeal heard: the decision was overturned'), icon: 'scales' },
};

/** What happened to a case, the last of it first in sight. Nothing is ever taken out. */
export function History({ events }: { events: readonly CaseEvent[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, events.length - lastFew);
  return (
    <>
      {hidden > 0 && (
        <div>
          <Button small icon="up" onPress={() => setAll(true)}>
            {_('{count, plural, one {Show # earlier entry} other {Show # earlier entries}}', {
              count: hidden,
            })}
          </Button>
        </div>
      )}
      <Timeline
        label={_('{count, plural, one {# entry of the history} other {# entries of the history}}', {
          count: events.length,
        })}
        entries={events.slice(hidden).map((event, index) => ({
          id: `${number(index)}:${event.at}`,
          at: event.at,
          what: kinds[event.kind] ? _(kinds[event.kind]?.what ?? '') : event.kind,
          who:
            event.tool === 'console' ? (
              <bdi>{event.by}</bdi>
            ) : (
              <>
                {_('By itself:')} <bdi>{event.by}</bdi>
              </>
            ),
          icon: kinds[event.kind]?.icon ?? 'dot',
          ...(event.detail === '' ? {} : { children: <p dir="auto">{event.detail}</p> }),
        }))}
      />
    </>
  );
}
