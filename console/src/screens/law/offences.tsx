import type { ContentOffence } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { Table } from '../../design/table.tsx';
import { harmNames } from '../../words/assessment.ts';
import { useFormats } from '../../i18n/format.ts';
import { Entry, FromWhere } from './entry.tsx';

/** What it is an offence to say or to spread. An offence is no power to order. */
export function Offences({ offences }: { offences: readonly ContentOffence[] }) {
  const { _ } = useLingui();
  const { list } = useFormats();
  if (offences.length === 0) return null;
  return (
    <Table
      caption={_('Offences')}
      rows={offences}
      rowKey={({ label }) => label}
      columns={[
        {
          id: 'what',
          label: _('Offence'),
          render: ({ label, summary }) => (
            <>
              <Entry>{label}</Entry>
              {summary !== null && (
                <>
                  <br />
                  <small>
                    <Entry>{summary}</Entry>
                  </small>
                </>
              )}
            </>
          ),
        },
        {
          id: 'harm',
          label: _('What the content does'),
          render: ({ harm_categories: harm }) => list(harm.map((each) => _(harmNames[each]))),
        },
        {
          id: 'penalty',
          label: _('Highest penalty'),
          render: ({ max_penalty: penalty }) => <Entry>{penalty}</Entry>,
        },
        {
          id: 'out',
          label: _('What is left out'),
          render: ({ exceptions }) => <Entry>{exceptions}</Entry>,
        },
        { id: 'from', label: _('Taken from'), render: (each) => <FromWhere fact={each} /> },
      ]}
    />
  );
}
