// Builds the browser's side to dist/. Nothing of the server, and no validator, may end up there.
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { pocketFiles } from './scripts/pocket-files.ts';
import { servedFiles } from './scripts/served-files.ts';
import { wireContract } from './scripts/wire-contract.ts';

/** Begins the text face's download with the page, so that the first words stand in it. */
const preloadFont = (): Plugin => ({
  name: 'preload-font',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => name.includes('source-sans-3-latin-wght') && name.endsWith('.woff2'))
        .map((name) => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
        })),
  },
});

const weighed = /^((reader-)?home|city|tie|report-page|outcome-page|(reader|working)-texts\.\w+)$/;

const isWeighed = (file: string): boolean => weighed.test(path.basename(file, '.js').replace(/-[\w-]{8}$/, ''));

export default defineConfig({
  plugins: [react(), wireContract(), preloadFont(), ...servedFiles(), pocketFiles()],
  publicDir: 'src/design/public',
  build: {
    outDir: 'dist',
    target: ['chrome125', 'firefox128', 'safari18'],
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    assetsInlineLimit: 0, // the content policy allows no data: fonts
    // What a page imports further is named beforehand for the pages that everybody reads alone, and each page's style sheets: the names of all others would
    // be loaded by every reader, and whoever works here has most of them at hand.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (page, further) => (isWeighed(page) ? further : further.filter((file) => file.endsWith('.css'))),
    },
    rolldownOptions: {
      output: {
        // The first piece lists the names of all others, and every reader loads that list: by their hash alone, of seven characters, they weigh half. What reader-weight.mjs looks for keeps its name.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'assets/[hash:7].css' : 'assets/[name]-[hash][extname]',
        chunkFileNames: ({ name }) => (weighed.test(name) ? 'assets/[name]-[hash].js' : 'assets/[hash:7].js'),
        codeSplitting: {
          groups: [
            // What every page loads anyway compresses better in one piece; reader-weight.mjs counts it.
            {
              name: 'ground',
              test: /node_modules\/(@tanstack\/(react-)?(router|query|history|store)|react-dom\/(index|cjs\/react-dom\.))|vite\/preload-helper|\/src\/modules\/accounts\/ui\/link\.ts$|\/src\/client\/pocket\/use-pocket|(?<!\/desk)\/ui\/(client|session)\.ts$|\/(accounts|cities|outcomes)\/ui\/address\.ts$|\/src\/client\/(?!pocket|outbox|zone-options|currency-list|merge-changes)|\/src\/design\/(notices\/)?(button|ledger|link|marks|menu|named|notice|page|rows|toast|waiting|later)\.tsx$/,
            },
            // What was said and what came of it, as nearly every page of a reader shows it: one piece compresses better than twenty.
            {
              name: 'told',
              includeDependenciesRecursively: false,
              test: /\/src\/(modules\/(outcomes\/(ui\/(words|figure-said)|domain\/(headline|ledger|stages|draw-down|outcome|totals|follow-through\/came-to|follow-up\/fate))|evidence\/(ui\/(said|value|held-by)|domain\/(standing|reach|source))|ties\/(ui\/words|domain\/(naming|attributes))|cities\/domain\/profile\/domains)|design\/(said|stage-marks))\.tsx?$/,
            },
            // Forms come with what an office opens, most parts of them together.
            {
              name: 'form-dialog',
              includeDependenciesRecursively: false,
              test: /\/src\/design\/fields\/(bind|form-dialog|keep-typed|multilingual-field|two-values|use-versioned)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: `http://localhost:${process.env['PORT'] ?? 4000}` } } },
  preview: { proxy: { '/api': { target: `http://localhost:${process.env['PORT'] ?? 4000}` } } },
});
