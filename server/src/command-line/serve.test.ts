import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonweal } from './testing.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('a server runs, is backed up and examined meanwhile, keeps its folder to itself, and stops', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-serve-'));
  const data = join(folder, 'data');
  const { PATH = '', HOME = '' } = process.env;
  const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data], {
    env: { PATH, HOME, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const ended = once(server, 'exit');
    let said = '';
    const ready = Promise.withResolvers<void>();
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) ready.resolve();
    });
    void ended.then(() => ready.reject(new Error(`The server ended: ${said}`)));
    await ready.promise;
    assert.match(said, /Commonweal is ready after/);
    assert.match(said, /\/setup#cwu_/);
    const url = /Sign in: {2}(\S+)/.exec(said)?.[1] ?? '';
    assert.equal((await fetch(`${url}/readyz`)).status, 200);

    const again = await commonweal(['serve', '--port', '0', '--data', data]);
    assert.equal(again.code, 1);
    assert.match(again.error, /Another Commonweal is running/);

    const backup = await commonweal(['backup', join(folder, 'backup'), '--data', data]);
    assert.equal(backup.code, 0, backup.error);
    const examined = await commonweal(['doctor', '--data', data], { PORT: '0' });
    assert.equal(examined.code, 0, examined.out + examined.error);
    assert.match(examined.out, /bundled, writes through to the disk/);

    server.kill('SIGINT');
    const [code] = (await ended) as [number | null];
    assert.equal(code, 0);
  } finally {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('the demo plays the whole thread, each step as promised', async () => {
  const { code, out, error } = await commonweal(['demo']);
  assert.equal(code, 0, out.slice(-2000) + error);
  assert.match(out, /steps in [\d.]+ s, each as promised/);
  assert.match(out, /Everything was cleared away/);
});
