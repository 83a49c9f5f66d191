import type { TerrorismDefinition } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { Entry, FromWhere, Wider } from './entry.tsx';

/** What counts as terrorism, part by part. */
export function Definition({ definition }: { definition: TerrorismDefinition }) {
  const { _ } = useLingui();
  return (
    <Panel title={_('What counts as terrorism')} lead={<Entry>{definition.summary}</Entry>}>
      <KeyValue
        entries={[
          { label: _('Harm'), value: <Entry>{definition.harm_element}</Entry> },
          { label: _('Aim'), value: <Entry>{definition.intent_element}</Entry> },
          { label: _('Cause'), value: <Entry>{definition.purpose_element}</Entry> },
          { label: _('What is left out'), value: <Entry>{definition.exceptions}</Entry> },
          { label: _('Wider than the model'), value: <Wider definition={definition} /> },
          { label: _('Taken from'), value: <FromWhere fact={definition} /> },
        ]}
      />
    </Panel>
  );
}
