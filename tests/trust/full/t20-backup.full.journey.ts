// T20: what is backed up beside writers and restored elsewhere is all that was confirmed before; a damaged backup restores nothing else.
// `HANSA_ROUNDS=50` damages a hundred.
import {
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { checkArchive } from '#platform/postgres/backup/archive.ts';
import { copyFolder } from '../../platform/demo-folder.ts';
import { databaseOf, freePort, makeFolder, root, start, untilRunning, type Started } from '../../platform/started.ts';

const damages = process.env['HANSA_ROUNDS'] === undefined ? 6 : 100;
const cleanUp: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end();
});

function newFolder(): string {
  const { folder, remove } = makeFolder();
  cleanUp.push(remove);
  return folder;
}

async function serve(folder: string): Promise<{ readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const server = start({ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: `http://127.0.0.1:${port}` });
  const stop = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    await server.ended;
  };
  cleanUp.push(stop);
  await untilRunning(server, port);
  return { stop };
}

const command = (what: 'backup' | 'restore', folder: string, file: string): Started =>
  start({ HANSA_DATA: folder }, [path.join(root, 'scripts', 'backup.ts'), what, file]);

async function connectTo(folder: string): Promise<pg.Client> {
  const { superuser } = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')) as { readonly superuser: string };
  const client = new pg.Client({ host: path.join(folder, 'run'), user: 'postgres', password: superuser, database: 'hansa' });
  await client.connect();
  return client;
}

/** A hash of every table, by its name; what the server keeps writing by itself is left out. */
async function tablesOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'jobs') and n.nspname not like 'pg_%' order by 1`);
  const hashes = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: hashed } = await client.query<{ hash: string | null }>(
      `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${name} t`,
    );
    hashes.set(name, hashed[0]?.hash ?? '');
  }
  return hashes;
}

/** The file with some bytes changed, or its end missing. */
function damage(file: string, copy: string, n: number): void {
  copyFileSync(file, copy);
  const { size } = statSync(file);
  const at = Math.floor((size * ((n * 0.618034) % 1)) / 1);
  if (n % 4 === 0) return truncateSync(copy, at);
  const handle = openSync(copy, 'r+');
  const [byte] = [Buffer.alloc(1)];
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ (1 << (n % 8))]), 0, 1, at);
  closeSync(handle);
}

/** The file as a disk leaves it that lost power: of its length, and empty from some place on, which a tar made of it reads for long. */
function blank(file: string, copy: string): void {
  copyFileSync(file, copy);
  const { size } = statSync(file);
  truncateSync(copy, Math.floor(size * 0.3));
  truncateSync(copy, size);
}

test(
  'a backup beside writers restores elsewhere with all that was confirmed before it; a damaged one restores nothing',
  { timeout: 600_000 },
  async () => {
    const [folder, files, elsewhere] = [newFolder(), newFolder(), newFolder()];
    const file = path.join(files, 'hansa.backup');
    copyFolder(inject('demoFolder'), folder);
    const server = await serve(folder);
    const client = await connectTo(folder);
    await client.query('create schema scratch; create table scratch.written (n serial primary key, text text)');
    let goOn = true;
    let written = 0;
    const writer = (async (): Promise<void> => {
      const own = await connectTo(folder);
      while (goOn) {
        await own.query(`insert into scratch.written (text) select repeat('x', 2000) from generate_series(1, 50)`);
        written += 50;
        // All the while, but no more than is needed: what is written is copied, hashed and unpacked below.
        await pause(20);
      }
      await own.end();
    })();
    while (written < 500) await pause(20);
    const [before, tables] = [written, await tablesOf(client)];
    const made = command('backup', folder, file);
    expect([await made.ended, made.printed()]).toEqual([0, expect.stringContaining('was read back')]);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(written).toBeGreaterThan(before);
    const again = command('backup', folder, file);
    expect([await again.ended, again.printed()]).toEqual([1, expect.stringContaining('exists already')]);
    goOn = false;
    await writer;
    await client.end();
    await server.stop();

    const onto = command('restore', folder, file);
    expect([await onto.ended, onto.printed()]).toEqual([1, expect.stringContaining('holds a database already')]);
    const restored = command('restore', elsewhere, file);
    expect([await restored.ended, restored.printed()]).toEqual([0, expect.stringContaining('entries of the audit log')]);
    expect(databaseOf(elsewhere)).toBeNull();
    const second = await serve(elsewhere);
    const there = await connectTo(elsewhere);
    const { rows } = await there.query<{ n: number }>('select count(*)::int as n from scratch.written');
    expect(rows[0]?.n).toBeGreaterThanOrEqual(before);
    const kept = await tablesOf(there);
    const differing = [...tables].filter(([name, hash]) => kept.get(name) !== hash).map(([name]) => name);
    // What a running server writes by itself, at whatever time.
    expect(differing.filter((name) => !/^(scratch|accounts\.audit|sign_in|platform\.mail)/.test(name))).toEqual([]);
    await there.end();
    await second.stop();

    // A flipped bit that tar and gzip do not look at changes nothing of what is restored.
    const whole = JSON.stringify(await checkArchive(file));
    const empty = newFolder();
    let refused = 0;
    for (let n = 1; n <= damages; n++) {
      const copy = path.join(files, 'damaged');
      damage(file, copy, n);
      const read = await checkArchive(copy).then(JSON.stringify, String);
      if (read !== whole) {
        expect(read).toContain('is damaged');
        refused += 1;
      }
    }
    writeFileSync(path.join(files, 'nothing'), 'not a backup');
    for (const bad of ['damaged', 'nothing', 'missing']) {
      if (bad === 'damaged') blank(file, path.join(files, bad));
      const tried = command('restore', empty, path.join(files, bad));
      expect([await tried.ended, tried.printed()]).toEqual([1, expect.stringMatching(/is damaged|There is no file/)]);
      expect(readdirSync(empty)).toEqual([]);
    }
    rmSync(path.join(files, 'damaged'));
    expect(refused).toBeGreaterThan(damages * 0.9);
    console.log(
      `T20: ${tables.size} tables equal after a restore; ${refused} of ${damages} damaged backups refused, the others unchanged in all they hold`,
    );
  },
);
