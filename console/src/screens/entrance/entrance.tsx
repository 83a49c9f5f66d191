import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { TitleSuffix } from '../../design/document-title.ts';
import { PageHeader } from '../../design/page-header.tsx';
import { Frame } from '../../shell/frame.tsx';
import styles from './entrance.module.css';

export interface EntranceProps {
  title: string;
  lead?: ReactNode;
  /** Whose door this is, once it is known. */
  deskName?: string | undefined;
  children: ReactNode;
}

/** What stands around the doors: set-up, sign-in, invitation. Language and light can be chosen here. */
export function Entrance({ title, lead, deskName = 'Commonweal', children }: EntranceProps) {
  const { _ } = useLingui();
  return (
    <TitleSuffix value={deskName}>
      <Frame
        deskName={deskName}
        groups={[]}
        path=""
        person={null}
        onSignOut={() => {
          throw new Error('Nobody is signed in at the entrance.');
        }}
      >
        <div className={styles.entrance}>
          <PageHeader title={title} lead={lead} />
          {children}
          <p className={styles.foot}>
            {_('Notices and appeals need no account: the link in the notice is enough.')}
          </p>
        </div>
      </Frame>
    </TitleSuffix>
  );
}
