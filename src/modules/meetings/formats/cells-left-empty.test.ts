// Of a file in which nothing else is wrong than how somebody is reached only that cell is left empty.
import { expect, test } from 'vitest';
import type { Cell } from '#platform/files/sheets.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { badRowsOf } from './bad-rows.ts';
import { readEditionBytes, type ReadInput } from './edition-bytes.ts';

const inputOf = (bytes: Uint8Array): ReadInput => ({
  ...{ bytes, fileName: 'a.xlsx', existing: emptyFile, editionOf: 'file', way: 'replace' },
  day: { date: '2026-11-06', firstStart: '09:00', minutes: 20 },
});
const book = (...sheets: readonly (readonly [string, ...(readonly Cell[])[]])[]): Uint8Array =>
  writeWorkbook(sheets.map(([name, header = [], ...rows]) => ({ name, header: header.map(String), rows })));

test('an address that is none costs its cell alone: the company and its wishes are read in, and the row comes back with the reason', async () => {
  const bytes = book(
    ['展商', ['编号', '企业名称', '联系人', '邮箱'], ['E1', '甲', '王一', 'nobody'], ['E2', '乙', '李二', 'li@example.org']],
    ['采购商', ['编号', '企业名称'], ['B1', '戊']],
    ['意向', ['预约方', '对方'], ['B1', 'E1']],
  );
  const refused = await readEditionBytes(inputOf(bytes));
  expect(refused.ok ? null : [refused.refusal.code, refused.refusal.params]).toEqual([
    'meetings.file_cells_unread',
    { rows: 0, count: 1, cells: 1 },
  ]);
  const read = await readEditionBytes({ ...inputOf(bytes), leaveOut: true });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { edition, leftOut, leftEmpty } = read.value;
  expect([edition.participants.map(({ code }) => code), edition.requests.map(({ to }) => to)]).toEqual([['E1', 'E2', 'B1'], ['E1']]);
  expect(edition.contacts.map(({ participant, email }) => [participant, email])).toEqual([
    ['E1', null],
    ['E2', 'li@example.org'],
  ]);
  expect([leftOut, leftEmpty.map(({ path }) => path)]).toEqual([[], [['展商', 2, '邮箱']]]);
  const file = await badRowsOf(inputOf(bytes), 'en');
  expect(file.ok).toBe(true);
});

test('in a list that is added, what is wrong of a contact is told at its row of the list, however many are on record', async () => {
  const heads = ['编号', '企业名称', '联系人', '邮箱', '电话'];
  const known = await readEditionBytes(
    inputOf(book(['展商', heads, ['E1', '甲', '王一', 'wang@example.org', ''], ['E2', '乙', '李二', 'li@example.org', '']])),
  );
  if (!known.ok) throw new Error(JSON.stringify(known.refusal));
  const bytes = book([
    '展商',
    heads,
    ['E3', '丙', '赵三', 'zhao@example.org', '请问前台'],
    ['E2', '乙', '李二', 'li@example.org', '总机'],
    ['E4', '丁', '钱四', 'nobody', ''],
  ]);
  const refused = await readEditionBytes({ ...inputOf(bytes), existing: known.value.edition, way: 'add' });
  expect(refused.ok ? [] : refused.refusal.problems?.map(({ path, code }) => [...path, code])).toEqual([
    ['展商', 3, '电话', 'meetings.file_phone_invalid'],
    ['展商', 2, '电话', 'meetings.file_phone_invalid'],
    ['展商', 4, '邮箱', 'meetings.file_email_invalid'],
  ]);
});
