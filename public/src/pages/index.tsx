import type { ComponentType, ReactNode } from 'react';
import type { PublicPage } from '@commonweal/contract/pages';
import { AppealForm } from './appeal-form.tsx';
import { AppealReceived } from './appeal-received.tsx';
import { DeskHome } from './desk-home.tsx';
import { GapReport } from './gap-report.tsx';
import { Law } from './law.tsx';
import { Ledger } from './ledger.tsx';
import { Notice } from './notice/index.tsx';
import { PolicyIndex } from './policy-index.tsx';
import { Policy } from './policy.tsx';
import { Problem } from './problem.tsx';
import { Transparency } from './transparency.tsx';

const pages = {
  notice: Notice,
  appeal_form: AppealForm,
  appeal_received: AppealReceived,
  policy: Policy,
  policy_index: PolicyIndex,
  transparency: Transparency,
  ledger: Ledger,
  desk_home: DeskHome,
  law: Law,
  gap_report: GapReport,
  problem: Problem,
} satisfies { readonly [P in PublicPage as P['page']]: ComponentType<P> };

/** The component of a page. */
export function pageOf(page: PublicPage): ReactNode {
  const Page = pages[page.page] as ComponentType<PublicPage>;
  return <Page {...page} />;
}
