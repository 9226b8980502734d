// Where the embedded database listens: on a Unix socket inside its folder, or, where Node knows no such sockets, on loopback.
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SentenceError } from '../sentence-error.ts';
import { portOf } from './postmaster.ts';

export type Listening = 'socket' | 'loopback';

/** One place to connect to; every login has a password on either. */
export type Address = { readonly kind: 'socket'; readonly folder: string } | { readonly kind: 'loopback'; readonly port: number };

/** Node connects to named pipes on Windows and not to the Unix sockets that PostgreSQL offers there. */
export const listeningOn = (platform: string): Listening => (platform === 'win32' ? 'loopback' : 'socket');

/** A socket's whole path may have 103 bytes on macOS, 107 on Linux. */
const socketBytes = 103;

/** @throws SentenceError where a socket in this folder would have a path that no system takes */
export function checkSocketPath(folder: string): void {
  if (Buffer.byteLength(join(folder, 'run', '.s.PGSQL.5432')) > socketBytes)
    throw new SentenceError(`The path of the data folder ${folder} is too long for a database socket: name a shorter one with HANSA_DATA.`);
}

/** A word of a shell's command line, whatever it holds: an apostrophe ends the quotes, stands for itself, and begins them again. */
const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A folder within a list of folders (a double quote in it is doubled). */
const inList = (folder: string): string => `"${folder.replaceAll('"', '""')}"`;

/** PostgreSQL's settings for it, as `pg_ctl -o` takes them: words of a command line, whose quotes only a POSIX shell reads alike. */
export const settingsFor = (address: Address): readonly string[] =>
  address.kind === 'socket'
    ? ['-c listen_addresses=', `-c unix_socket_directories=${quoted(inList(address.folder))}`]
    : ['-c listen_addresses=127.0.0.1', `-c port=${address.port}`];

export function urlOf(address: Address, { user, password, database }: Readonly<Record<'user' | 'password' | 'database', string>>): string {
  const login = `${user}:${password}`;
  return address.kind === 'socket'
    ? `postgres://${login}@/${database}?host=${encodeURIComponent(address.folder)}`
    : `postgres://${login}@127.0.0.1:${address.port}/${database}`;
}

/** The same login on another database of the server. */
export const onDatabase = (url: string, name: string): string => url.replace(/\/[a-z_0-9]+(?=\?|$)/, `/${name}`);

/** A port of this machine that is free just now: this one, or (0) any. */
function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : null));
    });
  });
}

/** Where the running server of a folder listens; null where it does not say so yet. */
export async function addressOf(folder: string, listening: Listening): Promise<Address | null> {
  if (listening === 'socket') return { kind: 'socket', folder: join(folder, 'run') };
  const port = await portOf(join(folder, 'cluster'));
  return port === null ? null : { kind: 'loopback', port };
}

/** The same for a server that has just begun: its pid file is written line by line. */
export async function addressOfStarted(folder: string, listening: Listening): Promise<Address> {
  for (let tries = 0; tries < 100; tries += 1) {
    const address = await addressOf(folder, listening);
    if (address !== null) return address;
    await pause(50);
  }
  throw new SentenceError(`The database of ${folder} does not say on which port it listens: stop it, and start Hansa again.`);
}

const portFile = (folder: string): string => join(folder, 'run', 'port');

/**
 * Where the next server of a folder is to listen: at its last port, as long as nobody else has it; and of a server that somebody still has
 * connections to (`kept`) at that very one, for which is waited.
 * @throws SentenceError where the port that must be kept is taken
 */
export async function chooseAddress(folder: string, listening: Listening, kept: Address | null): Promise<Address> {
  if (listening === 'socket') return { kind: 'socket', folder: join(folder, 'run') };
  const written = Number.parseInt(await readFile(portFile(folder), 'utf8').catch(() => ''), 10);
  const last = kept?.kind === 'loopback' ? kept.port : written > 0 && written < 65536 ? written : 0;
  const port = (await freePort(last)) ?? (kept === null ? await freePort(0) : null);
  if (port === null) throw new SentenceError(`The port ${last} of the embedded database is taken by another program.`);
  return { kind: 'loopback', port };
}

/** Keeps the port at which the folder's server has begun to listen, whoever began it. */
export async function keepAddress(folder: string, address: Address): Promise<void> {
  if (address.kind === 'loopback') await writeFile(portFile(folder), String(address.port), { mode: 0o600 });
}
