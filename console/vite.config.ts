import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What the server sends with the console; the preview sends it too, so that it is tried here. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), lingui({ cwd: import.meta.dirname })],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Data URLs would need a wider policy for fonts and images.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
  preview: { host: '127.0.0.1', headers: { 'content-security-policy': policy } },
});
