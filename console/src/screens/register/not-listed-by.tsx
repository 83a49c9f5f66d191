import type { RegisterEntity } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { Panel } from '../../design/panel.tsx';
import { useState } from 'react';
import { Aside, Row } from '../office/layout.tsx';
import { isStale } from '../lists/staleness.ts';
import { useAuthorities } from './words.ts';
import styles from './register.module.css';

/** Lists of this desk that do not have it now; a stale one cannot be relied on for that. */
export function NotListedBy({ lists }: { lists: RegisterEntity['not_listed_by'] }) {
  const { _ } = useLingui();
  const authorityName = useAuthorities();
  const [now] = useState(() => new Date());
  return (
    <Panel title={_('Who does not list it')}>
      {lists.length === 0 ? (
        <p>{_('Every list that is here has it.')}</p>
      ) : (
        <ul className={styles.bullets}>
          {lists.map((list) => (
            <li key={list.list_id}>
              <Row>
                <span>
                  {authorityName(list.authority)}: <bdi>{list.name}</bdi>
                </span>
                {isStale(list, now) && (
                  <Badge tone="warn" icon="clock">
                    {_('Too old to rely on')}
                  </Badge>
                )}
              </Row>
            </li>
          ))}
        </ul>
      )}
      <Aside>
        <p>{_('Lists that are not on this desk were not asked.')}</p>
      </Aside>
    </Panel>
  );
}
