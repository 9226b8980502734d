// One server per data folder: the lock is a session of the database itself, so a killed server frees it at once.
import { connect } from './roles.ts';
import { SentenceError } from '../sentence-error.ts';

const lock = 7204100;

/** Another server holds the folder. */
export class FolderTaken extends SentenceError {}

export interface Hold {
  readonly release: () => Promise<void>;
  /** Resolves when the session of the lock ends: the database went down, or the hold was released. */
  readonly lost: Promise<void>;
}

/**
 * Takes the folder for this process.
 * @throws FolderTaken when another server holds it
 */
export async function holdFolder(url: string, folder: string): Promise<Hold> {
  const client = await connect(url, 'the server');
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  // A server killed a moment ago may still be letting go.
  for (let tries = 0; tries < 5; tries++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
    if (rows[0]?.taken === true) return { release: () => client.end(), lost };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await client.end();
  throw new FolderTaken(
    `Another Hansa is already running on the data folder ${folder}: use that one, or name another folder with HANSA_DATA.`,
  );
}
