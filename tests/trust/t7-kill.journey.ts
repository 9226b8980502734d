// T7: eight writers, and both server and database killed without warning: nothing that was confirmed is lost, and the next start is quick.
// `HANSA_ROUNDS=50` runs it at full size.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { childrenOf, databaseOf, freePort, makeFolder, start, until, untilReady, type Started } from '../platform/started.ts';
import { demoPassword } from '#app/demo/demo-accounts.ts';

const rounds = Number(process.env['HANSA_ROUNDS'] ?? '5');
const { folder, remove } = makeFolder();
let running: Started | undefined;

afterAll(async () => {
  running?.process.kill('SIGTERM');
  await running?.ended;
  remove();
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

/** Writes until the server is gone, and adds what was confirmed. */
async function write(base: string, { cookie, office }: SignedIn, label: string, confirmed: Set<string>): Promise<void> {
  for (let i = 0; ; i++) {
    const name = `${label}-${i}`;
    try {
      const answer = await fetch(`${base}/api/v1/organisations`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ office, name: { en: { text: name, origin: 'human' } }, country: 'CN' }),
      });
      if (answer.status === 201) confirmed.add(name);
      else if (answer.status >= 500) return;
      else throw new Error(`refused: ${answer.status} ${await answer.text()}`);
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('refused')) throw fault;
      return;
    }
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

test(`${rounds} rounds of kill -9 under eight writers lose nothing`, { timeout: 120_000 + rounds * 30_000 }, async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: base };
  running = start(env);
  await untilReady(running, port);
  await until(() => running?.printed().includes('running') === true);
  const confirmed = new Set<string>();
  const restarts: number[] = [];
  let who = await signIn(base);
  for (let round = 0; round < rounds; round++) {
    const writers = Array.from({ length: 8 }, (_, writer) => write(base, who, `r${round}w${writer}`, confirmed));
    // In the midst of it, however busy the machine is.
    const before = confirmed.size;
    do await pause(400 + ((round * 137) % 700));
    while (confirmed.size <= before + 8);
    const database = databaseOf(folder);
    // The server is a child of the starter: all of them are killed, the database last in odd rounds and first in even ones.
    const killed = [...serverOf(running), ...(database === null ? [] : [database])];
    for (const id of round % 2 === 0 ? killed.reverse() : killed) process.kill(id, 'SIGKILL');
    await Promise.all(writers);
    await running.ended;
    const began = Date.now();
    running = start(env);
    await untilReady(running, port);
    restarts.push(Date.now() - began);
    who = await signIn(base);
    const kept = await namesAt(base, who);
    expect(
      [...confirmed].filter((name) => !kept.has(name)),
      `round ${round}`,
    ).toEqual([]);
  }
  expect(confirmed.size).toBeGreaterThan(rounds * 8);
  console.log(
    `T7: ${confirmed.size} confirmed writes over ${rounds} rounds, 0 lost; back after ${restarts.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
  );
});

function serverOf(started: Started): readonly number[] {
  const own = started.process.pid ?? 0;
  return [own, ...childrenOf(own)];
}
