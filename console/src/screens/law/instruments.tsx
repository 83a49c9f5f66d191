import type { JurisdictionRead } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Table } from '../../design/table.tsx';
import { Entry } from './entry.tsx';
import { StandingBadge } from './standing-badge.tsx';
import { basisWords } from './words.ts';

/** The laws themselves, and how each stood that day. */
export function Instruments({ read: { jurisdiction, standing } }: { read: JurisdictionRead }) {
  const { _ } = useLingui();
  const rows = jurisdiction.instruments.map((instrument, at) => ({
    ...instrument,
    standing: standing.instruments[at] ?? ('unknown' as const),
  }));
  return (
    <Table
      caption={_('The laws')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          label: _('Title'),
          render: ({ title, url, note }) => (
            <>
              {url === null ? (
                <Entry>{title}</Entry>
              ) : (
                <a href={url} rel="noreferrer" lang="en" dir="ltr">
                  {title}
                </a>
              )}
              {note !== null && (
                <>
                  <br />
                  <small>
                    <Entry>{note}</Entry>
                  </small>
                </>
              )}
            </>
          ),
        },
        { id: 'key', label: _('Cited as'), render: ({ id }) => <code>{id}</code> },
        { id: 'year', label: _('Year'), numeric: true, render: ({ year }) => year },
        {
          id: 'standing',
          label: _('That day'),
          render: (each) => <StandingBadge standing={each.standing} />,
        },
        { id: 'basis', label: _('What was read'), render: ({ basis }) => _(basisWords[basis]) },
      ]}
    />
  );
}
