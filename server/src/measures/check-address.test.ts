import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AddressRefused,
  findAddresses,
  mayCall,
  readAddress,
} from '../platform/outgoing/check-address.ts';
import { postMessage } from './post-message.ts';
import { startReceiver } from './testing.ts';

const open = ['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'];
const insideOnly = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '::10.0.0.1',
  '::ffff:127.0.0.1',
];
const never = [
  '169.254.169.254',
  '::ffff:169.254.169.254',
  'fe80::1',
  '0.0.0.0',
  '::',
  '255.255.255.255',
  '224.0.0.1',
  'ff02::1',
  '240.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '2001:db8::1',
  '64:ff9b::a00:1',
  '64:ff9b:1::a00:1',
  '::a00:1',
  '2002:a00:1::',
  '2001:0:a00:1::',
  'fec0::1',
  'not an address',
];

test('public addresses may be called, private ones where the desk allows it, others never', () => {
  for (const address of open) assert.ok(mayCall(address, false), address);
  for (const address of insideOnly) {
    assert.ok(!mayCall(address, false), address);
    assert.ok(mayCall(address, true), address);
  }
  for (const address of never) assert.ok(!mayCall(address, true), address);
});

test('addresses with credentials, other schemes and plain http are refused', () => {
  for (const text of [
    'https://user:secret@platform.example/hook',
    'https://user@platform.example/hook',
    'ftp://platform.example',
    'file:///etc/passwd',
    'http://platform.example/hook',
    'nonsense',
  ])
    assert.throws(() => readAddress(text, false), AddressRefused, text);
  assert.equal(readAddress('http://localhost:9/hook', true).port, '9');
});

test('every address of a name must be callable, and odd spellings are seen through', async () => {
  const both = async () => [
    { address: '1.1.1.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  await assert.rejects(
    findAddresses(new URL('https://platform.example'), false, both),
    AddressRefused,
  );
  for (const host of ['0x7f.1', '2130706433', '127.1', '[::ffff:7f00:1]', '[::1]', '017700000001'])
    await assert.rejects(findAddresses(new URL(`https://${host}/`), false), AddressRefused, host);
});

test('a name that points inside at the moment of sending is not called', async () => {
  await using receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  let asked = 0;
  const rebinding = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '1.1.1.1' : '127.0.0.1', family: 4 }];
  };
  const url = new URL(`https://platform.example:${port}/hook`);
  assert.equal((await findAddresses(url, false, rebinding)).length, 1);
  const result = await postMessage(
    { url: url.href, headers: {}, body: '{}' },
    { allowPrivate: false, resolve: rebinding },
  );
  assert.match(result.status === null ? result.error : '', /private network/);
  assert.equal(receiver.received.length, 0);
});

test('the connection goes to the address that was checked, under the name that was asked for', async () => {
  await using receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const result = await postMessage(
    { url: `http://platform.example:${port}/hook`, headers: {}, body: '{"type":"x"}' },
    { allowPrivate: true, resolve },
  );
  assert.equal(result.status, 204);
  assert.equal(asked, 1);
  assert.equal(receiver.received[0]?.headers.host, `platform.example:${port}`);
});

test('silence, refusal and redirects are failures in words', async () => {
  await using receiver = await startReceiver();
  receiver.answer = { status: 302, headers: { location: receiver.url } };
  const message = { url: receiver.url, headers: {}, body: '{}' };
  const redirected = await postMessage(message, { allowPrivate: true });
  assert.equal(redirected.status, 302);
  assert.equal(receiver.received.length, 1);
  const stuck = await postMessage(
    { ...message, url: 'http://platform.example/' },
    { allowPrivate: true, patience: 20, resolve: () => new Promise(() => {}) },
  );
  assert.deepEqual(stuck, { status: null, error: 'There was no answer in time.' });
  const refused = await postMessage(
    { ...message, url: 'http://127.0.0.1:1/' },
    { allowPrivate: true },
  );
  assert.deepEqual(refused, { status: null, error: 'The connection failed: ECONNREFUSED.' });
});
