// The file of a backup: a compressed tar whose manifest names every file in it with size and SHA-256.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import * as tar from 'tar';
import { z } from 'zod';
import { SentenceError } from '#platform/sentence-error.ts';

const manifestName = 'hansa-backup.json';

const manifestOf = z.strictObject({
  format: z.literal(1),
  /** The folder of an embedded database, or a dump of an outside one. */
  kind: z.enum(['folder', 'dump']),
  made: z.iso.datetime(),
  /** Major version of the PostgreSQL that wrote it. */
  postgres: z.int(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestOf>;
type Sum = Manifest['files'][string];

async function sumOf(path: string): Promise<Sum> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

const damaged = (file: string, why: string): SentenceError =>
  new SentenceError(`The backup ${file} is damaged (${why}) and nothing was restored: take another one.`);

/** Compares what is packed with the sum (CRC) at its end, in a stream: an end that is empty can become gigabytes, which tar would hold. */
const checkPacking = (file: string): Promise<void> =>
  pipeline(createReadStream(file), createGunzip(), new Writable({ write: (_part, _encoding, done) => done() }));

/**
 * Reads a backup to its end and compares every file in it with the manifest.
 * @throws SentenceError where it is no backup, incomplete, or altered
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const found = new Map<string, Sum>();
  let text = '';
  const read = (entry: tar.ReadEntry): void => {
    if (entry.type !== 'File') return;
    const hash = createHash('sha256');
    const isManifest = entry.path === manifestName;
    entry.on('data', (part: Buffer) => {
      hash.update(part);
      if (isManifest) text += part.toString('utf8');
    });
    entry.on('end', () => {
      if (!isManifest) found.set(entry.path, { bytes: entry.size, sha256: hash.digest('hex') });
    });
  };
  await stat(file).catch(() => {
    throw new SentenceError(`There is no file ${file}.`);
  });
  const because = (fault: unknown): never => {
    throw damaged(file, fault instanceof Error ? fault.message : String(fault));
  };
  await checkPacking(file).catch(because);
  await tar.list({ file, strict: true, onReadEntry: read }).catch(because);
  let said: unknown = null;
  try {
    said = JSON.parse(text);
  } catch {
    throw damaged(file, 'it holds no list of its files');
  }
  const manifest = manifestOf.safeParse(said);
  if (!manifest.success) throw damaged(file, 'its list of files cannot be read');
  const { files } = manifest.data;
  const wrong = [...new Set([...Object.keys(files), ...found.keys()])].filter((name) => {
    const [wanted, is] = [files[name], found.get(name)];
    return wanted === undefined || is === undefined || wanted.bytes !== is.bytes || wanted.sha256 !== is.sha256;
  });
  if (wrong.length > 0) throw damaged(file, `${wrong.length} of its files are not as they were, such as ${wrong[0] ?? ''}`);
  return manifest.data;
}

/**
 * Writes a backup from what `fill` puts into a folder, readable by its owner alone, and reads it back; `file` is never half-written.
 * @throws SentenceError where it exists already
 */
export async function writeArchive(
  file: string,
  about: Pick<Manifest, 'kind' | 'postgres'>,
  fill: (folder: string) => Promise<void>,
): Promise<Manifest> {
  if (
    await stat(file).then(
      () => true,
      () => false,
    )
  )
    throw new SentenceError(`The file ${file} exists already: name another, or move it away.`);
  const staging = await mkdtemp(join(dirname(file), `${basename(file)}.`)).catch(() => {
    throw new SentenceError(`Nothing can be written beside ${file}: name a file in a folder that exists and is yours.`);
  });
  const half = join(staging, 'half');
  const content = join(staging, 'content');
  try {
    await fill(content);
    const files: Record<string, Sum> = {};
    for (const entry of await readdir(content, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) files[relative(content, path)] = await sumOf(path);
    }
    const manifest: Manifest = { format: 1, ...about, made: new Date().toISOString(), files };
    await writeFile(join(content, manifestName), JSON.stringify(manifest));
    await tar.create({ file: half, cwd: content, gzip: { level: 4 }, portable: true }, await readdir(content));
    await chmod(half, 0o600);
    await checkArchive(half);
    await rename(half, file);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Unpacks a checked backup into an empty folder. */
export const unpackArchive = (file: string, folder: string): Promise<void> =>
  tar.extract({ file, cwd: folder, strict: true, preserveOwner: false });
