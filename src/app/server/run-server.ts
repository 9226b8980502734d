// Opens the database, serves, and stops all of it in order.
import { prepareDemo } from '#app/demo/prepare-demo.ts';
import type { Config } from '#platform/config.ts';
import { returnMemoryAtRest } from '#platform/memory.ts';
import { openPostgres, type OpenPostgres } from './open-postgres.ts';
import { startServer } from './start-server.ts';

interface Asked {
  /** Makes the demo world new and ends. */
  readonly reset: boolean;
  /** Resolves when the server is told to end. */
  readonly told: Promise<void>;
}

const print = (sentence: string): void => console.log(sentence);

async function serve(config: Config, postgres: OpenPostgres, { reset, told }: Asked): Promise<void> {
  const server = await startServer(config, postgres);
  try {
    const accounts = config.demo ? await prepareDemo(server, { migratorUrl: postgres.migratorUrl, origin: config.origin }, print) : [];
    if (reset) return print('The demo world is as new.');
    const beginning = await server.signIn.firstOfficeAddress();
    print(`\nHansa is running: ${config.origin}`);
    for (const { role, email, password } of accounts) print(`  ${role.padEnd(22)} ${email.padEnd(24)} password: ${password}`);
    if (beginning !== null)
      print(
        `\nThere is no office here yet. Set up the first one at this address, which opens until that is done:\n此处尚无单位。请打开以下网址设立首个单位，设立后该网址即失效：\n  ${beginning}\n`,
      );
    if (config.demo) print('\nThis is a demo and answers on this machine alone. Stop it with Ctrl-C.\n');
    await Promise.race([told, postgres.lost]);
  } finally {
    await server.close();
  }
}

/** Runs the server until it is told to end or its database is lost. */
export async function runServer(config: Config, asked: Asked): Promise<void> {
  returnMemoryAtRest();
  const postgres = await openPostgres(config, { reset: asked.reset, onStep: print });
  try {
    await serve(config, postgres, asked);
  } finally {
    await postgres.close();
  }
}
