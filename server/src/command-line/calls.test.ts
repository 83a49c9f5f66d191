import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { commonweal } from './testing.ts';

test('help lists the commands with examples', async () => {
  const { code, out } = await commonweal(['--help']);
  assert.equal(code, 0);
  for (const name of ['serve', 'demo', 'lists', 'ledger', 'admin', 'backup', 'restore', 'doctor'])
    assert.match(out, new RegExp(`^ {2}${name}\\b`, 'm'));
  assert.match(out, /Examples:/);
});

for (const words of [
  ['serve'],
  ['demo'],
  ['lists', 'import'],
  ['lists', 'known'],
  ['ledger', 'verify'],
  ['admin', 'invite'],
  ['admin', 'setup-link'],
  ['backup'],
  ['restore'],
  ['doctor'],
]) {
  test(`"${words.join(' ')} --help" explains itself with an example`, async () => {
    const { code, out } = await commonweal([...words, '--help']);
    assert.equal(code, 0);
    assert.match(out, /Examples?:\n {2}\$ /);
  });
}

for (const [what, words, said] of [
  ['a command that is not there', ['bakup'], /Did you mean backup/],
  ['an option that is not there', ['doctor', '--quick'], /unknown option '--quick'/],
  ['a missing argument', ['ledger', 'verify'], /missing required argument 'url'/],
  ['a missing option', ['admin', 'invite', '--email', 'a@b.example'], /--roles/],
  ['a role that is not there', ['serve', '--role', 'king'], /Allowed choices are all, api, worker/],
  ['a port that is no port', ['serve', '--port', 'ninety'], /--port must be a number/],
  ['a list of no key', ['lists', 'import', 'X x', 'list.xml'], /is not the key of a list/],
  ['a list that is not there', ['lists', 'import', 'un', '/nowhere.xml'], /no such file/],
  ['an address that is none', ['ledger', 'verify', 'reef'], /is not an http\(s\) address/],
  ['hours that are none', ['admin', 'setup-link', '--hours', 'two'], /--hours must be/],
  [
    'a desk role that is not there',
    ['admin', 'invite', '--email', 'a@b.example', '--roles', 'king'],
    /There is no role king/,
  ],
] as const) {
  test(`${what} is refused as a wrong call`, async () => {
    const { code, error } = await commonweal(words);
    assert.equal(code, 2, error);
    assert.match(error, said);
  });
}

test('a folder without an installation is said to be one, with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-none-'));
  try {
    for (const words of [
      ['backup', join(folder, 'to')],
      ['admin', 'setup-link'],
    ]) {
      const { code, error } = await commonweal([...words, '--data', folder]);
      assert.equal(code, 1);
      assert.match(error, /Why: /);
      assert.match(error, /What to do: /);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the doctor of a fresh folder finds nothing broken and makes nothing', async () => {
  const folder = join(tmpdir(), `commonweal-none-${process.pid}`);
  const { code, out } = await commonweal(['doctor', '--data', folder], { PORT: '0' });
  assert.equal(code, 0, out);
  assert.match(out, /the first start makes it/);
  assert.match(out, / 0 broken/);
});
