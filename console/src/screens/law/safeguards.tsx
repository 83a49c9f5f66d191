import type { Basis, Confidence, Jurisdiction } from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { Entry, FromWhere } from './entry.tsx';

/** Designation, preservation, liability, and what holds all of it in bounds. */
export function Safeguards({ jurisdiction }: { jurisdiction: Jurisdiction }) {
  const { _ } = useLingui();
  const { designation, data_preservation: preservation, transparency } = jurisdiction;
  const { intermediary_liability: liability, redress, oversight } = jurisdiction;
  return (
    <Panel title={_('Around the powers')}>
      <KeyValue
        entries={[
          {
            label: _('Designation'),
            value: claims(
              designation.map((each) => ({
                ...each,
                summary: [each.name, each.authority].filter(Boolean).join(': '),
              })),
            ),
          },
          {
            label: _('Way off the list'),
            value: texts(designation.flatMap(({ review }) => review ?? [])),
          },
          { label: _('Preservation'), value: claims(preservation) },
          { label: _('Liability of providers'), value: claims(liability ? [liability] : []) },
          { label: _('Redress'), value: claims(redress ? [redress] : []) },
          { label: _('Oversight'), value: texts(oversight.map(({ body }) => body)) },
          { label: _('State reports'), value: texts(transparency.state) },
          { label: _('Platforms report'), value: texts(transparency.platform) },
          {
            label: _('Guarantee of expression'),
            value: <Entry>{jurisdiction.rights_instruments.constitutional}</Entry>,
          },
        ]}
      />
    </Panel>
  );
}

interface Claim {
  readonly summary: string;
  readonly cites: readonly string[];
  readonly confidence: Confidence;
  readonly basis?: Basis;
}

/** Each claim with where it is from; null, which is shown as unknown, where there is none. */
function claims(all: readonly Claim[]): ReactNode {
  if (all.length === 0) return null;
  return all.map((claim) => (
    <div key={claim.summary}>
      <Entry>{claim.summary}</Entry>
      <br />
      <FromWhere fact={claim} />
    </div>
  ));
}

/** Each text under the other; null, which is shown as unknown, where there is none. */
function texts(all: readonly string[]): ReactNode {
  if (all.length === 0) return null;
  return all.map((text) => (
    <div key={text}>
      <Entry>{text}</Entry>
    </div>
  ));
}
