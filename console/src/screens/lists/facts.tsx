import type { DesignationList, KnownList, LegalEffect } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Row } from '../office/layout.tsx';
import { effectWords } from '../register/words.ts';

/** What a list of the desk holds, what it means, and which edition it is. */
export function Facts({ list, page }: { list: DesignationList; page: string | null }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  return (
    <>
      {list.editions > 0 && (
        <StatRow>
          <Stat label={_('Designations')} value={number(list.entities)} />
          <Stat
            label={_('Names')}
            value={number(list.names)}
            note={_('Spellings and aliases included')}
          />
          <Stat
            label={_('Names that may raise a signal alone')}
            value={number(list.names_alone)}
            note={_('The others would meet ordinary people and words')}
          />
        </StatRow>
      )}
      <KeyValue
        entries={[
          { label: _('Made under'), value: <bdi>{list.power}</bdi> },
          { label: _('What it means in law'), value: <Effects effects={list.effects} /> },
          {
            label: _('Edition of'),
            value: list.generated_at && <RelativeTime absolute at={list.generated_at} />,
          },
          {
            label: _('Taken in'),
            value: list.imported_at && <RelativeTime absolute at={list.imported_at} />,
          },
          { label: _('SHA-256 of the file'), value: <code dir="ltr">{list.sha256}</code> },
          { label: _('About it'), value: page && <PageLink page={page} /> },
        ].filter(({ value }) => value !== null)}
      />
    </>
  );
}

/** What is known of an official list that the desk does not have. */
export function KnownFacts({ list }: { list: KnownList }) {
  const { _ } = useLingui();
  return (
    <KeyValue
      entries={[
        { label: _('Made under'), value: <bdi>{list.power}</bdi> },
        { label: _('What it means in law'), value: <Effects effects={list.effects} /> },
        { label: _('About it'), value: <PageLink page={list.page} /> },
      ]}
    />
  );
}

function Effects({ effects }: { effects: readonly LegalEffect[] }) {
  const { _ } = useLingui();
  return (
    <Row>
      {effects.map((effect) => (
        <Badge key={effect}>{_(effectWords[effect])}</Badge>
      ))}
    </Row>
  );
}

function PageLink({ page }: { page: string }) {
  return (
    <a href={page} rel="noreferrer" target="_blank" dir="ltr">
      {page}
    </a>
  );
}
