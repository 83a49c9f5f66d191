import type { ScreenedName } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Row } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { Compared } from './compared.tsx';
import { NoteDifferent } from './note-different.tsx';
import { designationKinds, useAuthorities } from './words.ts';
import styles from './register.module.css';

interface ScreenedCardProps {
  found: ScreenedName;
  /** As it was asked. */
  name: string;
  account: string;
  onReviewed: () => void;
}

/** Somebody listed under a name like the one asked, and why it is like it. */
export function ScreenedCard({ found, name, account, onReviewed }: ScreenedCardProps) {
  const { _ } = useLingui();
  const { percent, calendarDay, list, day } = useFormats();
  const authorityName = useAuthorities();
  const may = useMay();
  const [noting, setNoting] = useState(false);
  const { reviewed } = found;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span>
          <Link href={`/register/${found.designation_id}`}>
            <bdi>{found.name}</bdi>
          </Link>{' '}
          <Badge>{_(designationKinds[found.kind])}</Badge>
        </span>
        <strong className={styles.likely}>{percent(found.score)}</strong>
      </div>
      <p>
        {found.listed_on === null
          ? _('Listed by {authority} ({reference}).', {
              authority: authorityName(found.authority),
              reference: found.reference,
            })
          : _('Listed by {authority} since {day} ({reference}).', {
              authority: authorityName(found.authority),
              reference: found.reference,
              day: calendarDay(found.listed_on),
            })}{' '}
        {found.also_listed_by.length > 0 &&
          _('Also listed by {others}.', { others: list(found.also_listed_by.map(authorityName)) })}
      </p>
      <p>
        <small>
          {_('Compared with:')} <bdi>{found.because.name_listed}</bdi>
        </small>
      </p>
      <Compared because={found.because} />
      {reviewed !== null && (
        <p>
          <Badge tone="success" icon="check">
            {_('A different person')}
          </Badge>{' '}
          <bdi>{reviewed.reason}</bdi> (<bdi>{reviewed.by}</bdi>,{' '}
          {_('until {day}', { day: day(new Date(reviewed.until)) })})
        </p>
      )}
      {reviewed === null && may('noteDifferentPerson') && (
        <Row>
          <Button small onPress={() => setNoting(true)}>
            {_('It is a different person…')}
          </Button>
        </Row>
      )}
      {noting && (
        <NoteDifferent
          found={found}
          name={name}
          account={account}
          onClose={() => setNoting(false)}
          onNoted={() => {
            setNoting(false);
            onReviewed();
          }}
        />
      )}
    </article>
  );
}
