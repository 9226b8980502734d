// A whole expo through the product's own API, as benchmarks drive it: a fresh installation with a server of its own, an edition read in from a workbook,
// letters to all companies, their links opened, a plan, its release.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import type { EditionFile } from '#modules/meetings/domain/file/edition-file.ts';
import { writeEditionFile } from '#modules/meetings/formats/edition-files.ts';
import { secondsOf, secondsOfCluster } from './processor.ts';
import { freePort, makeFolder, start, untilRunning } from '../tests/platform/started.ts';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly milliseconds: number;
}

export interface Asking {
  readonly body?: unknown;
  readonly version?: number;
  readonly cookie?: string;
  readonly key?: string;
}

/** Sends a request and reads the answer to its end; whatever the status is. */
export type Send = (method: string, path: string, asking?: Asking) => Promise<Answered>;

export interface Product {
  readonly base: string;
  readonly send: Send;
  /** The same under /api/v1 as the organiser; throws with the words of a refusal. */
  readonly ask: <T>(method: string, path: string, asking?: Omit<Asking, 'cookie'>) => Promise<T>;
  readonly office: string;
  readonly cookie: string;
  /** The largest resident size of the server since this was asked last, megabytes: its process with all threads; neither its starter nor the database. */
  readonly peakMegabytes: () => number;
  /** Seconds of the processor so far: server, database. */
  readonly processorSeconds: () => readonly [server: number, database: number];
  readonly close: () => Promise<void>;
}

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
};
/** Begins anew from here: Linux forgets the mark when a 5 is written. */
function peakOf(pid: number): number {
  const peak = Number(/^VmHWM:\s+(\d+)/m.exec(statusOf(pid))?.[1] ?? 0) / 1024;
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return peak;
}

/** A process and those of Node that it began; the database is none of them. */
function nodesBelow(pid: number): readonly number[] {
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const children = all.filter((one) => Number(/^PPid:\s+(\d+)/m.exec(statusOf(one))?.[1] ?? 0) === pid);
  return [pid, ...children.filter((one) => /^Name:\s+(node|MainThread)/m.test(statusOf(one))).flatMap(nodesBelow)];
}

/** Options of Node for the server alone, such as `--cpu-prof --cpu-prof-dir=…`: a profile of it without that of the clients. */
const serverOptions = process.env['SERVER_NODE_OPTIONS'];

/** Starts the product on an empty folder, or on one that is kept, and signs in its organiser. `env` sets more. */
export async function openProduct(env: Readonly<Record<string, string>> = {}, kept?: string): Promise<Product> {
  const { folder, remove } = kept === undefined ? makeFolder() : { folder: kept, remove: () => undefined };
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = start({
    HANSA_DATA: folder,
    PORT: String(port),
    HANSA_DEMO: '1',
    HANSA_ORIGIN: base,
    ...(serverOptions === undefined ? {} : { NODE_OPTIONS: serverOptions }),
    ...env,
  });
  await untilRunning(server, port);
  const send: Send = async (method, path, { body, version, cookie = '', key } = {}) => {
    const form = body instanceof FormData;
    const began = performance.now();
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...{ cookie, origin: base },
        ...(form || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const read: unknown = isJson ? await answer.json() : (await answer.arrayBuffer()).byteLength;
    return { status: answer.status, body: read, milliseconds: performance.now() - began };
  };
  const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email: 'organiser@example.org', password: demoPassword }),
  });
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const ask: Product['ask'] = async <T>(method: string, path: string, asking: Omit<Asking, 'cookie'> = {}): Promise<T> => {
    const { status, body } = await send(method, `/api/v1${path}`, { ...asking, cookie });
    if (status >= 300)
      throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body).slice(0, 600)} ${server.printed().slice(-400)}`);
    return body as T;
  };
  const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>('GET', '/session');
  const below = (): readonly number[] => nodesBelow(server.process.pid ?? 0);
  const peakMegabytes = (): number => Math.max(...below().map(peakOf));
  const processorSeconds = () =>
    [below().reduce((sum, pid) => sum + secondsOf(pid), 0), secondsOfCluster(join(folder, 'cluster'))] as const;
  const close = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    await server.ended;
    remove();
  };
  return { base, send, ask, office: offices[0]?.id ?? '', cookie, peakMegabytes, processorSeconds, close };
}

/** A venue where a day of so many minutes can begin at the next one: its zone, its date (ISO) and the minute of its day. */
export function venueNow(minutes: number): { readonly timeZone: string; readonly today: string; readonly from: number } {
  const venues = ['Asia/Shanghai', 'Europe/London', 'America/Los_Angeles'].map((timeZone) => {
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date());
    const [today = '', time = ''] = local.split(' ');
    return { timeZone, today, from: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + 1 };
  });
  const venue = venues.find(({ from }) => from + minutes < 24 * 60);
  if (venue === undefined) throw new Error('such a day ends before midnight at no venue');
  return venue;
}

export interface OpenedExpo {
  readonly editionId: string;
  readonly slug: string;
  readonly participants: readonly { readonly participantId: string; readonly code: string }[];
  readonly importSeconds: number;
}

export const seconds = async <T>(act: () => Promise<T>): Promise<readonly [T, number]> => {
  const began = performance.now();
  const result = await act();
  return [result, (performance.now() - began) / 1000];
};

export async function everything<T>({ ask }: Pick<Product, 'ask'>, path: string): Promise<readonly T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { readonly entries: readonly T[]; readonly nextCursor: string | null } = await ask('GET', `${path}?limit=200${next}`);
    found.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** Opens the edition and reads its workbook in: looked at first, as the page does. */
export async function readExpoIn(product: Product, file: EditionFile): Promise<OpenedExpo> {
  const { edition } = file;
  const text = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(words).map(([language, one]) => [language, { text: one, origin: 'human' }]));
  const created = { ...edition, office: product.office, name: text(edition.name), venue: text(edition.venue) };
  const { id: editionId, slug } = await product.ask<{ readonly id: string; readonly slug: string }>('POST', '/editions', { body: created });
  const written = await writeEditionFile({ edition: file, format: 'xlsx', language: 'en', table: null });
  if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  const form = (more: Readonly<Record<string, string>>): FormData => {
    const sent = new FormData();
    sent.append('file', new File([new Uint8Array(written.value.bytes)], 'expo.xlsx', { type: written.value.mediaType }));
    for (const [key, value] of Object.entries(more)) sent.append(key, value);
    return sent;
  };
  interface Ways {
    readonly ways: readonly { readonly way: string; readonly digest: string }[];
  }
  const [, importSeconds] = await seconds(async () => {
    const { ways } = await product.ask<Ways>('POST', `/editions/${editionId}/import-preview`, { body: form({}) });
    const digest = ways.find(({ way }) => way === 'replace')?.digest ?? ways[0]?.digest ?? '';
    await product.ask('POST', `/editions/${editionId}/import`, { body: form({ digest, confirm: 'replace' }) });
  });
  const participants = await everything<{ readonly participantId: string; readonly code: string }>(
    product,
    `/editions/${editionId}/directory`,
  );
  return { editionId, slug, participants, importSeconds };
}

/** A link for a company, opened: the cookie by which its holder acts. */
export async function openCompany({ ask, send }: Product, editionId: string, participantId: string): Promise<string> {
  const { address } = await ask<{ readonly address: string }>('POST', `/editions/${editionId}/addressees/${participantId}/links`, {
    body: {},
  });
  return openLinkOf({ send }, address);
}

/** Opens the link of an address as a browser does. */
export async function openLinkOf({ send }: Pick<Product, 'send'>, address: string): Promise<string> {
  const token = address.split('#').at(-1) ?? '';
  const { status } = await send('POST', '/api/link', { body: { token } });
  if (status !== 204) throw new Error(`the link opens nothing: ${status}`);
  return `hansa.link=${token}`;
}

interface Plan {
  readonly id: string;
  readonly status: string;
  readonly version: number;
}

/** Searches in the product's own job until it ends; the plan, and the seconds from the press to the result. */
export async function planExpo({ ask }: Product, editionId: string, most: number): Promise<readonly [Plan, number]> {
  return seconds(async () => {
    const { id } = await ask<Plan>('POST', `/editions/${editionId}/plans`, { body: { seconds: most, seed: 1 } });
    for (;;) {
      const plan = await ask<Plan>('GET', `/editions/${editionId}/plans/${id}`);
      if (plan.status === 'ready') return plan;
      if (plan.status !== 'running') throw new Error(`the plan has ${plan.status}`);
      await pause(100);
    }
  });
}

export const releaseExpo = ({ ask }: Product, editionId: string, { id, version }: Plan): Promise<readonly [unknown, number]> =>
  seconds(() => ask('POST', `/editions/${editionId}/plans/${id}/release`, { version }));

/** On what it was measured. */
export const conditions = (): string =>
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`;

export const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
