// Everything the environment can set, read once at start; all problems are told at once.
import { homedir } from 'node:os';
import type { BlockList } from 'node:net';
import { posix, win32 } from 'node:path';
import { readChannels, type ChannelConfig } from './mail/channels.ts';
import { readProxies } from './http/network.ts';
import { readInstitution, type Institution } from './institution.ts';
import { SentenceError } from './sentence-error.ts';

export interface Config extends ChannelConfig {
  readonly port: number;
  /** Loopback in demo mode, so that the known demo passwords reach nobody else. */
  readonly host: string;
  /** The address people open; decides cookies, origin checks and links in mail. */
  readonly origin: string;
  readonly demo: boolean;
  /** Folder of the embedded database, secrets and socket. */
  readonly folder: string;
  /** An outside PostgreSQL: the server's login and the migrator's; null means embedded. */
  readonly outside: { readonly server: string; readonly migrator: string } | null;
  /** Signs sessions; from the environment with an outside database, else made and kept in the folder. */
  readonly secret: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where mail that comes back goes; null: to whom it comes from. */
  readonly mailBounces: string | null;
  readonly allowUnsafeDisk: boolean;
  readonly logLevel: string;
  /** A line per request, without personal values. */
  readonly accessLog: boolean;
  /** Requests per second of one session, secret address or network; 0: no limit. */
  readonly rate: number;
  /** Proxies that are believed when they say for whom they ask. */
  readonly proxies: BlockList;
  /** Opens /metrics; without one it is shut. */
  readonly metricsToken: string | null;
  readonly map: MapPolicy;
  /** A folder of word vectors with which offers and needs are compared; null: without any. */
  readonly vectors: string | null;
  /** Signs people in beside passwords, links and passkeys; null: there is none. */
  readonly institution: Institution | null;
}

/** What may be drawn under places: nothing, bare land, or a base that an authority has approved, with the number it asks to print. */
export type MapPolicy =
  | { readonly kind: 'off' }
  | { readonly kind: 'land' }
  | { readonly kind: 'approved'; readonly file: string; readonly number: string };

/** Where the data lie unless told: the system's place for root, else the place that the system has for a person's own programs. */
export function dataFolder(machine: {
  readonly platform: string;
  readonly home: string;
  readonly isRoot: boolean;
  /** `LOCALAPPDATA` on Windows. */
  readonly local: string | undefined;
}): string {
  const { platform, home, isRoot, local } = machine;
  if (platform === 'win32') return win32.join(local ?? win32.join(home, 'AppData', 'Local'), 'Hansa');
  return isRoot ? '/var/lib/hansa' : posix.join(home, '.local', 'share', 'hansa');
}

const defaultFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  dataFolder({ platform: process.platform, home: homedir(), isRoot: process.getuid?.() === 0, local: env['LOCALAPPDATA'] });

/**
 * Reads the configuration from environment variables (docs/operate.md lists them).
 * @throws SentenceError naming every variable that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const port = Number(env['PORT'] ?? '4000');
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    problems.push(`PORT must be a number from 1 to 65535, not "${env['PORT'] ?? ''}"`);
  const outside = readDatabase(env, problems);
  const demo = (env['HANSA_DEMO'] ?? (outside === null ? '1' : '0')) === '1';
  const secret = env['HANSA_SECRET'] ?? null;
  if (secret !== null && secret.length < 32) problems.push('HANSA_SECRET must have at least 32 characters');
  if (outside !== null && secret === null && !demo)
    problems.push('HANSA_SECRET (at least 32 random characters) is needed with an outside database');
  for (const name of ['HANSA_DEMO', 'HANSA_ALLOW_UNSAFE_DISK', 'HANSA_ACCESS_LOG'] as const)
    if (!['0', '1', undefined].includes(env[name])) problems.push(`${name} must be 0 or 1`);
  const smtpUrl = env['SMTP_URL'] ?? null;
  if (smtpUrl !== null && !/^smtps?:\/\/./.test(smtpUrl)) problems.push('SMTP_URL must begin with smtp:// or smtps://');
  const mailBounces = env['MAIL_BOUNCES'] ?? null;
  if (mailBounces !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(mailBounces))
    problems.push('MAIL_BOUNCES must be one e-mail address, such as bounces@fair.example');
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (!logLevels.includes(logLevel)) problems.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}`);
  const rate = Number(env['HANSA_RATE'] ?? '30');
  if (!Number.isInteger(rate) || rate < 0 || rate > 100_000)
    problems.push('HANSA_RATE must be a whole number of requests per second, or 0');
  const proxies = readProxies(env['HANSA_PROXIES'] ?? '127.0.0.0/8,::1');
  if (proxies === null) problems.push('HANSA_PROXIES must be addresses or networks parted by commas, such as 10.0.0.5,192.168.0.0/24');
  const metricsToken = env['HANSA_METRICS_TOKEN'] ?? null;
  if (metricsToken !== null && metricsToken.length < 16) problems.push('HANSA_METRICS_TOKEN must have at least 16 characters');
  const map = readMap(env, problems);
  const institution = readInstitution(env, problems);
  const byHttp = readChannels(env, problems);
  const origin = readOrigin(env['HANSA_ORIGIN'] ?? `http://localhost:${port}`, problems);
  if (problems.length > 0 || proxies === null) throw new SentenceError(`Hansa cannot start: ${problems.join('; ')}.`);
  return {
    port,
    host: demo ? '127.0.0.1' : (env['HANSA_HOST'] ?? '127.0.0.1'),
    origin,
    demo,
    folder: env['HANSA_DATA'] ?? defaultFolder(env),
    outside,
    secret,
    smtpUrl,
    mailFrom: env['MAIL_FROM'] ?? 'Hansa <no-reply@localhost>',
    mailBounces,
    ...byHttp,
    allowUnsafeDisk: env['HANSA_ALLOW_UNSAFE_DISK'] === '1',
    logLevel,
    accessLog: (env['HANSA_ACCESS_LOG'] ?? (demo ? '0' : '1')) === '1',
    rate,
    proxies,
    metricsToken,
    map,
    vectors: env['HANSA_VECTORS'] ?? null,
    institution,
  };
}

const logLevels: readonly string[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function readDatabase(env: Readonly<Record<string, string | undefined>>, problems: string[]): Config['outside'] {
  const server = env['DATABASE_URL'] ?? '';
  const migrator = env['DATABASE_MIGRATOR_URL'] ?? server;
  for (const [name, url] of [
    ['DATABASE_URL', server],
    ['DATABASE_MIGRATOR_URL', migrator],
  ] as const)
    if (url !== '' && !/^postgres(ql)?:\/\//.test(url)) problems.push(`${name} must begin with postgres://`);
  if (server === '' && migrator !== '') problems.push('DATABASE_MIGRATOR_URL needs DATABASE_URL beside it');
  return server === '' ? null : { server, migrator };
}

/** The address as browsers write it in their Origin header: no path, no capitals. */
function readOrigin(address: string, problems: string[]): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  problems.push('HANSA_ORIGIN must be an address without a path, such as https://hansa.example.org');
  return address;
}

function readMap(env: Readonly<Record<string, string | undefined>>, problems: string[]): MapPolicy {
  const kind = env['HANSA_MAP'] ?? 'land';
  if (kind === 'off' || kind === 'land') return { kind };
  const [file, number] = [env['HANSA_MAP_FILE'] ?? '', env['HANSA_MAP_NUMBER'] ?? ''];
  if (kind !== 'approved') problems.push('HANSA_MAP must be off, land or approved');
  else if (file === '' || number === '')
    problems.push('HANSA_MAP=approved needs HANSA_MAP_FILE (GeoJSON) and HANSA_MAP_NUMBER (its approval number)');
  return { kind: 'approved', file, number };
}
