// Reads the configuration, opens the database, starts the server, and stops all of it in order.
import { prepareDemo } from '#app/demo/prepare-demo.ts';
import { openPostgres, type OpenPostgres } from '#app/server/open-postgres.ts';
import { startServer } from '#app/server/start-server.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { returnMemoryAtRest } from '#platform/memory.ts';
import { SentenceError } from '#platform/sentence-error.ts';

const print = (sentence: string): void => console.log(sentence);

/** Resolves when the server is told to end; asked for before anything starts, so that no signal is missed. */
const told = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      print('\nStopping …');
      resolve();
    });
});

async function serve(config: Config, postgres: OpenPostgres, reset: boolean): Promise<void> {
  const server = await startServer(config, postgres);
  try {
    const accounts = config.demo ? await prepareDemo(server, { migratorUrl: postgres.migratorUrl, origin: config.origin }, print) : [];
    if (reset) return print('The demo world is as new.');
    print(`\nHansa is running: ${config.origin}`);
    for (const { role, email, password } of accounts) print(`  ${role.padEnd(22)} ${email.padEnd(24)} password: ${password}`);
    if (config.demo) print('\nThis is a demo and answers on this machine alone. Stop it with Ctrl-C.\n');
    await Promise.race([told, postgres.lost]);
  } finally {
    await server.close();
  }
}

async function run(): Promise<void> {
  returnMemoryAtRest();
  const config = readConfig(process.env);
  const reset = process.argv.includes('--reset');
  const postgres = await openPostgres(config, { reset, onStep: print });
  try {
    await serve(config, postgres, reset);
  } finally {
    await postgres.close();
  }
}

run().then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);
