import type { Client } from '@commonweal/client';
import type { ItemReply, NewItem } from '@commonweal/contract';
import { posts } from '../invented.ts';
import { drawLeaflet } from '../leaflet.ts';
import { promised } from '../promised.ts';
import type { Stage } from '../thread.ts';
import type { ConnectedPlatform } from './connect-platform.ts';

/** What was handed in, and the cases it became. */
export interface HandedIn {
  readonly removalItem: ItemReply;
  readonly removalCase: string;
  readonly nameCase: string;
  readonly reportCase: string;
  readonly reporterNoticeUrl: string;
  readonly banItem: ItemReply;
  readonly banCase: string;
}

/** The platform hands in posts, a file, a profile and a report; each is answered at once. */
export async function handInItems(
  { baseUrl, onStep }: Stage,
  { client }: ConnectedPlatform,
): Promise<HandedIn> {
  const clear = await handInClear(client);
  const known = await handInKnown(client);
  const named = await client.createItem({ body: post(posts.named) });
  promised(
    named.signals.length > 0 && named.signals.every((signal) => signal.strength === 'name_only'),
    'a listed name in a museum notice is a name and no more',
  );
  const report = await reportPost(client);
  const account = await client.createItem({ body: profile() });
  promised(account.verdict === 'review', 'a profile with a known slogan is looked at by a person');
  await onStep({
    title: 'Items come in, and each is answered within milliseconds',
    lines: [
      `${clear.external_id}: ${clear.verdict}. Nothing known in it; no case, no delay.`,
      `${known.external_id}: ${known.verdict}. ${known.signals.map((signal) => signal.explanation).join(' ')}`,
      `${named.external_id}: ${named.verdict}. ${named.signals[0]?.explanation ?? ''}`,
      `${posts.reported.id}: a user reported it; she can follow it at ${report.notice_url}`,
      `${account.external_id}: ${account.verdict}, as a case about the account.`,
      'Handing in the same post again changes nothing and answers the same.',
    ],
    look: `${baseUrl}/queue`,
  });
  return {
    removalItem: known,
    removalCase: caseOf(known),
    nameCase: caseOf(named),
    reportCase: report.case_id ?? '',
    reporterNoticeUrl: report.notice_url,
    banItem: account,
    banCase: caseOf(account),
  };
}

async function handInClear(client: Client): Promise<ItemReply> {
  const body = post(posts.clear);
  const first = await client.createItem({ body, idempotencyKey: 'demo-clear-1' });
  promised(first.verdict === 'clear' && first.case_id === null, 'an ordinary post is clear');
  const again = await client.createItem({ body, idempotencyKey: 'demo-clear-1' });
  promised(again.item_id === first.item_id, 'the same request again gets the same answer');
  return first;
}

async function handInKnown(client: Client): Promise<ItemReply> {
  const { bytes } = await drawLeaflet();
  const form = new FormData();
  form.set('item', JSON.stringify(post(posts.known)));
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'leaflet.png');
  const known = await client.createItem({ body: post(posts.known), raw: { body: form } });
  const kinds = known.signals.map((signal) => signal.kind);
  promised(
    kinds.includes('hash') && kinds.includes('phrase'),
    'the known picture and slogan are found',
  );
  return known;
}

async function reportPost(client: Client) {
  const report = await client.createReport({
    body: {
      item: post(posts.reported),
      reporter: { kind: 'user', external_id: 'member-44', language: 'en' },
      reason: 'recruitment',
      said: 'He writes like this to every new member, and asks them to meet him.',
      good_faith: true,
    },
  });
  promised(report.case_id !== null, 'a report always becomes a case');
  return report;
}

function post(from: { id: string; actor: string; title?: string; text: string }): NewItem {
  return {
    external_id: from.id,
    kind: 'post',
    surface: 'open',
    posted_at: new Date().toISOString(),
    url: `https://lagoon.example/p/${from.id}`,
    ...(from.title === undefined ? {} : { title: from.title }),
    text: from.text,
    language: 'en',
    actor: { external_id: from.actor },
  };
}

function profile(): NewItem {
  const { id, actor, name, bio } = posts.account;
  return {
    external_id: id,
    kind: 'profile',
    surface: 'open',
    posted_at: new Date().toISOString(),
    url: `https://lagoon.example/u/${name}`,
    text: bio,
    language: 'en',
    actor: { external_id: actor, display_name: name, handle: name, bio },
  };
}

function caseOf(item: ItemReply): string {
  promised(item.case_id !== null, `${item.external_id} became a case`);
  return item.case_id;
}
