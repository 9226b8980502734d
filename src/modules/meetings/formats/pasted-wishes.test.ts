// Lists of wishes as they are pasted into an edition that stands, and wishes that stand beside companies.
import { expect, test } from 'vitest';
import type { EditionFile } from '../domain/file/edition-file.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { readEditionBytes, type ReadInput } from './edition-bytes.ts';

const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
const bytesOf = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(rows.join('\n'));
const read = (rows: readonly string[], fileName: string, more: Partial<ReadInput> = {}) =>
  readEditionBytes({ bytes: bytesOf(...rows), fileName, existing: emptyFile, editionOf: 'file', way: 'add', day, ...more });
const value = async (rows: readonly string[], fileName: string, more: Partial<ReadInput> = {}) => {
  const answer = await read(rows, fileName, more);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};
const complaints = async (rows: readonly string[], existing: EditionFile, more: Partial<ReadInput> = {}) => {
  const answer = await read(rows, 'wishes.csv', { existing, ...more });
  return answer.ok ? [] : (answer.refusal.problems ?? []).map(({ code, params }) => ({ code, ...params }));
};

const companies = [
  'Code,Name,Role,Country',
  'E01,Mersey Textiles Ltd,exhibitor,GB',
  'E02,上海锦绣家纺有限公司,exhibitor,CN',
  'E06,Docklands Medical,exhibitor,GB',
  'B01,Docklands Medical,buyer,GB',
  'B02,浦东  冷链 物流有限公司,buyer,CN',
  'B03,Harbour Foods BV,buyer,NL',
];
const edition = async (): Promise<EditionFile> => (await value(companies, 'companies.csv')).edition;
const wishesOf = ({ requests }: EditionFile) => requests.map(({ from, to, wish, note }) => [from, to, wish, note]);

test('a name that two participants have is told with their codes; one that is nearly somebody’s says whose', async () => {
  const existing = await edition();
  expect(await complaints(['From,To', 'E01,Docklands Medical'], existing)).toMatchObject([
    { code: 'meetings.file_name_shared', value: 'Docklands Medical', codes: 'E06, B01', count: 2 },
  ]);
  expect(await complaints(['From,To', 'E01,Harbor Foods', 'E01,锦绣家纺', 'E01,Nobody at all'], existing)).toMatchObject([
    { code: 'meetings.file_name_near', row: 2, value: 'Harbor Foods', known: 'B03', near: 'Harbour Foods BV' },
    { code: 'meetings.file_name_near', row: 3, value: '锦绣家纺', known: 'E02', near: '上海锦绣家纺有限公司' },
    { code: 'meetings.file_unknown_reference', row: 4, value: 'Nobody at all' },
  ]);
});

test('a name is read whatever its legal form and its blanks, and who was meant is told', async () => {
  const { edition: after, readAlike } = await value(
    ['From,To', 'Mersey Textiles Limited,浦东冷链物流有限公司', 'B02,上海锦绣家纺'],
    'wishes.csv',
    { existing: await edition() },
  );
  expect(wishesOf(after)).toEqual([
    ['E01', 'B02', 'want', ''],
    ['B02', 'E02', 'want', ''],
  ]);
  expect(readAlike).toEqual([
    { text: 'Mersey Textiles Limited', code: 'E01', name: 'Mersey Textiles Ltd' },
    { text: '上海锦绣家纺', code: 'E02', name: '上海锦绣家纺有限公司' },
  ]);
});

test.each(['add', 'replace'] as const)('a list says nothing of the columns that it lacks (%s)', async (way) => {
  const full = ['From,To,Wish,Note,Fixed slot', 'E01,B02,must,想看样品,1', 'B03,E01,want,Linen,'];
  const slots = ['Slot,Date,Start,End', '1,2026-11-06,09:00,09:30'];
  const { edition: timed } = await value(slots, 'slots.csv', {
    existing: { ...(await edition()), edition: { ...emptyFile.edition, firstDay: '2026-11-06', lastDay: '2026-11-06' } },
    editionOf: 'existing',
  });
  const { edition: existing } = await value(full, 'wishes.csv', { existing: timed });
  const { edition: after, tables } = await value(['From,To', 'B03,E01', 'E01,B02'], 'wishes.csv', { existing, way });
  expect(wishesOf(after).toSorted()).toEqual(wishesOf(existing).toSorted());
  const sides = after.requests.find(({ meeting }) => meeting === after.fixed[0]?.meeting);
  expect([sides?.from, sides?.to, after.fixed.length]).toEqual(['E01', 'B02', 1]);
  expect(tables).toEqual(['requests']);
});

test('wishes that stand beside companies are requests; an unknown name among them costs neither the company nor the other wishes', async () => {
  const sheet = [
    '企业名称,身份,国家,联系邮箱,想见的企业',
    '黄浦医械,采购商,中国,li@huangpu.example；zhou@huangpu.example,Mersey Textiles Ltd；Docklands Medcal',
    '静安食品,采购商,中国,wu@jingan.example,E02、E06',
  ];
  const existing = await edition();
  expect(await complaints(sheet, existing)).toMatchObject([{ column: '想见的企业', row: 2, value: 'Docklands Medcal' }]);
  const { edition: after, leftOut, leftEmpty } = await value(sheet, 'wishes.csv', { existing, leaveOut: true });
  expect([leftOut, leftEmpty.length]).toEqual([[], 1]);
  expect(wishesOf(after)).toEqual([
    ['B04', 'E01', 'want', ''],
    ['B05', 'E02', 'want', ''],
    ['B05', 'E06', 'want', ''],
  ]);
  expect(after.contacts.map(({ participant, email }) => [participant, email])).toEqual([
    ['B04', 'li@huangpu.example'],
    ['B04', 'zhou@huangpu.example'],
    ['B05', 'wu@jingan.example'],
  ]);
});

test('a column of addresses is known by them, whatever its head; company beside company stays a list of wishes', async () => {
  const { edition: after, ignored } = await value(
    ['企业名称,身份,国家,收件', '黄浦医械,采购商,中国,li@huangpu.example', '静安食品,采购商,中国,wu@jingan.example'],
    '企业.csv',
  );
  expect(after.contacts.map(({ email }) => email)).toEqual(['li@huangpu.example', 'wu@jingan.example']);
  expect(ignored).toEqual([]);
  for (const heads of ['企业名称,想见企业', 'From,To']) {
    const { edition: wished } = await value([heads, 'E01,B02'], 'Pasted rows.tsv', { existing: await edition() });
    expect(wishesOf(wished)).toEqual([['E01', 'B02', 'want', '']]);
  }
});
