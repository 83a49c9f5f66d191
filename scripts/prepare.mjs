// Runs after `npm ci`: builds the console and the public pages, so that the first start need not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/vite')) {
  const { status } = spawnSync('node', ['server/src/platform/web/build.ts'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
