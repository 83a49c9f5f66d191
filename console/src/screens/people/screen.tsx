import { roles as allRoles } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { roleNames } from '../../words/roles.ts';
import { useMay } from '../office/use-may.ts';
import { InvitationList } from './invitation-list.tsx';
import { InvitePerson, LinkOnce, type Invited } from './invite-person.tsx';
import { PersonList } from './person-list.tsx';
import { roleMeanings } from './role-words.ts';

/** The people of the desk, and those invited. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <>
      <PageHeader
        title={_('People')}
        lead={_('Who works at this desk, and what each may do.')}
        actions={
          may('invitePerson') && (
            <Button kind="primary" icon="person" onPress={() => setInviting(true)}>
              {_('Invite somebody')}
            </Button>
          )
        }
      />
      {invited && <LinkOnce {...invited} onDone={() => setInvited(null)} />}
      <PersonList />
      <InvitationList />
      <Panel title={_('What the roles mean')}>
        <KeyValue
          entries={allRoles.map((role) => ({
            label: _(roleNames[role]),
            value: _(roleMeanings[role]),
          }))}
        />
      </Panel>
      {inviting && (
        <InvitePerson
          onClose={() => setInviting(false)}
          onInvited={(reply) => {
            setInviting(false);
            setInvited(reply);
          }}
        />
      )}
    </>
  );
}
