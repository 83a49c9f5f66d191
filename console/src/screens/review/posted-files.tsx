import type { Item } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { QuietMedia } from '../../design/quiet-media.tsx';
import { useFormats } from '../../i18n/format.ts';
import styles from './review.module.css';

type StoredFile = Item['files'][number];

/** Files of an item: pictures and films quiet until asked for, others to download, unheld ones by name. */
export function PostedFiles({ item }: { item: Item }) {
  const { _ } = useLingui();
  const { number, size } = useFormats();
  if (item.files.length === 0) return null;
  const factsOf = (file: StoredFile) =>
    [
      file.name,
      file.media_type,
      file.width === null || file.height === null
        ? null
        : `${number(file.width)} × ${number(file.height)}`,
      file.bytes === null ? null : size(file.bytes),
    ]
      .filter((fact) => fact !== null)
      .join(', ');
  const pathOf = (file: StoredFile) => `/api/v1/items/${item.item_id}/files/${file.file_id}`;
  const shown = item.files.filter((file) => file.held && mediaKind(file) !== null);
  const others = item.files.filter((file) => !shown.includes(file));
  const untold = item.files.filter(({ hashing }) => hashing === 'pending' || hashing === 'failed');
  return (
    <>
      {shown.length > 0 && (
        <div className={styles.media}>
          {shown.map((file) => (
            <QuietMedia
              key={file.file_id}
              src={pathOf(file)}
              alt={factsOf(file)}
              kind={mediaKind(file) ?? 'image'}
            />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <ul className={styles.links} aria-label={_('Other files')}>
          {others.map((file) => (
            <li key={file.file_id}>
              {file.held ? (
                <a href={pathOf(file)} download>
                  {_('Download {file}', { file: factsOf(file) })}
                </a>
              ) : (
                <>
                  {_('{file}: only its fingerprint is here, not the file.', {
                    file: factsOf(file),
                  })}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {untold.length > 0 && (
        <ul className={styles.links} aria-label={_('Files not compared')}>
          {untold.map((file) => (
            <li key={file.file_id} className={styles.soft}>
              {file.hashing === 'pending'
                ? _('{file}: not compared with what is known yet.', { file: factsOf(file) })
                : _('{file}: not compared by what it shows.', { file: factsOf(file) })}{' '}
              <span lang="en" dir="ltr">
                {file.hashing_note}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function mediaKind({ media_type: type }: StoredFile): 'image' | 'video' | null {
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type)) return 'image';
  return type.startsWith('video/') ? 'video' : null;
}
