// Every page of the product, for the reader it is meant for: both languages, a desk and a phone, dark as well. All faults are listed at once.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAddresses } from '#app/server/page-addresses.ts';
import { barsOn, foreignWordsOn, headsOn, hindrancesOn, keysOn, sidewaysOn, type Looking } from './page-check.ts';
import { ask, demoForum } from './prepare.ts';
import { addresses, visitedBy, visitors } from './visited.ts';
import { comeAs, fullSize, goOn, mainLanguages, openContext, openReader, seldom, settled, type Language, type Reader } from './reader.ts';

test('every address of the product is visited', () => {
  // The server's list, which page-addresses.test.ts holds to be the router's: that of the router would bring every page along.
  const visited = new Set(visitors.flatMap((visitor) => addresses[visitor]).map((address) => address.split('?')[0]));
  expect(pageAddresses.filter((path) => !visited.has(path))).toEqual([]);
});

interface Names {
  readonly slug: string;
  readonly editionId: string;
  readonly groupId: string;
  readonly interpreterId: string;
  readonly participantId: string;
  readonly id: string;
  readonly outcomeId: string;
  /** Two editions of one expo. */
  readonly compared: { readonly slug: string; readonly other: string };
  readonly set: string;
  readonly agreementId: string;
  readonly visitId: string;
  readonly entry: string;
}

/** A list of others' ties that the register office begins. */
async function beginSet(): Promise<string> {
  const { context, close } = await openContext({ language: 'en', role: 'register' });
  const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(context, '/session');
  const said = { licence: 'CC0 1.0', credit: 'Example', source: { class: 'encyclopaedia', title: 'Example' } };
  const name = { en: { text: 'A list of ties', origin: 'human' }, 'zh-Hans': { text: '友城清单', origin: 'human' } };
  const { id } = await ask<{ readonly id: string }>(context, '/reference-sets', {
    method: 'POST',
    data: { office: offices[0]?.id, name, ...said },
  });
  await close();
  return id;
}

/** Something that the register office begins to tell of a city that it keeps. */
async function beginEntry(): Promise<string> {
  const { context, close } = await openContext({ language: 'en', role: 'register' });
  const said = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });
  const data = { kind: 'practice', title: said('A page looked at', '被查看的页面'), body: said('Words of a journey.', '测试用文字。') };
  const city = await ask<{ readonly id: string }>(context, `/cities/${cityNames.slug}`);
  const { id } = await ask<{ readonly id: string }>(context, `/cities/${city.id}/profile-entries`, { method: 'POST', data });
  await close();
  return id;
}

/** What stands for the names in the addresses, found by the organiser. */
async function findNames(): Promise<Names> {
  const { context, close } = await openContext({ language: 'en', role: 'organiser' });
  const forum = await demoForum(context);
  type Entries = { readonly entries: readonly { readonly id: string; readonly code?: string; readonly organisationId?: string }[] };
  const { entries: groups } = await ask<Entries>(context, `/editions/${forum.id}/groups`);
  const { entries: interpreters } = await ask<Entries>(context, `/editions/${forum.id}/interpreters`);
  const { entries: people } = await ask<Entries>(context, `/editions/${forum.id}/participants?q=E02`);
  type Known = readonly { readonly id: string; readonly kind: string }[];
  const { agreements, exchanges } = await ask<{ readonly agreements: Known; readonly exchanges: Known }>(context, `/ties/${tieNames.slug}`);
  const { entries: outcomes } = await ask<Entries>(context, '/outcomes?limit=1');
  type Editions = { readonly entries: readonly { readonly slug: string; readonly expo: object | null }[] };
  const { entries: editions } = await ask<Editions>(context, '/editions');
  const [later, other] = editions.filter(({ expo }) => expo !== null);
  await close();
  const participant = people.find(({ code }) => code === 'E02');
  return {
    slug: forum.slug,
    editionId: forum.id,
    groupId: groups.find(({ code }) => code === 'D1')?.id ?? '',
    interpreterId: interpreters[0]?.id ?? '',
    participantId: participant?.id ?? '',
    id: participant?.organisationId ?? '',
    outcomeId: outcomes[0]?.id ?? '',
    compared: { slug: later?.slug ?? '', other: other?.slug ?? '' },
    set: await beginSet(),
    agreementId: agreements[0]?.id ?? '',
    visitId: exchanges.find(({ kind }) => kind === 'visit')?.id ?? '',
    entry: await beginEntry(),
  };
}

/** A city of the demo world that the register office keeps. */
const cityNames = { slug: 'cork-ie' };

/** A tie of the demo world that both sides keep. */
const tieNames = { slug: 'liverpool-gb--shanghai-cn' };

/** An edition of the demo world of which it is told what became of its results. */
const followedNames = { slug: 'example-harbour-cooperation-forum-2023-invented' };

const pathOf = (address: string, { compared, ...names }: Names): string =>
  address.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const known: Readonly<Record<string, string>> = {
      ...names,
      number: '1',
      code: 'E02',
      ...(address.startsWith('/cities/') ? cityNames : {}),
      ...(address.startsWith('/ties/') ? tieNames : {}),
      ...(address.startsWith('/outcomes/') ? { ...tieNames, id: names.outcomeId } : {}),
      ...(address.includes('/agreements/') ? { id: names.agreementId } : {}),
      ...(address.includes('/visits/') ? { id: names.visitId } : {}),
      ...(address.includes('/compare/') ? compared : {}),
      ...(address.includes('/follow-through') ? followedNames : {}),
    };
    return known[name] ?? name;
  });

async function resize({ page }: Reader, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 640 ? 844 : 800 });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** Widths, and how axe looks there. */
type Look = readonly [width: number, looking: Looking | null];
/**
 * Each page is looked at on the narrowest phone, every fourth on a desk, too, in the language of the page before; every eighth in the other one, too, which the
 * next seven are then in. Axe looks at every fourth page, now on a desk and now on a phone, at every twelfth with its colours. At full size all is done in both languages.
 */
const looksOf = (place: number): readonly [first: readonly Look[], second: readonly Look[]] => {
  if (fullSize) {
    const narrow: Look = [320, null];
    return [
      [[1280, 'all'], [390, 'all'], narrow],
      [narrow, [390, 'without colours'], [1280, 'without colours']],
    ];
  }
  const atDesk = place % 4 === 0;
  const looking = place % 12 === 0 ? 'all' : atDesk ? 'without colours' : null;
  const narrow: Look = [320, place % 8 === 0 ? null : looking];
  return [atDesk ? [[1280, place % 8 === 0 ? looking : null], narrow] : [narrow], place % 8 === 7 ? [[320, null]] : []];
};

/** After a change of language the server's words are asked for anew; a refusal stays in the language in which it was told. */
async function foreignWords(page: Reader['page'], language: Language): Promise<readonly string[]> {
  if (new URL(page.url()).pathname === '/sign-in/institution') return [];
  let found = await foreignWordsOn(page, language);
  for (let tries = 0; found.length > 0 && tries < 20; tries++) {
    await pause(250);
    found = await foreignWordsOn(page, language);
  }
  return found;
}

/** Looks at the page as it stands. */
async function lookAt(reader: Reader, language: Language, [width, looking]: Look): Promise<readonly string[]> {
  const { page } = reader;
  await resize(reader, width);
  await settled(page);
  const found = [
    ...(width === 390 ? [] : [...(await headsOn(page, language)), ...(await foreignWords(page, language))]),
    ...(looking === null ? [] : await hindrancesOn(page, looking)),
    ...(await sidewaysOn(page)),
    ...[...(await keysOn(page)), ...(await barsOn(page))],
  ];
  return found.map((fault) => `${language}, ${width} px: ${fault}`);
}

async function speak({ page }: Reader, language: Language): Promise<void> {
  await page.locator('header.bar .tools > .tool[lang]').click();
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language, seldom);
}

type Theme = 'light' | 'dark';
const themesOf = (place: number): readonly Theme[] => (fullSize ? ['light', 'dark'] : [Math.floor(place / 4) % 2 === 0 ? 'dark' : 'light']);

interface Visit {
  readonly path: string;
  /** In which the page before was left. */
  readonly first: Language;
  readonly themes: readonly Theme[];
  readonly looks: ReturnType<typeof looksOf>;
  /** Whether the page is loaded, as by its address, or gone to from the one before. */
  readonly loaded: boolean;
}

/** Opens a page in the language of the one before and looks at it from wide to narrow; in the other one back again; last in further themes. */
async function visit(
  reader: Reader,
  { path, first, themes: [theme = 'light', ...more], looks, loaded }: Visit,
): Promise<readonly string[]> {
  const { page } = reader;
  const second: Language = first === 'en' ? 'zh-Hans' : 'en';
  const before = reader.faults.length;
  const faults: string[] = [];
  await page.emulateMedia({ colorScheme: theme });
  if (loaded) await page.goto(path);
  else await goOn(reader, path);
  for (const look of looks[0]) faults.push(...(await lookAt(reader, first, look)));
  // The big screen covers everything and speaks all languages at once.
  const other = path.includes('/wall?') || looks[1].length === 0 ? first : second;
  if (other !== first) await speak(reader, second);
  for (const look of looks[1]) faults.push(...(await lookAt(reader, other, look)));
  for (const further of more) {
    await page.emulateMedia({ colorScheme: further });
    faults.push(...(await hindrancesOn(page, 'colours')).map((fault) => `${further}: ${fault}`));
  }
  faults.push(...reader.faults.slice(before).map((fault) => `console: ${fault}`));
  return faults.map((fault) => `${path} ${fault}`);
}

describe('every page is whole', () => {
  let names: Names;
  // One window for all: what has been compiled for one reader need not be for the next.
  let reader: Reader;
  beforeAll(async () => {
    names = await findNames();
    reader = await openReader({ language: 'en' });
  });
  afterAll(() => reader.close());

  test.for(visitors)('of what is meant for: %s', { timeout: 600_000 }, async (visitor) => {
    await comeAs(reader, visitor === 'anybody' ? null : visitor);
    const faults: string[] = [];
    let language: Language = 'en';
    for (const [place, address] of visitedBy(visitor).entries()) {
      // The sheet of components is seen in both.
      const themes = address === '/design' ? (['light', 'dark'] as const) : themesOf(place);
      // Of what everybody reads every sixth is come to by its address, what is searched there from the page itself.
      const loaded = fullSize || place === 0 || (visitor === 'anybody' && place % 6 === 0 && !address.includes('?'));
      const path = pathOf(address, names);
      // The big screen is looked at by axe in the first language alone.
      const looks = looksOf(address.endsWith('/wall') ? 0 : place);
      const found = await visit(reader, { path, first: language, themes, looks, loaded }).catch((fault: unknown) => [
        `${address} could not be looked at: ${String(fault)}`,
      ]);
      faults.push(...found);
      language = await reader.page.evaluate<Language>('document.documentElement.lang');
    }
    expect(faults).toEqual([]);
  });
});

test.for(mainLanguages)('the reference of the API is readable, in %s', async (language, { expect: hold }) => {
  const reader = await openReader({ language });
  await reader.page.goto('/api/reference');
  await reader.page.locator('details > summary').first().click();
  // It is as long as the API is, so that axe alone takes seconds of it.
  const faults = [...(fullSize ? await hindrancesOn(reader.page, 'all') : []), ...(await sidewaysOn(reader.page))];
  await resize(reader, 320);
  faults.push(...(await sidewaysOn(reader.page)), ...reader.faults);
  await reader.close();
  hold(faults).toEqual([]);
});
