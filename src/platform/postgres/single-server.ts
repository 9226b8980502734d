// One server per data folder: the lock is a session of the database itself, so a killed server frees it at once.
import { connect } from './roles.ts';
import { SentenceError } from '../sentence-error.ts';

const lock = 7204100;

/**
 * Takes the folder for this process.
 * @returns a function that gives it back
 * @throws SentenceError when another server holds it
 */
export async function holdFolder(url: string, folder: string): Promise<() => Promise<void>> {
  const client = await connect(url, 'the server');
  client.on('error', () => undefined);
  // A server killed a moment ago may still be letting go.
  for (let tries = 0; tries < 5; tries++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
    if (rows[0]?.taken === true) return () => client.end();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await client.end();
  throw new SentenceError(
    `Another Hansa is already running on the data folder ${folder}: use that one, or name another folder with HANSA_DATA.`,
  );
}
