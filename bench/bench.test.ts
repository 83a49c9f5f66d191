import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { summarise } from './suite.ts';
import { suites } from './suites/index.ts';

const run = fileURLToPath(new URL('./run.ts', import.meta.url));
const campaigns = fileURLToPath(new URL('./campaigns/run.ts', import.meta.url));

interface Report {
  readonly suite: string;
  readonly at: string;
  readonly commit: string;
  readonly machine: Record<string, unknown>;
  readonly figures: Record<string, number>;
}

for (const [name, suite] of Object.entries(suites)) {
  test(`the suite ${name} gives its figures`, () => {
    const output = execFileSync(
      process.execPath,
      [run, name, '--json', '--runs', '1', '--scale', '0.005'],
      { encoding: 'utf8' },
    );
    const report = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Report;
    assert.equal(report.suite, name);
    assert.ok(!Number.isNaN(Date.parse(report.at)));
    assert.notEqual(report.commit, '');
    assert.deepEqual(Object.keys(report.machine), [
      'cpu',
      'cores',
      'memory_gb',
      'node',
      'load_average',
    ]);
    for (const figure of suite.figures)
      for (const ending of ['', '_min', '_max'])
        assert.ok(Number.isFinite(report.figures[`${figure}${ending}`]), `${figure}${ending}`);
  });
}

test('without a name, suites and campaigns are listed with a sentence each', () => {
  const listed = execFileSync(process.execPath, [run], { encoding: 'utf8' });
  for (const [name, { sentence }] of Object.entries(suites))
    assert.ok(listed.includes(name) && listed.includes(sentence), name);
  const campaignsListed = execFileSync(process.execPath, [campaigns], { encoding: 'utf8' });
  assert.match(campaignsListed, /crash.*\n.*ingest-soak/);
});

test('an unknown suite is refused by name', () => {
  const { status, stderr } = spawnSync(process.execPath, [run, 'nonsense'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /There is no suite "nonsense"/);
});

test('a summary is the median, and how far the runs lie apart', () => {
  assert.deepEqual(summarise([{ a_ms: 3 }, { a_ms: 1 }, { a_ms: 2.00004 }]), {
    a_ms: 2,
    a_ms_min: 1,
    a_ms_max: 3,
  });
});
