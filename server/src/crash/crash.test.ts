import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCrashes } from './run-crashes.ts';

test('killed twenty times at random moments, nothing accepted is lost and nothing takes effect twice', async (t) => {
  const report = await runCrashes({ kills: 20, seed: 62, tell: (line) => t.diagnostic(line) });
  t.diagnostic(JSON.stringify(report));
  for (const [what, count] of Object.entries(report))
    assert.ok(count > 0, `${what} happened, so that the checks had something to look at`);
});
