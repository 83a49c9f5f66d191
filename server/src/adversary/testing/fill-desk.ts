import { createHash } from 'node:crypto';
import { createClient } from '@commonweal/client';
import sharp from 'sharp';
import { unXml, wholeEdition } from '../../designations/made-up-list.test-data.ts';
import { proposeLinks } from '../../designations/entities/propose-links.ts';
import { growLedger } from '../../ledger/index.ts';
import { runImports } from '../../matching/index.ts';
import { beginStory, type Story } from '../../notices/testing.ts';
import { DAY, later } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { TestDesk, TestHouse } from '../../testing/start-test-desk.ts';

/** A desk on which everything has happened once, and the ids of what is there. */
export interface FullDesk {
  readonly desk: TestDesk;
  readonly story: Story;
  /** A value for every name of a path parameter in the contract. */
  readonly ids: Readonly<Record<string, string>>;
  readonly itemExternalId: string;
  readonly noticePath: string;
}

/** Drives the whole thread on a new desk, so that every table holds something of it. */
export async function fillDesk(house: TestHouse, slug: string): Promise<FullDesk> {
  const story = await beginStory({ house, slug });
  const { desk } = story;
  const { client } = desk.administrator;
  await client.updateDesk({ body: { allow_private_endpoints: true } });
  const { endpoint } = await client.createEndpoint({
    body: { name: 'Forum', url: 'http://127.0.0.1:9/hook' },
  });
  const banks = await fillBanks(house, desk);
  const edition = wholeEdition();
  const renamed = edition.map((entry, at) => (at > 0 ? entry : { ...entry, name: 'New Heron' }));
  for (const entries of [edition, renamed])
    await client.importList({
      params: { list_key: 'un' },
      raw: { body: unXml(entries).toString(), contentType: 'application/xml' },
    });
  const { data: designations } = await client.listDesignations({ query: { limit: 1 } });
  const register = await fillRegister(house, desk, edition[1]!.name);
  const item = await handInFile(desk);
  const decided = await decideOne(story);
  await withdrawWhatOneRestsOn(story, banks.bank_id);
  const open = await story.report({ text: 'Another post that waits for somebody.' });
  const draft = await client.draftPolicy({ body: await client.readDefaultPolicy() });
  const { data: rules, revision } = await client.listRules();
  const backwards = rules.map((rule) => rule.rule_id).toReversed();
  await client.orderRules({ body: { revision, rule_ids: backwards } });
  const invited = await client.invitePerson({
    body: { email: `nobody-yet@${slug}.example`, roles: ['moderator'] },
  });
  const passkeyId = await trySigningIn(house, desk);
  await growLedger(house.platform, desk.deskId);
  // After the ledger has grown, so that an event waits for its leaf.
  const key = await client.createApiKey({ body: { name: 'A key', scopes: ['items:read'] } });
  return {
    desk,
    story,
    itemExternalId: `${slug}-picture`,
    noticePath: decided.noticePath,
    ids: {
      list_key: 'un',
      jurisdiction: 'TV',
      ...register,
      ...banks,
      ...item,
      ...decided.ids,
      case_id: open.case_id ?? '',
      endpoint_id: endpoint.endpoint_id,
      designation_id: designations[0]?.designation_id ?? '',
      policy_version_id: draft.policy_version_id,
      rule_id: rules[0]?.rule_id ?? '',
      person_id: desk.people.moderator.personId,
      invitation_id: invited.invitation.invitation_id,
      api_key_id: key.api_key.api_key_id,
      passkey_id: passkeyId,
    },
  };
}

/** A list of the desk's own with a name of the first, what that proposes, and somebody else of that name. */
async function fillRegister(house: TestHouse, { administrator, deskId }: TestDesk, name: string) {
  const { client } = administrator;
  await client.addOwnList({
    body: {
      key: 'gazette',
      format: 'gazette',
      authority: 'TO',
      name: 'Invented gazette',
      power: 'Invented Act',
      effects: ['proscription'],
    },
  });
  await client.importList({
    params: { list_key: 'gazette' },
    raw: {
      body: `reference,kind,name,power\nG1,organisation,${name},s. 4\n`,
      contentType: 'text/csv',
    },
  });
  await proposeLinks(house.platform);
  const { data: links } = await client.listLinks();
  const { data: designations } = await client.listDesignations({ query: { q: 'G1' } });
  const { review_id } = await client.noteDifferentPerson({
    body: {
      designation_id: designations[0]?.designation_id ?? '',
      subject: 'account',
      value: `account-of-${deskId}`,
      reason: 'Another one.',
      expires_at: later(house.clock.now(), 30 * DAY).toISOString(),
    },
  });
  return { link_id: links[0]?.link_id ?? '', review_id };
}

/** What one picture of the story is made of; every desk hands in the same. */
export function aPicture(): Promise<Buffer> {
  return sharp({ create: { width: 24, height: 16, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
}

async function fillBanks({ platform }: TestHouse, { administrator: { client } }: TestDesk) {
  const bank = await client.createBank({
    body: { name: 'Known files', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  const sha256 = createHash('sha256')
    .update(await aPicture())
    .digest('hex');
  const entry = await client.addBankEntry({
    params: { bank_id: bank.bank_id },
    body: { type: 'sha256', value: sha256, label: 'Invented picture', source: 'Invented Lab' },
  });
  const { bank_import_id } = await client.startBankImport({
    params: { bank_id: bank.bank_id },
    raw: { body: `md5 ${'ab'.repeat(16)}\nno hash at all\n`, contentType: 'text/plain' },
  });
  await runImports(platform);
  return { bank_id: bank.bank_id, bank_entry_id: entry.bank_entry_id, bank_import_id };
}

async function handInFile(desk: TestDesk) {
  const platform = await desk.keyed(['items:write', 'items:read']);
  const form = new FormData();
  const item = { external_id: `${desk.slug}-picture`, kind: 'post', surface: 'open' };
  form.set('item', JSON.stringify(item));
  form.set('file', new Blob([new Uint8Array(await aPicture())], { type: 'image/png' }), 'a.png');
  const answer = await platform.createItem({
    body: item as never,
    raw: { body: form },
    idempotencyKey: 'the-same-request',
  });
  const { files } = await platform.readItem({ params: { item_id: answer.item_id } });
  return { item_id: answer.item_id, file_id: files[0]?.file_id ?? '' };
}

/** A report, a restriction, its message, the platform's receipt, and the appeal against it. */
async function decideOne(story: Story) {
  const { desk } = story;
  const report = await story.report();
  const decision = await story.restrict(report.case_id ?? '');
  const measureId = decision.measure_id ?? '';
  const receipts = await desk.keyed(['receipts:write']);
  await receipts.receiptMeasure({
    params: { measure_id: measureId },
    body: { receipt_key: 'done', effect: 'applied' },
  });
  const { client } = desk.administrator;
  const { data: deliveries } = await client.listDeliveries();
  const noticePath = new URL(decision.notice_url ?? '').pathname;
  const form = { text: 'It was satire.', contact: '', language: 'en', idempotency_key: 'once' };
  await story.send(`${noticePath}/appeal`, form);
  const { data: appeals } = await client.listAppeals();
  return {
    noticePath,
    ids: {
      decision_id: decision.decision_id,
      measure_id: measureId,
      delivery_id: deliveries[0]?.delivery_id ?? '',
      appeal_id: appeals[0]?.appeal_id ?? '',
    },
  };
}

/** A decision on a file whose digest turns out not to belong in the bank. */
async function withdrawWhatOneRestsOn(story: Story, bankId: string): Promise<void> {
  const { desk } = story;
  const { client } = desk.administrator;
  const md5 = '0123456789abcdef0123456789abcdef';
  const { bank_entry_id, version } = await client.addBankEntry({
    params: { bank_id: bankId },
    body: { type: 'md5', value: md5, label: 'A mistake', source: 'Invented Lab' },
  });
  const platform = await desk.keyed(['items:write']);
  const { case_id } = await platform.createItem({
    body: {
      external_id: `${desk.slug}-mistake`,
      kind: 'post',
      surface: 'open',
      posted_at: desk.policy.published_at ?? '',
      actor: { external_id: 'account-of-the-mistake' },
      files: [{ md5 }],
    },
  });
  await story.restrict(case_id ?? '');
  await client.changeBankEntry({
    params: { bank_id: bankId, bank_entry_id },
    body: { version, status: 'withdrawn', reason: 'It is another file.' },
  });
}

/** Leaves the traces of signing in: a failure, a challenge, and a passkey as its owner would add it. */
async function trySigningIn(house: TestHouse, desk: TestDesk): Promise<string> {
  const { administrator } = desk;
  await administrator.client.beginPasskey();
  await leaveWaysBack(house, desk);
  const stranger = createClient({ baseUrl: '', fetch: house.fetch });
  const guess = { desk: desk.slug, email: administrator.email, password: 'not the password' };
  await stranger.signIn({ body: guess }).then(
    () => Promise.reject(new Error('A wrong password was taken.')),
    () => undefined,
  );
  const passkeyId = newId();
  await house.database.inDesk(desk.deskId, (trx) =>
    trx
      .insertInto('passkey')
      .values({
        desk_id: desk.deskId,
        passkey_id: passkeyId,
        person_id: administrator.personId,
        credential_id: `credential ${passkeyId}`,
        public_key: Buffer.alloc(77),
        counter: 0,
        transports: [],
        name: 'Office key',
        created_at: house.clock.now(),
        last_used_at: null,
      })
      .execute(),
  );
  return passkeyId;
}

/** A recovery code as it is kept, and a link handed out to somebody else. */
async function leaveWaysBack(house: TestHouse, desk: TestDesk): Promise<void> {
  const { administrator, people } = desk;
  await administrator.client.offerPasswordReset({
    params: { person_id: people.moderator.personId },
    body: { factors_off: false },
  });
  await house.database.inDesk(desk.deskId, (trx) =>
    trx
      .insertInto('recovery_code')
      .values({
        desk_id: desk.deskId,
        recovery_code_id: newId(),
        person_id: administrator.personId,
        code_hash: Buffer.alloc(32, 1),
        created_at: house.clock.now(),
        used_at: null,
      })
      .execute(),
  );
}
