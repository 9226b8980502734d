import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { addCity } from '#modules/cities/api/add-city.ts';
import { judgeDuplicate } from '#modules/ties/api/merge/merge-cities.ts';
import { createLabelRule, removeLabelRule } from '#modules/cities/api/change-naming.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { pairOf } from '#modules/ties/domain/tie.ts';
import { findCandidates } from './find-candidates.ts';
import { findPath } from './find-path.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { listSharedSisters, getNetwork } from './get-network.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;
/** An office that has nothing to do with the others. */
let stranger: TestOffice;

/** A reference set of the register office lists a tie. */
async function list(one: string, other: string, visibility: 'private' | 'public', set: string): Promise<void> {
  const pair = pairOf(world.city(one), world.city(other)) ?? expect.fail('one city');
  await db.owner.query(
    `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, import_id) values ($1, $2, $3, $4, $5, $6, $1)`,
    [set, tieIdOf(pair), pair.a, pair.b, world.register.office, visibility],
  );
}

const open = v7();
const closed = v7();

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  stranger = await db.foundOffice({ kind: 'city' });
  for (const [name, country] of [
    ['Cologne', 'DE'],
    ['Cork', 'IE'],
    ['San Francisco', 'US'],
    ['Odense', 'DK'],
    ['Nantes', 'FR'],
    ['Leeds', 'GB'],
  ] as const)
    await world.add(name, country);
  await list('Liverpool', 'Cologne', 'public', open);
  await list('Cologne', 'Cork', 'public', open);
  await list('Cork', 'San Francisco', 'public', open);
  await list('San Francisco', 'Shanghai', 'public', open);
  await list('Odense', 'Cologne', 'public', open);
  await list('Odense', 'Shanghai', 'public', open);
  await list('Leeds', 'Cologne', 'public', open);
  // A set that is not open: the register office alone sees it.
  await list('Liverpool', 'San Francisco', 'private', closed);
  await list('Nantes', 'Cologne', 'private', closed);
  // And a tie that Liverpool keeps to itself.
  const { liverpool, city } = world;
  valueOf(
    await db.as(liverpool.owner, (work) =>
      keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
    ),
  );
});
afterAll(() => db.close());

const readers = (): readonly (readonly [string, TestOffice | null])[] => [
  ['the public', null],
  ['a stranger', stranger],
  ['Shanghai', world.shanghai],
];
const slugs = (net: { readonly cities: readonly { readonly slug: string }[] }): readonly string[] => net.cities.map(({ slug }) => slug);

async function way(by: TestOffice | null, city: string, withCity: string) {
  const found = valueOf(await db.as(by?.owner ?? null, (work) => findPath(work, { city, withCity })));
  const slugOf = new Map<string, string>(found.cities.map(({ id, slug }) => [id, slug]));
  return { ...found, ways: found.ways.map(({ cities }) => cities.map((id) => slugOf.get(id))), told: found.ways };
}

test('the ways and their number are those of ties that the reader may see: what an office keeps to itself shortens them for itself alone', async () => {
  for (const [, reader] of readers()) {
    const found = await way(reader, 'liverpool-gb', 'san-francisco-us');
    expect(found.ways).toEqual([['liverpool-gb', 'cologne-de', 'cork-ie', 'san-francisco-us']]);
    expect(found).toMatchObject({ distance: 3, total: 1 });
    expect((await way(reader, 'liverpool-gb', 'shanghai-cn')).ways).toEqual([['liverpool-gb', 'cologne-de', 'odense-dk', 'shanghai-cn']]);
  }
  expect((await way(world.liverpool, 'liverpool-gb', 'san-francisco-us')).ways).toEqual([
    ['liverpool-gb', 'shanghai-cn', 'san-francisco-us'],
  ]);
  expect(await way(world.register, 'liverpool-gb', 'san-francisco-us')).toMatchObject({ distance: 1, total: 1 });
});

test('who could introduce whom is told along the way, each tied with both', async () => {
  const { told, cities, ties } = await way(null, 'liverpool-gb', 'san-francisco-us');
  const name = (id: string): string => cities.find((city) => city.id === id)?.slug ?? '';
  expect(told[0]?.introductions.map(({ known, by, to }) => [known, by, to].map(name))).toEqual([
    ['liverpool-gb', 'cologne-de', 'cork-ie'],
    ['cologne-de', 'cork-ie', 'san-francisco-us'],
  ]);
  expect(ties.map(({ slug }) => slug)).toEqual(['cologne-de--cork-ie', 'cologne-de--liverpool-gb', 'cork-ie--san-francisco-us']);
});

test('a city’s network and shared sisters hold what the reader may see', async () => {
  for (const [, reader] of readers()) {
    const net = valueOf(await db.as(reader?.owner ?? null, (work) => getNetwork(work, { city: 'liverpool-gb' })));
    expect(slugs(net)).toEqual(['cologne-de', 'liverpool-gb']);
    const shared = valueOf(
      await db.as(reader?.owner ?? null, (work) => listSharedSisters(work, { city: 'shanghai-cn', withCity: 'cologne-de' })),
    );
    expect(shared.shared).toEqual([world.city('Odense')]);
  }
  const own = valueOf(await db.as(world.liverpool.owner, (work) => getNetwork(work, { city: 'liverpool-gb' })));
  expect(slugs(own)).toEqual(['cologne-de', 'liverpool-gb', 'shanghai-cn']);
  expect(own.ties.map(({ slug, kept }) => [slug, kept])).toEqual([
    ['cologne-de--liverpool-gb', false],
    ['liverpool-gb--shanghai-cn', true],
  ]);
});

test('candidates are found through ties that the reader may see, with the shared sisters named', async () => {
  const candidates = async (by: TestOffice | null) => {
    const transact: Transact = (use) => inWork(db.database, { ...nobody(), account: by?.owner ?? null }, use);
    return valueOf(await findCandidates(transact, { city: 'liverpool-gb' }));
  };
  for (const [, reader] of readers()) {
    const found = await candidates(reader);
    expect(found.entries.map(({ city }) => city.slug)).toEqual(['cork-ie', 'odense-dk']);
    expect(found.total).toBe(2);
    expect(found.sisters.map(({ slug }) => slug)).toEqual(['cologne-de']);
    expect(found.entries[0]?.reasons.map(({ kind, points }) => [kind, points])).toEqual([
      ['shared_sisters', 2],
      ['country_new', 1],
    ]);
  }
  // Liverpool sees its own tie with Shanghai, and what leads on from there.
  expect((await candidates(world.liverpool)).entries.map(({ city }) => city.slug)).toEqual(['odense-dk', 'cork-ie', 'san-francisco-us']);
});

test('a sister is sought abroad: cities of one’s own country are candidates where that country is chosen', async () => {
  const transact: Transact = (use) => inWork(db.database, nobody(), use);
  const abroad = valueOf(await findCandidates(transact, { city: 'liverpool-gb' }));
  expect(abroad.entries.map(({ city }) => city.slug)).not.toContain('leeds-gb');
  expect(abroad.countries).toContain('GB');
  const home = valueOf(await findCandidates(transact, { city: 'liverpool-gb', country: 'GB' }));
  expect(home.entries.map(({ city }) => city.slug)).toEqual(['leeds-gb']);
});

test('a city that the naming policy hides is neither shown nor passed through', async () => {
  const decision = { geonamesId: null, country: 'IE', context: 'any' as const, state: 'hidden' as const, labels: null };
  const rule = valueOf(
    await db.as(world.register.owner, (work) => createLabelRule(work, { ...decision, reason: 'Agreed', decidedOn: '2026-01-05' })),
  );
  expect(await way(null, 'liverpool-gb', 'san-francisco-us')).toMatchObject({
    distance: 4,
    ways: [['liverpool-gb', 'cologne-de', 'odense-dk', 'shanghai-cn', 'san-francisco-us']],
  });
  expect(slugs(valueOf(await db.as(null, (work) => getNetwork(work, { city: 'cologne-de' }))))).not.toContain('cork-ie');
  expect(await db.as(null, (work) => findPath(work, { city: 'cork-ie', withCity: 'liverpool-gb' }))).toMatchObject({
    refusal: { code: 'cities.not_found' },
  });
  valueOf(await db.as(world.register.owner, (work) => removeLabelRule(work, { ruleId: rule.id }), rule.version));
  expect((await way(null, 'liverpool-gb', 'san-francisco-us')).distance).toBe(3);
});

test('a city has no way to itself', async () => {
  expect(await db.as(null, (work) => findPath(work, { city: 'cork-ie', withCity: 'cork-ie' }))).toMatchObject({
    refusal: { problems: [{ path: ['withCity'], code: 'network.path_to_itself' }] },
  });
});

test('a city that was entered twice is on no way twice and no new partner, until the register office says that they are two', async () => {
  const names = [{ language: 'en', text: 'Odense', kind: 'official' as const, origin: 'human' as const }];
  const twin = { office: world.register.office, names, country: 'DK', confirmed: ['cities.may_be_same' as const] };
  const place = { geonamesId: 2615876, name: 'Odense', country: 'DK', alsoCalled: [], latitude: 55.4, longitude: 10.4, population: 1 };
  const { id, slug } = valueOf(await db.as(world.register.owner, (work) => addCity(work, twin, place)));
  await db.owner.query(`update cities.city set latitude = 55.39, longitude = 10.38 where id = $1`, [world.city('Odense')]);
  const pair = async (name: string) => {
    const ends = pairOf(world.city(name), id) ?? expect.fail('one city');
    await db.owner.query(
      `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, import_id) values ($1, $2, $3, $4, $5, 'public', $1)`,
      [open, tieIdOf(ends), ends.a, ends.b, world.register.office],
    );
  };
  for (const name of ['Cologne', 'Shanghai']) await pair(name);
  const found = await way(null, 'cologne-de', 'shanghai-cn');
  expect(found.ways).toEqual([['cologne-de', slug, 'shanghai-cn']]);
  const partners = async () => {
    const transact: Transact = (use) => inWork(db.database, nobody(), use);
    const { entries } = valueOf(await findCandidates(transact, { city: 'liverpool-gb' }));
    return entries.map(({ city }) => city.slug).filter((one) => one.startsWith('odense'));
  };
  expect(await partners()).toEqual([slug]);
  const said = { oneId: world.city('Odense'), otherId: id, office: world.register.office, verdict: 'two' as const, reason: 'Two towns' };
  valueOf(await db.as(world.register.owner, (work) => judgeDuplicate(work, said)));
  expect((await way(null, 'cologne-de', 'shanghai-cn')).ways).toHaveLength(2);
  expect(await partners()).toHaveLength(2);
});
