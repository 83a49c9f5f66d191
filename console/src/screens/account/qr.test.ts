import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionOf, highestVersion, multiply, sharesOf, versionFor } from './qr-codewords.ts';
import { formatBits, masks, qrModules, versionBits, zigzag, type Modules } from './qr-matrix.ts';

test('error correction, format and version are those of the standard’s examples', () => {
  const data = Uint8Array.from([
    32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17,
  ]);
  assert.deepEqual([...correctionOf(data, 10)], [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  assert.equal(formatBits(0).toString(2), '101010000010010');
  assert.equal(formatBits(5).toString(2), '100000011001110');
  assert.equal(versionBits(7).toString(2).padStart(18, '0'), '000111110010010100');
});

test('every version holds as many bytes as the standard says', () => {
  const capacity = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412];
  for (const [at, bytes] of capacity.entries()) {
    assert.equal(versionFor(bytes), at + 1);
    assert.equal(versionFor(bytes + 1), at + 2 > highestVersion ? null : at + 2);
  }
});

test('the patterns stand where a reader looks for them', () => {
  const code = qrModules('commonweal'.repeat(12))!;
  const size = code.length;
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    assert.deepEqual(
      finder.map((_row, dy) => bits(code[y + dy]!.slice(x, x + 7))),
      finder,
    );
  assert.equal(bits(code[7]!.slice(0, 8)), '00000000');
  assert.equal(bits(code[6]!.slice(8, 12)), '1010');
  assert.equal(code[size - 8]![8], true);
});

test('what was written can be read back', () => {
  const uri =
    'otpauth://totp/Commonweal%20desk.example:amina%40harbour.example?issuer=Commonweal%20desk.example&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30';
  for (const text of ['a', 'حرف 字', uri, 'x'.repeat(213), 'x'.repeat(214), 'y'.repeat(412)])
    assert.equal(read(qrModules(text)!), text);
  assert.equal(qrModules('y'.repeat(413)), null);
});

const bits = (row: readonly boolean[]) => row.map((dark) => (dark ? '1' : '0')).join('');

/** Reads a code as a reader would: format, mask, codewords, correction, bytes. */
function read(code: Modules): string {
  const size = code.length;
  const version = (size - 17) / 4;
  const format = Number.parseInt(bits([0, 1, 2, 3, 4, 5, 7, 8].map((x) => code[8]![x]!)), 2);
  const mask = ((format ^ (0x5412 >>> 7)) >>> 3) & 7;
  assert.equal((format ^ (0x5412 >>> 7)) >>> 6, 0, 'level M');
  const stream: number[] = [];
  for (const [x, y] of zigzag(size)) {
    if (isFixed(x, y, size, version)) continue;
    stream.push(Number(code[y]![x]! !== masks[mask]!(x, y)));
  }
  const { blocks, correction, short, shortData } = sharesOf(version);
  const parts = Array.from({ length: blocks }, () => [] as number[]);
  const words = Array.from({ length: Math.floor(stream.length / 8) }, (_word, at) =>
    Number.parseInt(stream.slice(at * 8, at * 8 + 8).join(''), 2),
  );
  let at = 0;
  for (let row = 0; row <= shortData; row++)
    for (let block = row < shortData ? 0 : short; block < blocks; block++)
      parts[block]!.push(words[at++]!);
  const data = parts.flat();
  for (let row = 0; row < correction; row++) for (const part of parts) part.push(words[at++]!);
  for (const part of parts) {
    let root = 1;
    for (let degree = 0; degree < correction; degree++) {
      assert.equal(
        part.reduce((sum, word) => multiply(sum, root) ^ word, 0),
        0,
        'syndrome',
      );
      root = multiply(root, 2);
    }
  }
  const text = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  assert.equal(text.slice(0, 4), '0100');
  const from = version < 10 ? 12 : 20;
  const length = Number.parseInt(text.slice(4, from), 2);
  const bytes = Array.from({ length }, (_byte, byte) =>
    Number.parseInt(text.slice(from + byte * 8, from + byte * 8 + 8), 2),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** Annex E, for the versions of ours. */
const alignments = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
  [6, 26, 46, 66],
  [6, 26, 48, 70],
];

function isFixed(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)) return true;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const lines = alignments[version - 1]!;
  const last = lines.at(-1);
  return lines.some((cx) =>
    lines.some(
      (cy) =>
        Math.abs(x - cx) <= 2 &&
        Math.abs(y - cy) <= 2 &&
        !((cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6)),
    ),
  );
}
