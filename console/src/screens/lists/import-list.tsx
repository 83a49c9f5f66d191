import { operations, type ListImportReply } from '@commonweal/contract';
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
import { Form } from '../office/form.tsx';
import { Row } from '../office/layout.tsx';
import { sendFile } from '../office/send-file.ts';
import { mayForce } from './staleness.ts';

const unAddress = 'https://scsanctions.un.org/resources/xml/en/consolidated.xml';

/** Takes in a new edition of a list, with its progress. */
export function ImportList() {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const { csrf } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const [asking, setAsking] = useState(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = useMutation({
    mutationFn: ({ chosen, force }: { chosen: File; force: boolean }) => {
      stop.current = new AbortController();
      setShare(0);
      return sendFile({
        operation: operations.importList,
        path: operations.importList.path.replace(':format', 'un') + (force ? '?force=true' : ''),
        body: chosen,
        contentType: 'application/xml',
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
  const forceable = mayForce(problemOf(send.error)) && file !== null;
  return (
    <Form
      error={send.error?.name === 'AbortError' ? null : send.error}
      onSubmit={() => {
        if (file !== null) send.mutate({ chosen: file, force: false });
      }}
      actions={
        <>
          <Button type="submit" kind="primary" isPending={send.isPending}>
            {_('Import')}
          </Button>
          {send.isPending && share < 1 && (
            <Button onPress={() => stop.current?.abort()}>{_('Stop')}</Button>
          )}
          {forceable && (
            <Button onPress={() => setAsking(true)}>{_('Take it all the same…')}</Button>
          )}
        </>
      }
    >
      {send.data && <Done reply={send.data} />}
      <FileField
        label={_('XML file of the United Nations Security Council Consolidated List')}
        hint={
          <>
            {_('Fetch it from the publisher, then choose it here. All of it is taken, or nothing.')}{' '}
            <a href={unAddress} rel="noreferrer" target="_blank" dir="ltr">
              {unAddress}
            </a>
          </>
        }
        accept=".xml,application/xml,text/xml"
        onChange={([chosen]) => {
          send.reset();
          setFile(chosen ?? null);
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
          if (file !== null) send.mutate({ chosen: file, force: true });
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
