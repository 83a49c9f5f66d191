import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { CodeBlock } from '../office/code-block.tsx';
import { Row, Stack } from '../office/layout.tsx';
import { HowToVerify } from './how-to-verify.tsx';

/** The state of the public ledger. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { data: ledger } = useSuspenseQuery({
    queryKey: ['ledger'],
    queryFn: ({ signal }) => desk.readLedger({ signal }),
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHeader
        title={_('Ledger')}
        lead={_(
          'Every decision leaves a seal here that anybody can check. It tells nothing about anybody, and nothing is ever taken out.',
        )}
        actions={
          <LinkButton href={ledger.public_url} target="_blank" icon="seal">
            {_('The public page')}
          </LinkButton>
        }
      />
      <StatRow>
        <Stat label={_('Entries')} value={number(ledger.size)} />
        <Stat
          label={_('Waiting')}
          value={number(ledger.waiting)}
          note={_('Recorded, and not yet in the tree')}
        />
        <Stat
          label={_('Last signed')}
          value={ledger.checkpoint_at ? <RelativeTime at={ledger.checkpoint_at} /> : _('Not yet')}
        />
      </StatRow>
      {ledger.waiting > 1000 && (
        <Callout tone="warning" title={_('Many entries wait')}>
          <p>
            {_(
              'They are safe, and usually enter within seconds. If the number grows, tell whoever runs the server.',
            )}
          </p>
        </Callout>
      )}
      <Panel title={_('What to compare')}>
        <Stack>
          <Copyable label={_('Name of the ledger')} value={ledger.origin} />
          <Copyable label={_('Verifier key')} value={ledger.verifier_key} />
          {ledger.root && <Copyable label={_('Root of the tree')} value={ledger.root} />}
          {ledger.checkpoint && (
            <CodeBlock label={_('Signed checkpoint')}>{ledger.checkpoint}</CodeBlock>
          )}
          <Row>
            <LinkButton small href={`${ledger.public_url}/checkpoint`} target="_blank" icon="file">
              {_('The checkpoint as a file')}
            </LinkButton>
            <LinkButton small href={`${ledger.public_url}/key`} target="_blank" icon="key">
              {_('The key as a file')}
            </LinkButton>
          </Row>
        </Stack>
      </Panel>
      <Panel title={_('How to check it')}>
        <HowToVerify ledger={ledger} />
      </Panel>
    </>
  );
}
