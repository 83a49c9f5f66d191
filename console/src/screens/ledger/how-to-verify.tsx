import type { operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { CodeBlock } from '../office/code-block.tsx';
import { Aside } from '../office/layout.tsx';

interface HowToVerifyProps {
  ledger: ReplyOf<typeof operations.readLedger>;
}

/** How somebody outside checks the ledger, from an empty machine. */
export function HowToVerify({ ledger }: HowToVerifyProps) {
  const { _ } = useLingui();
  const script = `import { verifyLog } from '@commonweal/ledger';

const report = await verifyLog({
  vkey: '${ledger.verifier_key}',
  fetchBytes: async (path) => {
    const reply = await fetch('${ledger.public_url}/' + path);
    return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : null;
  },
});
console.log(report.ok ? 'whole' : report.findings);`;
  return (
    <Aside>
      <ol>
        <li>
          {_('Keep the verifier key somewhere apart from this server, and give it to others.')}
        </li>
        <li>
          {_('Keep a checkpoint from time to time. A later one must contain every earlier one.')}
        </li>
        <li>{_('Read the whole ledger and check it, on a computer of your own:')}</li>
      </ol>
      <CodeBlock label={_('Example in TypeScript')}>{script}</CodeBlock>
      <p>
        {_(
          'It is a C2SP tlog-tiles log: other programs that know the format can check it too. Compare checkpoints with others to see that everybody is shown the same ledger.',
        )}
      </p>
    </Aside>
  );
}
