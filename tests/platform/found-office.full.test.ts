// Founding an office on an embedded database, beside the server that works on it and without one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { databaseOf, freePort, makeFolder, root, start, until, untilReady, type Started } from './started.ts';

const MINUTE = 60_000;

const founding = (folder: string, slug: string): Started =>
  start({ HANSA_DATA: folder, HANSA_ORIGIN: 'https://hansa.example.org' }, [
    path.join(root, 'scripts', 'found-office.ts'),
    ...['--name', 'River Chamber', '--kind', 'chamber', '--slug', slug, '--email', `${slug}@example.org`, '--person', 'Ana River'],
  ]);

/** Ends what is left of the database, and removes the folder. */
function dataFolder(): string {
  const { folder, remove } = makeFolder();
  onTestFinished(async () => {
    const database = databaseOf(folder);
    if (database !== null) process.kill(database, 'SIGQUIT');
    await until(() => databaseOf(folder) === null);
    remove();
  });
  return folder;
}

/** What one column of a query on the folder's database holds. */
async function columnIn(folder: string, query: string): Promise<readonly unknown[]> {
  const { superuser } = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')) as { readonly superuser: string };
  const client = new pg.Client({ host: path.join(folder, 'run'), user: 'postgres', password: superuser, database: 'hansa' });
  await client.connect();
  const { rows } = await client.query<Readonly<Record<string, unknown>>>(query);
  await client.end();
  return rows.map((row) => Object.values(row)[0]);
}

test(
  'an office is founded on a folder that rests, then beside its running server, which goes on and sends the owner a link',
  async () => {
    const folder = dataFolder();
    const first = founding(folder, 'before-the-server');
    expect([await first.ended, first.printed()]).toEqual([0, expect.stringContaining('The office before-the-server is founded')]);
    expect(databaseOf(folder)).toBeNull();

    const port = await freePort();
    const server = start({ HANSA_DATA: folder, PORT: String(port) });
    onTestFinished(async () => {
      server.process.kill('SIGTERM');
      await server.ended;
    });
    await untilReady(server, port);
    const second = founding(folder, 'beside-the-server');
    expect([await second.ended, second.printed()]).toEqual([0, expect.stringContaining('The office beside-the-server is founded')]);
    expect(await columnIn(folder, 'select slug from accounts.office order by slug')).toEqual(['before-the-server', 'beside-the-server']);
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
    await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'beside-the-server@example.org', callbackURL: '/' }),
    });
    const mails = `select body from platform.mail where recipient = 'beside-the-server@example.org' order by written_at`;
    expect(await columnIn(folder, mails)).toEqual([
      expect.stringContaining('https://hansa.example.org/sign-in\n'),
      expect.stringMatching(/\/sign-in\/link\?token=/),
    ]);

    const again = founding(folder, 'beside-the-server');
    expect([await again.ended, again.printed()]).toEqual([1, 'Another office already uses the short name beside-the-server.\n']);
  },
  2 * MINUTE,
);
