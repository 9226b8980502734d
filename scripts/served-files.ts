// What pages that are sent whole need beside their HTML: one sheet with everything that the application would load for them, and one small script.
import path from 'node:path';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';

/** Pages that the server draws (app/server/drawn-pages.ts). */
const drawn =
  /\/src\/(app\/client|app\/pages\/(home|reader-home|cities|city|city-sheet|tie|tie-map|edition-compare)|modules\/(cities\/ui\/(search\/search-page|profile\/partner-calls-page)|reference\/ui\/sets\/sets?-page|network\/ui\/network-page|organisations\/ui\/organisations?|ties\/ui\/agreement\/agreement-page|reports\/ui\/(report-page|follow-through\/(page|announcements-page)|snapshots\/snapshots?-page|scorecard\/(scorecard|scored)-page)|outcomes\/ui\/outcome-page|expos\/ui\/(edition\/(editions|edition-page)|floor\/halls-page|programme\/programme-page)|matching\/ui\/(cities\/told-page|method\/method-page)))\.tsx$/;
/** Begun from them, and meant for those who work here. */
const working = /\/src\/(app\/pages\/working-home|[\w/-]*(dialog|form|setup|sitting|sign-in)[\w-]*)\.tsx$/;

/** The sheets of these pages and of the parts that they draw later, in the order in which the application would load them. */
function sheetsOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const seen = new Set<string>();
  const sheets = new Set<string>();
  const follow = (file: string): void => {
    const part = bundle[file];
    if (part?.type !== 'chunk' || seen.has(file) || working.test(part.facadeModuleId ?? '')) return;
    seen.add(file);
    // What is imported comes first, as the browser has it.
    for (const next of part.imports) follow(next);
    for (const css of part.viteMetadata?.importedCss ?? []) sheets.add(css);
    if (part.isEntry) return;
    for (const next of part.dynamicImports) follow(next);
  };
  const chunks = Object.entries(bundle).filter(([, part]) => part.type === 'chunk' && part.moduleIds.some((id) => drawn.test(id)));
  const entryFirst = chunks.toSorted(([, a], [, b]) => Number(b.type === 'chunk' && b.isEntry) - Number(a.type === 'chunk' && a.isEntry));
  for (const [file] of entryFirst) follow(file);
  return [...sheets];
}

const servedStyles = (): Plugin => ({
  name: 'served-styles',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const source = sheetsOf(bundle)
        .map((file) => bundle[file])
        .map((part) => (part?.type === 'asset' ? String(part.source) : ''))
        .join('');
      this.emitFile({ type: 'asset', fileName: 'served.css', source });
    },
  },
});

const entry = path.join(import.meta.dirname, '..', 'src', 'app', 'served', 'first-touch.ts');

/** A bundle of its own: what it shares with the application would else come with half of that. */
const firstTouch = (): Plugin => ({
  name: 'first-touch',
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      root: path.join(import.meta.dirname, '..'),
      publicDir: false,
      build: { write: false, target: 'chrome125', modulePreload: false, rolldownOptions: { input: entry } },
    });
    const parts = 'output' in built ? built.output : [];
    const code = parts.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    this.emitFile({ type: 'asset', fileName: `assets/first-touch-${hash}.js`, source: code });
  },
});

/** Beside each script and sheet the same packed, which the server sends to whoever takes it: a third of the bytes. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle: {
    order: 'post',
    handler({ dir = '' }, bundle) {
      for (const part of Object.values(bundle)) {
        const source = part.type === 'chunk' ? part.code : part.source;
        if (!/\.(js|css)$/.test(part.fileName) || source.length < 1400) continue;
        writeFileSync(path.join(dir, `${part.fileName}.gz`), gzipSync(source, { level: 9 }));
      }
    },
  },
});

export const servedFiles = (): readonly Plugin[] => [servedStyles(), firstTouch(), packed()];
