import { useLingui } from '@lingui/react';
import { PageHeader } from '../../design/page-header.tsx';
import { Badge } from '../../design/badge.tsx';
import { announce } from '../../design/toast.tsx';
import { Frame } from '../../shell/frame.tsx';
import { navigation } from '../../shell/navigation.ts';
import { Acts } from './acts.tsx';
import { Fields } from './fields.tsx';
import { Ground } from './ground.tsx';
import { Records } from './records.tsx';
import { Review } from './review.tsx';
import { States } from './states.tsx';

/** Every part of the console, in its states, inside the frame: to look at and to test. */
export function Screen() {
  const { _ } = useLingui();
  return (
    <Frame
      deskName={_('Harbour Forum')}
      groups={navigation}
      path="/queue"
      person={{ name: _('Amina Saleh') }}
      onSignOut={() => announce(_('Here the session would end.'))}
    >
      <PageHeader
        title={_('Style sheet')}
        lead={_('Every part of the console, in its states. All content here is invented.')}
        crumbs={[{ label: _('Desk'), href: '/' }]}
        badges={<Badge tone="info">{_('Reference')}</Badge>}
      />
      <Ground />
      <Acts />
      <Fields />
      <States />
      <Records />
      <Review />
    </Frame>
  );
}
