// `node scripts/reader-weight.mjs`: how much JavaScript a reader's pages load, in bytes of brotli, counted from the built pages.
// A page's own chunk is followed with everything it imports; what is fetched later, by pressing something, is not counted.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = path.join(import.meta.dirname, '..', 'dist');
const assets = path.join(dist, 'assets');
const limit = 150_000;

/** The chunks whose names begin so; of the texts only those of one language. */
const pages = {
  '/': ['home-', 'reader-home-'],
  '/cities/…': ['city-'],
  '/ties/…': ['tie-'],
  '/ties/…/report': ['report-page-'],
  '/outcomes/…': ['outcome-page-'],
};

const files = readdirSync(assets).filter((file) => file.endsWith('.js'));
const source = new Map(files.map((file) => [file, readFileSync(path.join(assets, file), 'utf8')]));
/** Bytes of each file that some page loads: to press all of them takes ten times as long. */
const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(source.get(file) ?? '').length);
  return sizes.get(file);
};
const imported = (file) => [...(source.get(file) ?? '').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map((found) => found[1]);

function follow(file, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  for (const next of imported(file)) follow(next, seen);
}

const entries = [...readFileSync(path.join(dist, 'index.html'), 'utf8').matchAll(/assets\/([\w.-]+\.js)/g)].map((found) => found[1]);
let heavy = 0;
for (const language of ['en', 'zh'])
  for (const [page, names] of Object.entries(pages)) {
    const seen = new Set();
    const texts = files.filter((file) => new RegExp(`^reader-texts\\.${language}-`).test(file));
    const own = files.filter((file) => names.some((name) => new RegExp(`^${name}[\\w-]{8}\\.js$`).test(file)));
    if (texts.length === 0 || own.length === 0) throw new Error(`no chunk of ${page}: the names of the build have changed`);
    for (const file of [...entries, ...texts, ...own]) follow(file, seen);
    const bytes = [...seen].reduce((sum, file) => sum + sizeOf(file), 0);
    if (bytes > limit) heavy += 1;
    console.log(`${language}  ${page.padEnd(18)} ${String(bytes).padStart(7)} bytes of ${limit}${bytes > limit ? '  too much' : ''}`);
  }
process.exitCode = heavy > 0 ? 1 : 0;
