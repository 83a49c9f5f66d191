import type { BankImport } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge, type Tone } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { Progress } from '../../design/progress.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { Row } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';
import styles from './imports.module.css';
import { RefusedRows } from './refused-rows.tsx';

const stateWords: Readonly<Record<BankImport['state'], { label: Message; tone: Tone }>> = {
  waiting: { label: msg('Waiting'), tone: 'neutral' },
  running: { label: msg('Being read'), tone: 'neutral' },
  done: { label: msg('Done'), tone: 'success' },
  stopped: { label: msg('Stopped'), tone: 'warn' },
  failed: { label: msg('Failed'), tone: 'danger' },
};

/** One import: how far it has come, or what came of it. */
export function ImportCard({ bankImport }: { bankImport: BankImport }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const { bank_id, bank_import_id, state, refused, problem } = bankImport;
  const isUnderWay = bankImport.ended_at === null;
  const stop = useMutation({
    mutationFn: () => desk.stopBankImport({ params: { bank_id, bank_import_id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['banks', bank_id, 'imports'] }),
  });
  const name = bankImport.name || _('A file without a name');
  return (
    <article className={styles.card} aria-label={_('Import of {name}', { name })}>
      <div className={styles.head}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <Badge tone={stateWords[state].tone}>{_(stateWords[state].label)}</Badge>
        <span className={styles.soft}>
          <bdi>{bankImport.by}</bdi>, <RelativeTime at={bankImport.created_at} />
        </span>
      </div>
      {state === 'running' && (
        <Progress
          label={_('Reading {name}', { name })}
          share={bankImport.bytes_read / bankImport.bytes}
        />
      )}
      <Row>
        <span>{_('Added: {count}', { count: number(bankImport.added) })}</span>
        <span>{_('There already: {count}', { count: number(bankImport.already_there) })}</span>
        <span>{_('Refused: {count}', { count: number(refused) })}</span>
      </Row>
      {problem !== null && (
        <Callout tone="error" title={_('It could not be read to its end. What was added stays.')}>
          <p lang="en" dir="ltr">
            {problem}
          </p>
        </Callout>
      )}
      <Refusal error={stop.error} />
      <Row>
        {isUnderWay && may('stopBankImport') && (
          <Button small isPending={stop.isPending} onPress={() => stop.mutate()}>
            {_('Stop')}
          </Button>
        )}
        {refused > 0 && (
          <Button small icon={opened ? 'up' : 'down'} onPress={() => setOpened(!opened)}>
            {opened ? _('Hide the refused rows') : _('Show the refused rows')}
          </Button>
        )}
      </Row>
      {opened && <RefusedRows bankImport={bankImport} />}
    </article>
  );
}
