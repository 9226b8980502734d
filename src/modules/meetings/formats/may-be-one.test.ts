// Rows that may be one company: told with by what, beside whom the edition has, and left out by choice.
import { expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { readEditionBytes, type ReadInput } from './edition-bytes.ts';

const read = async (rows: readonly string[], more: Partial<ReadInput> = {}) => {
  const bytes = new TextEncoder().encode(['Name,Contact name,Email,Phone', ...rows].join('\n'));
  const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
  return valueOf(
    await readEditionBytes({ bytes, fileName: 'list.csv', existing: emptyFile, editionOf: 'existing', way: 'add', day, ...more }),
  );
};
const at = (row: number) => ({ sheet: 'list.csv', row });

const list = [
  'Mersey Crane,Anne Hara,anne@mersey.example,+44 151 4960 000',
  'Ohara Lifting,Anne Hara,Anne@Mersey.example,',
  'Docks Ltd,Bo Berg,bo@docks.example,00441514960000',
  'Alone,Cy Coe,cy@alone.example,123',
  'Other,Di Day,di@other.example,123',
];

test('whoever shares an e-mail address or a telephone with another row is told, an extension tells nothing', async () => {
  const { doubled } = await read(list);
  expect(doubled).toMatchObject([
    { name: 'Mersey Crane · Ohara Lifting · Docks Ltd', by: ['email', 'phone'], places: [at(2), at(3), at(4)], held: [] },
  ]);
});

test('rows left out by choice are not asked about, and their companies do not come', async () => {
  const { doubled, edition, leftOut } = await read(list, { leaveRows: [at(3), at(4)] });
  expect([doubled, leftOut, edition.participants.map(({ name }) => Object.values(name)[0])]).toEqual([
    [],
    [],
    ['Mersey Crane', 'Alone', 'Other'],
  ]);
});

test('one on record is told beside the row that shares its address, but a row that only speaks of it is not asked about', async () => {
  const { edition: existing } = await read(list);
  const late = await read(['Mersey Works,Anne Hara,anne@mersey.example,'], { existing });
  expect(late.doubled).toMatchObject([
    { by: ['email', 'phone'], places: [at(2)], held: ['E01 Mersey Crane', 'E02 Ohara Lifting', 'E03 Docks Ltd'] },
  ]);
  expect((await read(['Mersey Crane,Anne Hara,anne@mersey.example,'], { existing })).doubled).toEqual([]);
});
