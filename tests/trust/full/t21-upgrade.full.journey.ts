// T21, with real earlier versions: each is taken from the history of this repository, makes its demo, is killed, and this version starts on
// its data folder, is killed in the midst of its migrations, and starts again. `npm run trust -- t21` alone does it; a copy without history skips it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { differenceOf, keepEarlier, takeEarlier } from '../../fixtures/database/earlier.ts';
import { childrenOf, databaseOf, freePort, makeFolder, root, start, until, untilReady, type Started } from '../../platform/started.ts';

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Commits of the main line, spread over the versions whose data can still be made: those with one server and one data folder. */
function earlierCommits(): readonly string[] {
  try {
    const all = git('log', '--first-parent', '--format=%H', '--', 'src/modules', 'src/platform').split('\n');
    return [0.03, 0.2, 0.4, 0.6].map((part) => all[Math.floor(all.length * part)] ?? '').filter((commit) => commit !== '');
  } catch {
    return [];
  }
}

const commits = earlierCommits();
const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end();
});

function checkOut(commit: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hansa-then-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  const archive = execFileSync('git', ['-C', root, 'archive', commit], { maxBuffer: 512 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  return folder;
}

async function run(main: string, folder: string): Promise<Started & { readonly base: string }> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: base };
  const server = start(env, ['-e', `process.chdir(${JSON.stringify(path.dirname(path.dirname(main)))}); import(${JSON.stringify(main)})`]);
  cleanUp.push(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
  });
  await untilReady(server, port);
  if (!(await until(() => server.printed().includes('Hansa is running'))))
    while (!server.printed().includes('Hansa is running') && server.process.exitCode === null)
      await new Promise((go) => setTimeout(go, 200));
  return { ...server, base };
}

async function end(server: Started): Promise<void> {
  server.process.kill('SIGTERM');
  await server.ended;
}

const signIn = async (base: string): Promise<string> => {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'organiser@example.org', password: demoPassword }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
};

async function connected(folder: string): Promise<pg.Client> {
  const { superuser } = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')) as { readonly superuser: string };
  const client = new pg.Client({ host: path.join(folder, 'run'), user: 'postgres', password: superuser, database: 'hansa' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Starts this version while somebody reads what every migration writes down, and kills it while it waits for that, in the midst of them; the database stays up. */
async function killMidway(folder: string): Promise<void> {
  const reader = await connected(folder);
  await reader.query('begin; lock table migration.kysely_migration in share mode');
  const port = await freePort();
  const server = start({ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1' }, [path.join(root, 'src/main.ts')]);
  const watcher = await connected(folder);
  const waits = async () => (await watcher.query(`select 1 from pg_locks where not granted and locktype = 'relation'`)).rowCount !== 0;
  // An earlier version whose data needs no migration has nothing to wait for.
  const stands = () => server.process.exitCode !== null || server.printed().includes('Hansa is running');
  while (!(await waits()) && !stands()) await new Promise((go) => setTimeout(go, 50));
  server.process.kill('SIGKILL');
  await server.ended;
  await reader.query('rollback');
  await reader.end();
  await watcher.end();
}

test.skipIf(commits.length === 0)('the history of this repository is at hand, and each check below ran on a real earlier version', () => {
  expect(commits.length).toBeGreaterThan(2);
});

test.each(commits)('%s: no row is lost, the session lives, the chains hold', { timeout: 900_000 }, async (commit) => {
  const { folder, remove } = makeFolder();
  cleanUp.push(remove);
  const then = await run(path.join(checkOut(commit), 'src/main.ts'), folder);
  const cookie = await signIn(then.base);
  await end(then);
  const postgres = await startEmbeddedPostgres({ folder, durability: 'safe' });
  const client = await connected(folder);
  const before = await takeEarlier(client);
  if (process.env['HANSA_KEEP_EARLIER'] !== undefined) keepEarlier(process.env['HANSA_KEEP_EARLIER'], before);
  await killMidway(folder);
  const half = await takeEarlier(client);
  expect(half.migrations).toEqual(before.migrations);
  expect(differenceOf(before, half)).toMatchObject({ lost: [], changed: [] });
  await client.end();
  await postgres.stop();
  const now = await run(path.join(root, 'src/main.ts'), folder);
  const { offices } = (await (await fetch(`${now.base}/api/v1/session`, { headers: { cookie } })).json()) as {
    readonly offices: readonly { id: string }[];
  };
  expect(offices.length, 'the session of the earlier version').toBeGreaterThan(0);
  const log = await fetch(`${now.base}/api/v1/offices/${offices[0]?.id}/audit?check=whole`, { headers: { cookie } });
  expect(await log.json()).toMatchObject({ brokenAt: null });
  const reader = await connected(folder);
  const after = await takeEarlier(reader);
  await reader.end();
  await end(now);
  expect(databaseOf(folder)).toBeNull();
  expect(childrenOf(process.pid).length).toBeLessThan(50);
  const { lost, changed, compared } = differenceOf(before, after);
  console.log(
    `T21 ${commit.slice(0, 8)}: ${before.migrations.length} → ${after.migrations.length} migrations, ${compared} rows, ${lost.length} lost, changed: ${changed.join(', ') || 'none'}`,
  );
  expect(lost).toEqual([]);
  expect(changed).toEqual([]);
});
