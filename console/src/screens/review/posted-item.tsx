import type { Item } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Switch } from '../../design/switch.tsx';
import { useFormats } from '../../i18n/format.ts';
import { itemKindNames, surfaceNames } from '../../words/signals.ts';
import { MarkedText, type NumberedSignal } from './marked-text.tsx';
import { PostedFiles } from './posted-files.tsx';
import styles from './review.module.css';

interface PostedItemProps {
  item: Item;
  signals: readonly NumberedSignal[];
}

/** One item as it was posted. Nothing of it runs, loads or leads anywhere by itself. */
export function PostedItem({ item, signals }: PostedItemProps) {
  const { _, i18n } = useLingui();
  const { number } = useFormats();
  const names = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames(i18n.locale, { type }).of(code) ?? code;
  return (
    <article className={styles.item}>
      <header className={styles.itemHead}>
        <h3>{_(itemKindNames[item.kind])}</h3>
        <Badge icon="eye">{_(surfaceNames[item.surface])}</Badge>
        {item.participant_reported && (
          <Badge tone="info">{_('Reported by somebody in the conversation')}</Badge>
        )}
      </header>
      {item.title !== null && (
        <h4>
          <MarkedText text={item.title} field="title" signals={signals} language={item.language} />
        </h4>
      )}
      {item.text === null ? (
        <p className={styles.soft}>
          {_('No text came with it. Encrypted and private content is only here when reported.')}
        </p>
      ) : (
        <MarkedText
          text={item.text}
          field="text"
          signals={signals}
          language={item.language}
          label={_('Its text')}
        />
      )}
      <PostedFiles item={item} />
      <Links item={item} />
      <KeyValue
        entries={[
          {
            label: _('Posted'),
            value: item.posted_at === null ? null : <RelativeTime absolute at={item.posted_at} />,
          },
          {
            label: _('The account'),
            value: item.actor === null ? null : <bdi dir="ltr">{item.actor.external_id}</bdi>,
          },
          { label: _('Audience'), value: item.audience === null ? null : number(item.audience) },
          {
            label: _('Language'),
            value: item.language === null ? null : names('language', item.language),
          },
          {
            label: _('Country'),
            value: item.territory === null ? null : names('region', item.territory),
          },
        ]}
      />
      <details className={styles.details}>
        <summary>{_('More about it')}</summary>
        <KeyValue
          entries={[
            { label: _('The platform’s id'), value: <bdi dir="ltr">{item.external_id}</bdi> },
            { label: _('Received'), value: <RelativeTime absolute at={item.received_at} /> },
            { label: _('Kept until'), value: <RelativeTime absolute at={item.retention_until} /> },
            ...profileEntries(),
          ]}
        />
      </details>
    </article>
  );

  function profileEntries() {
    const fields = [
      { label: _('Name shown'), field: 'display_name', text: item.actor?.display_name },
      { label: _('Handle'), field: 'handle', text: item.actor?.handle },
      { label: _('About the account'), field: 'bio', text: item.actor?.bio },
    ];
    return fields.flatMap(({ label, field, text }) =>
      text === undefined
        ? []
        : [
            {
              label,
              value: <MarkedText text={text} field={field} signals={signals} language={null} />,
            },
          ],
    );
  }
}

/** Addresses as words. They can be made to open, one case at a time: the content may be harmful. */
function Links({ item }: { item: Item }) {
  const { _ } = useLingui();
  const [open, setOpen] = useState(false);
  const addresses = [...(item.url === null ? [] : [item.url]), ...item.links];
  if (addresses.length === 0) return null;
  return (
    <div className={styles.stack}>
      <ul className={styles.links} aria-label={_('Addresses')}>
        {addresses.map((address) => (
          <li key={address}>
            {open && /^https?:\/\//i.test(address) ? (
              <a href={address} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
                {address}
              </a>
            ) : (
              <code dir="ltr">{address}</code>
            )}
          </li>
        ))}
      </ul>
      <Switch
        isSelected={open}
        onChange={setOpen}
        hint={_(
          'They open in a new tab, without saying where you come from. The site sees your address.',
        )}
      >
        {_('Let these links open')}
      </Switch>
    </div>
  );
}
