import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  flipBit,
  memoryLog,
  sampleCommitments,
} from '../../../../packages/ledger/src/log-fixture.ts';
import { commonweal } from '../testing.ts';
import { ledgerOver, readLedgerAddress } from './fetch-ledger.ts';

const log = memoryLog();
const altered = new Map<string, Uint8Array>();
const own = new Map([
  ['key', Buffer.from(log.vkey)],
  ['huge', Buffer.alloc(2 ** 20)],
]);
const server = createHttpServer((request, response) => {
  const path = (request.url ?? '').replace('/d/reef/ledger/', '');
  const bytes = altered.get(path) ?? own.get(path) ?? log.files.get(path);
  if (path === 'moved') response.writeHead(302, { location: 'key' }).end();
  else if (bytes === undefined) response.writeHead(404).end();
  else response.end(bytes);
});
let address = '';
let folder = '';

before(async () => {
  await log.publish(sampleCommitments(300));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/d/reef/ledger`;
  folder = await mkdtemp(join(tmpdir(), 'commonweal-verify-'));
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

test('a whole ledger verifies, and a key from the same server is warned of', async () => {
  const { code, out } = await commonweal(['ledger', 'verify', `${address}/`]);
  assert.equal(code, 0, out);
  assert.match(out, /is whole/);
  assert.match(out, /300 leaves/);
  assert.match(out, /Warning: the key came from the server/);
});

test('with a key and a checkpoint from before, growth is shown and nothing is warned of', async () => {
  const key = join(folder, 'vkey');
  const checkpoint = join(folder, 'checkpoint');
  await writeFile(key, `${log.vkey}\n`);
  const first = await commonweal(['ledger', 'verify', address, '--key', key, '--save', checkpoint]);
  assert.equal(first.code, 0, first.error);
  assert.doesNotMatch(first.out, /Warning/);
  await log.publish(sampleCommitments(5, 300));
  const words = ['ledger', 'verify', address, '--key', log.vkey, '--previous', checkpoint];
  const second = await commonweal(words);
  assert.equal(second.code, 0, second.error);
  assert.match(second.out, /continues the earlier checkpoint of 300 leaves/);
  assert.match(await readFile(checkpoint, 'utf8'), /\n300\n/);
});

test('one bit turned in what is published is found', async () => {
  const path = 'tile/entries/000';
  altered.set(path, flipBit(log.files.get(path) ?? new Uint8Array(), 40 * 8));
  try {
    const { code, error } = await commonweal(['ledger', 'verify', address, '--key', log.vkey]);
    assert.equal(code, 1);
    assert.match(error, /entry-mismatch/);
    assert.match(error, /BROKEN/);
  } finally {
    altered.clear();
  }
});

test('another key is found', async () => {
  const { vkey } = memoryLog('somebody else');
  const { code, error } = await commonweal(['ledger', 'verify', address, '--key', vkey]);
  assert.equal(code, 1);
  assert.match(error, /checkpoint-invalid/);
});

test('an address where nobody answers is told apart from a broken ledger', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const { code, error } = await commonweal([
    'ledger',
    'verify',
    `http://127.0.0.1:${port}/d/x/ledger`,
  ]);
  assert.equal(code, 1);
  assert.match(error, /was not checked/);
  assert.match(error, /What to do: /);
});

test('no more is read than a ledger can have, and no other address is followed', async () => {
  const fetchBytes = ledgerOver(address);
  await assert.rejects(fetchBytes('huge'), /larger than/);
  await assert.rejects(fetchBytes('moved'));
  assert.equal(await fetchBytes('nothing'), null);
});

test('addresses are read as people paste them', () => {
  for (const pasted of ['', '/', '/checkpoint', '/key', '?x=1', '#top'])
    assert.equal(
      readLedgerAddress(`https://a.example/d/x/ledger${pasted}`),
      'https://a.example/d/x/ledger',
    );
});
