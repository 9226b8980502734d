import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { drawMap } from './draw-map.ts';
import { pairOf } from '#modules/ties/domain/tie.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { openTieWorld } from '#modules/ties/api/tie-fixture.ts';

const db = await ownTestDatabase();
const world = await openTieWorld(db);
const { liverpool, city } = world;
valueOf(
  await db.as(liverpool.owner, (work) =>
    keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
  ),
);

test('the map draws what its reader may see: a private tie and its places are on nobody else’s', async () => {
  const drawn = async (account: Parameters<TestDatabase['as']>[0], city?: string) =>
    valueOf(await db.as(account, (work) => drawMap(work, city === undefined ? {} : { city })));
  const nothing = { a: [], b: [], kept: [], oneSided: [], listed: [], class: [] };
  const ours = await drawn(world.liverpool.owner);
  expect(ours.places.slug).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect(ours.places.name).toEqual(['Liverpool', 'Shanghai']);
  // Liverpool keeps it, Shanghai says nothing of it: one side's word.
  expect(ours).toMatchObject({
    ties: { a: [0], b: [1], kept: [1], oneSided: [1], class: [0] },
    listedBy: [[]],
    centre: null,
    notPublic: [0],
  });
  expect(await drawn(world.liverpool.owner, 'shanghai-cn')).toMatchObject({ ties: { a: [0], b: [1] }, centre: 1 });
  for (const reader of [world.shanghai.owner, null]) {
    expect(await drawn(reader)).toMatchObject({ places: { slug: [] }, ties: nothing });
    expect(await drawn(reader, 'shanghai-cn')).toMatchObject({ places: { slug: ['shanghai-cn'] }, ties: nothing, centre: 0 });
  }
  expect(await db.as(null, (work) => drawMap(work, { city: 'nowhere-xx' }))).toMatchObject({ refusal: { code: 'cities.not_found' } });
});

test('what reference sets list stands on the map with the sets and sides that list it, as far as they are open', async () => {
  const [open, closed] = ['01a212ff-c0b5-774b-811b-83a1091ce8d1', '01a212ff-c0b5-774b-811b-83a1091ce8d2'];
  await world.add('Cologne', 'DE');
  await world.add('Cork', 'IE');
  const list = async (
    set: string,
    [one, other]: readonly [string, string],
    { visibility, by }: Readonly<Record<'visibility' | 'by', string>>,
  ) => {
    const pair = pairOf(world.city(one), world.city(other)) ?? expect.fail('one city');
    const side = by === 'both' ? 'both' : pair.a === world.city(by) ? 'a' : 'b';
    await db.owner.query(
      `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, listed_by, import_id) values ($1, $2, $3, $4, $5, $6, $7, $1)`,
      [set, tieIdOf(pair), pair.a, pair.b, world.register.office, visibility, side],
    );
  };
  await list(open, ['Cologne', 'Liverpool'], { visibility: 'public', by: 'Cologne' });
  await list(open, ['Cologne', 'Cork'], { visibility: 'public', by: 'both' });
  await list(closed, ['Cologne', 'Liverpool'], { visibility: 'private', by: 'Liverpool' });
  await list(closed, ['Cork', 'Liverpool'], { visibility: 'private', by: 'Cork' });
  const drawn = async (account: Parameters<TestDatabase['as']>[0]) => {
    const { places, ties, listedBy, notPublic } = valueOf(await db.as(account, (work) => drawMap(work, {})));
    return ties.a.map((a, at) => [
      `${places.slug[a] ?? ''} ${places.slug[ties.b[at] ?? 0] ?? ''}`,
      listedBy[ties.listed[at] ?? 0],
      ties.oneSided[at],
      notPublic.includes(at) ? 'not public' : 'public',
    ]);
  };
  expect(await drawn(null)).toEqual([
    ['cologne-de cork-ie', [open], 0, 'public'],
    ['cologne-de liverpool-gb', [open], 1, 'public'],
  ]);
  expect(await drawn(world.register.owner)).toEqual([
    ['cologne-de cork-ie', [open], 0, 'public'],
    ['cologne-de liverpool-gb', [open, closed], 0, 'public'],
    ['cork-ie liverpool-gb', [closed], 1, 'not public'],
  ]);
});
