import { operations, type KnownList, type ListImportReply } from '@commonweal/contract';
import { GAZETTE_TEMPLATE } from '@commonweal/designations/gazette-template';
import { packEdition } from '@commonweal/designations/pack-edition';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { FileField } from '../../design/file-field.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { Progress } from '../../design/progress.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { saveFile } from '../bank/save-file.ts';
import { Form } from '../office/form.tsx';
import { Row } from '../office/layout.tsx';
import { sendFile } from '../office/send-file.ts';
import { mayForce } from './staleness.ts';

interface ImportListProps {
  listKey: string;
  /** What kind of file it is, in a word or two; null of a list of the desk's own. */
  file: string | null;
  /** Further files that may be given with it. */
  also: KnownList['also'];
  /** Whether it may come in several files. */
  inParts: boolean;
  url: string | null;
  /** Whether it is a gazette typed in, for which there is a template. */
  isGazette: boolean;
}

/** Takes in an edition of a list from a file, with its progress. */
export function ImportList({
  listKey,
  file: kind,
  also,
  inParts,
  url,
  isGazette,
}: ImportListProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const { csrf } = useSession();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState(0);
  const [asking, setAsking] = useState(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = useMutation({
    mutationFn: async (force: boolean) => {
      stop.current = new AbortController();
      setShare(0);
      return sendFile({
        operation: operations.importList,
        path:
          operations.importList.path.replace(':list_key', listKey) + (force ? '?force=true' : ''),
        body: await asOne(files),
        contentType: 'application/octet-stream',
        csrf,
        onProgress: setShare,
        signal: stop.current.signal,
      }) as Promise<ListImportReply>;
    },
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['lists'] }),
        queries.invalidateQueries({ queryKey: ['designations'] }),
      ]);
    },
    onSettled: () => setAsking(false),
  });
  const forceable = mayForce(problemOf(send.error)) && files.length > 0;
  return (
    <Form
      error={send.error?.name === 'AbortError' ? null : send.error}
      onSubmit={() => {
        if (files.length > 0) send.mutate(false);
      }}
      actions={
        <>
          <Button type="submit" kind="primary" isPending={send.isPending}>
            {_('Import')}
          </Button>
          {send.isPending && share < 1 && (
            <Button onPress={() => stop.current?.abort()}>{_('Stop')}</Button>
          )}
          {isGazette && (
            <Button
              kind="quiet"
              icon="file"
              onPress={() => saveFile('gazette.csv', GAZETTE_TEMPLATE, 'text/csv')}
            >
              {_('Save the template')}
            </Button>
          )}
          {forceable && (
            <Button onPress={() => setAsking(true)}>{_('Take it all the same…')}</Button>
          )}
        </>
      }
    >
      {send.data && <Done reply={send.data} />}
      <FileField
        label={kind === null ? _('The file') : _('The publisher’s file ({kind})', { kind })}
        hint={
          <>
            {_('All of it is taken, or nothing.')} {url !== null && <Address url={url} />}
            {inParts && also.length === 0 && (
              <span>{_('A whole file and the deltas since may be chosen together.')}</span>
            )}
            {also.map((part) => (
              <span key={part.file}>
                <br />
                {_('May be chosen together with it: {file}.', { file: part.file })}{' '}
                {part.url !== null && <Address url={part.url} />}
              </span>
            ))}
          </>
        }
        accept=".xml,.csv,.html,.htm,.json,.jsonl,.ndjson,.xlsx,.zip,.atom"
        multiple={inParts}
        onChange={(chosen) => {
          send.reset();
          setFiles(chosen);
        }}
      />
      {send.isPending && (
        <Progress
          label={share < 1 ? _('Sending the file') : _('Reading the list')}
          share={share < 1 ? share : null}
        />
      )}
      <ConfirmDialog
        danger
        title={_('Take this edition all the same?')}
        confirm={_('Take it')}
        isOpen={asking}
        isPending={send.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          if (files.length > 0) send.mutate(true);
        }}
      >
        <p>
          {_(
            'Designations that are not in it end, and decisions that rested on them come up for review. Do this only when the publisher really removed so many, or you mean to go back.',
          )}
        </p>
      </ConfirmDialog>
    </Form>
  );
}

/** Several files are sent as one. */
async function asOne(files: readonly File[]): Promise<File> {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return only;
  const parts = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  return new File([packEdition(parts)], 'edition.zip');
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer" target="_blank" dir="ltr">
      {url}
    </a>
  );
}

function Done({ reply }: { reply: ListImportReply }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  return (
    <Callout live tone="success" title={_('The list was imported')}>
      <Row>
        <span>{_('New: {count}', { count: number(reply.added) })}</span>
        <span>{_('Changed: {count}', { count: number(reply.changed) })}</span>
        <span>{_('Ended: {count}', { count: number(reply.ended) })}</span>
        <span>{_('Unchanged: {count}', { count: number(reply.unchanged) })}</span>
      </Row>
    </Callout>
  );
}
