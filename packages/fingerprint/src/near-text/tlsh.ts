/**
 * TLSH, the "T1" form with 128 buckets and one byte of checksum: Oliver, Cheng and Chen, "TLSH - A
 * Locality Sensitive Hash" (CTC 2013). The same digest as the reference's, for exchange. It finds
 * long texts and files that differ little; for lightly edited posts see `createNearTextIndex`.
 */

/** Fewest bytes that have a digest. */
export const LEAST_TLSH_BYTES = 50;

/** Greatest distance, lengths left out, that ThreatExchange's tools call a match. */
export const TLSH_MATCHING_DISTANCE = 30;

const BUCKETS = 128;
const BODY = 32;
const DIGEST_BYTES = BODY + 3;

/** The permutation of Pearson, "Fast hashing of variable-length text strings" (CACM 33(6), 1990). */
const PEARSON = Uint8Array.from(
  `1 87 49 12 176 178 102 166 121 193 6 84 249 230 44 163 14 197 213 181 161 85 218 80 64 239 24 226
  236 142 38 200 110 177 104 103 141 253 255 50 77 101 81 18 45 96 31 222 25 107 190 70 86 237 240
  34 72 242 20 214 244 227 149 235 97 234 57 22 60 250 82 175 208 5 127 199 111 62 135 248 174 169
  211 58 66 154 106 195 245 171 17 187 182 179 0 243 132 56 148 75 128 133 158 100 130 126 91 13 153
  246 216 219 119 68 223 78 83 88 201 99 122 11 92 32 136 114 52 10 138 30 48 183 156 35 61 26 143
  74 251 94 129 162 63 152 170 7 115 167 241 206 3 150 55 59 151 220 90 53 23 131 125 173 15 238 79
  95 89 16 105 137 225 224 217 160 37 123 118 73 2 157 46 116 9 145 134 228 207 212 202 215 69 229
  27 188 67 124 168 252 42 4 29 108 21 247 19 205 39 203 233 40 186 147 198 192 155 33 164 191 98
  204 165 180 117 76 140 36 210 172 41 54 159 8 185 232 113 196 231 47 146 120 51 65 28 144 254 221
  93 189 194 139 112 43 71 109 184 209`
    .split(/\s+/)
    .map(Number),
);

/** The first of four rounds of Pearson's hash depends on the salt alone: one table per salt. */
function saltedTable(salt: number): Uint8Array {
  return PEARSON.map((_, byte) => PEARSON[PEARSON[salt]! ^ byte]!);
}
const [SALT_0, SALT_2, SALT_3, SALT_5, SALT_7, SALT_11, SALT_13] = [0, 2, 3, 5, 7, 11, 13].map(
  saltedTable,
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Counts six of the ten triples in each window of five bytes; returns the checksum. */
function countTriples(bytes: Uint8Array, counts: Uint32Array): number {
  const table = PEARSON;
  let checksum = 0;
  let [e = 0, d = 0, c = 0, b = 0] = bytes;
  for (let at = 4; at < bytes.length; at++) {
    const a = bytes[at]!;
    checksum = table[table[SALT_0[a]! ^ b]! ^ checksum]!;
    counts[table[table[SALT_2[a]! ^ b]! ^ c]!]!++;
    counts[table[table[SALT_3[a]! ^ b]! ^ d]!]!++;
    counts[table[table[SALT_5[a]! ^ c]! ^ d]!]!++;
    counts[table[table[SALT_7[a]! ^ c]! ^ e]!]!++;
    counts[table[table[SALT_11[a]! ^ b]! ^ e]!]!++;
    counts[table[table[SALT_13[a]! ^ d]! ^ e]!]!++;
    e = d;
    d = c;
    c = b;
    b = a;
  }
  return checksum;
}

/** The length on a scale that gets coarser as lengths grow, modulo 256. */
function lengthCode(length: number): number {
  const log = Math.log(length);
  if (length <= 656) return Math.floor(log / 0.4054651) & 0xff;
  if (length <= 3199) return Math.floor(log / 0.26236426 - 8.72777) & 0xff;
  return Math.floor(log / 0.09531018 - 62.5472) & 0xff;
}

function swapNibbles(byte: number): number {
  return ((byte & 0x0f) << 4) | (byte >> 4);
}

/** 100 times the ratio of two quartiles modulo 16, in the reference's single precision. */
function ratioCode(part: number, whole: number): number {
  return Math.trunc(Math.fround(Math.fround(part * 100) / Math.fround(whole))) % 16;
}

/** Two bits for each bucket, by the quartile its count lies in, four buckets to a byte. */
function bodyByte(counts: Uint32Array, first: number, quartiles: readonly number[]): number {
  const [q1 = 0, q2 = 0, q3 = 0] = quartiles;
  let byte = 0;
  for (let place = 3; place >= 0; place--) {
    const count = counts[first + place]!;
    byte = (byte << 2) | (Number(count > q1) + Number(count > q2) + Number(count > q3));
  }
  return byte;
}

/**
 * The digest of bytes or of text in UTF-8: "T1" and 70 hexadecimal digits in capitals. Null when
 * there are fewer than 50 bytes, or too little variety in them to tell anything.
 */
export function tlshOf(content: Uint8Array | string): string | null {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (bytes.length < LEAST_TLSH_BYTES) return null;
  const counts = new Uint32Array(256);
  const checksum = countTriples(bytes, counts);
  const used = counts.subarray(0, BUCKETS);
  const sorted = used.toSorted();
  const quartiles = [sorted[31]!, sorted[63]!, sorted[95]!];
  const [q1 = 0, q2 = 0, q3 = 0] = quartiles;
  const filled =
    BUCKETS -
    Math.max(
      0,
      sorted.findIndex((count) => count > 0),
    );
  if (q3 === 0 || filled <= BUCKETS / 2) return null;
  const digest = Buffer.alloc(DIGEST_BYTES);
  digest[0] = swapNibbles(checksum);
  digest[1] = swapNibbles(lengthCode(bytes.length));
  digest[2] = (ratioCode(q1, q3) << 4) | ratioCode(q2, q3);
  for (let at = 0; at < BODY; at++)
    digest[DIGEST_BYTES - 1 - at] = bodyByte(used, at * 4, quartiles);
  return `T1${digest.toString('hex').toUpperCase()}`;
}

const DIGEST = /^(?:T1)?[0-9A-F]{70}$/i;

/**
 * The 35 bytes of a written digest, with or without "T1".
 * Throws RangeError when it is not one.
 */
export function parseTlsh(digest: string): Uint8Array {
  if (!DIGEST.test(digest))
    throw new RangeError(
      `"${digest.slice(0, 100)}" is not a TLSH digest: give "T1" and 70 hexadecimal digits.`,
    );
  return Buffer.from(digest.slice(-DIGEST_BYTES * 2), 'hex');
}

/** How far two bytes of four pairs of bits lie apart: three steps count as six. */
const BYTE_DISTANCE = new Uint8Array(0x10000);
for (let at = 0; at < 0x10000; at++) {
  for (let shift = 0; shift < 8; shift += 2) {
    const steps = Math.abs(((at >> shift) & 3) - ((at >> (shift + 8)) & 3));
    BYTE_DISTANCE[at]! += steps === 3 ? 6 : steps;
  }
}

/** The shorter way between two numbers around a circle. */
function around(a: number, b: number, circle: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, circle - apart);
}

function weighed(apart: number, free: number): number {
  return apart <= 1 ? apart : (apart - free) * 12;
}

/**
 * The distance between two digests as bytes (`parseTlsh`): 0 for alike, above 200 for unrelated.
 * Lengths count unless `lengths` is "left out", which ThreatExchange's tools do.
 */
export function tlshDistance(
  a: Uint8Array,
  b: Uint8Array,
  lengths: 'counted' | 'left out' = 'left out',
): number {
  let distance = a[0] === b[0] ? 0 : 1;
  if (lengths === 'counted')
    distance += weighed(around(swapNibbles(a[1]!), swapNibbles(b[1]!), 256), 0);
  distance += weighed(around(a[2]! >> 4, b[2]! >> 4, 16), 1);
  distance += weighed(around(a[2]! & 15, b[2]! & 15, 16), 1);
  for (let at = 3; at < DIGEST_BYTES; at++) distance += BYTE_DISTANCE[(a[at]! << 8) | b[at]!]!;
  return distance;
}
