import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PublicPage } from '@commonweal/contract/pages';

const folder = fileURLToPath(new URL('../', import.meta.url));

export interface Built {
  readonly renderPage: (page: PublicPage) => string;
  readonly style: string;
}

/** What `npm run build` makes, made again when a source is younger. For tests. */
export async function openBuilt(): Promise<Built> {
  if (isStale()) {
    const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
    execFileSync(process.execPath, [vite, 'build', '--ssr', 'src/render.tsx'], { cwd: folder });
  }
  const renderer = (await import(`${folder}dist/render.js`)) as Pick<Built, 'renderPage'>;
  return {
    renderPage: renderer.renderPage,
    style: readFileSync(`${folder}dist/style.css`, 'utf8'),
  };
}

function isStale(): boolean {
  const built = timeOf('dist/render.js');
  return globSync(['src/**/*.{ts,tsx,css,po}', '*.ts'], { cwd: folder }).some(
    (file) => timeOf(file) > built,
  );
}

function timeOf(file: string): number {
  return statSync(folder + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
