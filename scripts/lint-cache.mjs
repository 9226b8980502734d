// What `npm run check` has the linter read, with types: files that changed since it last passed, and those that import them.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './bootstrap.mjs';

const cache = path.join(cacheFolder, 'lint.json');
/**
 * Beyond so many files what imports the changed ones is left to `npm test`, which reads the whole product with types: whoever changes a line of the
 * kernel would wait for nearly everything, which the compiler has read beside it anyway.
 */
const MOST_APART = 100;

const isSource = (name) => /\.(?:ts|tsx|mjs|cjs)$/.test(name);
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 20);
const read = (file) => readFileSync(path.join(root, file), 'utf8');

function sources() {
  const inside = ['bench', 'scripts', 'src', 'tests'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name)),
  );
  return new Map([...readdirSync(root), ...inside].filter(isSource).map((file) => [file, read(file)]));
}

/** What decides how any file is read. */
const settingsHash = () => hashOf(['.oxlintrc.json', 'package-lock.json', 'tsconfig.json'].map(read).join('\0'));

/** Of texts by file those that are not what the hashes say, and those that import one which changed or is gone, where these are at most so many. */
export function changedOf(texts, known, most = MOST_APART) {
  const files = new Set([...texts.keys(), ...Object.keys(known)]);
  const changed = [...files].filter((file) => !texts.has(file) || hashOf(texts.get(file)) !== known[file]);
  const imported = changed.map((file) => `/${path.basename(file)}'`);
  const own = changed.filter((file) => texts.has(file));
  const others = [...texts].flatMap(([file, text]) => (!own.includes(file) && imported.some((name) => text.includes(name)) ? [file] : []));
  return (others.length > most ? own : [...own, ...others]).sort();
}

export const hashesOf = (texts) => Object.fromEntries([...texts].map(([file, text]) => [file, hashOf(text)]));

/** Files for the linter (none: nothing changed), and what is called once they have passed. */
export function planLint() {
  const texts = sources();
  const settings = settingsHash();
  const keep = () => writeFileSync(cache, JSON.stringify({ settings, hashes: hashesOf(texts) }));
  const known = existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : null;
  if (known?.settings !== settings) return { files: ['.'], keep };
  return { files: changedOf(texts, known.hashes), keep };
}
