// The embedded database started for a sentence: the way of machines without Unix sockets, tried here as well as there, and what a power cut leaves.
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { SentenceError } from '../sentence-error.ts';
import { startEmbeddedPostgres } from './embedded.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hansa-no-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
}

/** What the database of an address says of itself. */
async function askedAt(connectionString: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return (await client.query('select current_database() as database, current_user as login')).rows[0];
  } catch (fault) {
    return fault instanceof pg.DatabaseError ? fault.code : fault;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('on loopback: a port that stays, for those with a password alone', async () => {
  const folder = await newFolder();
  const options = { folder, durability: 'volatile', listening: 'loopback' } as const;
  // Two first starts at once, each of which would choose a port of its own.
  const [first, second] = await Promise.all([startEmbeddedPostgres(options), startEmbeddedPostgres(options)]);
  const port = first.address.kind === 'loopback' ? first.address.port : 0;
  const opened = await Promise.all([first.serverUrl, second.migratorUrl].map(askedAt));
  const guessed = await askedAt(first.superuserUrl.replace(first.secrets.superuser, 'guessed'));
  const sockets = (await readdir(join(folder, 'run'))).filter((name) => name.startsWith('.s.'));
  await first.stop();
  const again = await startEmbeddedPostgres(options);
  await again.stop();

  // While the database was down another program took its port: a new start goes elsewhere, one whose connections are known there does not.
  const other = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const kept = await startEmbeddedPostgres({ ...options, kept: first.address }).catch((fault: unknown) => fault);
  const third = await startEmbeddedPostgres(options);
  await third.stop();
  await new Promise((resolve) => other.close(resolve));

  expect(second.address).toEqual(first.address);
  expect(again.address).toEqual(first.address);
  expect(opened).toEqual([
    { database: 'hansa', login: 'hansa_server' },
    { database: 'hansa', login: 'hansa_migrator' },
  ]);
  expect(guessed).toBe('28P01');
  expect(sockets).toEqual([]);
  expect(kept).toBeInstanceOf(SentenceError);
  expect(third.address).not.toEqual(first.address);
});

test('a pid file whose number is somebody else’s by now names no server', async () => {
  const folder = await newFolder();
  const { serverUrl, stop } = await startEmbeddedPostgres({ folder, durability: 'volatile' });
  await stop();
  // As after a power cut, with this very process as the one that got the number.
  await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(folder, 'cluster')}\n0\n5432\n`);
  const again = await startEmbeddedPostgres({ folder, durability: 'volatile' });
  const asked = await askedAt(serverUrl);
  await again.stop();
  expect(asked).toMatchObject({ database: 'hansa' });
});
