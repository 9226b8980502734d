// Requests per second of the product's busiest answers, on the demo world of a fresh server, beside a bare answer of the same server.
// Usage: npm run bench:http [-- --seconds 8] [--connections 10]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { demoPassword } from '#app/demo/demo-accounts.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' }, connections: { type: 'string', default: '10' } } });
const root = join(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Measured {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  readonly kilobytes: number;
}

async function measure(name: string, url: string, cookie: string): Promise<Measured> {
  const options = { url, headers: { cookie }, connections: Number(values.connections) };
  await autocannon({ ...options, duration: 2 });
  const result = await autocannon({ ...options, duration: Number(values.seconds) });
  const size = (await (await fetch(url, { headers: { cookie } })).arrayBuffer()).byteLength;
  return {
    name,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + result.timeouts,
    kilobytes: size / 1024,
  };
}

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'hb-'));
const server = spawn(process.execPath, [join(root, 'src/main.ts')], {
  env: { ...process.env, HANSA_DATA: folder, PORT: String(port), HANSA_ORIGIN: base, LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));

const ask = async <T>(path: string, cookie: string): Promise<T> =>
  (await (await fetch(`${base}/api/v1${path}`, { headers: { cookie } })).json()) as T;

interface Page<T> {
  readonly entries: readonly T[];
}

try {
  for (let tries = 0; tries < 1200 && !printed.includes('Hansa is running'); tries++) await pause(100);
  const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'organiser@example.org', password: demoPassword }),
  });
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const editions = await ask<Page<{ readonly id: string }>>('/editions', cookie);
  let chosen: { readonly edition: string; readonly plan: string } | undefined;
  for (const { id } of editions.entries) {
    // Another office's edition tells the organiser nothing of its plans.
    const plan = (await ask<Partial<Page<{ readonly id: string }>>>(`/editions/${id}/plans`, cookie)).entries?.[0];
    if (plan !== undefined) chosen = { edition: id, plan: plan.id };
  }
  if (chosen === undefined) throw new Error('the demo world holds no plan');
  const participant =
    (await ask<Page<{ readonly participantId: string }>>(`/editions/${chosen.edition}/directory?limit=1`, cookie)).entries[0]
      ?.participantId ?? '';
  const measured = [
    await measure('bare answer (/health)', `${base}/health`, cookie),
    await measure('edition list', `${base}/api/v1/editions`, cookie),
    await measure('plan grid', `${base}/api/v1/editions/${chosen.edition}/plans/${chosen.plan}/grid`, cookie),
    await measure('agenda', `${base}/api/v1/editions/${chosen.edition}/participants/${participant}/agenda`, cookie),
    await measure('tie list of a city, public', `${base}/api/v1/ties?city=shanghai-cn`, ''),
    await measure('tie report, public', `${base}/api/v1/ties/liverpool-gb--shanghai-cn/report`, ''),
    await measure('search "shang hai", public', `${base}/api/v1/search?q=shang%20hai`, ''),
    await measure('page of a tie report with its head', `${base}/ties/liverpool-gb--shanghai-cn/report`, ''),
  ];
  const bare = measured[0]?.perSecond ?? 1;
  console.log(
    `${values.connections} connections, ${values.seconds} s each after 2 s of warm-up, server, database and load on the same machine`,
  );
  console.table(
    Object.fromEntries(
      measured.map((m) => [
        m.name,
        {
          'requests/s': Math.round(m.perSecond),
          'p50 ms': m.p50,
          'p99 ms': m.p99,
          'of bare': `${((100 * m.perSecond) / bare).toFixed(1)} %`,
          kB: m.kilobytes.toFixed(1),
          failures: m.failures,
        },
      ]),
    ),
  );
  const metrics = await (await fetch(`${base}/metrics`)).text();
  const lag = /^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(metrics)?.[1];
  if (lag !== undefined) console.log(`longest event-loop delay in the last window: ${(Number(lag) * 1000).toFixed(0)} ms`);
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.on('close', resolve));
  rmSync(folder, { recursive: true, force: true });
}
