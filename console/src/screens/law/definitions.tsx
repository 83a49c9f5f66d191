import type { DefinitionRead } from '@commonweal/contract';
import type { Knowledge } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-aria-components';
import { Callout } from '../../design/callout.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { Stack } from '../office/layout.tsx';
import { useChosen } from './chosen.tsx';
import { Entry, FromWhere, Wider } from './entry.tsx';
import { KnowledgeMark } from './knowledge-mark.tsx';
import styles from './law.module.css';

const none: readonly DefinitionRead[] = [];

/** Definitions of terrorism side by side, beside the model of the UN Special Rapporteur. */
export function Definitions() {
  const { _ } = useLingui();
  const { data } = useQuery({
    queryKey: ['law', 'definitions'],
    queryFn: ({ signal }) => desk.listDefinitions({ signal }),
  });
  const { chosen, filters } = useChosen(data?.data ?? none);
  return (
    <Stack>
      <Callout title={_('The model to compare with')}>
        <p>
          {_(
            'The UN Special Rapporteur (A/HRC/16/51) asks for three things together: hostage-taking, or lethal or serious violence against people; the aim to provoke terror or to compel a government; and an offence under the conventions against terrorism, or a serious crime. Whatever needs less is wider.',
          )}
        </p>
      </Callout>
      {filters}
      {data === undefined ? (
        <Loading />
      ) : (
        <Table
          caption={_('Definitions of terrorism')}
          rows={chosen}
          rowKey={(row) => row.id}
          empty={<EmptyState title={_('No jurisdiction here is called so')} icon="search" />}
          columns={[
            {
              id: 'place',
              label: _('Jurisdiction'),
              render: (row) => (
                <>
                  <Link href={`/law/${row.id}`}>{row.called}</Link>
                  <br />
                  <FromWhere fact={row.definition} />
                </>
              ),
            },
            {
              id: 'harm',
              label: _('Harm'),
              render: ({ definition }) => <Entry>{definition.harm_element}</Entry>,
            },
            {
              id: 'aim',
              label: _('Aim'),
              render: ({ definition }) => <Entry>{definition.intent_element}</Entry>,
            },
            {
              id: 'cause',
              label: _('Cause'),
              render: ({ definition }) => <Entry>{definition.purpose_element}</Entry>,
            },
            {
              id: 'out',
              label: _('What is left out'),
              render: ({ definition, protest_left_out: protest }) => (
                <>
                  <Entry>{definition.exceptions}</Entry>
                  <Tested name={_('Protest left out')} state={protest} />
                </>
              ),
            },
            {
              id: 'wider',
              label: _('Wider than the model'),
              render: ({ definition, violence_and_intimidation: both }) => (
                <>
                  <Wider definition={definition} />
                  <Tested name={_('Violence and intimidation')} state={both} />
                </>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}

/** How a control stands, with its name. */
function Tested({ name, state }: { name: string; state: Knowledge }) {
  return (
    <div className={styles.tested}>
      {name}
      <br />
      <KnowledgeMark state={state} said />
    </div>
  );
}
