// What answers to a city's challenges: sisters first, across languages, with reasons that sum; drafts stay with their office and change nothing for others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProfileEntry, publishProfileEntry, unpublishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import type { ProfileEntryId, ProfileKind } from '#modules/cities/domain/profile/profile.ts';
import { addExchange, updateExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { listCityMatches } from './list-city-matches.ts';

let db: TestDatabase;
let w: TieWorld;
const human = (text: string) => ({ text, origin: 'human' as const });
const inChinese = (text: string) => ({ 'zh-Hans': human(text) });
const inEnglish = (text: string) => ({ en: human(text) });

interface Tell {
  readonly by: TestOffice;
  readonly city: string;
  readonly kind: ProfileKind;
  readonly title: Record<string, { text: string; origin: 'human' }>;
  readonly body: Record<string, { text: string; origin: 'human' }>;
  readonly draft?: true;
  readonly extent?: { places: string[]; from: string | null; until: string | null };
}

async function tell({ by, city, kind, title, body, draft, extent }: Tell): Promise<ProfileEntryId> {
  const written = {
    cityId: w.city(city),
    kind,
    domain: 'environment_energy' as const,
    goals: [],
    title,
    body,
    sought: null,
    ...(extent && { extent }),
  };
  const { id: entryId } = valueOf(await db.as(by.owner, (work) => createProfileEntry(work, { ...written, saidBy: null, source: null })));
  if (draft !== true) valueOf(await db.as(by.owner, (work) => publishProfileEntry(work, { entryId, note: 'One person.' })));
  return entryId;
}

const ask = (who: TestOffice, city: string, withCity?: string) =>
  listCityMatches(w.transactAs(who), { cityId: w.city(city), ...(withCity === undefined ? {} : { withCity: w.city(withCity) }) });

beforeAll(async () => {
  db = await openTestDatabase();
  w = await openTieWorld(db);
  await w.add('Rotterdam', 'NL');
  await w.add('Basel', 'CH');
  valueOf(
    await db.as(w.liverpool.owner, (work) =>
      keepTie(work, { office: w.liverpool.office, cityId: w.city('Liverpool'), withCityId: w.city('Shanghai') }),
    ),
  );
  const { liverpool, shanghai, register } = w;
  await tell({
    by: liverpool,
    city: 'Liverpool',
    kind: 'challenge',
    draft: true,
    title: inEnglish('Shore power for ferries'),
    body: inEnglish('Ships at the quay run diesel engines.'),
  });
  await tell({
    by: liverpool,
    city: 'Liverpool',
    kind: 'practice',
    title: inEnglish('Flood protection of the docks'),
    body: inEnglish('Flood gates.'),
  });
  await tell({ by: shanghai, city: 'Shanghai', kind: 'practice', title: inChinese('码头岸电'), body: inChinese('靠港船舶使用岸电。') });
  await tell({ by: shanghai, city: 'Shanghai', kind: 'challenge', title: inChinese('城市防洪'), body: inChinese('暴雨内涝。') });
  await tell({
    by: register,
    city: 'Rotterdam',
    kind: 'practice',
    title: inEnglish('Shore power at every berth'),
    body: inEnglish('Cruise ships use shore power.'),
  });
  await tell({ by: register, city: 'Basel', kind: 'practice', title: inEnglish('Museum nights'), body: inEnglish('Museums stay open.') });
});
afterAll(() => db.close());

test('a sister’s answer in the other language stands before other cities; every bill sums to its figure and quotes words of both texts', async () => {
  const { entries, compared } = valueOf(await ask(w.liverpool, 'Liverpool'));
  expect(compared).toEqual({ sisters: 1, cities: 3, entries: 4 });
  const challenge = entries.find(({ kind }) => kind === 'challenge');
  expect(challenge?.state).toBe('draft');
  expect(challenge?.sisters.map(({ city, entry }) => [city.slug, entry.title])).toEqual([['shanghai-cn', inChinese('码头岸电')]]);
  expect(challenge?.sisters[0]?.tie?.slug).toBe('liverpool-gb--shanghai-cn');
  expect(challenge?.sisters[0]?.bill.sought[0]).toMatchObject({ ours: ['Shore power'], theirs: ['岸电'] });
  expect(challenge?.others.map(({ city }) => city.slug)).toEqual(['rotterdam-nl']);
  for (const { score, bill } of [...(challenge?.sisters ?? []), ...(challenge?.others ?? [])]) {
    const lines = [...bill.sought, ...bill.brought, ...bill.both, ...bill.besides];
    expect(lines.reduce((sum, { value }) => sum + value, 0)).toBe(score);
  }
  const practice = entries.find(({ kind }) => kind === 'practice');
  expect(practice?.sisters.map(({ entry }) => entry.title)).toEqual([inChinese('城市防洪')]);
  // The other way round, as the sister reads it.
  const theirs = valueOf(await ask(w.shanghai, 'Shanghai'));
  expect(theirs.entries.find(({ kind }) => kind === 'challenge')?.others.map(({ city }) => city.slug)).toEqual(['liverpool-gb']);
});

test('with one city alone nobody else is named', async () => {
  const { entries } = valueOf(await ask(w.liverpool, 'Liverpool', 'Rotterdam'));
  const challenge = entries.find(({ kind }) => kind === 'challenge');
  expect([challenge?.sisters.map(({ city }) => city.slug), challenge?.others]).toEqual([['rotterdam-nl'], []]);
});

test('what shares a domain and nothing else is a related field, without a figure', async () => {
  await tell({
    by: w.shanghai,
    city: 'Shanghai',
    kind: 'need',
    draft: true,
    title: inChinese('动物园管理'),
    body: inChinese('寻求经验。'),
  });
  const { entries } = valueOf(await ask(w.shanghai, 'Shanghai'));
  const need = entries.find(({ kind }) => kind === 'need');
  expect(need?.others.every(({ score }) => score === null)).toBe(true);
});

test('a draft is compared for its own office alone, and changes no answer of anybody else', async () => {
  const before = JSON.stringify(valueOf(await ask(w.shanghai, 'Shanghai')));
  await tell({
    by: w.liverpool,
    city: 'Liverpool',
    kind: 'challenge',
    draft: true,
    title: inEnglish('Shore power canary'),
    body: inEnglish('码头岸电 canary'),
  });
  await tell({
    by: w.register,
    city: 'Rotterdam',
    kind: 'practice',
    draft: true,
    title: inEnglish('Flood protection canary'),
    body: inEnglish('城市防洪 canary'),
  });
  expect(JSON.stringify(valueOf(await ask(w.shanghai, 'Shanghai')))).toBe(before);
  expect(await ask(w.shanghai, 'Liverpool')).toMatchObject({ ok: false, refusal: { code: 'kernel.forbidden' } });
});

test('what is published is seen at once, and what is changed or taken back is gone', async () => {
  const id = await tell({
    by: w.register,
    city: 'Basel',
    kind: 'practice',
    title: inEnglish('Shore power on the Rhine'),
    body: inEnglish('Barges use shore power.'),
  });
  const named = async () => {
    const { entries } = valueOf(await ask(w.liverpool, 'Liverpool'));
    return entries.find(({ title }) => title['en']?.text === 'Shore power for ferries')?.others.map(({ entry }) => entry.id);
  };
  expect(await named()).toContain(id);
  valueOf(await db.as(w.register.owner, (work) => unpublishProfileEntry(work, { entryId: id })));
  expect(await named()).not.toContain(id);
});

test('what was begun from a match stands in its row with its state, for the office that began it alone', async () => {
  const row = async (who = w.liverpool, city = 'Liverpool', title = 'Shore power for ferries') => {
    const { entries } = valueOf(await ask(who, city));
    return entries.find(({ title: own }) => own['en']?.text === title)?.sisters[0];
  };
  const tieId = (await row())?.tie?.id ?? expect.fail('no tie');
  expect((await row())?.begun).toEqual([]);
  const { liverpool, shanghai } = w;
  const facts = { kind: 'programme' as const, domains: ['environment_energy' as const], title: inEnglish('Shore power for ferries') };
  const dates = { starts: { text: '2027', qualifier: 'exact' as const }, ends: null, fromSide: null, level: null, ledBy: null };
  const more = { people: null, note: null, source: null };
  const entries = valueOf(await ask(liverpool, 'Liverpool')).entries;
  const entryId = entries.find(({ title }) => title['en']?.text === 'Shore power for ferries')?.id ?? expect.fail('no entry');
  const begunFrom = { entryId, answerId: (await row())?.entry.id ?? expect.fail('no answer') };
  // Of the same title, and begun elsewhere: it is not of this match. What nobody may read is not either.
  const begin = (from?: typeof begunFrom) =>
    db.as(liverpool.owner, (work) => addExchange(work, { tieId, office: liverpool.office, ...facts, ...dates, ...more, begunFrom: from }));
  valueOf(await begin());
  expect((await row())?.begun).toEqual([]);
  expect(await begin({ ...begunFrom, answerId: '0191d1a0-0000-7000-8000-000000000000' as typeof entryId })).toMatchObject({
    refusal: { problems: [{ path: ['begunFrom', 'answerId'], code: 'ties.entry_unknown' }] },
  });
  const { id, version } = valueOf(await begin(begunFrom));
  expect((await row())?.begun).toMatchObject([{ what: 'exchange', id, state: 'kept' }]);
  // Whatever it is called by now.
  valueOf(await db.as(liverpool.owner, (work) => updateExchange(work, { exchangeId: id, title: inEnglish('Two quays first') }), version));
  expect((await row())?.begun).toMatchObject([{ id, state: 'kept' }]);
  expect(JSON.stringify(valueOf(await ask(shanghai, 'Shanghai')))).not.toContain(id);
  const set = (sql: string) => db.owner.query(sql, [id]);
  await db.owner.query("update ties.exchange set visibility = 'shared', shared_with = array[$2::uuid] where id = $1", [
    id,
    shanghai.office,
  ]);
  expect((await row())?.begun).toMatchObject([{ state: 'waits' }]);
  // Whoever may read it has not begun it.
  expect(JSON.stringify(valueOf(await ask(shanghai, 'Shanghai')))).not.toContain(id);
  await set("update ties.exchange set visibility = 'private', shared_with = '{}', withdrawn_at = now() where id = $1");
  expect((await row())?.begun).toMatchObject([{ state: 'withdrawn' }]);
});

test('what is not valid today is not compared, and its own office alone reads so; places count as words', async () => {
  const extent = { places: ['Bootle'], from: null, until: '2020-12-31' };
  const ours = { by: w.liverpool, city: 'Liverpool', kind: 'need' as const, title: inEnglish('Peat bogs'), body: inEnglish('Rewetting.') };
  const theirs = { by: w.register, city: 'Basel', kind: 'practice' as const, title: inEnglish('Peat bogs'), body: inEnglish('Rewetted.') };
  const own = await tell({ ...ours, draft: true, extent });
  await tell({ ...theirs, extent });
  const valid = await tell({ ...theirs, extent: { ...extent, until: null } });
  const entryOf = async (id: string) => valueOf(await ask(w.liverpool, 'Liverpool')).entries.find((entry) => entry.id === id);
  expect(await entryOf(own)).toMatchObject({ extent, lapsed: { today: true }, sisters: [], others: [] });
  const again = await tell({ ...ours, draft: true, extent: { ...extent, until: null } });
  const found = await entryOf(again);
  expect([found?.lapsed.today, found?.others.map(({ entry }) => entry.id)]).toEqual([false, [valid]]);
  expect(found?.others[0]?.bill.sought.flatMap(({ theirs: words }) => words)).toContain('Bootle');
});
