// What the product's busiest answers cost, on the demo world of a fresh server: processor time of the server and of the database,
// statements between them and bytes, beside requests per second; a machine shared with others changes the latter threefold.
// `--beside` names another checkout of the product (built, with its packages) that is measured in turns with this one.
// Usage: npm run bench:http [-- --seconds 5] [--connections 10] [--rounds 3] [--beside ../earlier] [--only report] [--quiet-docs]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { format } from 'oxfmt';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { secondsOf, secondsOfCluster } from './processor.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    beside: { type: 'string' },
    only: { type: 'string', default: '' },
    'quiet-docs': { type: 'boolean', default: false },
  },
});

const metricsToken = 'the-token-of-the-benchmark';
const metricsOf = async (base: string): Promise<string> =>
  (await fetch(`${base}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

interface Answer {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
}

interface Running {
  readonly commit: string;
  readonly answers: readonly Answer[];
  /** Seconds of processor time so far: of the server, and of all processes of its database. */
  readonly spent: () => readonly [number, number];
  readonly metric: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

interface Page<T> {
  readonly entries: readonly T[];
}

async function findAnswers(base: string): Promise<readonly Answer[]> {
  const ask = async <T>(path: string, cookie: string): Promise<T> =>
    (await (await fetch(`${base}/api/v1${path}`, { headers: { cookie } })).json()) as T;
  const signIn = async (email: string): Promise<string> => {
    const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: demoPassword }),
    });
    return (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  };
  const organiser = await signIn('organiser@example.org');
  const officer = await signIn('officer@example.org');
  const editions = await ask<Page<{ readonly id: string }>>('/editions', organiser);
  let chosen: { readonly edition: string; readonly plan: string } | undefined;
  for (const { id } of editions.entries) {
    // Another office's edition tells the organiser nothing of its plans.
    const plan = (await ask<Partial<Page<{ readonly id: string }>>>(`/editions/${id}/plans`, organiser)).entries?.[0];
    if (plan !== undefined) chosen = { edition: id, plan: plan.id };
  }
  if (chosen === undefined) throw new Error('the demo world holds no plan');
  const edition = `/api/v1/editions/${chosen.edition}`;
  const { entries } = await ask<Page<{ readonly participantId: string }>>(`/editions/${chosen.edition}/directory?limit=1`, organiser);
  const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>('/session', officer);
  const as = (cookie: string, name: string, path: string): Answer => ({ name, url: `${base}${path}`, cookie });
  return [
    as(organiser, 'bare answer (/health)', '/health'),
    as(organiser, 'edition list', '/api/v1/editions'),
    as(organiser, 'plan grid', `${edition}/plans/${chosen.plan}/grid`),
    as(organiser, 'agenda', `${edition}/participants/${entries[0]?.participantId ?? ''}/agenda`),
    as(officer, 'desk', `/api/v1/offices/${offices[0]?.id ?? ''}/desk`),
    // What everybody may read is kept some seconds for the public, and made each time for whoever is signed in.
    as(organiser, 'tie list of a city, made', '/api/v1/ties?city=shanghai-cn'),
    as(organiser, 'tie, made', '/api/v1/ties/liverpool-gb--shanghai-cn'),
    as(organiser, 'tie report, made', '/api/v1/ties/liverpool-gb--shanghai-cn/report'),
    as('', 'tie report, public, kept', '/api/v1/ties/liverpool-gb--shanghai-cn/report'),
    as('', 'page of a tie report, drawn and kept', '/ties/liverpool-gb--shanghai-cn/report'),
    // Each with words of its own, so that none is kept.
    as('', 'page of what is found, drawn', '/search?q=shanghai%20[<id>]'),
    as(organiser, 'search "shang hai", made', '/api/v1/search?q=shang%20hai'),
    as(organiser, 'city, made', '/api/v1/cities/shanghai-cn'),
  ];
}

/** Starts the product of a checkout on a new data folder. */
async function start(root: string): Promise<Running> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'hb-'));
  const server = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      HANSA_DATA: folder,
      PORT: String(port),
      HANSA_ORIGIN: base,
      LOG_LEVEL: 'error',
      HANSA_RATE: '0',
      HANSA_METRICS_TOKEN: metricsToken,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  for (let tries = 0; tries < 1800 && !printed.includes('Hansa is running'); tries++) await pause(100);
  return {
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    answers: (await findAnswers(base)).filter(({ name }) => name.includes(values.only)),
    spent: () => [secondsOf(server.pid ?? 0), secondsOfCluster(join(folder, 'cluster'))],
    metric: async (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(await metricsOf(base))?.[1] ?? Number.NaN),
    stop: async () => {
      server.kill('SIGTERM');
      await new Promise((done) => server.on('close', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  readonly node: number;
  readonly postgres: number;
  readonly statements: number;
  readonly kilobytes: number;
}

async function measure({ spent, metric }: Running, { url, cookie }: Answer): Promise<Measured> {
  const options = { url, headers: { cookie }, connections: Number(values.connections), idReplacement: true };
  await autocannon({ ...options, duration: 2 });
  const [nodeBefore, postgresBefore] = spent();
  const result = await autocannon({ ...options, duration: Number(values.seconds) });
  const [nodeAfter, postgresAfter] = spent();
  let [statements, kilobytes] = [Infinity, 0];
  // Jobs ask the database too: the least of several rounds is the answer's own.
  for (let round = 0; round < 5; round++) {
    const before = await metric('hansa_statements_total');
    kilobytes =
      (await (await fetch(url.replace('[<id>]', `${round}-${Date.now()}`), { headers: { cookie } })).arrayBuffer()).byteLength / 1024;
    statements = Math.min(statements, (await metric('hansa_statements_total')) - before);
  }
  const each = (seconds: number): number => (1000 * seconds) / result.requests.total;
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + result.timeouts,
    node: each(nodeAfter - nodeBefore),
    postgres: each(postgresAfter - postgresBefore),
    statements,
    kilobytes,
  };
}

const spentBy = ({ node, postgres }: Measured): number => node + postgres;

const cellsOf = (name: string, commit: string, m: Measured, first: Measured): Readonly<Record<string, string>> => ({
  answer: name,
  commit,
  'CPU ms, server': m.node.toFixed(2),
  'CPU ms, database': m.postgres.toFixed(2),
  ratio: m === first ? '1' : (spentBy(m) / spentBy(first)).toFixed(2),
  statements: Number.isFinite(m.statements) ? String(m.statements) : '–',
  kB: m.kilobytes.toFixed(1),
  'requests/s': String(Math.round(m.perSecond)),
  'p50 ms': String(m.p50),
  'p99 ms': String(m.p99),
  failures: String(m.failures),
});

const table = (rows: readonly Readonly<Record<string, string>>[]): string => {
  const heads = Object.keys(rows[0] ?? {});
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map((_, at) => (at < 2 ? ':--' : '--:'))),
    ...rows.map((row) => line(heads.map((head) => row[head] ?? ''))),
  ].join('\n');
};

/** Writes the page; what stands below its table (earlier measurements, remarks) stays. */
async function writePage(text: string): Promise<void> {
  const file = join(import.meta.dirname, '../docs/benchmarks/http.md');
  const kept = /\n## [^]*/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  writeFileSync(file, (await format(file, `${text}\n${kept}`)).code);
}

const loadBefore = loadavg()[0] ?? 0;
const running: Running[] = [];
try {
  for (const root of [...(values.beside === undefined ? [] : [resolve(values.beside)]), join(import.meta.dirname, '..')])
    running.push(await start(root));
  const rows: Readonly<Record<string, string>>[] = [];
  for (const [at, { name }] of (running[0]?.answers ?? []).entries()) {
    // Of several rounds the cheapest: what else the machine did makes an answer dearer, never cheaper.
    const cheapest: Measured[] = [];
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [of, one] of running.entries()) {
        const answer = one.answers[at];
        const measured = answer === undefined ? undefined : await measure(one, answer);
        const known = cheapest[of];
        if (measured !== undefined && (known === undefined || spentBy(measured) < spentBy(known))) cheapest[of] = measured;
      }
    for (const [of, measured] of cheapest.entries()) rows.push(cellsOf(name, running[of]?.commit ?? '', measured, cheapest[0] ?? measured));
  }
  const result = table(rows);
  console.log(result);
  const lag = await running.at(-1)?.metric('nodejs_eventloop_lag_max_seconds');
  if (lag !== undefined) console.log(`longest event-loop delay in the last window: ${(lag * 1000).toFixed(0)} ms`);
  if (!values['quiet-docs'])
    await writePage(`# What an answer costs

Written by \`npm run bench:http -- --seconds ${values.seconds} --connections ${values.connections} --rounds ${values.rounds}\`.
${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}; load of the machine before and after: ${loadBefore.toFixed(1)}, ${(loadavg()[0] ?? 0).toFixed(1)}.
Server, database and load on the same machine, two seconds of warm-up, ${values.rounds} rounds in turns, of which the cheapest is shown. CPU is processor time per request, of the server and of all processes of its database;
*ratio* compares their sum with the first row of the answer. *Statements* are those that the database is asked for one request; the beginning and the end of a reading go with them, and so do those that are foreseen.

${result}
`);
} finally {
  for (const one of running) await one.stop();
}
