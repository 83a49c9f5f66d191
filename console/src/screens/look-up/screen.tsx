import { mostFileBytes, operations, type LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { FileField } from '../../design/file-field.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError, ProblemDetail } from '../../design/problem-words.tsx';
import { Progress } from '../../design/progress.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { Form } from '../office/form.tsx';
import { Stack } from '../office/layout.tsx';
import { sendFile } from '../office/send-file.ts';
import { Answer } from './answer.tsx';
import { guessWritten, type Written } from './guess.ts';
import { writtenWords } from './words.ts';

/** What is asked about: something written, or a file. */
export type Asked =
  | { readonly as: Written; readonly value: string }
  | { readonly as: 'file'; readonly file: File };

/** Asks what the desk knows of something. Nothing of it is kept, here or there. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { csrf } = useSession();
  const [way, setWay] = useState<'written' | 'file'>('written');
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<Written | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const as = chosen ?? guessWritten(value);
  const ask = useMutation({
    mutationFn: (asked: Asked): Promise<LookupReply> => {
      stop.current = new AbortController();
      const { signal } = stop.current;
      setShare(0);
      if (asked.as !== 'file') return desk.lookUp({ body: { [asked.as]: asked.value }, signal });
      const body = new FormData();
      body.set('file', asked.file);
      const sending = { operation: operations.lookUp, body, csrf, onProgress: setShare, signal };
      return sendFile(sending) as Promise<LookupReply>;
    },
  });
  const problem = problemOf(ask.error);
  const isTooLarge = file !== null && file.size > mostFileBytes;
  /** An answer stands beside what it answers, and nothing else. */
  const forget = () => {
    stop.current?.abort();
    ask.reset();
  };
  return (
    <>
      <PageHeader
        title={_('Look something up')}
        lead={_(
          'What does this desk know of a hash, a link, a text or a file? Nothing of what you ask is kept.',
        )}
      />
      <Form
        error={ask.error?.name === 'AbortError' ? null : ask.error}
        fields={{ '/hash': _('Hash'), '/url': _('Link'), '/text': _('Text'), '/file': _('File') }}
        onSubmit={() => {
          if (way === 'written') ask.mutate({ as, value });
          else if (file !== null && !isTooLarge) ask.mutate({ as: 'file', file });
        }}
        actions={
          <>
            <Button type="submit" kind="primary" icon="search" isPending={ask.isPending}>
              {_('Look it up')}
            </Button>
            {ask.isPending && <Button onPress={() => stop.current?.abort()}>{_('Stop')}</Button>}
          </>
        }
      >
        <RadioGroup
          row
          label={_('What do you have?')}
          value={way}
          onChange={(next) => {
            forget();
            setFile(null);
            setWay(next);
          }}
          options={[
            { id: 'written', label: _('Something to paste'), hint: _('A hash, a link or a text.') },
            { id: 'file', label: _('A file'), hint: _('A picture, a video or any other.') },
          ]}
        />
        {way === 'written' ? (
          <>
            <TextArea
              label={_('A hash, a link or a text')}
              hint={_('As you have it. A link may be defanged (hxxps, [.]).')}
              value={value}
              onChange={(next) => {
                forget();
                if (guessWritten(next) !== guessWritten(value)) setChosen(null);
                setValue(next);
              }}
              maxLength={100_000}
              rows={5}
              error={fieldError(problem, `/${as}`)}
            />
            <RadioGroup
              row
              label={_('Taken for')}
              value={as}
              onChange={(next) => {
                forget();
                setChosen(next);
              }}
              options={(['hash', 'url', 'text'] as const).map((id) => ({
                id,
                label: _(writtenWords[id]),
              }))}
            />
          </>
        ) : (
          <FileField
            label={_('File')}
            hint={_('It is compared and thrown away. Videos take longest.')}
            onChange={([one]) => {
              forget();
              setFile(one ?? null);
            }}
            error={
              isTooLarge
                ? _('It is larger than {most} MiB. Look up its SHA-256 instead.', {
                    most: number(mostFileBytes / 2 ** 20),
                  })
                : problem && <ProblemDetail problem={problem} />
            }
          />
        )}
        {ask.isPending && ask.variables.as === 'file' && (
          <Progress
            label={share < 1 ? _('Sending the file') : _('Comparing it')}
            share={share < 1 ? share : null}
          />
        )}
      </Form>
      {ask.data && (
        <Stack>
          <Answer asked={ask.variables} reply={ask.data} />
        </Stack>
      )}
    </>
  );
}
