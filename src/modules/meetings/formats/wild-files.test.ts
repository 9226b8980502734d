// Files as registration offices of fairs really send them: decorated, bilingual, merged, in foreign encodings.
import { expect, test } from 'vitest';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { fullTest } from '#platform/full-size.ts';
import type { EditionFile } from '../domain/file/edition-file.ts';
import { kindOfName } from '../domain/file/heads.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { badRowsOf } from './bad-rows.ts';
import { readEditionBytes, type ReadInput } from './edition-bytes.ts';
import { lookAtFile, writeTemplate } from './edition-files.ts';

const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
type More = Partial<Pick<ReadInput, 'choices' | 'leaveOut' | 'way' | 'existing' | 'labels'>>;
const inputOf = (bytes: Uint8Array, fileName: string, more: More = {}): ReadInput => ({
  ...{ bytes, fileName, existing: emptyFile, editionOf: 'file', way: 'replace', day },
  ...more,
});
const read = (bytes: Uint8Array, fileName: string, more: More = {}) => readEditionBytes(inputOf(bytes, fileName, more));
const value = async (bytes: Uint8Array, fileName: string, more: More = {}) => {
  const answer = await read(bytes, fileName, more);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};
const problems = async (bytes: Uint8Array, fileName: string, more: More = {}) => {
  const answer = await read(bytes, fileName, more);
  return answer.ok ? [] : (answer.refusal.problems ?? []).map((p) => [...p.path, p.code.replace('meetings.', '')]);
};
const book = (...sheets: readonly (readonly [string, ...(readonly Cell[])[]])[]): Uint8Array =>
  writeWorkbook(sheets.map(([name, header = [], ...rows]) => ({ name, header: header.map(String), rows })));
const people = ({ participants }: EditionFile) =>
  participants.map(({ code, name, role, country, city, languages, stand }) => [
    code,
    name,
    role,
    country,
    city,
    languages.join(' '),
    stand,
  ]);

test('a registration sheet as fairs send it is read whole: bilingual heads, codes in any width, totals, stands, wishes', async () => {
  const { edition, ignored, aside, madeStands } = await value(
    book(
      [
        '参展商名单',
        ['第八届某博览会参展商名单'],
        ['填表日期：2026年9月'],
        ['编号 No.', '企业名称（中）', '企业名称（EN）', '国家 Country', '城市 City', '展位号 Booth', '语言 Language', '手机'],
        ['E0001', '柏溪水务', 'Cypress Water', '英国', '利物浦', 'a-01', '中英文', '0151 4960107'],
        ['Ｅ０００２', '白杨玻璃', 'Aspen Glass', 'Allemagne', 'Köln', 'A-01', '英语、德语', '+49 221 5550107'],
        [' ', '', ' '],
        ['合计', '', '2家'],
      ],
      [
        '采购商',
        ['编号', '企业名称', '国别', '语种'],
        ['b0001', '北岸仓储', '中国', '中文'],
        ['b0002', '南湾零售', 'CN', 'Chinese & English'],
      ],
      ['意向表', ['采购商编号', '展商编号', '意向'], ['B0001', 'e0001', 'A'], ['b0002', 'E0002', '想见'], ['总计', 2]],
    ),
    'a.xlsx',
  );
  expect(people(edition)).toEqual([
    ['E0001', { 'zh-Hans': '柏溪水务', en: 'Cypress Water' }, 'exhibitor', 'GB', '利物浦', 'zh en', 'a-01'],
    ['E0002', { 'zh-Hans': '白杨玻璃', en: 'Aspen Glass' }, 'exhibitor', 'DE', 'Köln', 'en de', 'a-01'],
    ['b0001', { 'zh-Hans': '北岸仓储' }, 'buyer', 'CN', '', 'zh', null],
    ['b0002', { 'zh-Hans': '南湾零售' }, 'buyer', 'CN', '', 'zh en', null],
  ]);
  expect(edition.requests.map(({ from, to, wish }) => [from, to, wish])).toEqual([
    ['b0001', 'E0001', 'must'],
    ['b0002', 'E0002', 'want'],
  ]);
  expect(edition.stands).toEqual([{ code: 'a-01', hall: '', area: null, seats: 0, closedSlots: [], lead: null }]);
  expect(madeStands).toEqual(['a-01']);
  expect(ignored).toEqual([]);
  expect(edition.contacts.map(({ participant, phone }) => [participant, phone])).toEqual([
    ['E0001', '0151 4960107'],
    ['E0002', '+49 221 5550107'],
  ]);
  expect(aside).toEqual([
    { sheet: '参展商名单', row: 7, why: 'sum' },
    { sheet: '意向表', row: 4, why: 'sum' },
  ]);
});

test('a sheet is known by any of its usual names in both languages, however it is decorated', () => {
  const named = (kind: string, ...names: readonly string[]) =>
    expect(names.map((name) => [name, kindOfName(name)])).toEqual(names.map((name) => [name, kind]));
  named(
    'exhibitors',
    'Exhibitors',
    'exhibitor list 2026',
    '参展商',
    '1.参展商名单（最终版）',
    '附件1：参展企业信息汇总表',
    '第八届博览会展商名录',
    '参展商 Exhibitors.xlsx',
  );
  named('buyers', 'BUYERS', 'Buyers_2026', '采购商', '采购商信息登记表', '专业观众', 'Buyers-final.csv');
  named('participants', 'Companies', '企业名单', '参会单位', 'Participants (all)');
  named(
    'requests',
    '意向',
    '意向表',
    '采购意向',
    '预约洽谈',
    '采购商意向',
    'Wishes',
    'wish list',
    'Requests',
    'Buyer requests',
    'Meeting requests 2026',
    '对接需求表',
  );
  named('interpreters', '译员', '翻译名单', 'Interpreters');
  expect(['Sheet1', '酒店', 'Hotels', 'Remarks', '说明'].map(kindOfName)).toEqual([null, null, null, null, null]);
});

test('two rows of heads, the upper one merged, are read as one; a title and notes may stand above', async () => {
  const { edition } = await value(
    book([
      '企业名单',
      ['填表须知'],
      ['注：', '请勿改动格式'],
      ['编号', '企业名称', '', '身份', '联系人', '', ''],
      ['', '中文', 'English', '', '姓名', '职务', '电话'],
      ['E1', '柏溪水务', 'Cypress Water', '展商', '李一', '经理', '010 5550107'],
      ['E2', '北岸仓储', 'North Store', '采购商', '王二', '主任', '020 5550107'],
    ]),
    'a.xlsx',
  );
  expect(edition.participants.map(({ code, name, role }) => [code, name, role])).toEqual([
    ['E1', { 'zh-Hans': '柏溪水务', en: 'Cypress Water' }, 'exhibitor'],
    ['E2', { 'zh-Hans': '北岸仓储', en: 'North Store' }, 'buyer'],
  ]);
  expect(edition.contacts.map(({ participant, givenName, post, phone }) => [participant, givenName, post, phone])).toEqual([
    ['E1', '一', '经理', '010 5550107'],
    ['E2', '二', '主任', '020 5550107'],
  ]);
});

test('people to ask are read from columns of the companies and from a sheet of their own, once each and in their order', async () => {
  const companies: readonly [string, ...(readonly Cell[])[]] = [
    'Exhibitors',
    ['Code', 'Company', 'Contact', 'E-mail', 'Phone'],
    ['E1', 'Aspen Glass', 'Ho', 'ho@aspen.example', '+44 151 496 0107'],
    ['E2', 'Fir Works', '', 'info@fir.example', ''],
  ];
  const further: readonly [string, ...(readonly Cell[])[]] = [
    '联系人',
    ['企业', '联系人', '职务', '邮箱', '手机'],
    ['Aspen Glass', '沈', '经理', 'shen@aspen.example', 2155550107],
    ['E1', 'Ho', '', 'ho@aspen.example', '+44 151 496 0107'],
  ];
  const { edition } = await value(book(companies, further), 'a.xlsx');
  const told = ({ contacts }: EditionFile) =>
    contacts.map(({ participant, surname, nameOrder, email, phone }) => [participant, surname, nameOrder, email, phone]);
  const ho = ['E1', 'Ho', 'given_first', 'ho@aspen.example', '+44 151 496 0107'];
  const shen = ['E1', '沈', 'surname_first', 'shen@aspen.example', '2155550107'];
  expect(told(edition)).toEqual([ho, shen, ['E2', '', 'given_first', 'info@fir.example', null]]);
  // A list of companies speaks of the first contact of each alone; added, it changes whom it names and takes nobody away.
  const again = book([
    'Exhibitors',
    ['Code', 'Company', 'Contact', 'E-mail'],
    ['E1', 'Aspen Glass', 'Ho', 'ann@aspen.example'],
    ['E2', 'Fir Works', 'Li', ''],
  ]);
  const replaced = await value(again, 'b.xlsx', { existing: edition });
  const added = await value(again, 'b.xlsx', { existing: edition, way: 'add' });
  expect(told(replaced.edition)).toEqual([
    ['E1', 'Ho', 'given_first', 'ann@aspen.example', null],
    shen,
    ['E2', 'Li', 'given_first', null, null],
  ]);
  expect(told(added.edition)).toEqual([
    ho.with(3, 'ann@aspen.example'),
    shen,
    ['E2', '', 'given_first', 'info@fir.example', null],
    ['E2', 'Li', 'given_first', null, null],
  ]);
  const wrong = book([
    'Exhibitors',
    ['Code', 'Company', 'Post', 'E-mail', 'Phone'],
    ['E1', 'Aspen', 'Head', '', ''],
    ['E2', 'Fir', '', 'a@b.example; c@d', 'ask Ho'],
  ]);
  expect(await problems(wrong, 'a.xlsx')).toEqual([
    ['Exhibitors', 2, 'Contact surname', 'file_empty'],
    ['Exhibitors', 3, 'E-mail', 'file_email_invalid'],
    ['Exhibitors', 3, 'Phone', 'file_phone_invalid'],
  ]);
});

test('topics are those of the list by any of their words; a column makes the list where there is none; without a column they stay', async () => {
  const list = (...rows: readonly (readonly Cell[])[]) =>
    book(['Exhibitors', ['Code', 'Company', 'Industry', 'Employees', 'Markets'], ...rows]);
  const made = await value(
    list(['E1', 'Cypress Water', 'Water; 环保，Food and drink', 'Small', '英国、South Korea'], ['E2', 'Aspen Glass', 'water', 400, '']),
    'a.xlsx',
  );
  expect(made.madeTopics).toEqual(['Water', '环保', 'Food and drink']);
  expect(made.edition.participants).toMatchObject([
    { offerTopics: ['Water', '环保', 'Food and drink'], size: 'to_49', markets: ['GB', 'KR'] },
    { offerTopics: ['Water'], size: 'over_249', markets: [] },
  ]);
  const existing = made.edition;
  // One topic gets its Chinese word, and whoever named it names it still.
  const named = await value(book(['Topics', ['Topic (English)', 'Topic (Chinese)'], ['Water supply', '水'], ['Water', '水务']]), 'a.xlsx', {
    existing,
    way: 'add',
  });
  expect(named.edition.topics.map(({ name }) => name)).toEqual([
    { en: 'Water', 'zh-Hans': '水务' },
    { 'zh-Hans': '环保' },
    { en: 'Food and drink' },
    { en: 'Water supply', 'zh-Hans': '水' },
  ]);
  const plain = book(['Exhibitors', ['Code', 'Company'], ['E1', 'Cypress Water'], ['E3', 'Aspen Glass']]);
  for (const way of ['add', 'replace'] as const)
    expect((await value(plain, 'a.xlsx', { existing, way })).edition.participants.find(({ code }) => code === 'E1')).toMatchObject({
      offerTopics: ['Water', '环保', 'Food and drink'],
      size: 'to_49',
    });
  expect(await problems(list(['E1', 'Cypress Water', 'Wind', 'many', 'Atlantis']), 'a.xlsx', { existing })).toEqual([
    ['Exhibitors', 2, 'Employees', 'file_word_unknown'],
    ['Exhibitors', 2, 'Industry', 'file_topic_unknown'],
    ['Exhibitors', 2, 'Markets', 'file_country_unknown'],
  ]);
});

test('a wrong heading is one problem and not one in every row', async () => {
  const rows = Array.from({ length: 124 }, (_, at) => [`E${at}`, `Company ${at}`, at % 30 === 0 ? 'France' : `Street ${at}`]);
  expect(await problems(book(['Exhibitors', ['Code', 'Name', 'Country'], ...rows]), 'a.xlsx')).toEqual([
    ['Exhibitors', 1, 'Country', 'file_column_misread'],
  ]);
  expect(await problems(book(['Exhibitors', ['Code', 'Bezeichnung', 'Country'], ...rows]), 'a.xlsx')).toEqual([
    ['Exhibitors', 1, 'Name / 名称', 'file_heading_missing'],
  ]);
  const { edition, ignored } = await value(book(['Exhibitors', ['Code', 'Name', 'Name (全)'], ...rows]), 'a.xlsx');
  expect([edition.participants.length, ignored]).toEqual([124, [{ sheet: 'Exhibitors', column: 'Name (全)' }]]);
});

test('what a person says of sheets and columns goes before what was found; what nobody knows is refused', async () => {
  const bytes = book(
    ['Tabelle1', ['Nr', 'Firma', 'Wo'], ['7', 'Aspen Glass', 'FR']],
    ['Tabelle2', ['Wer', 'Wen'], ['7', '7b']],
    ['X', ['a'], ['b']],
  );
  const looked = await lookAtFile({ bytes, fileName: 'a.xlsx', choices: [] });
  expect(looked.ok ? looked.value.map(({ sheet, holds, headsIn, rows }) => [sheet, holds, headsIn, rows]) : null).toEqual([
    ['Tabelle1', 'ignored', 1, 1],
    ['Tabelle2', 'ignored', 1, 1],
    ['X', 'ignored', 1, 1],
  ]);
  const choices = [
    { sheet: 'Tabelle1', holds: 'buyers' as const, columns: ['code', 'name.en', 'country'] },
    { sheet: 'Tabelle2', holds: 'ignored' as const, columns: [] },
  ];
  const { edition } = await value(bytes, 'a.xlsx', { choices });
  expect(people(edition)).toEqual([['7', { en: 'Aspen Glass' }, 'buyer', 'FR', '', '', null]]);
  const headless = [{ sheet: 'Tabelle1', holds: 'buyers' as const, headsIn: 0, columns: ['code', 'name'] }];
  expect((await value(bytes, 'a.xlsx', { choices: headless })).edition.participants.map(({ code }) => code)).toEqual(['Nr', '7']);
  const wrong = [
    { sheet: 'Tabelle1', holds: 'buyers' as const, columns: ['code', 'name', 'colour'] },
    { sheet: 'Nowhere', holds: 'requests' as const, columns: [] },
  ];
  expect(await problems(bytes, 'a.xlsx', { choices: wrong })).toEqual([
    ['Nowhere', 1, 'A', 'file_sheet_unknown'],
    ['Tabelle1', 1, 'C', 'file_meaning_unknown'],
  ]);
});

const mixed = book(
  ['展商', ['编号', '企业名称', '国家'], ['E1', '甲', '中国'], ['E2', '乙', '火星'], ['E3', '', '中国'], ['E4', '丁', '法国']],
  ['采购商', ['编号', '企业名称'], ['B1', '=戊']],
  ['意向', ['预约方', '对方'], ['B1', 'E1'], ['B1', 'E2'], ['B1', 'E4'], ['B9', 'E1']],
);

test('rows that cannot be read are left out by choice, with those that name them, and come back as a file with the reason', async () => {
  const refused = await read(mixed, 'a.xlsx');
  expect(refused.ok ? null : [refused.refusal.code, refused.refusal.params]).toEqual(['meetings.file_rows_unread', { rows: 3, count: 3 }]);
  const { edition, leftOut } = await value(mixed, 'a.xlsx', { leaveOut: true });
  expect([edition.participants.map(({ code }) => code), edition.requests.map(({ to }) => to)]).toEqual([
    ['E1', 'E4', 'B1'],
    ['E1', 'E4'],
  ]);
  expect(leftOut.map(({ path }) => path.slice(0, 2))).toEqual([
    ['展商', 3],
    ['展商', 4],
    ['意向', 5],
    ['意向', 3],
  ]);
  const file = await badRowsOf(inputOf(mixed, 'a.xlsx'), 'en');
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  const sheets = await readWorkbook(file.value.bytes);
  expect(sheets.ok ? sheets.value.map(({ name, rows }) => [name, ...rows.map(({ cells }) => cells)]) : null).toEqual([
    [
      '展商',
      ['编号', '企业名称', '国家', 'Row in the file', 'What is wrong'],
      ['E2', '乙', '火星', 3, '国家: “火星” is not a known country or region; use its name or two-letter code.'],
      ['E3', '', '中国', 4, '企业名称: this must not be empty.'],
    ],
    [
      '意向',
      ['预约方', '对方', 'Row in the file', 'What is wrong'],
      ['B1', 'E2', 3, '对方: “E2” is not in the file or the edition.'],
      ['B9', 'E1', 5, '预约方: “B9” is not in the file or the edition.'],
    ],
  ]);
  // A timetable is a whole: none of its rows can be left out.
  const slots = book(['Slots', ['Date', 'Start', 'End'], ['2026-11-06', '9:00', '9:30'], ['2026-11-06', 'late', '10:00']]);
  expect(await problems(slots, 'a.xlsx', { leaveOut: true })).toEqual([['Slots', 3, 'Start', 'file_time_invalid']]);
});

test('numbers as text, dropped noughts, and lists that only count their rows', async () => {
  const { edition } = await value(
    book(
      ['展商', ['序号', '企业名称', '最多场次'], [1, '甲', '８'], [2, '乙', '10 ']],
      ['采购商', ['序号', '企业名称'], ['1', '丙'], ['2', '丁']],
      ['意向', ['预约方', '对方'], ['丙', '甲']],
    ),
    'a.xlsx',
  );
  expect(edition.participants.map(({ code, maxMeetings }) => [code, maxMeetings])).toEqual([
    ['E01', 8],
    ['E02', 10],
    ['B01', null],
    ['B02', null],
  ]);
  const noughts = await value(
    book(['Participants', ['Code', 'Name', 'Type'], ['001', 'A', 'buyer'], ['002', 'B', 'exhibitor']], ['Wishes', ['From', 'To'], [1, 2]]),
    'a.xlsx',
  );
  expect(noughts.edition.requests.map(({ from, to }) => [from, to])).toEqual([['001', '002']]);
});

test('separated text is read in GBK and UTF-16, with semicolons and tabs', async () => {
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])]);
  // 编号;企业名称;国家 / E1;北京甲;中国 in GBK.
  const gbk = Uint8Array.from(
    'b1e0bac53bc6f3d2b5c3fbb3c63bb9fabcd20d0a45313bb1b1bea9bcd73bd6d0b9fa0d0a'.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [],
  );
  const expected = [['E1', { 'zh-Hans': '北京甲' }, 'exhibitor', 'CN', '', '', null]];
  expect(people((await value(gbk, '展商.csv')).edition)).toEqual(expected);
  expect(people((await value(utf16('编号\t企业名称\t国家\r\nE1\t北京甲\t中国\r\n'), '参展商名单.txt')).edition)).toEqual(expected);
});

fullTest('twelve thousand rows are read, and what is wrong with one of them is told', async () => {
  const rows = Array.from({ length: 12_000 }, (_, at) => [`E${at}`, `Company ${at}`, at === 7 ? 'Nowhereland' : 'China', `S${at % 5000}`]);
  const bytes = book(['Exhibitors', ['Code', 'Company name', 'Country', 'Booth no.'], ...rows]);
  expect(await problems(bytes, 'a.xlsx')).toEqual([['Exhibitors', 9, 'Country', 'file_country_unknown']]);
  const { edition } = await value(bytes, 'a.xlsx', { leaveOut: true });
  expect([edition.participants.length, edition.stands.length]).toEqual([11_999, 5000]);
});

test('the template is read back as empty sheets of every kind, in both languages', async () => {
  for (const language of ['en', 'zh-Hans'] as const) {
    const written = await writeTemplate(language);
    if (!written.ok) throw new Error(written.refusal.code);
    const looked = await lookAtFile({ bytes: written.value.bytes, fileName: 'template.xlsx', choices: [] });
    const sheets = looked.ok ? looked.value : [];
    expect(sheets.map(({ holds }) => holds)).toEqual([
      'participants',
      'contacts',
      'requests',
      'interpreters',
      'unavailable',
      'groups',
      'topics',
      'stands',
      'tables',
      'slots',
      'ignored',
    ]);
    expect(sheets.slice(0, -1).flatMap(({ columns }) => columns.filter(({ meaning }) => meaning === 'ignored'))).toEqual([]);
  }
});

test('a label of the naming policy is read as its country, and one cell holds several wishes', async () => {
  const labels = new Map([['island realm', 'GB']]);
  const sheets = book(
    ['Exhibitors', ['Code', 'Name', 'Country'], ['A01', 'Acme', 'Island Realm'], ['A02', 'Brine', 'Ireland'], ['A03', 'Crate', 'France']],
    ['Buyers', ['Code', 'Name', 'Country'], ['B01', 'North', 'China']],
    ['Requests', ['From', 'To'], ['B01', 'A01, A02'], ['A03', 'B01；'], ['B01', 'A03、A99']],
  );
  expect(await problems(sheets, 'wishes.xlsx', { labels })).toEqual([['Requests', 4, 'To', 'file_unknown_reference']]);
  const { edition } = await value(sheets, 'wishes.xlsx', { labels, leaveOut: true });
  expect(people(edition).map(([code, , , country]) => [code, country])).toEqual([
    ['A01', 'GB'],
    ['A02', 'IE'],
    ['A03', 'FR'],
    ['B01', 'CN'],
  ]);
  expect(edition.requests.map(({ from, to }) => `${from} ${to}`)).toEqual(['B01 A01', 'B01 A02', 'A03 B01']);
});
