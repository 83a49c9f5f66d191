import { useLingui } from '@lingui/react';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { navigationFor } from '../../shell/navigation.ts';
import { belongs, useSession } from '../../shell/session.ts';
import { useMay } from '../office/use-may.ts';
import { FirstSteps } from './first-steps.tsx';
import { Places } from './places.tsx';
import { Waiting } from './waiting.tsx';
import styles from './home.module.css';

/** The first page: what waits for this person, and while the desk is young, what to do first. */
export function Screen() {
  const { _ } = useLingui();
  const session = useSession();
  const may = useMay();
  const groups = navigationFor(session, () => true);
  const name = session.person?.name ?? '';
  const reviews = may('countCases');
  const hears = belongs(session, ['appeals']);
  const leads = belongs(session, ['administrator']);
  return (
    <>
      <PageHeader title={_('Welcome, {name}', { name })} lead={session.desk?.name} />
      <div className={styles.home}>
        {leads && <FirstSteps />}
        {(reviews || hears) && <Waiting reviews={reviews} hears={hears} />}
        {/* The places stand in the frame; here only where the page would be empty without them. */}
        {!leads && !reviews && !hears && groups.length > 0 && <Places groups={groups} />}
        {groups.length === 0 && (
          <EmptyState title={_('You have no role here yet')} icon="people">
            <p>{_('An administrator of your desk can change what you may do.')}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
