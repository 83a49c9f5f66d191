import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { madeUpOrganisation, unXml, wholeEdition } from '../designations/made-up-list.test-data.ts';
import { newId } from '../platform/ids.ts';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { matchItems, MOST_SIGNALS, readSignals, reportDraft, storeSignals } from './index.ts';
import { aBank, anEntry, anItem, anItemRow, openBanks, setStatus, signalsOf } from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

async function takeIn(who: Who, edition = wholeEdition()): Promise<void> {
  const xml = unXml(edition);
  const { status } = await room.call(who, 'POST', '/api/v1/lists/un', xml, 'application/xml');
  assert.equal(status, 200);
}

test('files match by either digest, and the signal explains itself', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const entry = await anEntry(room, who, bank, 'sha256', 'ab'.repeat(32));
  await anEntry(room, who, bank, 'md5', 'cd'.repeat(16));
  const files = [
    { md5: null, sha256: 'ef'.repeat(32) },
    { md5: 'cd'.repeat(16), sha256: 'ab'.repeat(32) },
  ];
  const [signal, ...more] = await signalsOf(room, who, { files });
  assert.equal(more.length, 1);
  assert.deepEqual(signal, {
    kind: 'hash',
    strength: 'match',
    disputed: false,
    confirmed: false,
    explanation:
      'The SHA-256 of file 2 is on the bank “Known hashs” (source: Invented Lab). Nobody has confirmed the entry yet.',
    because: {
      code: 'digest',
      field: 'files/1',
      count: 1,
      further: 0,
      bank: 'Known hashs',
      source: 'Invented Lab',
      disputed: false,
      unconfirmed: true,
      algorithm: 'sha256',
    },
    field: 'files/1',
    matched: 'ab'.repeat(32),
    start: null,
    end: null,
    source: 'Invented Lab',
    label: 'Invented',
    severity: 4,
    reference_id: entry.bank_entry_id,
  });
});

test('links match wherever they stand: the item’s own, its links, and those written in it', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  await anEntry(room, who, bank, 'url', 'https://example.test/x');
  const address = 'http://www.EXAMPLE.test/x/?utm_source=mail#top';
  const written = 'see hxxps://example[.]test/x, now';
  const places: [Parameters<typeof signalsOf>[2], string][] = [
    [{ url: address }, 'url'],
    [{ links: ['https://other.test/', address] }, 'links/1'],
    [{ text: written }, 'text'],
    [{ title: written }, 'title'],
    [{ actor: { bio: written } }, 'bio'],
  ];
  for (const [said, field] of places) {
    const [signal, ...more] = await signalsOf(room, who, said);
    assert.deepEqual([signal?.field, more.length], [field, 0]);
  }
  const [signal] = await signalsOf(room, who, { text: written });
  assert.equal(written.slice(signal!.start!, signal!.end!), 'hxxps://example[.]test/x');
  assert.equal(
    signal!.explanation,
    'The link hxxps://example[.]test/x in the text is on the bank “Known urls” as example.test/x (source: Invented Lab). Nobody has confirmed the entry yet.',
  );
  assert.deepEqual(signal!.because, {
    code: 'link',
    field: 'text',
    count: 1,
    further: 0,
    bank: 'Known urls',
    source: 'Invented Lab',
    disputed: false,
    unconfirmed: true,
    quote: 'hxxps://example[.]test/x',
    known_as: 'example.test/x',
  });
  assert.deepEqual(await signalsOf(room, who, { url: 'https://example.test/xy' }), []);
});

test('phrases match whole words after normalisation: fullwidth, case, tatweel; never inside a word', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'phrase');
  for (const phrase of ['Isisk', 'الكلمات المخترعة', 'grey heron oath'])
    await anEntry(room, who, bank, 'phrase', phrase);
  const matching = ['the ＩＳＩＳＫ flag', 'قال الكلـمـات المخترعة اليوم', 'GREY—heron\n oath.'];
  for (const text of matching) assert.equal((await signalsOf(room, who, { text })).length, 1, text);
  for (const text of ['a crisiskit', 'isisks', 'grey heron oaths', 'grey heron, an oath'])
    assert.deepEqual(await signalsOf(room, who, { text }), [], text);
});

test('what hides a phrase is undone and said, and then it never acts by itself', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'phrase');
  await anEntry(room, who, bank, 'phrase', 'grey heron oath');
  const hidden = [
    ['the grеy hеron oаth', 'grеy hеron oаth', ['confusable'], 'similar'],
    ['gr3y her0n o4th', 'gr3y her0n o4th', ['leet'], 'similar'],
    ['our g r e y h e r o n o a t h', 'g r e y h e r o n o a t h', ['separated'], 'similar'],
    ['Grey he\u200dron oath!', 'Grey he\u200dron oath', ['invisible'], 'match'],
    ['grey heron oath', 'grey heron oath', undefined, 'match'],
  ] as const;
  for (const [text, matched, undone, strength] of hidden) {
    const [signal, ...more] = await signalsOf(room, who, { text });
    assert.equal(more.length, 0);
    assert.equal(signal?.because?.code, 'phrase');
    assert.deepEqual(
      [signal.matched, signal.because.undone, signal.strength],
      [matched, undone, strength],
    );
  }
  const [said] = await signalsOf(room, who, { text: 'gr3y h e r o n o4th' });
  assert.match(said!.explanation, / Digits or signs .* Its letters are set apart\.$/);
});

test('a listed name is found under look-alikes, and says so; an acronym is not', async () => {
  const who = somebody();
  const { name } = madeUpOrganisation(7);
  await takeIn(who);
  const text = `about the ${name.replaceAll('e', 'е').replaceAll('o', 'о')} again`;
  const [signal] = await signalsOf(room, who, { text });
  assert.equal(signal?.because?.code, 'listed_name');
  assert.deepEqual([signal.because.undone, signal.strength], [['confusable'], 'name_only']);
});

test('"isis" is not found in "crisis", and a listed name is only ever a name', async () => {
  const who = somebody();
  const listed = { reference: 'XXe.900', kind: 'organisation', name: 'Isisan' } as const;
  await takeIn(who, [...wholeEdition(), listed]);
  assert.deepEqual(await signalsOf(room, who, { text: 'The crisisan deepens' }), []);
  const { name, reference } = madeUpOrganisation(7);
  const text = `I read about the ${name.toUpperCase()} in the paper`;
  const [signal, ...more] = await signalsOf(room, who, { text });
  assert.equal(more.length, 0);
  assert.deepEqual([signal!.kind, signal!.strength], ['listed_name', 'name_only']);
  assert.equal(
    signal!.explanation,
    `“${name.toUpperCase()}” in the text agrees with “${name}”, an organisation listed by UN since 2020-01-01 (${reference}). Others may bear the same name.`,
  );
  assert.deepEqual(signal!.because, {
    code: 'listed_name',
    field: 'text',
    count: 1,
    further: 0,
    quote: name.toUpperCase(),
    listed: name,
    name,
    entity: 'organisation',
    authority: 'UN',
    since: '2020-01-01',
    reference,
  });
  for (const [said, field] of [
    [{ title: name }, 'title'],
    [{ actor: { display_name: name } }, 'display_name'],
    [{ actor: { handle: name.replaceAll(' ', '_') } }, 'handle'],
  ] as const)
    assert.equal((await signalsOf(room, who, said))[0]?.field, field);
  assert.deepEqual(await signalsOf(room, who, { actor: { bio: name } }), []);
});

test('names that say little count only beside another name of the same designation', async () => {
  const who = somebody();
  const [first, ...rest] = wholeEdition();
  await takeIn(who, [{ ...first!, aliases: ['GHF', 'The Base'] }, ...rest]);
  assert.deepEqual(await signalsOf(room, who, { text: 'GHF and the base of the hill' }), []);
  const said = { text: `GHF, that is the ${first!.name}` };
  const [signal, ...more] = await signalsOf(room, who, said);
  assert.deepEqual([signal?.matched, more.length], [first!.name, 0]);
  assert.match(signal!.explanation, /found 2 times/);
});

test('what is withdrawn stops matching at once; what is disputed says so', async () => {
  const who = somebody();
  const said = { text: 'Read https://example.test/x and swear the grey heron oath' };
  const urls = await aBank(room, who, 'url');
  const phrases = await aBank(room, who, 'phrase');
  for (const entry of [
    await anEntry(room, who, urls, 'url', 'https://example.test/x'),
    await anEntry(room, who, phrases, 'phrase', 'grey heron oath'),
  ]) {
    const mine = async () =>
      (await signalsOf(room, who, said)).filter((s) => s.reference_id === entry.bank_entry_id);
    assert.deepEqual(
      (await mine()).map(({ disputed }) => disputed),
      [false],
    );
    const disputed = await setStatus(room, who, entry, 'disputed');
    const [signal] = await mine();
    assert.equal(signal?.disputed, true);
    assert.match(
      signal.explanation,
      /The entry is disputed\. Nobody has confirmed the entry yet\.$/,
    );
    const withdrawn = await setStatus(room, who, disputed, 'withdrawn');
    assert.deepEqual(await mine(), []);
    const back = await setStatus(room, who, withdrawn, 'active');
    assert.equal((await mine()).length, 1);
    await setStatus(room, who, back, 'expired');
    assert.deepEqual(await mine(), []);
  }
});

test('a process that changed nothing itself knows within a second', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  const entry = await anEntry(room, who, bank, 'url', 'https://example.test/x');
  // Another process shares the database and nothing in memory.
  const other = { ...room.platform, database: { ...room.database } };
  const count = async () => {
    const item = anItem({ url: 'https://example.test/x' });
    return (await matchItems(other, who.deskId, [item]))[0]!.length;
  };
  assert.equal(await count(), 1);
  await setStatus(room, who, entry, 'withdrawn');
  const committed = performance.now();
  while ((await count()) > 0) {
    assert.ok(performance.now() - committed < 5000, 'the withdrawal became known');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('one signal for an entry however often it is found, and never more than the limit', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'phrase');
  await anEntry(room, who, bank, 'phrase', 'grey heron oath');
  const [signal] = await signalsOf(room, who, { text: 'grey heron oath. '.repeat(3) });
  assert.deepEqual([signal?.start, signal?.end], [0, 15]);
  assert.match(signal!.explanation, /found 3 times; this is the first place/);
  const words = Array.from({ length: 60 }, (_, at) => `invented word${at}`);
  const csv = ['type,value,source', ...words.map((each) => `phrase,${each},Lab`)].join('\n');
  await room.call(who, 'POST', `/api/v1/banks/${bank.bank_id}/import`, { csv });
  const many = await signalsOf(room, who, { text: words.join('; ') });
  assert.equal(many.length, MOST_SIGNALS);
  assert.match(many.at(-1)!.explanation, /10 more matches are not listed\.$/);
  const further = many.map(({ because }) => because && 'further' in because && because.further);
  assert.deepEqual([further[0], further.at(-1)], [0, 10]);
});

test('signals are stored with their item and read by item; quotes go with its content', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'phrase');
  await anEntry(room, who, bank, 'phrase', 'grey heron oath');
  const signals = await signalsOf(room, who, { text: 'The Grey Heron Oath' });
  const itemId = newId();
  const read = await room.database.inDesk(who.deskId, async (trx) => {
    await anItemRow(trx, who.deskId, itemId);
    const said = { kind: 'report', source: 'a user', label: 'threat', referenceId: null } as const;
    const rows = [{ itemId, signals: [...signals, reportDraft(said)] }];
    await storeSignals(room.platform, trx, who.deskId, rows);
    return (await readSignals(trx, who.deskId, [itemId, newId()])).get(itemId);
  });
  assert.deepEqual(
    read?.map(({ kind, strength, matched, explanation }) => [kind, strength, matched, explanation]),
    [
      ['phrase', 'match', 'Grey Heron Oath', signals[0]!.explanation],
      ['report', 'report', null, 'A user reported this: threat (source: a user).'],
    ],
  );
  assert.deepEqual(
    read.map(({ because }) => because),
    [signals[0]!.because, { code: 'report', by: 'report', label: 'threat', source: 'a user' }],
  );
  const seen = (deskId: string) =>
    room.database.inDesk(deskId, async (trx) => (await readSignals(trx, deskId, [itemId])).size);
  assert.deepEqual([await seen(who.deskId), await seen(newId())], [1, 0]);
  const erased = await room.database.inDesk(who.deskId, async (trx) => {
    await room.platform.events.tell(trx, 'items.erased', { deskId: who.deskId, itemIds: [itemId] });
    return (await readSignals(trx, who.deskId, [itemId])).get(itemId)!;
  });
  assert.equal(erased.length, 2);
  assert.doesNotMatch(JSON.stringify(erased), /heron oath/i, 'nothing of the content is left');
  for (const { because } of erased) assert.deepEqual(because, { code: 'erased' });
  await room.database.inDesk(who.deskId, (trx) =>
    trx.deleteFrom('item').where('item_id', '=', itemId).execute(),
  );
  assert.equal(await seen(who.deskId), 0);
});
