import type { LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Columns, Stack } from '../office/layout.tsx';

type Looked = NonNullable<LookupReply['file']>;

/** What the file is, and its fingerprints to take along. */
export function FileFacts({ file }: { file: Looked }) {
  const { _ } = useLingui();
  const { number, size } = useFormats();
  const { width, height, bytes, pdq } = file;
  const prints = [
    { label: 'SHA-256', value: file.sha256 },
    { label: 'SHA-1', value: file.sha1 },
    { label: 'MD5', value: file.md5 },
    { label: 'PDQ', value: pdq?.hash ?? null },
    {
      label: _('PDQ, as the reference tool has it'),
      value: pdq === null || pdq.tool_hash === pdq.hash ? null : pdq.tool_hash,
    },
  ];
  return (
    <Stack>
      <KeyValue
        entries={[
          { label: _('Type'), value: <code dir="ltr">{file.media_type}</code> },
          {
            label: _('Size'),
            value: bytes === null ? null : size(bytes),
          },
          ...(width === null || height === null
            ? []
            : [{ label: _('Width × height'), value: `${number(width)} × ${number(height)}` }]),
          ...(pdq === null
            ? []
            : [{ label: _('How much the picture says, of 100'), value: number(pdq.quality) }]),
        ]}
      />
      {file.hashing === 'none' && (
        <Callout title={_('Not all of it was compared')}>
          <p>
            {_(
              'Pictures and videos are compared by what they show. Of this file only the digests are compared, which a changed copy does not share.',
            )}
          </p>
        </Callout>
      )}
      {file.hashing_note !== null && (
        <Callout title={_('Not all of it was compared')}>
          <p lang="en" dir="ltr">
            {file.hashing_note}
          </p>
        </Callout>
      )}
      <Columns>
        {prints.map(
          ({ label, value }) =>
            value !== null && <Copyable key={label} label={label} value={value} />,
        )}
      </Columns>
    </Stack>
  );
}
