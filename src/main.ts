// Reads the configuration, and runs the server unless another one has the data folder: that is found out before the rest is even loaded.
import { readConfig } from '#platform/config.ts';
import { runningServerUrl } from '#platform/postgres/embedded.ts';
import { holdFolder } from '#platform/postgres/single-server.ts';
import { isOutage } from '#platform/postgres/outage.ts';
import { SentenceError } from '#platform/sentence-error.ts';

/** Asked for before anything starts, so that no signal is missed. */
const told = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});
// Told once, however often it is asked: a Ctrl-C may come by the terminal and by the starter.
void told.then(() => console.log('\nStopping …'));

/** @throws FolderTaken when another server works on the folder; one that ends or starts is left to the start itself. */
async function refuseTaken(folder: string): Promise<void> {
  const url = await runningServerUrl(folder);
  if (url === null) return;
  const hold = await holdFolder(url, folder).catch((fault: unknown) => {
    if (isOutage(fault)) return null;
    throw fault;
  });
  await hold?.release();
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  if (config.outside === null) await refuseTaken(config.folder);
  const { runServer } = await import('#app/server/run-server.ts');
  await runServer(config, { reset: process.argv.includes('--reset'), told });
}

run().then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);
