// What has to be there before a journey begins, made through the public API by whoever the window belongs to.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import type { MultilingualText } from '#kernel/language.ts';
import { origin } from './reader.ts';

interface Edition {
  readonly id: string;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface EditionFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly data?: unknown;
  readonly version?: number;
}

/** Asks the API; throws with its words when it refuses. */
export async function ask<Answer>(context: BrowserContext, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', data, version } = asking;
  const reply = await context.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(data === undefined ? {} : { data }),
  });
  if (!reply.ok()) throw new Error(`${method} ${path} answered ${reply.status()}: ${await reply.text()}`);
  return (await reply.json()) as Answer;
}

const named = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });

async function demoEdition(context: BrowserContext, slug: string): Promise<Edition> {
  const { entries } = await ask<{ readonly entries: readonly Edition[] }>(context, '/editions');
  const found = entries.find((edition) => edition.slug.startsWith(slug));
  if (found === undefined) throw new Error(`${slug} cannot be seen`);
  return found;
}

/** The demo world's forum: released, public, and tomorrow. */
export const demoForum = (context: BrowserContext): Promise<Edition> => demoEdition(context, 'harbour-cooperation-forum');

/** The demo world's forum after it: empty, and the organiser's alone. */
export const emptyForum = (context: BrowserContext): Promise<Edition> => demoEdition(context, 'next-harbour-cooperation-forum');

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

/** Looks for a plan for a second and releases it. */
export async function planAndRelease(context: BrowserContext, editionId: string): Promise<void> {
  const plans = `/editions/${editionId}/plans`;
  const { id } = await ask<{ readonly id: string }>(context, plans, { method: 'POST', data: { seconds: 1, seed: 1 } });
  for (let tries = 0; tries < 1200; tries += 1) {
    const { status, version } = await ask<{ readonly status: string; readonly version: number }>(context, `${plans}/${id}`);
    if (status === 'ready') return ask(context, `${plans}/${id}/release`, { method: 'POST', version });
    if (status !== 'running') throw new Error(`the plan has ${status}`);
    await pause(100);
  }
  throw new Error('no plan was found within two minutes');
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * An event that is going on: the company of an office met somebody two hours ago, meets somebody now and somebody else later;
 * a wish that came after the release still waits for the organiser.
 */
export async function editionOfToday(context: BrowserContext, officeId: string): Promise<Edition> {
  const edition = await openEdition(context, { name: ['Day of meetings', '洽谈日'], firstDay: dayFromNow(-1), lastDay: dayFromNow(1) });
  const at = `/editions/${edition.id}`;
  const change = async (path: string, data: object): Promise<void> => {
    const { version } = await ask<Versioned>(context, at);
    await ask(context, `${at}${path}`, { method: 'PUT', data, version });
  };
  const spans = [[-120, -60] as const, [-10, 50] as const, [120, 180] as const];
  await change('/slots', {
    slots: spans.map(([from, until]) => ({ startsAt: minutesFromNow(from), endsAt: minutesFromNow(until), session: 1 })),
  });
  await change('/tables', { tables: [{ number: 4 }] });
  const add = (code: string, role: string, names: readonly [string, string], more: object = {}): Promise<Versioned> =>
    ask(context, `${at}/participants`, { method: 'POST', data: { code, role, name: named(...names), languages: ['en'], ...more } });
  const own = await add('E01', 'exhibitor', ['Cypress Water', '柏树水务'], { officeId });
  const buyers = [await add('B01', 'buyer', ['First Buyer', '甲采购商']), await add('B02', 'buyer', ['Second Buyer', '乙采购商'])];
  buyers.push(await add('B03', 'buyer', ['Third Buyer', '丙采购商']));
  const wish = (to: Versioned) =>
    ask(context, `${at}/requests`, { method: 'POST', data: { requests: [{ fromId: own.id, toId: to.id, wish: 'must' }] } });
  for (const buyer of buyers) await wish(buyer);
  await planAndRelease(context, edition.id);
  await wish(await add('B04', 'buyer', ['Late Buyer', '丁采购商']));
  return edition;
}

/** The calendar day at the venue so many days from now. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 24 * 60 * 60 * 1000);

const published = new URL('../../../shared/data/b2b/forum-13.original.dzn', import.meta.url);

/** A real brokerage event where it is at hand, else the demo world's own forum as the product exports it. */
export async function realFile(context: BrowserContext): Promise<EditionFile> {
  if (existsSync(published)) return { name: 'forum-13.original.dzn', mimeType: 'text/plain', buffer: readFileSync(published) };
  console.log('forum-13.original.dzn is not here (../shared/data/b2b): the journey reads the demo forum’s own file instead.');
  const forum = await demoForum(context);
  const reply = await context.request.get(`/api/v1/editions/${forum.id}/export?format=dzn&language=en`);
  return { name: 'demo-forum.dzn', mimeType: 'text/plain', buffer: await reply.body() };
}
