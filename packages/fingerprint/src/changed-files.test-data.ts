/** A whole number from 0 and below what is given. */
type Random = (below: number) => number;

/** Random numbers (xorshift) that are the same for the same seed. */
export function seeded(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Eight ways in which a file gets broken. */
export const changes: readonly ((file: Buffer, other: Buffer, random: Random) => Buffer)[] = [
  function flipBits(file, _other, random) {
    for (let turn = random(12); turn >= 0; turn -= 1) file[random(file.length)]! ^= 1 << random(8);
    return file;
  },
  function breakHeader(file, _other, random) {
    for (let turn = random(4); turn >= 0; turn -= 1)
      file[8 + random(Math.min(120, file.length - 8))] = [0, 1, 127, 128, 255][random(5)]!;
    return file;
  },
  function cutShort(file, _other, random) {
    return file.subarray(0, 12 + random(file.length - 12));
  },
  function overwrite(file, _other, random) {
    const at = random(file.length);
    const end = Math.min(file.length, at + 1 + random(64));
    for (let to = at; to < end; to += 1) file[to] = random(256);
    return file;
  },
  function repeatPart(file, _other, random) {
    const at = random(file.length);
    const part = file.subarray(at, at + random(200));
    return Buffer.concat([file.subarray(0, at), part, part, file.subarray(at)]);
  },
  function leaveOut(file, _other, random) {
    const at = 12 + random(file.length - 12);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + random(60))]);
  },
  function growNumber(file, _other, random) {
    const at = random(file.length - 4);
    const number = [0xffffffff, 0x7fffffff, 0x80000000, 0x10000, 0xffff][random(5)]!;
    if (random(2) === 0) file.writeUInt32BE(number, at);
    else file.writeUInt32LE(number, at);
    return file;
  },
  function joinWithOther(file, other, random) {
    return Buffer.concat([
      file.subarray(0, 12 + random(file.length - 12)),
      other.subarray(random(other.length)),
    ]);
  },
];
