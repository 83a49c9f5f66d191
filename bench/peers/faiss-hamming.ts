/**
 * The index beside FAISS's exact ones, on the same hashes in the same run:
 *
 *     apt-get install python3-faiss        (for /usr/bin/python3; another with PYTHON=…)
 *     node bench/peers/faiss-hamming.ts [hashes, 1000000] [random | clustered]
 *
 * Nothing else needs FAISS.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHammingIndex } from '@commonweal/fingerprint';
import { createNumbers, fillClustered, fillRandom, makeQueries } from '../suites/hamming/hashes.ts';

interface Measured {
  readonly build_s: number;
  readonly p50_ms: number;
  readonly hits: readonly (readonly number[])[];
}

const radius = 31;
const entries = Number(process.argv[2] ?? 1_000_000);
const numbers = createNumbers(20_261);
const hashes = new Uint8Array(entries * 32);
(process.argv[3] === 'clustered' ? fillClustered : fillRandom)(hashes, numbers);
const queries = makeQueries(hashes, 200, numbers);

const folder = await mkdtemp(join(tmpdir(), 'commonweal-faiss-'));
try {
  const files = [join(folder, 'hashes'), join(folder, 'queries')] as const;
  await writeFile(files[0], hashes);
  await writeFile(files[1], Buffer.concat(queries));
  const script = fileURLToPath(new URL('faiss_hamming.py', import.meta.url));
  const output = execFileSync(
    process.env['PYTHON'] ?? '/usr/bin/python3',
    [script, ...files, String(radius)],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const peers = JSON.parse(output) as Record<string, Measured>;
  const ours = measureOurs();
  console.log(
    `${entries.toLocaleString('en')} hashes, radius ${radius}, ${queries.length} queries`,
  );
  console.log(
    `ours: built in ${ours.build_s.toFixed(2)} s, one query ${ours.p50_ms.toFixed(3)} ms`,
  );
  for (const [name, peer] of Object.entries(peers)) {
    const same = JSON.stringify(peer.hits) === JSON.stringify(ours.hits);
    console.log(
      `FAISS ${name}: built in ${peer.build_s.toFixed(2)} s, one query ${peer.p50_ms.toFixed(3)} ms; ours is ${(peer.p50_ms / ours.p50_ms).toFixed(1)} times as fast; the hits are ${same ? 'the same' : 'NOT THE SAME'}`,
    );
    if (!same) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}

function measureOurs(): Measured {
  const index = createHammingIndex({ expected: entries });
  let began = performance.now();
  index.insertMany(
    hashes,
    Uint32Array.from({ length: entries }, (_, at) => at),
  );
  const build = (performance.now() - began) / 1000;
  const hits = queries.map((query) =>
    index
      .search(query, { radius })
      .map(({ entry }) => entry)
      .toSorted((a, b) => a - b),
  );
  const times = queries.map((query) => {
    began = performance.now();
    index.search(query, { radius });
    return performance.now() - began;
  });
  return { build_s: build, p50_ms: times.toSorted((a, b) => a - b)[100] ?? Number.NaN, hits };
}
