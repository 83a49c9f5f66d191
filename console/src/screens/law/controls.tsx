import { controlIds, controls, type ControlId, type Jurisdiction } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { Table } from '../../design/table.tsx';
import { Columns } from '../office/layout.tsx';
import { controlQuestions } from './control-words.ts';
import { KnowledgeMark } from './knowledge-mark.tsx';
import { sideWords } from './words.ts';

const sides = ['security', 'rights'] as const;

/** The 24 controls, security and rights side by side; those of both stand in each. */
export function Controls({ jurisdiction }: { jurisdiction: Jurisdiction }) {
  const { _ } = useLingui();
  return (
    <Columns>
      {sides.map((side) => (
        <Table<ControlId>
          key={side}
          caption={_(sideWords[side])}
          rows={controlIds.filter(
            (id) => controls[id].side === side || controls[id].side === 'both',
          )}
          rowKey={(id) => id}
          columns={[
            { id: 'question', label: _('Question'), render: (id) => _(controlQuestions[id]) },
            {
              id: 'answer',
              label: _('Answer'),
              render: (id) => <KnowledgeMark state={jurisdiction.controls[id]} said />,
            },
          ]}
        />
      ))}
    </Columns>
  );
}
