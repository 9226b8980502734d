import { expect, test } from 'vitest';
import { getCity } from '#modules/cities/api/open-city.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { Importer } from './import-fixture.ts';

const db = await ownTestDatabase();
const importer = new Importer(db, await db.foundOffice({ kind: 'register' }));

test('a place that a set puts far from the only place of its name is shown there and marked; one in its place is not', async () => {
  const set = await importer.createSet('Far');
  const rows = ['Skibbereen,Ireland,54.9,-8.3,York,United Kingdom,53.96,-1.08'];
  const head = 'City,Country,Latitude,Longitude,Partner,Partner country,Partner latitude,Partner longitude';
  await importer.confirm(await importer.preview(set.id, [head, ...rows].join('\n')));
  const see = async (city: string) => valueOf(await importer.as((work) => getCity(work, { city })));
  const far = await see('skibbereen-ie');
  expect(far.farInSets?.shownBy).toBe('name');
  expect(far.farInSets?.km).toBeCloseTo(381, -2);
  expect([Math.round((far.latitude ?? 0) * 10) / 10, Math.round((far.longitude ?? 0) * 10) / 10]).toEqual([51.6, -9.3]);
  expect((await see('york-gb')).farInSets).toBeNull();
  expect((await db.as(null, (work) => getCity(work, { city: 'skibbereen-ie' }))).ok).toBe(false);
});
