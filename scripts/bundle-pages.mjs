// Builds what draws public pages on the server: the same pages as the browser's, with all packages they need, in the mode of a finished product.
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { pagesFolder, root } from './bootstrap.mjs';
import { wireContract } from './wire-contract.ts';

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [react(), wireContract()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: pagesFolder,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: ['src/app/served/draw-page.tsx', 'src/app/served/draw-letter.tsx'],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
