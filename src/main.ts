// Reads the configuration, opens the database, starts the server, and stops all of it in order.
import { prepareDemo } from '#app/demo/prepare-demo.ts';
import { openPostgres } from '#app/open-postgres.ts';
import { startServer } from '#app/start-server.ts';
import { readConfig } from '#platform/config.ts';
import { SentenceError } from '#platform/sentence-error.ts';

const print = (sentence: string): void => console.log(sentence);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const reset = process.argv.includes('--reset');
  const postgres = await openPostgres(config, { reset, onStep: print });
  let close = postgres.close;
  try {
    const server = await startServer(config, postgres);
    close = async () => {
      await server.close();
      await postgres.close();
    };
    const accounts = config.demo ? await prepareDemo(server, { migratorUrl: postgres.migratorUrl, origin: config.origin }, print) : [];
    if (reset) {
      print('The demo world is as new.');
      return await close();
    }
    print(`\nHansa is running: ${config.origin}`);
    for (const account of accounts) print(`  ${account.role.padEnd(18)} ${account.email}  ${account.password}`);
    print(config.demo ? '\nThis is a demo and answers on this machine alone. Stop it with Ctrl-C.\n' : '');
  } catch (fault) {
    await close();
    throw fault;
  }
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    print('\nStopping …');
    close().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

run().catch((fault: unknown) => {
  console.error(fault instanceof SentenceError ? fault.message : fault);
  process.exit(1);
});
