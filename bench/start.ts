// How long the server takes from its command to its first answer: on a new data folder, and again on the same one.
// Usage: npm run bench:start [-- --runs 5]
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, port: { type: 'string', default: '4381' } } });
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hs-'));

const answers = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${values.port}/ready`).then(
    (r) => r.ok,
    () => false,
  );

async function end(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null) await new Promise((resolve) => server.on('close', resolve));
}

/** Seconds from the command until it is ready, and until it has said so. */
async function start(): Promise<readonly [number, number]> {
  const began = performance.now();
  const server = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    env: { ...process.env, HANSA_DATA: folder, PORT: values.port, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!(await answers())) await pause(20);
  const ready = (performance.now() - began) / 1000;
  while (!printed.includes('Hansa is running')) await pause(20);
  const said = (performance.now() - began) / 1000;
  await end(server);
  return [ready, said];
}

try {
  const rows: Record<string, { readonly 'first answer, s': string; readonly 'demo complete, s': string }> = {};
  for (let run = 0; run <= Number(values.runs); run++) {
    const [ready, said] = await start();
    rows[run === 0 ? 'new data folder' : `again ${run}`] = { 'first answer, s': ready.toFixed(1), 'demo complete, s': said.toFixed(1) };
  }
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
