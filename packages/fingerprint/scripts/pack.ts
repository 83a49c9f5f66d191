import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the folder that is published: `node packages/fingerprint/scripts/pack.ts FOLDER`, then
 * `npm publish FOLDER`. Node strips no types below `node_modules`, so what is published is JavaScript.
 */
const home = fileURLToPath(new URL('../', import.meta.url));
const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error('Say where to: node packages/fingerprint/scripts/pack.ts FOLDER');
  process.exit(2);
}
const folder = resolve(given);
const dist = join(folder, 'dist');
const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

rmSync(dist, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
execFileSync(
  process.execPath,
  [tsc, '-p', join(home, 'scripts/tsconfig.pack.json'), '--outDir', dist],
  { stdio: 'inherit' },
);
// Threads and children are named by a path, which the compiler leaves as it is.
for (const path of globSync('**/*.js', { cwd: dist }).map((name) => join(dist, name))) {
  const text = readFileSync(path, 'utf8');
  const renamed = text.replaceAll(/(new URL\('[\w-]+)\.ts(', import\.meta\.url\))/g, '$1.js$2');
  if (renamed !== text) writeFileSync(path, renamed);
}
// Only the browser's library of types has WebAssembly; empty, the interface agrees with that one too.
writeFileSync(
  join(dist, 'web-assembly.d.ts'),
  'declare namespace WebAssembly {\n  interface Memory {}\n}\n',
);
const types = join(dist, 'index.d.ts');
writeFileSync(
  types,
  `/// <reference path="./web-assembly.d.ts" />\n${readFileSync(types, 'utf8')}`,
);
cpSync(join(home, 'wasm'), join(folder, 'wasm'), { recursive: true });
cpSync(join(home, 'README.md'), join(folder, 'README.md'));
cpSync(join(home, '../../LICENSE'), join(folder, 'LICENSE'));
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as object;
const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`,
);
