import assert from 'node:assert/strict';
import { appendFile, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { roles } from '@commonweal/contract';
import { listDesks } from '../platform/directory.ts';
import { openTestDatabase, type TestDatabase } from '../platform/database/testing.ts';
import { asSuperuser } from '../platform/embedded-postgres/index.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { inventedList } from './demo/invented-list.ts';
import { commonweal } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
let settings: Record<string, string>;
let folder: string;

function urlOf({ name, socketDirectory }: TestDatabase): string {
  return `postgres:///${name}?host=${encodeURIComponent(socketDirectory)}&user=postgres`;
}

before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
  const { name, socketDirectory } = house.database;
  // The shared test server trades the last moments for speed, which the doctor rightly minds.
  await asSuperuser(socketDirectory, name, (client) =>
    client.query(`alter database ${name} set synchronous_commit = on`),
  );
  settings = {
    DATABASE_URL: urlOf(house.database),
    COMMONWEAL_DATA: house.platform.config.dataDir,
    PORT: '0',
  };
  folder = await mkdtemp(join(tmpdir(), 'commonweal-cli-'));
  const client = await desk.keyed(['items:write']);
  const item = {
    external_id: 'post-1',
    kind: 'post',
    surface: 'open',
    text: 'Low water is at six.',
  } as const;
  const form = new FormData();
  form.set('item', JSON.stringify(item));
  form.set('file', new Blob(['tide table'], { type: 'text/plain' }), 'tides.txt');
  await client.createItem({ body: item, raw: { body: form } });
});

after(async () => {
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('a backup made beside a running server restores elsewhere, records and files', async () => {
  const backup = join(folder, 'backup');
  const made = await commonweal(['backup', backup], settings);
  assert.equal(made.code, 0, made.error);
  assert.match(made.out, /secret\.key: without it nobody can use/);
  const digest = /Its digest: {2}([0-9a-f]{64})/.exec(made.out)?.[1] ?? '';
  assert.notEqual(digest, '');

  const again = await commonweal(['backup', backup], settings);
  assert.equal(again.code, 1);
  assert.match(again.error, /is not empty/);

  await using database = await openTestDatabase();
  const data = join(folder, 'restored');
  await mkdir(data);
  const into = { ...settings, DATABASE_URL: urlOf(database), COMMONWEAL_DATA: data };
  const keyless = await commonweal(['restore', backup], into);
  assert.equal(keyless.code, 1);
  assert.match(keyless.error, /Copy the secret\.key/);

  await copyFile(join(house.platform.config.dataDir, 'secret.key'), join(data, 'secret.key'));
  const wrongDigest = await commonweal(['restore', backup, '--digest', '0'.repeat(64)], into);
  assert.equal(wrongDigest.code, 1);
  assert.deepEqual(await listDesks(database), []);

  const restored = await commonweal(['restore', backup, '--digest', digest], into);
  assert.equal(restored.code, 0, restored.error);
  assert.deepEqual(await listDesks(database), await listDesks(house.database));
  const files = await readdir(join(data, 'blobs'), { recursive: true });
  assert.equal(files.filter((name) => /[0-9a-f]{64}$/.test(name)).length, 1);

  const twice = await commonweal(['restore', backup, '--digest', digest], into);
  assert.equal(twice.code, 1);
  assert.match(twice.error, /already holds rows/);
});

test('a backup changed afterwards is refused, and a wrong secret is told', async () => {
  const backup = join(folder, 'changed');
  assert.equal((await commonweal(['backup', backup], settings)).code, 0);
  await using database = await openTestDatabase();
  const data = join(folder, 'stranger');
  await mkdir(data);
  await writeFile(join(data, 'secret.key'), randomBytes(32).toString('base64'));
  const into = { ...settings, DATABASE_URL: urlOf(database), COMMONWEAL_DATA: data };
  const stranger = await commonweal(['restore', backup], into);
  assert.equal(stranger.code, 1);
  assert.match(stranger.error, /this secret\.key is not theirs/);

  await appendFile(join(backup, 'database', 'person.copy'), '\n');
  await using empty = await openTestDatabase();
  const changed = await commonweal(['restore', backup], { ...into, DATABASE_URL: urlOf(empty) });
  assert.equal(changed.code, 1);
  assert.match(changed.error, /was changed after the backup/);
});

test('the doctor finds a healthy installation healthy', async () => {
  const { code, out, error } = await commonweal(['doctor'], settings);
  assert.equal(code, 0, out + error);
  assert.match(out, /opens the ledger keys of every desk/);
  assert.match(out, /Ledger/);
});

test('the doctor says that the database cannot be reached, and what was therefore not looked at', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/none';
  const { code, out, error } = await commonweal(['doctor'], { ...settings, DATABASE_URL: url });
  assert.equal(code, 1);
  assert.match(error, /BROKEN +Database/);
  assert.match(out, /\? +Ledger/);
});

test('the operator can invite when nobody can sign in', async () => {
  const words = [
    'admin',
    'invite',
    '--email',
    'back@reef.example',
    '--roles',
    'administrator,senior',
  ];
  const { code, out, error } = await commonweal(words, settings);
  assert.equal(code, 0, error);
  const token = /\/join#(\S+)/.exec(out)?.[1] ?? '';
  const invitation = await desk.administrator.client.checkInvitation({ body: { token } });
  assert.deepEqual(invitation.roles, ['administrator', 'senior']);

  const { administrator } = desk;
  await administrator.client.updatePerson({
    params: { person_id: administrator.personId },
    body: { roles: roles.filter((role) => role !== 'trainer') },
  });
  const beyond = await commonweal(
    ['admin', 'invite', '--email', 'x@reef.example', '--roles', 'trainer'],
    settings,
  );
  assert.equal(beyond.code, 1);
  assert.match(beyond.error, /nobody grants what they do not hold/);
});

test('a setup link for another desk works, and then a desk must be named', async () => {
  const { code, out } = await commonweal(['admin', 'setup-link', '--hours', '2'], settings);
  assert.equal(code, 0);
  const token = /\/setup#(\S+)/.exec(out)?.[1] ?? '';
  await desk.administrator.client.checkSetup({ body: { token } });
});

test('a list is imported beside a running server, and half of one is refused', async () => {
  const file = join(folder, 'list.xml');
  const xml = inventedList();
  await writeFile(file, xml.slice(0, xml.length / 2));
  const half = await commonweal(['lists', 'import', 'un', file], settings);
  assert.equal(half.code, 1);
  assert.match(half.error, /nothing was changed/);

  await writeFile(file, xml);
  const whole = await commonweal(['lists', 'import', 'un', file, '--desk', 'reef'], settings);
  assert.equal(whole.code, 0, whole.error);
  assert.match(whole.out, /600 added/);
  const { data } = await desk.administrator.client.listLists();
  assert.equal(data[0]?.entities, 600);

  const [names, aliases] = [join(folder, 'SDN.CSV'), join(folder, 'ALT.CSV')];
  const persons = Array.from({ length: 600 }, (_, at) => {
    const type = at < 300 ? '-0- ' : '"individual"';
    return `${at + 1},"HERON ${at}${'x'.repeat(at % 7)} FRONT",${type},"SDGT",${'-0- ,'.repeat(7)}-0- `;
  });
  await writeFile(names, persons.join('\r\n'));
  await writeFile(aliases, '7,1,"aka","THE ROOST",-0- \r\n');
  const both = await commonweal(['lists', 'import', 'us-sdn', aliases, names], settings);
  assert.equal(both.code, 0, both.error);
  assert.match(both.out, /600 added/);
  const { data: found } = await desk.administrator.client.listDesignations({
    query: { q: 'The Roost' },
  });
  assert.equal(found[0]?.reference, '7');

  const nowhere = await commonweal(['lists', 'import', 'un', file, '--desk', 'atoll'], settings);
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.error, /The desks here are: reef/);
});
