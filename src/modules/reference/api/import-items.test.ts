import type { Id } from '#kernel/ids.ts';
import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { Importer } from './import-fixture.ts';
import { listReferencePlaces } from './read-findings.ts';

const db = await ownTestDatabase();
const importer = new Importer(db, await db.foundOffice({ kind: 'register' }));

const heads = 'City,Country,Wikidata,Partner,Partner country,Partner Wikidata';
const mapping = ['a_name', 'a_country', 'a_wikidata', 'b_name', 'b_country', 'b_wikidata'];
const file = (...rows: readonly string[]): string => [heads, ...rows].join('\n');

const items = async (): Promise<readonly string[]> => {
  const { rows } = await db.owner.query<{ said: string }>(
    `select geonames_id || ' ' || wikidata_id || coalesce(' ' || wikidata_reason, '') as said from cities.city where wikidata_id is not null order by 1`,
  );
  return rows.map(({ said }) => said);
};
const resolvedOf = async (importId: Id<'ReferenceImport'>) =>
  valueOf(await importer.as((work) => listReferencePlaces(work, { importId, limit: 50 }))).entries.map(
    ({ wikidataId, geonamesId, matchedBy }) => `${wikidataId ?? ''} ${geonamesId ?? 'none'} ${matchedBy}`,
  );

const cologne = 'Cologne,Germany,Q365,Liverpool,England,Q24826';

test('the number that a row states is kept with the city that the register office’s import finds, and the next import finds the city by it', async () => {
  const set = await importer.createSet('With numbers');
  const first = await importer.preview(set.id, file(cologne));
  expect(first.mapping.columns).toEqual(mapping);
  expect(await items()).toEqual([]);
  await importer.confirm(first);
  expect(await items()).toEqual(['2644210 Q24826', '2886242 Q365']);
  // No gazetteer calls them so, and one of them lies elsewhere by its words.
  const other = await importer.createSet('Other words');
  const second = await importer.preview(other.id, file('Kolonia nad Renem,Germany,Q365,The port,,Q24826'));
  expect(await resolvedOf(second.id)).toEqual(['Q24826 2644210 number', 'Q365 2886242 number']);
  const joined = await importer.confirm(second);
  expect(joined.counts?.changes).toMatchObject({ joined: 1, new: 0 });
  const again = await importer.import(set.id, file(cologne));
  expect(again.counts?.changes).toMatchObject({ unchanged: 1, new: 0, changed: 0, gone: 0 });
  expect(await items()).toEqual(['2644210 Q24826', '2886242 Q365']);
});

test('undoing the import takes its numbers back', async () => {
  const set = await importer.createSet('To be undone');
  const before = await items();
  const done = await importer.import(set.id, file('Cork,Ireland,Q36647,Cologne,Germany,Q365'));
  expect(await items()).toEqual([...before, '2965140 Q36647'].toSorted());
  await importer.undo(done);
  expect(await items()).toEqual(before);
});

test('an office that does not keep the city’s entry says nothing of its number', async () => {
  const before = await items();
  const office = new Importer(db, await db.foundOffice({ kind: 'city' }));
  const set = await office.createSet('Of an office');
  await office.import(set.id, file('Limerick,Ireland,Q133315,Bilbao,Spain,Q8692'));
  expect(await items()).toEqual(before);
});
