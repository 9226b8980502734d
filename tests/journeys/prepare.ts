// What has to be there before a journey begins, made through the public API by whoever the window belongs to.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { origin } from './reader.ts';

interface Edition {
  readonly id: string;
  readonly slug: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface EventFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly data?: unknown;
  readonly file?: EventFile;
  readonly fields?: Readonly<Record<string, string>>;
  readonly version?: number;
}

/** Asks the API; throws with its words when it refuses. */
export async function ask<Answer>(context: BrowserContext, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', data, file, fields, version } = asking;
  const reply = await context.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(data === undefined ? {} : { data }),
    ...(file === undefined ? {} : { multipart: { ...fields, file } }),
  });
  if (!reply.ok()) throw new Error(`${method} ${path} answered ${reply.status()}: ${await reply.text()}`);
  return (await reply.json()) as Answer;
}

const named = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });

/** The demo world's released forum, and the one after it that is still empty. */
export async function demoEditions(context: BrowserContext): Promise<{ readonly forum: Edition; readonly empty: Edition }> {
  const { entries } = await ask<{ readonly entries: readonly Edition[] }>(context, '/editions');
  const forum = entries.find(({ slug }) => slug.startsWith('harbour-cooperation-forum'));
  const empty = entries.find(({ slug }) => slug.startsWith('next-harbour-cooperation-forum'));
  if (forum === undefined || empty === undefined) throw new Error('the demo world is not whole');
  return { forum, empty };
}

/** Opens a further edition for the organiser's office, empty and private. */
export async function openEdition(
  context: BrowserContext,
  {
    name,
    firstDay,
    lastDay = firstDay,
  }: { readonly name: readonly [string, string]; readonly firstDay: string; readonly lastDay?: string },
): Promise<Edition> {
  const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(context, '/session');
  return ask(context, '/editions', {
    method: 'POST',
    data: { office: offices[0]?.id, name: named(...name), venue: named('Hall A', 'A馆'), timeZone: 'Asia/Shanghai', firstDay, lastDay },
  });
}

/** Reads a file into an edition, whatever is there already. */
export async function bring(context: BrowserContext, editionId: string, file: EventFile): Promise<void> {
  const { digest } = await ask<{ readonly digest: string }>(context, `/editions/${editionId}/import-preview`, { method: 'POST', file });
  await ask(context, `/editions/${editionId}/import`, { method: 'POST', file, fields: { digest, confirm: 'replace' } });
}

/** Looks for a plan and releases it; answers the plan's number. */
export async function planAndRelease(context: BrowserContext, editionId: string): Promise<void> {
  const plans = `/editions/${editionId}/plans`;
  const { id } = await ask<{ readonly id: string }>(context, plans, { method: 'POST', data: { seconds: 1, seed: 1 } });
  for (let tries = 0; tries < 100; tries += 1) {
    const { status, version } = await ask<{ readonly status: string; readonly version: number }>(context, `${plans}/${id}`);
    if (status === 'ready') return ask(context, `${plans}/${id}/release`, { method: 'POST', version });
    if (status !== 'running') throw new Error(`the plan has ${status}`);
    await pause(100);
  }
  throw new Error('no plan was found within ten seconds');
}

/** The calendar day at the venue so many days from now. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 24 * 60 * 60 * 1000);

const published = new URL('../../../shared/data/b2b/forum-13.original.dzn', import.meta.url);

/** A real brokerage event where it is at hand, else the demo world's own forum as the product exports it. */
export async function realEvent(context: BrowserContext): Promise<EventFile> {
  if (existsSync(published)) return { name: 'forum-13.original.dzn', mimeType: 'text/plain', buffer: readFileSync(published) };
  console.log('forum-13.original.dzn is not here (../shared/data/b2b): the journey reads the demo forum’s own file instead.');
  const { forum } = await demoEditions(context);
  const reply = await context.request.get(`/api/v1/editions/${forum.id}/export?format=dzn&language=en`);
  return { name: 'demo-forum.dzn', mimeType: 'text/plain', buffer: await reply.body() };
}
