import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import type { LedgerErrorCode } from './errors.ts';
import { flipBit } from './log-fixture.ts';
import { noteSigner, parseVerifierKey, verifierKey } from './note-key.ts';
import { openNote, signNote } from './note.ts';

const NAME = 'ledger.desk.example/2026';
const signerOf = (name: string, seed: number) => noteSigner(name, new Uint8Array(32).fill(seed));
const signer = signerOf(NAME, 1);
const vkey = verifierKey(NAME, signer.publicKey);
const witness = signerOf('witness.example', 2);

const fails =
  (code: LedgerErrorCode) =>
  (error: unknown): boolean =>
    error instanceof LedgerError && error.code === code;

test('the public key of a seed is the one of RFC 8032, test 1', () => {
  const seed = Buffer.from(
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  );
  assert.equal(
    Buffer.from(noteSigner(NAME, seed).publicKey).toString('hex'),
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
});

test('a verifier key carries the key id that the specification defines, and reads back', () => {
  const typed = Buffer.concat([Buffer.of(1), signer.publicKey]);
  const id = createHash('sha256').update(`${NAME}\n`).update(typed).digest('hex').slice(0, 8);
  assert.equal(vkey, `${NAME}+${id}+${typed.toString('base64')}`);
  assert.deepEqual(parseVerifierKey(vkey).publicKey, signer.publicKey);
});

test('verifier keys that are not one are refused', () => {
  const [name, id, key] = vkey.split('+') as [string, string, string];
  const witnessType = Buffer.concat([Buffer.of(4), signer.publicKey]).toString('base64');
  for (const text of [
    '',
    name,
    `${name}+${id}`,
    `other+${id}+${key}`,
    `${name}+00000000+${key}`,
    `${name}+${id}+${key} `,
    `${name}+${id}+${key.slice(4)}`,
    `${name}+${id}+${witnessType}`,
    `a b+${id}+${key}`,
  ]) {
    assert.throws(() => parseVerifierKey(text), fails('bad-key'), text);
  }
  assert.throws(() => verifierKey('a+b', signer.publicKey), fails('bad-key'));
  assert.throws(() => verifierKey(NAME, new Uint8Array(31)), fails('bad-key'));
  assert.throws(() => noteSigner(NAME, new Uint8Array(31)), fails('bad-key'));
  const { privateKey } = generateKeyPairSync('x25519');
  assert.throws(() => noteSigner(NAME, privateKey), fails('bad-key'));
});

test('a key that Node holds signs like its seed', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const held = noteSigner(NAME, privateKey);
  const note = signNote('held\n', [held]);
  assert.equal(openNote(note, [verifierKey(NAME, held.publicKey)]).text, 'held\n');
});

test('any text signs and opens, with blank lines in it and witnesses below it', () => {
  const text = fc.array(fc.string({ unit: 'grapheme' })).map((lines) => {
    const clean = lines.map((line) => line.replaceAll(/[^\u0020-\u{10ffff}]/gu, ''));
    return `${clean.join('\n')}\n`;
  });
  fc.assert(
    fc.property(text, (body) => {
      const note = signNote(body, [witness, signer]);
      for (const form of [note, Buffer.from(note)]) {
        const opened = openNote(form, [vkey]);
        assert.equal(opened.text, body);
        assert.deepEqual(
          opened.signedBy.map((by) => by.name),
          [NAME],
        );
        assert.deepEqual(
          opened.unknown.map((by) => by.name),
          ['witness.example'],
        );
      }
    }),
  );
});

test('a note with any one bit turned never opens as another text', () => {
  const note = Buffer.from(signNote('of the desk\n42\n', [signer]));
  for (let at = 0; at < note.length * 8; at += 1) {
    const broken = Buffer.from(note);
    broken[at >> 3] = (broken[at >> 3] as number) ^ (1 << (at & 7));
    assert.throws(() => openNote(broken, [vkey]), LedgerError, `bit ${at}`);
  }
});

test('one false signature of a trusted key spoils the note', () => {
  const good = signNote('one\n', [signer]);
  const line = signNote('two\n', [signer]).split('\n\n')[1] ?? '';
  assert.throws(() => openNote(good + line, [vkey]), fails('untrusted-note'));
  const repeated = openNote(good + (good.split('\n\n')[1] ?? ''), [vkey]);
  assert.equal(repeated.signedBy.length, 1);
});

test('a note signed only by strangers is not trusted, even under the same name', () => {
  const stranger = signerOf(NAME, 9);
  assert.throws(() => openNote(signNote('x\n', [witness]), [vkey]), fails('untrusted-note'));
  assert.throws(() => openNote(signNote('x\n', [stranger]), [vkey]), fails('untrusted-note'));
  assert.throws(() => openNote(signNote('x\n', [signer]), []), fails('untrusted-note'));
});

test('malformed notes are refused', () => {
  const good = signNote('text\n', [signer]);
  const [text, line] = good.split('\n\n') as [string, string];
  for (const note of [
    '',
    'text\n',
    `${text}\n${line}`,
    `${text}\n\n`,
    good.slice(0, -1),
    `${good}\n`,
    good.replace('\u2014', '-'),
    good.replace('text', 'te\u0000xt'),
    good.replace('text\n', 'text\r\n'),
    `${good}\u2014 name AAAA=\n`,
    `${good}\u2014 name AAAA\n`,
    `${good}\u2014 na+me AAAAAAA=\n`,
    `${good}\u2014 two names AAAAAAA=\n`,
    `${text}\n\n${'\u2014 name AAAAAAA=\n'.repeat(101)}`,
    `${'x'.repeat(1_000_001)}\n\n${line}`,
    Buffer.concat([Buffer.from([0xff]), Buffer.from(good)]),
  ]) {
    assert.throws(() => openNote(note, [vkey]), fails('bad-note'), String(note).slice(0, 80));
  }
  assert.throws(() => signNote('no newline', [signer]), fails('bad-note'));
  assert.throws(() => signNote('bell\u0007\n', [signer]), fails('bad-note'));
  assert.throws(() => signNote('half \ud800\n', [signer]), fails('bad-note'));
  assert.throws(() => signNote('unsigned\n', []), fails('bad-note'));
});

const root = new Uint8Array(32).fill(5);

test('checkpoints read back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, hash) => {
      const parsed = parseCheckpoint(formatCheckpoint({ origin: NAME, size, root: hash }));
      assert.deepEqual(
        { ...parsed, root: Uint8Array.from(parsed.root) },
        { origin: NAME, size, root: hash },
      );
    }),
  );
  const extended = { origin: NAME, size: 3, root, extensions: ['one', 'two'] };
  assert.deepEqual(parseCheckpoint(formatCheckpoint(extended)).extensions, ['one', 'two']);
});

test('malformed checkpoints are refused', () => {
  const hash = Buffer.from(root).toString('base64');
  for (const text of [
    '',
    `${NAME}\n1\n`,
    `${NAME}\n1\n${hash}`,
    `\n1\n${hash}\n`,
    `${NAME}\n01\n${hash}\n`,
    `${NAME}\n-1\n${hash}\n`,
    `${NAME}\n1.0\n${hash}\n`,
    `${NAME}\n9007199254740992\n${hash}\n`,
    `${NAME}\n1\n${hash.slice(4)}\n`,
    `${NAME}\n1\n${hash} \n`,
    `${NAME}\n1\n${hash}\n\n`,
  ]) {
    assert.throws(() => parseCheckpoint(text), fails('bad-checkpoint'), text);
  }
  assert.throws(() => formatCheckpoint({ origin: 'a\nb', size: 1, root }), fails('bad-checkpoint'));
  assert.throws(() => formatCheckpoint({ origin: NAME, size: 1.5, root }), fails('bad-range'));
  assert.throws(
    () => formatCheckpoint({ origin: NAME, size: 1, root: flipBit(root, 0).subarray(1) }),
    fails('bad-hash'),
  );
});

test('a checkpoint of another log under the same key is refused unless asked for', () => {
  const note = signNote(formatCheckpoint({ origin: 'other.example', size: 1, root }), [signer]);
  assert.throws(() => openCheckpoint(note, vkey), fails('bad-checkpoint'));
  assert.equal(openCheckpoint(note, vkey, 'other.example').size, 1);
});
