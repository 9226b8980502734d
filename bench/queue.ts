// The live queue of the product on generated days at real scale, in accelerated time through its API: beside hindsight, and with the server killed (-9) in the middle.
// Usage: npm run bench:queue [-- --seeds 1,2,3] [--through 3] [--rounds 30000] [--no-kill] [--quiet-docs]; `--through`: how many days go through the API, the others by the same policy alone
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { format } from 'oxfmt';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { type LiveDay, requestsOf, type Talk } from '#scheduler/core/dispatch/day.ts';
import { whomToCallNext } from '#scheduler/core/dispatch/call-next.ts';
import { planInHindsight } from '#scheduler/core/dispatch/hindsight.ts';
import { rehearse } from '#scheduler/core/dispatch/rehearse.ts';
import { simulate } from '#scheduler/core/dispatch/simulate.ts';
import { faultsOf } from '#scheduler/core/dispatch/verify-run.ts';
import { liveDayFrom, matchmakingDay2019 } from '#scheduler/core/generate/live-day.ts';
import { openLiveDay, playLiveDay, type Door } from '../tests/fixtures/load/queue-day.ts';
import { freePort, makeFolder, root, untilRunning } from '../tests/platform/started.ts';

const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    through: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '30000' },
    small: { type: 'boolean', default: false },
    'no-kill': { type: 'boolean', default: false },
    'quiet-docs': { type: 'boolean', default: false },
  },
});
const seeds = asked.seeds.split(',').map(Number);
const size = asked.small
  ? { ...matchmakingDay2019, seated: 26, rotating: 48, tables: 10, interpretedTables: 7, roaming: 1, requests: 84 }
  : matchmakingDay2019;
const eve = Date.parse('2019-11-05T08:00:00Z');

interface Server {
  readonly child: ChildProcess;
  readonly printed: () => string;
}

const clock = pathToFileURL(join(root, 'bench', 'queue-clock.ts')).href;

async function startServer(folder: string, port: number, at: number): Promise<Server> {
  const child = spawn(process.execPath, ['--import', clock, join(root, 'src', 'main.ts')], {
    cwd: root,
    env: {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
      ...{ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_RATE: '0', HANSA_ACCESS_LOG: '0', LOG_LEVEL: 'error' },
      HANSA_ORIGIN: `http://127.0.0.1:${port}`,
      HANSA_BENCH_CLOCK: String(at),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const printed = (): string => text;
  await untilRunning({ process: child, printed, ended: Promise.resolve(null) }, port);
  return { child, printed };
}

/** The product behind its API, with a clock that is set and a server that can be killed. */
async function openProduct() {
  const { folder, remove } = makeFolder();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  // The session begins today, so that it lasts by the database's own clock, too.
  let server = await startServer(folder, port, Date.now());
  let at = eve;
  let cookie = '';
  let office = '';
  const send = async (method: string, path: string, body?: unknown, version?: string): Promise<unknown> => {
    const form = body instanceof FormData;
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...{ cookie, origin: base },
        ...(form || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 600)} ${server.printed().slice(-600)}`);
    if (path.startsWith('/api/auth')) cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    return answer.status === 204 ? null : answer.json();
  };
  const signIn = async (): Promise<void> => {
    await send('POST', '/api/auth/sign-in/email', { email: 'organiser@example.org', password: demoPassword });
    const session = (await send('GET', '/api/v1/session')) as { readonly offices: readonly { readonly id: string }[] };
    office = session.offices[0]?.id ?? '';
  };
  await signIn();
  const door: Door = {
    ask: (method, path, body) => {
      const [where = '', version] = path.split('#');
      return send(method, `/api/v1${where}`, body, version);
    },
    setClock: async (to) => {
      at = to;
      const heard = once(server.child, 'message');
      server.child.send({ clock: to });
      await heard;
    },
  };
  /** Ends the server without warning and starts it anew; answers the milliseconds until it serves again. */
  const kill = async (): Promise<number> => {
    const began = performance.now();
    const gone = once(server.child, 'exit');
    server.child.kill('SIGKILL');
    await gone;
    server = await startServer(folder, port, at);
    return performance.now() - began;
  };
  const close = async (): Promise<void> => {
    const gone = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await gone;
    remove();
  };
  return { door, office: () => office, kill, close };
}

interface Held {
  readonly talks: number;
  readonly musts: number;
}

const heldOf = (day: LiveDay, talks: readonly Talk[]): Held => {
  const faults = faultsOf(day, talks);
  if (faults.length > 0) throw new Error(`Meetings that cannot be: ${faults.slice(0, 3).join('; ')}`);
  const requests = requestsOf(day);
  return { talks: talks.length, musts: talks.filter(({ request }) => requests[request]?.must).length };
};

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const behind = (reached: number, best: number): string => `${(100 * (1 - reached / best)).toFixed(1)} %`;

/** Milliseconds of processor time of each decision of a day, by itself: the same policy on the same day without server, transaction and log, rehearsed once as a server does it. */
function decisionsOf(day: LiveDay): readonly number[] {
  const times: number[] = [];
  if (decisionMs.length === 0) rehearse(day.facts, day.opensAt);
  simulate(day, (queue, now) => {
    const start = process.threadCpuUsage();
    const next = whomToCallNext(queue, now);
    const { user, system } = process.threadCpuUsage(start);
    times.push((user + system) / 1_000);
    return next;
  });
  return times;
}

const product = await openProduct();
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
const decisionMs: number[] = [];
const rows: { readonly seed: number; readonly through: boolean; readonly held: Held; readonly hindsight: Held }[] = [];
const tellMs: number[] = [];
let twice = 0;
let restart = 0;
/** Plays a day through the product; the first day loses its server in the middle. */
async function playThrough(day: LiveDay, seed: number, isFirst: boolean): Promise<readonly Talk[]> {
  await product.door.setClock(eve);
  const opened = await openLiveDay(product.door, day, { office: product.office(), name: `Queue ${seed}` });
  const killAt = isFirst && !asked['no-kill'] ? Math.round((day.opensAt + day.facts.closesAt) / 2) : -1;
  const played = await playLiveDay(product.door, day, opened, {
    beforeMinute: async (minute) => {
      if (minute === killAt) restart = await product.kill();
    },
  });
  twice += played.calledTwice;
  tellMs.push(...played.tellMs);
  return played.talks;
}

for (const [index, seed] of seeds.entries()) {
  const day = liveDayFrom(seed, size);
  const through = index < Number(asked.through);
  const talks = through ? await playThrough(day, seed, index === 0) : simulate(day, whomToCallNext).talks;
  const held = heldOf(day, talks);
  const hindsight = heldOf(day, planInHindsight(day, { seed, rounds: Number(asked.rounds), start: talks }));
  rows.push({ seed, through, held, hindsight });
  decisionMs.push(...decisionsOf(day));
  console.log(`seed ${seed}: ${held.talks} meetings (hindsight ${hindsight.talks}), ${held.musts} musts (${hindsight.musts})`);
}
await product.close();

const [talks, best] = [mean(rows.map(({ held }) => held.talks)), mean(rows.map(({ hindsight }) => hindsight.talks))];
const [musts, bestMusts] = [mean(rows.map(({ held }) => held.musts)), mean(rows.map(({ hindsight }) => hindsight.musts))];
const summary = [
  `meetings held: ${behind(talks, best)} behind hindsight, musts ${behind(musts, bestMusts)}; means of ${rows.length} days`,
  `called twice: ${twice} in the ${rows.filter(({ through }) => through).length} days through the API, the others by the same policy alone; days checked by an independent verifier: ${rows.length}`,
  ...(restart > 0
    ? [`server killed (-9) in the middle of the first day: it served again after ${(restart / 1000).toFixed(1)} s, and nothing was lost`]
    : []),
  `a decision alone: ${quantile(decisionMs, 0.5).toFixed(2)} ms of processor time (median), ${quantile(decisionMs, 0.99).toFixed(2)} ms (99 of 100), ${Math.max(...decisionMs).toFixed(1)} ms (slowest of ${decisionMs.length}, the first ones after the rehearsal of the process among them)`,
  `one request that tells a whole minute, its decision and its transaction included: ${quantile(tellMs, 0.5).toFixed(1)} ms (median), ${quantile(tellMs, 0.99).toFixed(1)} ms (99 of 100), of ${tellMs.length}`,
];
for (const one of summary) console.log(one);
const report = [
  '# The live queue through the product',
  '',
  'Written by `npm run bench:queue`. The days are those of [dispatch.md](dispatch.md): 773 exhibitors, 1,426 buyers, 296 tables, 217 interpreters. Those that go through the API are brought as a file, opened, and played minute by minute through that of a running server whose clock is set, the others by the same policy alone: check-ins, beginnings, ends, departures, wishes made and withdrawn. What the queue called is checked by `faultsOf`, which knows nothing of it.',
  '',
  `- seeds ${seeds.join(', ')}; Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load before and after: ${loadBefore}, ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ...summary.map((one) => `- ${one}`),
  '',
  '| seed | through the API | meetings | in hindsight | musts | in hindsight |',
  '| --- | --- | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ({ seed, through, held, hindsight }) =>
      `| ${seed} | ${through ? 'yes' : 'no'} | ${held.talks} | ${hindsight.talks} | ${held.musts} | ${hindsight.musts} |`,
  ),
  '',
];
if (!asked['quiet-docs'] && !asked.small) {
  writeFileSync(join(root, 'docs/benchmarks/queue.md'), (await format('queue.md', report.join('\n'))).code);
}
