import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Email } from '../../design/email.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { roleNames } from '../../words/roles.ts';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';
import { ChangePerson } from './change-person.tsx';
import { LetBackIn } from './let-back-in.tsx';
import { obstacleTo } from './granting.ts';
import styles from './people.module.css';

/** Everybody at the desk. */
export function PersonList() {
  const { _ } = useLingui();
  const { list } = useFormats();
  const may = useMay();
  const me = useSession().person;
  const [changing, setChanging] = useState<Person | null>(null);
  const [lettingIn, setLettingIn] = useState<Person | null>(null);
  const { rows, pager, isWhole } = usePaging(['people'], (page, signal) =>
    desk.listPeople({ query: page, signal }),
  );
  if (rows === null) return <Loading />;
  const columns: Column<Person>[] = [
    {
      id: 'name',
      label: _('Name'),
      render: (person) => (
        <>
          <bdi>{person.name}</bdi> {person.person_id === me?.person_id && <Badge>{_('You')}</Badge>}
          <div className={styles.email}>
            <Email address={person.email} />
          </div>
        </>
      ),
    },
    {
      id: 'roles',
      label: _('Roles'),
      render: (person) => list(person.roles.map((role) => _(roleNames[role]))) || _('None'),
    },
    { id: 'status', label: _('Status'), render: (person) => <Status person={person} /> },
    {
      id: 'safety',
      label: _('Second factor'),
      render: (person) =>
        person.totp || person.passkeys > 0 ? (
          <Badge tone="success">{_('Yes')}</Badge>
        ) : (
          <Badge tone="warn">{_('Password only')}</Badge>
        ),
    },
    {
      id: 'seen',
      label: _('Last here'),
      render: (person) =>
        person.last_seen_at ? <RelativeTime at={person.last_seen_at} /> : _('Never'),
    },
  ];
  if (may('updatePerson'))
    columns.push({
      id: 'act',
      label: _('What to do'),
      render: (person) =>
        obstacleTo(me?.roles ?? [], person) === null ? (
          <>
            <Button
              small
              aria-label={_('Change {name}', { name: person.name })}
              onPress={() => setChanging(person)}
            >
              {_('Change…')}
            </Button>
            {person.person_id !== me?.person_id && person.status === 'active' && (
              <Button
                small
                kind="quiet"
                aria-label={_('Let back in: {name}', { name: person.name })}
                onPress={() => setLettingIn(person)}
              >
                {_('Let back in…')}
              </Button>
            )}
          </>
        ) : (
          _('Holds a role that you do not hold')
        ),
    });
  return (
    <>
      <Table
        caption={_('People of this desk')}
        rows={rows}
        rowKey={(person) => person.person_id}
        columns={columns}
      />
      {!isWhole && <Pager {...pager} />}
      {lettingIn && <LetBackIn person={lettingIn} onClose={() => setLettingIn(null)} />}
      {changing && <ChangePerson person={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

function Status({ person }: { person: Person }) {
  const { _ } = useLingui();
  return person.status === 'active' ? (
    <Badge tone="success">{_('Active')}</Badge>
  ) : (
    <Badge tone="warn" icon="stop">
      {_('Suspended')}
    </Badge>
  );
}
