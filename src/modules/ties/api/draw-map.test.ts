import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { drawMap } from './draw-map.ts';
import { keepTie } from './keep-tie.ts';
import { openTieWorld, type TieWorld } from './tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;
beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  valueOf(
    await db.as(liverpool.owner, (work) =>
      keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
    ),
  );
});
afterAll(() => db.close());

test('the map draws what its reader may see: a private tie and its places are on nobody else’s', async () => {
  const drawn = async (account: Parameters<TestDatabase['as']>[0], city?: string) =>
    valueOf(await db.as(account, (work) => drawMap(work, city === undefined ? {} : { city })));
  const ours = await drawn(world.liverpool.owner);
  expect(ours.lines.map(({ slug }) => slug)).toEqual(['liverpool-gb--shanghai-cn']);
  expect(ours.places.map(({ slug }) => slug).sort()).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect((await drawn(world.liverpool.owner, 'shanghai-cn')).lines).toHaveLength(1);
  expect(await drawn(world.shanghai.owner)).toEqual({ places: [], lines: [] });
  expect(await drawn(null)).toEqual({ places: [], lines: [] });
  expect(await db.as(null, (work) => drawMap(work, { city: 'nowhere-xx' }))).toMatchObject({ refusal: { code: 'cities.not_found' } });
});
