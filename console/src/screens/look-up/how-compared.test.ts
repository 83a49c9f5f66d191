import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookupReply } from '@commonweal/contract';
import { howCompared, type Compared } from './how-compared.ts';

const nothing: Omit<LookupReply, 'kind' | 'read_as'> = {
  file: null,
  matches: [],
  entries: [],
  seen: null,
};
const plain: NonNullable<LookupReply['file']> = {
  name: 'sky.png',
  media_type: 'image/png',
  bytes: 300,
  md5: null,
  sha1: null,
  sha256: 'ab'.repeat(32),
  width: 90,
  height: 60,
  hashing: 'done',
  hashing_note: 'There is too little in the picture to compare it by.',
  pdq: { hash: '00'.repeat(32), tool_hash: '00'.repeat(32), quality: 3 },
};
const told = { ...plain, hashing_note: null };

const cases: Readonly<
  Record<string, readonly [Pick<LookupReply, 'kind' | 'read_as'> & Partial<LookupReply>, Compared]>
> = {
  'an MD5': [{ kind: 'hash', read_as: ['md5'] }, 'digest'],
  '64 digits, which may be a PDQ hash': [{ kind: 'hash', read_as: ['sha256', 'pdq'] }, 'likeness'],
  'a TLSH digest': [{ kind: 'hash', read_as: ['tlsh'] }, 'likeness'],
  'a link': [{ kind: 'url', read_as: ['url'] }, 'address'],
  'a text': [{ kind: 'text', read_as: [] }, 'words'],
  'a picture': [{ kind: 'file', read_as: ['sha256', 'pdq'], file: told }, 'likeness'],
  'a picture that says too little': [
    { kind: 'file', read_as: ['sha256', 'pdq'], file: plain },
    'digest',
  ],
  'a document': [
    { kind: 'file', read_as: ['md5', 'sha1', 'sha256'], file: { ...told, pdq: null } },
    'digest',
  ],
};

for (const [what, [reply, compared]] of Object.entries(cases))
  test(`${what} is compared by its ${compared}`, () =>
    assert.equal(howCompared({ ...nothing, ...reply }), compared));
