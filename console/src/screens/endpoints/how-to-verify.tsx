import { useLingui } from '@lingui/react';
import { CodeBlock } from '../office/code-block.tsx';
import { Aside } from '../office/layout.tsx';

const example = `import { verifyWebhook } from '@commonweal/client';

// whsec_… (the shared secret) or whpk_… (the public key)
await verifyWebhook(key, request.headers, rawBody, new Date());`;

/** What the service behind an endpoint must do before it acts. */
export function HowToVerify() {
  const { _ } = useLingui();
  return (
    <Aside>
      <p>
        {_(
          'Messages follow Standard Webhooks: three headers carry an id, a time and the signatures. Check them before you act.',
        )}
      </p>
      <ol>
        <li>{_('Take the body as it came, before anything parses it.')}</li>
        <li>{_('Join id, time and body with full stops, and check one signature over that.')}</li>
        <li>
          {_('v1 is HMAC-SHA-256 with the shared secret; v1a is Ed25519 with the public key.')}
        </li>
        <li>{_('Refuse a time more than five minutes from now.')}</li>
        <li>{_('Keep the ids you carried out: a repeated id is the same act, not a new one.')}</li>
      </ol>
      <CodeBlock label={_('Example in TypeScript')}>{example}</CodeBlock>
    </Aside>
  );
}
