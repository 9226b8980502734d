// A registration list: contacts' names that stand whole in one column, and rows that are none.
import { expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { emptyFile } from '../../domain/file/file-fixture.ts';
import { readEditionBytes } from '../edition-bytes.ts';

const read = async (rows: readonly string[]) => {
  const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
  const bytes = new TextEncoder().encode(rows.join('\n'));
  return valueOf(await readEditionBytes({ bytes, fileName: 'a.csv', existing: emptyFile, editionOf: 'existing', way: 'add', day }));
};
const contactsOf = async (rows: readonly string[]) =>
  (await read(rows)).edition.contacts.map(({ surname, givenName, nameOrder }) => [surname, givenName, nameOrder]);

test('a name is parted where that leaves no doubt, and stays whole where it does', async () => {
  expect(
    await contactsOf(['企业名称,国家,姓名', '浦江,中国,王建国', '鹿特丹,荷兰,Jan de Vries', '大阪,日本,田中実', '青岛,,"Hara, Anne"']),
  ).toEqual([
    ['王', '建国', 'surname_first'],
    ['Jan de Vries', '', 'given_first'],
    ['田中実', '', 'surname_first'],
    ['Hara', 'Anne', 'given_first'],
  ]);
});

test('a name is a surname alone where given names have a column of their own', async () => {
  expect(await contactsOf(['Name,Surname,Given name', 'Pujiang,王建国,', 'Rotterdam,王,建国'])).toEqual([
    ['王建国', '', 'surname_first'],
    ['王', '建国', 'surname_first'],
  ]);
});

test('a note below the list is no company, and is told as a total is', async () => {
  const rows = [
    '企业名称,国家,联系人',
    '浦江海味,中国,王一',
    '"注：请于11月25日前报送，逾期不予安排，联系电话见通知。",,',
    'Note: all dates are local,,',
  ];
  const { edition, aside } = await read(rows);
  expect(edition.participants.map(({ code }) => code)).toEqual(['E01']);
  expect(aside.map(({ row, why }) => [row, why])).toEqual([
    [3, 'note'],
    [4, 'note'],
  ]);
});

test('what was read of a row is shown before it is imported', async () => {
  const { companies } = await read([
    'Name,Country,City,Languages,Contact person,Phone',
    'Mersey Crane,英国,Liverpool,"en, zh","Hara, Anne",0151 4960000',
  ]);
  expect(companies).toEqual([
    {
      ...{ code: 'E01', name: 'Mersey Crane', country: 'GB', city: 'Liverpool', languages: ['en', 'zh'] },
      person: { surname: 'Hara', givenName: 'Anne', phone: '0151 4960000', email: null },
    },
  ]);
});
