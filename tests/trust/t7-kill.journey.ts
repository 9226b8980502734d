// T7: eight writers, and server and database killed without warning, or the database alone, or its disk is full: nothing that was confirmed
// is lost, the next start is quick, and a server whose database is gone answers 503 until it is there again.
// `HANSA_ROUNDS=50` runs it at full size.
import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, inject, test } from 'vitest';
import { copyFolder } from '../platform/demo-folder.ts';
import { childrenOf, databaseOf, freePort, makeFolder, start, untilReady, untilRunning, type Started } from '../platform/started.ts';
import { demoPassword } from '#app/demo/demo-accounts.ts';

const rounds = Number(process.env['HANSA_ROUNDS'] ?? '1');
/** Eight who write as fast as they can are dear: in a small run they write no longer than they must. */
const briefly = rounds < 10;
let running: Started | undefined;
let cleanUp: () => void = () => undefined;

afterEach(async () => {
  running?.process.kill('SIGTERM');
  await running?.ended;
  cleanUp();
});

interface SignedIn {
  readonly cookie: string;
  readonly office: string;
}

async function signIn(base: string): Promise<SignedIn> {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'organiser@example.org', password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}; ${running?.printed() ?? ''}`);
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const session = (await (await fetch(`${base}/api/v1/session`, { headers: { cookie } })).json()) as {
    readonly offices: readonly { readonly id: string }[];
  };
  return { cookie, office: session.offices[0]?.id ?? '' };
}

/** Posts an organisation; the answer's status, and whether it was confirmed. */
async function post(base: string, { cookie, office }: SignedIn, name: string): Promise<number> {
  const answer = await fetch(`${base}/api/v1/organisations`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ office, name: { en: { text: name, origin: 'human' } }, country: 'CN' }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Writes until the server is gone, and adds what was confirmed. */
async function write(base: string, who: SignedIn, label: string, confirmed: Set<string>): Promise<void> {
  for (let i = 0; ; i++) {
    const status = await post(base, who, `${label}-${i}`).catch(() => null);
    if (status === null || status >= 500) return;
    if (status !== 201) throw new Error(`refused: ${status}`);
    confirmed.add(`${label}-${i}`);
  }
}

/** Writes until told to end, whatever the server answers; counts the answers by status. */
async function writeOn(
  base: string,
  who: SignedIn,
  label: string,
  heard: Map<number, number>,
  confirmed: Set<string>,
  goOn: () => boolean,
) {
  for (let i = 0; goOn(); i++) {
    const status = await post(base, who, `${label}-${i}`);
    heard.set(status, (heard.get(status) ?? 0) + 1);
    if (status === 201) confirmed.add(`${label}-${i}`);
    else await pause(50);
  }
}

async function namesAt(base: string, { cookie }: SignedIn): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await (await fetch(`${base}/api/v1/organisations?limit=200${query}`, { headers: { cookie } })).json()) as {
      readonly entries: readonly { readonly name: { readonly en?: { readonly text: string } } }[];
      readonly nextCursor: string | null;
    };
    for (const entry of page.entries) names.add(entry.name.en?.text ?? '');
    cursor = page.nextCursor;
  } while (cursor !== null);
  return names;
}

const once = async (fact: () => boolean): Promise<void> => {
  while (!fact()) await pause(50);
};

async function startDemo(folder: string): Promise<{ readonly base: string; readonly env: Record<string, string>; readonly port: number }> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: base };
  copyFolder(inject('demoFolder'), folder);
  running = start(env);
  await untilRunning(running, port);
  return { base, env, port };
}

const lostOf = (confirmed: ReadonlySet<string>, kept: ReadonlySet<string>): readonly string[] =>
  [...confirmed].filter((name) => !kept.has(name));

test(`${rounds} rounds of kill -9 under eight writers lose nothing`, { timeout: 120_000 + rounds * 30_000 }, async () => {
  const { folder, remove } = makeFolder();
  cleanUp = remove;
  const { base, env, port } = await startDemo(folder);
  const confirmed = new Set<string>();
  const restarts: number[] = [];
  let who = await signIn(base);
  for (let round = 0; round < rounds; round++) {
    const writers = Array.from({ length: 8 }, (_, writer) => write(base, who, `r${round}w${writer}`, confirmed));
    // In the midst of it, however busy the machine is.
    const before = confirmed.size;
    do await pause((briefly ? 100 : 400) + ((round * 137) % 700));
    while (confirmed.size <= before + 8);
    const database = databaseOf(folder);
    // The server is a child of the starter: all of them are killed, the database last in odd rounds and first in even ones.
    const killed = [...serverOf(running), ...(database === null ? [] : [database])];
    for (const id of round % 2 === 0 ? killed.reverse() : killed) process.kill(id, 'SIGKILL');
    await Promise.all(writers);
    await running?.ended;
    const began = Date.now();
    running = start(env);
    await untilReady(running, port);
    restarts.push(Date.now() - began);
    who = await signIn(base);
    const kept = await namesAt(base, who);
    expect(lostOf(confirmed, kept), `round ${round}`).toEqual([]);
  }
  expect(confirmed.size).toBeGreaterThan(rounds * 8);
  console.log(
    `T7: ${confirmed.size} confirmed writes over ${rounds} rounds, 0 lost; back after ${restarts.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
  );
});

interface Outage {
  readonly folder: string;
  readonly base: string;
  readonly port: number;
}

/**
 * Eight writers before, during and after an outage of the database under a server that goes on.
 * @returns how often each status was answered; what was confirmed is looked for here
 */
async function throughOutage({ folder, base, port }: Outage, label: string, outage: (goingOn: () => boolean) => Promise<void>) {
  const server = serverOf(running);
  const who = await signIn(base);
  const confirmed = new Set<string>();
  const heard = new Map<number, number>();
  let goOn = true;
  let fault: unknown = null;
  const writers = Array.from({ length: 8 }, (_, writer) =>
    writeOn(base, who, `${label}w${writer}`, heard, confirmed, () => goOn && fault === null).catch((one: unknown) => (fault = one)),
  );
  const more = async (): Promise<void> => {
    const before = confirmed.size;
    while (confirmed.size <= before + 8 && fault === null) await pause(50);
  };
  await more();
  await outage(() => (heard.get(503) ?? 0) === 0 && fault === null);
  if (running === undefined) throw new Error('no server runs');
  await untilReady(running, port);
  await more();
  goOn = false;
  await Promise.all(writers);
  expect(fault, running?.printed()).toBeNull();
  expect(lostOf(confirmed, await namesAt(base, who)), label).toEqual([]);
  expect([...heard.keys()].toSorted(), `${label} ${running?.printed() ?? ''}`).toEqual([201, 503]);
  expect(serverOf(running)).toEqual(server);
  expect(databaseOf(folder)).not.toBeNull();
  return heard;
}

// Each outage starts a server of its own on a copy of the demo world.
const atFullSize = test.skipIf(briefly);

atFullSize('the database alone is killed under eight writers: the server answers 503, starts it again and goes on', async () => {
  const { folder, remove } = makeFolder();
  cleanUp = remove;
  const { base, port } = await startDemo(folder);
  const told: string[] = [];
  for (let round = 0; round < 10; round++) {
    const heard = await throughOutage({ folder, base, port }, `d${round}`, async (goingOn) => {
      const database = databaseOf(folder);
      if (database === null) throw new Error('no database runs');
      // The whole of it, or one of its processes, after which PostgreSQL itself cuts all connections and recovers.
      process.kill(round % 2 === 0 ? database : (childrenOf(database).at(-1) ?? database), 'SIGKILL');
      await once(() => !goingOn());
    });
    told.push(`${heard.get(201) ?? 0} confirmed, ${heard.get(503) ?? 0} told to come again`);
  }
  console.log(`T7: the database alone: ${told.join('; ')}; 0 lost`);
});

/** A small disk of its own, or null where this user may not have one. */
function smallDisk(): { readonly folder: string; readonly remove: () => void } | null {
  const { folder, remove } = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=755', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    remove();
    return null;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      remove();
    },
  };
}

atFullSize('the disk fills under eight writers: the server answers 503 until there is room, and goes on', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('this user may not mount a small disk');
  cleanUp = disk.remove;
  const { base, port } = await startDemo(disk.folder);
  const ballast = path.join(disk.folder, 'ballast');
  const heard = await throughOutage({ folder: disk.folder, base, port }, 'f', async (goingOn) => {
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 1024 * 1024)));
    await once(() => !goingOn());
    await pause(3000);
    rmSync(ballast);
  });
  console.log(`T7: a full disk: ${heard.get(201) ?? 0} writes confirmed, 0 lost, ${heard.get(503) ?? 0} told to come again`);
});

function serverOf(started: Started | undefined): readonly number[] {
  const own = started?.process.pid ?? 0;
  return [own, ...childrenOf(own)];
}
