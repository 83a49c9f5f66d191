import type { JurisdictionRead } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { Callout } from '../../design/callout.tsx';
import { DateField } from '../../design/date-field.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { given } from '../office/given.ts';
import { useSession } from '../../shell/session.ts';
import { Aside, Filters, Stack } from '../office/layout.tsx';
import { useSearchWords } from '../office/use-search-words.ts';
import { useAuthorities } from '../register/words.ts';
import { Controls } from './controls.tsx';
import { Definition } from './definition.tsx';
import { Entry } from './entry.tsx';
import { Instruments } from './instruments.tsx';
import { Offences } from './offences.tsx';
import { Powers } from './powers.tsx';
import { Safeguards } from './safeguards.tsx';
import styles from './law.module.css';
import { confidenceWords } from './words.ts';

/** One jurisdiction: what its law says, on the day that is asked for. */
export function Screen() {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const nameOf = useAuthorities();
  const slug = useSession().desk?.slug;
  const [words, change] = useSearchWords();
  const on = /^\d{4}-\d{2}-\d{2}$/.test(words['on'] ?? '') ? words['on'] : undefined;
  const id = useParams({ strict: false, select: (params) => String(params['jurisdiction']) });
  const { data: read } = useSuspenseQuery({
    queryKey: ['law', 'jurisdictions', id, on ?? 'today'],
    queryFn: ({ signal }) =>
      desk.readJurisdiction({ params: { jurisdiction: id }, query: given({ on }), signal }),
  });
  const { jurisdiction } = read;
  return (
    <>
      <PageHeader
        title={nameOf(jurisdiction.id)}
        lead={_('The law of {day}, as far as is known.', { day: calendarDay(read.on) })}
        crumbs={[{ label: _('Law'), href: '/law' }]}
        actions={
          <LinkButton href={`/d/${slug}/law/${jurisdiction.id}`} target="_blank" icon="page">
            {_('Gap report')}
          </LinkButton>
        }
        badges={
          <>
            {jurisdiction.commonwealth && <Badge>{_('Commonwealth')}</Badge>}
            {jurisdiction.small_state && <Badge>{_('Small state')}</Badge>}
          </>
        }
      />
      <Stack>
        <HowSure read={read} />
        <Filters>
          <DateField
            label={_('The law of which day?')}
            hint={_('When something was posted, say. The law of that day governs it.')}
            optional
            value={on ?? ''}
            onChange={(day) => change({ on: day === '' ? null : day })}
          />
        </Filters>
        <Controls jurisdiction={jurisdiction} />
        <Definition definition={jurisdiction.terrorism_definition} />
        <Powers read={read} />
        <Offences offences={jurisdiction.content_offences} />
        <Safeguards jurisdiction={jurisdiction} />
        <Instruments read={read} />
        <Open read={read} />
      </Stack>
    </>
  );
}

/** Before anything else: who looked at this, when, and how far it can be relied on. */
function HowSure({ read: { jurisdiction } }: { read: JurisdictionRead }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const { review } = jurisdiction;
  const reviewed = review.last_reviewed !== null && review.reviewed_by !== null;
  return (
    <Callout
      tone={reviewed ? 'info' : 'warning'}
      title={
        reviewed
          ? _('Reviewed by {name} on {day}', {
              name: review.reviewed_by ?? '',
              day: calendarDay(review.last_reviewed ?? ''),
            })
          : _('No lawyer has reviewed this entry')
      }
    >
      <p>
        {_('Researched on {day}; on the whole: {confidence}. Looked at:', {
          day: calendarDay(review.researched_on),
          confidence: _(confidenceWords[review.overall_confidence]),
        })}{' '}
        <Entry>{review.search_depth}</Entry>
      </p>
      <p>
        {_(
          'The day decides which laws and powers are shown as in force. Answers and definitions are as they were researched.',
        )}
      </p>
      <p>{_('Not legal advice. The entries are in English, whatever the language of the law.')}</p>
    </Callout>
  );
}

/** What is not settled, and where to read on. */
function Open({ read: { jurisdiction } }: { read: JurisdictionRead }) {
  const { _ } = useLingui();
  const { pending, risk_flags: risks, notes, sources } = jurisdiction;
  const open = [...pending, ...risks, ...(notes === null ? [] : [notes])];
  if (open.length + sources.length === 0) return null;
  return (
    <Panel title={_('What to watch')}>
      {open.length > 0 && (
        <ul className={styles.watch}>
          {open.map((each) => (
            <li key={each}>
              <Entry>{each}</Entry>
            </li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <Aside>
          <p>{_('Sources')}</p>
          <ul className={styles.watch}>
            {sources.map((source) => (
              <li key={source}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
        </Aside>
      )}
    </Panel>
  );
}

function SourceLink({ source }: { source: string }) {
  if (!/^https?:\/\//.test(source)) return <Entry>{source}</Entry>;
  return (
    <a href={source} rel="noreferrer" dir="ltr">
      {source}
    </a>
  );
}
