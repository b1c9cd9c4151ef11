import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two entries: residents' pages stay light, whatever the staff portal needs. */
export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: { alias: [{ find: /^@hsl\/(contracts|domain)\/(.*)$/, replacement: at('../../libs/$1/src/$2.ts') }] },
  build: {
    outDir: at('./dist'),
    emptyOutDir: true,
    manifest: true,
    // The portal's shell with its component library; sizes that matter are held by a test.
    chunkSizeWarningLimit: 1_500,
    rollupOptions: { input: { staff: at('./index.html'), resident: at('./resident.html') } },
  },
  server: { proxy: { '/api': process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' } },
});
