import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What both entries have in common; scripts/build.mjs builds them one after the other. */
export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: { alias: [{ find: /^@hsl\/(contracts|domain)\/(.*)$/, replacement: at('../../libs/$1/src/$2.ts') }] },
  build: {
    outDir: at('./dist'),
    // The portal's shell with its component library; sizes that matter are held by a test.
    chunkSizeWarningLimit: 1_500,
  },
  server: { proxy: { '/api': process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' } },
});
