import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources: Readonly<Record<'console' | 'public', readonly string[]>> = {
  console: [
    'console/{src,static}/**/*',
    'console/*.{ts,html,json}',
    'packages/{contract,client,law}/src/**/*.ts',
  ],
  public: ['public/src/**/*', 'public/*.{ts,json}', 'packages/contract/src/pages.ts'],
};

/**
 * Builds the console and the public pages where their sources changed since the last build.
 * @throws Error with the builder's output when a build fails
 */
export async function ensureWebBuilt(onProgress: (step: string) => void): Promise<void> {
  for (const workspace of ['public', 'console'] as const) {
    const stamp = join(root, workspace, 'dist', '.stamp');
    const digest = digestOf(sources[workspace]);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) continue;
    if (!existsSync(join(root, 'node_modules/vite'))) {
      if (existsSync(stamp)) continue;
      throw new Error(
        `The ${workspace} pages are not built and their builder is not installed. Run "npm ci" in ${root}.`,
      );
    }
    onProgress(workspace === 'public' ? 'Building the public pages' : 'Building the console');
    await buildAside(workspace, digest);
  }
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const pattern of patterns) {
    const files = globSync(pattern, { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted())
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds beside what is served and then takes its place, so that nobody finds half a console. */
async function buildAside(workspace: string, digest: string): Promise<void> {
  const served = join(root, workspace, 'dist');
  const aside = join(root, workspace, `dist.new-${process.pid}`);
  const before = join(root, workspace, `dist.old-${process.pid}`);
  try {
    await build(workspace, aside);
    writeFileSync(join(aside, '.stamp'), digest);
    if (existsSync(served)) renameSync(served, before);
    renameSync(aside, served);
  } finally {
    for (const folder of [aside, before]) rmSync(folder, { recursive: true, force: true });
  }
}

function build(workspace: string, folder: string): Promise<void> {
  const script = (
    JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as {
      scripts: { build: string };
    }
  ).scripts.build;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = script.replace(/^vite /, '').split(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, ...args, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd: join(root, workspace),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Building ${workspace} failed:\n${output}`)),
    );
  });
}

if (import.meta.main) await ensureWebBuilt((step) => console.log(step));
