import type { PolicyVersion } from '@commonweal/contract';
import { forum } from '../invented.ts';
import { promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** Nothing is decided without published rules: the default ones are taken and published. */
export async function publishRules(
  { baseUrl, onStep }: Stage,
  { administrator: { client } }: Cast,
): Promise<PolicyVersion> {
  const draft = await client.draftPolicy({ body: await client.readDefaultPolicy() });
  const params = { policy_version_id: draft.policy_version_id };
  const policy = await client.publishPolicy({ params, body: { revision: draft.revision } });
  promised(
    policy.state === 'published' && policy.number === 1,
    'the rules are published as version 1',
  );
  const { title, language, definition, clauses } = policy;
  await refused(
    'conflict',
    'a published version never changes',
    client.revisePolicy({
      params,
      body: { title: `${title}!`, language, definition, clauses, revision: policy.revision },
    }),
  );
  await onStep({
    title: 'Rules, published before anything is decided under them',
    lines: [
      `Version 1, "${title}", with ${clauses.length} clauses, is in force from now. It can be replaced, not changed.`,
      'The gate lets a decision cite only what was published and in force when the content was posted.',
    ],
    look: `${baseUrl}/d/${forum.slug}/policy`,
  });
  return policy;
}
