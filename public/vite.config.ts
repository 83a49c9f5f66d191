import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const style = readFileSync(join(import.meta.dirname, 'src/style.css'), 'utf8')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')
  .replaceAll(/\s*\n\s*/g, '\n')
  .trim();

/** Puts the one stylesheet beside the renderer. */
function stylesheet(): Plugin {
  return {
    name: 'stylesheet',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'style.css', source: style });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui({ cwd: import.meta.dirname, failOnMissing: true, failOnCompileError: true }),
    stylesheet(),
  ],
  define: {
    // The server runs React's fast build whatever its own NODE_ENV says.
    'process.env.NODE_ENV': '"production"',
    // A new style has a new address, so that browsers may keep the old one for ever.
    STYLE_VERSION: JSON.stringify(createHash('sha256').update(style).digest('hex').slice(0, 8)),
  },
  // All in one file: the server needs nothing of ours or React's at run time.
  ssr: { noExternal: true },
  build: { outDir: 'dist', emptyOutDir: true, ssrEmitAssets: true, target: 'node20' },
});
