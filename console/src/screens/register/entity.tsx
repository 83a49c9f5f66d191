import type { EntityListing, RegisterEntity } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Row, Stack } from '../office/layout.tsx';
import { History } from './history.tsx';
import { Names } from './names.tsx';
import { NotListedBy } from './not-listed-by.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { Standing } from './search.tsx';
import { designationKinds, effectWords, endWords, useAuthorities } from './words.ts';

/** One organisation or person: who lists it, since when, who does not, and all that happened. */
export function Screen() {
  const { _ } = useLingui();
  const id = useParams({ strict: false, select: (params) => String(params['designationId']) });
  const { data: entity } = useSuspenseQuery({
    queryKey: ['designations', 'entity', id],
    queryFn: ({ signal }) => desk.readEntity({ params: { designation_id: id }, signal }),
  });
  return (
    <>
      <PageHeader
        title={entity.name}
        lead={<InShort entity={entity} />}
        crumbs={[{ label: _('Register'), href: '/register' }]}
        badges={<Badge>{_(designationKinds[entity.kind])}</Badge>}
      />
      <Stack>
        <Listings listings={entity.listings} />
        <NotListedBy lists={entity.not_listed_by} />
        {entity.proposals.length > 0 && (
          <Panel
            title={_('May be the same')}
            lead={_('Names alone join nothing. Look at both, then say.')}
          >
            {entity.proposals.map((proposal) => (
              <ProposalCard key={proposal.link_id} proposal={proposal} />
            ))}
          </Panel>
        )}
        <History events={entity.timeline} />
        <Names key={id} designationId={id} />
      </Stack>
    </>
  );
}

/** The answer in a sentence or two. */
function InShort({ entity }: { entity: RegisterEntity }) {
  const { _ } = useLingui();
  const { list, calendarDay } = useFormats();
  const authorityName = useAuthorities();
  const standing = entity.listings.filter((each) => each.ended_on === null);
  const authorities = [...new Set(standing.map((each) => each.authority))];
  const first = standing.flatMap((each) => each.listed_on ?? []).toSorted()[0];
  if (authorities.length === 0) return _('Listed by nobody now, as far as the lists here go.');
  const names = list(authorities.map(authorityName));
  return first === undefined
    ? _('Listed by {authorities}.', { authorities: names })
    : _('Listed by {authorities}. The first of these listings is of {day}.', {
        authorities: names,
        day: calendarDay(first),
      });
}

function Listings({ listings }: { listings: readonly EntityListing[] }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const authorityName = useAuthorities();
  const standingFirst = listings.toSorted(
    (a, b) => Number(a.ended_on !== null) - Number(b.ended_on !== null),
  );
  const namesDiffer = new Set(listings.map((each) => each.name)).size > 1;
  return (
    <Table
      caption={_('Who lists it')}
      rows={standingFirst}
      rowKey={(each) => each.designation_id}
      rowHref={(each) => `/register/${each.designation_id}`}
      columns={[
        { id: 'by', label: _('Authority'), render: (each) => authorityName(each.authority) },
        {
          id: 'since',
          label: _('Since'),
          render: (each) => (
            <>
              {each.listed_on ? calendarDay(each.listed_on) : _('Not said')}
              {each.begins_on !== each.listed_on && (
                <>
                  <br />
                  <small>
                    {_('Seen first in the edition of {day}', { day: calendarDay(each.begins_on) })}
                  </small>
                </>
              )}
            </>
          ),
        },
        {
          id: 'state',
          label: _('State'),
          render: (each) => (
            <>
              <Standing designation={each} />
              {each.ended_by !== null && (
                <>
                  <br />
                  <small>{_(endWords[each.ended_by] ?? each.ended_by)}</small>
                </>
              )}
            </>
          ),
        },
        {
          id: 'effects',
          label: _('What it means in law'),
          render: (each) => (
            <Row>
              {each.effects.map((effect) => (
                <Badge key={effect}>{_(effectWords[effect])}</Badge>
              ))}
            </Row>
          ),
        },
        { id: 'power', label: _('Listed under'), render: (each) => <bdi>{each.list_type}</bdi> },
        { id: 'reference', label: _('Reference'), render: (each) => <bdi>{each.reference}</bdi> },
        ...(namesDiffer
          ? [
              {
                id: 'name',
                label: _('Listed as'),
                render: (each: EntityListing) => <bdi>{each.name}</bdi>,
              },
            ]
          : []),
      ]}
    />
  );
}
