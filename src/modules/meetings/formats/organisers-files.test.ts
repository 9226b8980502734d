import { expect, test } from 'vitest';
import { noMarket } from '#modules/expos/domain/topic.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { zipOf } from '#platform/files/write-zip.ts';
import { sheetOf, workbookParts } from '#platform/files/zip-fixture.ts';
import { fullTest } from '#platform/full-size.ts';
import type { EditionFile } from '../domain/file/edition-file.ts';
import { rosterOfFile } from '../domain/file/roster.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { readEditionBytes } from './edition-bytes.ts';
import { readImportFile, writeEditionFile } from './edition-files.ts';
import { templateIn } from './template.ts';

const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, fileName: string, existing: EditionFile = emptyFile) =>
  readEditionBytes({ bytes, fileName, existing, editionOf: 'file', way: 'replace', day });
const value = async (bytes: Uint8Array, fileName: string, existing: EditionFile = emptyFile) => {
  const answer = await read(bytes, fileName, existing);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};
const problems = async (bytes: Uint8Array, fileName: string, existing: EditionFile = emptyFile) => {
  const answer = await read(bytes, fileName, existing);
  return answer.ok ? [] : (answer.refusal.problems ?? []).map((p) => [...p.path, p.code]);
};

const companies = '公司名称;国别;类别;语种;备注\n柏溪水务;英国;展商;英语、中文;x\n北岸仓储;中国;采购商;中文;\n';

test('a list of companies of an organiser’s own making is understood, and unknown columns are named', async () => {
  const { edition, tables, ignored } = await value(utf8(companies), '名单.csv');
  expect(tables).toEqual(['participants']);
  expect(ignored).toEqual([{ sheet: '名单.csv', column: '备注' }]);
  expect(edition.participants.map(({ code, name, country, role, languages }) => ({ code, name, country, role, languages }))).toEqual([
    { code: 'E01', name: { 'zh-Hans': '柏溪水务' }, country: 'GB', role: 'exhibitor', languages: ['en', 'zh'] },
    { code: 'B01', name: { 'zh-Hans': '北岸仓储' }, country: 'CN', role: 'buyer', languages: ['zh'] },
  ]);
});

test('needs and sides are understood by the short words that pages and traders use', async () => {
  const { edition, ignored } = await value(utf8('代码,名称,角色,供应,需求\nS1,柏溪水务,卖方,水泵,\nP1,北岸仓储,买方,,阀门\n'), '名单.csv');
  expect(ignored).toEqual([]);
  expect(edition.participants.map(({ code, role, offer, need }) => ({ code, role, offer, need }))).toEqual([
    { code: 'S1', role: 'exhibitor', offer: { 'zh-Hans': '水泵' }, need: {} },
    { code: 'P1', role: 'buyer', offer: {}, need: { 'zh-Hans': '阀门' } },
  ]);
});

test('requests name companies by code or by name', async () => {
  const { edition: existing } = await value(utf8(companies), '名单.csv');
  const { edition } = await value(
    utf8('From,With,Priority,Reason\nE01,北岸仓储,must,Pumps\n北岸仓储, 柏溪水务 ,希望,\n'),
    'requests.csv',
    existing,
  );
  expect(edition.requests).toEqual([
    { from: 'E01', to: 'B01', wish: 'must', session: null, note: 'Pumps', meeting: 1 },
    { from: 'B01', to: 'E01', wish: 'want', session: null, note: '', meeting: 1 },
  ]);
  expect(edition.participants).toEqual(existing.participants);
});

test('titles above the headings, sheets of exhibitors and buyers, and bilingual headings are understood', async () => {
  const sheet = (name: string, company: string) => ({
    name,
    header: ['List of 2026'],
    rows: [
      ['Company name\n企业名称', 'Country/国家'],
      [company, 'France'],
    ],
  });
  const { edition } = await value(
    writeWorkbook([
      sheet('Exhibitors', 'Aspen Glass'),
      sheet('采购商名单', 'Lowland Retail'),
      { name: 'Remarks', header: ['x'], rows: [] },
    ]),
    'a.xlsx',
  );
  expect(edition.participants.map(({ code, name, role, country }) => [code, name.en, role, country])).toEqual([
    ['E01', 'Aspen Glass', 'exhibitor', 'FR'],
    ['B01', 'Lowland Retail', 'buyer', 'FR'],
  ]);
});

test('one column for the whole name of who is to be met is understood, beside a post or without', async () => {
  const rows = [['上海甲子机械有限公司', '采购商', '王一', '经理']];
  const { edition } = await value(writeWorkbook([{ name: '企业名单', header: ['企业名称', '类别', '联系人', '职务'], rows }]), 'a.xlsx');
  expect(edition.contacts[0]).toMatchObject({ surname: '王', givenName: '一', nameOrder: 'surname_first', post: '经理' });
  const file = new TextEncoder().encode('Company,Type,Contact person\nMersey Pumps,exhibitor,John Smith\n');
  expect((await value(file, 'list.csv')).edition.contacts[0]).toMatchObject({
    surname: 'John Smith',
    givenName: '',
    nameOrder: 'given_first',
    email: null,
  });
});

test('dates and times are read as spreadsheets and people write them', async () => {
  const rows = [
    [46332, 0.375, 0.40625, '上午'],
    ['2026年11月6日', '下午1:30', '2:00 pm', 'pm'],
    ['2026/11/6', '14.00', '14:30', 2],
  ];
  const { edition } = await value(writeWorkbook([{ name: 'Slots', header: ['Date', 'Start', 'End', 'Session'], rows }]), 'a.xlsx');
  expect(edition.slots).toEqual([
    { number: 1, date: '2026-11-06', start: '09:00', end: '09:45', session: 1 },
    { number: 2, date: '2026-11-06', start: '13:30', end: '14:00', session: 2 },
    { number: 3, date: '2026-11-06', start: '14:00', end: '14:30', session: 2 },
  ]);
});

test('every problem is named at once with sheet, row and column', async () => {
  const text = [
    'Table',
    'Slots,Date,Start,End',
    'Slots,2026-11-06,09:00,09:30',
    'Slots,2026-11-06,09:20,09:50',
    'Slots,2026-11-07,9h,10:00',
    'Participants,Code,Name,Country,Stand',
    'Participants,E01,Aspen Glass,FR,A9',
    'Participants,E01,Twice,Nowhereland,',
    'Requests,From,To,Wish',
    'Requests,E01,E01,must',
    'Requests,E01,Nobody,maybe',
  ].join('\n');
  expect(await problems(utf8(text), 'a.csv')).toEqual([
    ['Requests', 11, 'Wish', 'meetings.file_word_unknown'],
    ['Slots', 5, 'Date', 'meetings.file_outside_edition'],
    ['Slots', 5, 'Start', 'meetings.file_time_invalid'],
    ['Slots', 4, 'Start', 'meetings.file_slots_overlap'],
    ['Participants', 8, 'Code', 'meetings.file_doubled'],
    ['Participants', 8, 'Country', 'meetings.file_country_unknown'],
    ['Requests', 10, 'To', 'meetings.file_request_to_oneself'],
    ['Requests', 11, 'To', 'meetings.file_unknown_reference'],
  ]);
});

test('doubled and missing headings, cells beyond them and a file of nothing known are refused', async () => {
  expect(await problems(utf8('Name,Country,Country\nAspen,FR,FR\n'), 'participants.csv')).toEqual([
    ['participants.csv', 1, 'C', 'meetings.file_heading_doubled'],
  ]);
  expect(await problems(utf8('From,Wish\nE01,must\n'), 'requests.csv')).toEqual([
    ['requests.csv', 1, 'To / 对方', 'meetings.file_heading_missing'],
  ]);
  expect(await problems(utf8('Name,Country\nAspen, Glass,FR\n'), 'participants.csv')).toContainEqual([
    'participants.csv',
    2,
    'C',
    'meetings.file_cell_without_heading',
  ]);
  expect(await problems(utf8('alpha,beta\n1,2\n'), 'x.csv')).toEqual([['x.csv', 1, 'A', 'meetings.file_no_known_table']]);
});

test('ten megabytes in a name are refused with their cell', async () => {
  const huge = Array.from({ length: 6000 }, (_, n) => n).join(' ');
  expect(await problems(utf8(`Name\n${huge}\n`), 'participants.csv')).toEqual([
    ['participants.csv', 2, 'Name', 'meetings.file_text_too_long'],
  ]);
  expect(await problems(utf8(`Name\n${'x'.repeat(10_000_000)}\n`), 'participants.csv')).toEqual([
    ['participants.csv', 2, 'A', 'files.csv_record_too_long'],
  ]);
});

test('old workbooks, pictures, papers, empty files and 20 MB are refused before reading', async () => {
  const code = async (bytes: Uint8Array) => {
    const answer = await read(bytes, 'a.xls');
    return answer.ok ? 'read' : answer.refusal.code;
  };
  expect(await code(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toBe('files.old_workbook');
  for (const begin of ['\x89PNG\r\n', '\xff\xd8\xff\xe0', '\0\0\0\x18ftypheic', '%PDF-1.7\n'])
    expect(await code(Buffer.from(begin, 'latin1'))).toBe('files.picture');
  expect(await code(new Uint8Array())).toBe('files.empty');
  expect(await code(new Uint8Array(20_000_001))).toBe('files.too_large');
});

fullTest('two thousand participants are written and read in a thread without stalling the loop', async () => {
  const participants = Array.from({ length: 2000 }, (_, n) => ({
    code: `P${n}`,
    name: { en: `Company number ${n} of the list`, 'zh-Hans': `名单第${n}号企业有限公司` },
    country: 'CN',
    city: 'Shanghai',
    offer: {},
    need: {},
    ...noMarket,
    role: n % 2 === 0 ? ('buyer' as const) : ('exhibitor' as const),
    seats: 1,
    languages: ['zh', 'en'],
    minMeetings: null,
    maxMeetings: 8,
    group: null,
    stand: null,
    meetsAt: 'table' as const,
  }));
  const edition: EditionFile = { ...emptyFile, participants };
  const roster = rosterOfFile(emptyFile);
  if (!roster.ok) throw new Error('refused');
  const stored = {
    ...emptyFile.edition,
    name: { en: { text: 'Forum', origin: 'human' } },
    roster: roster.value,
    standing: [],
    orders: [],
    fixed: [],
  };
  let longest = 0;
  // Work of this thread between two turns: on a busy machine the clock says little.
  let last = process.threadCpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.threadCpuUsage();
  }, 5);
  for (const format of ['xlsx', 'csv'] as const) {
    const written = await writeEditionFile({ edition, format, language: 'en', table: null });
    if (!written.ok) throw new Error(written.refusal.code);
    const back = await readImportFile({
      bytes: written.value.bytes,
      fileName: `a.${format}`,
      facts: JSON.stringify(stored),
      day,
      digest: null,
    });
    if (!back.ok) throw new Error(JSON.stringify(back.refusal));
    expect(back.value.preset.after.participants).toBe(2000);
  }
  clearInterval(watch);
  expect(longest).toBeLessThan(1000);
});

test('what is no table at all is told to be none, a workbook that is no workbook likewise', async () => {
  const refusalOf = async (text: string, name: string) => {
    const answer = await read(utf8(text), name);
    return answer.ok ? null : answer.refusal.code;
  };
  expect(await refusalOf('Dear colleagues,\nplease find attached', 'letter.txt')).toBe('meetings.file_of_unknown_kind');
  expect(await refusalOf('<html>not found</html>', 'people.xlsx')).toBe('files.not_a_workbook');
  expect(await problems(utf8('Colour,Size\nred,2\n'), 'table.csv')).toEqual([['table.csv', 1, 'A', 'meetings.file_no_known_table']]);
});

test('a word that is not understood hides none of the other problems, and is told once', async () => {
  const text = 'Name,Role,Country,Languages,Most meetings\nAspen Glass,观众,FR,en,4\n,buyer,Atlantis,Klingonese,four\n';
  expect(await problems(utf8(text), 'participants.csv')).toEqual([
    ['participants.csv', 2, 'Role', 'meetings.file_word_unknown'],
    ['participants.csv', 3, 'Most meetings', 'meetings.file_not_a_number'],
    ['participants.csv', 3, 'Name', 'meetings.file_empty'],
    ['participants.csv', 3, 'Country', 'meetings.file_country_unknown'],
    ['participants.csv', 3, 'Languages', 'meetings.file_language_unknown'],
  ]);
  const away = 'Participant,Interpreter,Slot,Date\nNobody,Lin,1,\n';
  expect(await problems(utf8(away), 'unavailable.csv')).toEqual([['unavailable.csv', 2, 'Participant', 'meetings.file_one_of_two']]);
  // A column that is missing is one problem, and not one more in every row.
  expect(await problems(utf8('Country,Role\nAtlantis,buyer\n'), 'participants.csv')).toEqual([
    ['participants.csv', 1, 'Name / 名称', 'meetings.file_heading_missing'],
  ]);
});

test('in a list of wishes the code of an exhibitor or buyer says who is meant, whatever stands before it', async () => {
  const { edition: existing } = await value(utf8('编号,公司名称,类别\nE001,柏溪水务,展商\nB001,低地零售,采购商\n'), '名单.csv');
  const { edition, ignored } = await value(
    utf8('采购商编号,意向展商编号,意向程度\nｂ００１,Ｅ００１,必见\n'),
    '采购商意向表.csv',
    existing,
  );
  expect([ignored, edition.requests.map(({ from, to, wish }) => [from, to, wish])]).toEqual([[], [['B001', 'E001', 'must']]]);
});

fullTest('of one company no more wishes are read than anybody could have', async () => {
  const buyers = Array.from({ length: 10_001 }, (_, at) => `B${at}`);
  const people = `Code,Name,Role\nE01,One,exhibitor\n${buyers.map((code) => `${code},Buyer ${code},buyer`).join('\n')}\n`;
  const { edition: existing } = await value(utf8(people), 'participants.csv');
  const wishes = `From,To,Wish\n${buyers.map((code) => `E01,${code},want`).join('\n')}\n`;
  expect(await problems(utf8(wishes), 'requests.csv', existing)).toEqual([
    ['requests.csv', 10_002, 'From', 'meetings.file_too_many_wishes'],
  ]);
});

test('a second name in Chinese is the company’s where nobody’s surname is asked, and a person’s where it is', async () => {
  const named = async (text: string) => {
    const answer = await read(utf8(text), 'participants.csv');
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return [
      answer.value.edition.participants.map(({ name }) => name),
      answer.value.edition.contacts.map((one) => one.surname + one.givenName),
    ];
  };
  const companies = 'Code,Name,中文名,Role,Languages\nE1,Aspen Glass,白杨玻璃,exhibitor,en\nB1,Fir Works,冷杉,buyer,zh\n';
  expect(await named(companies)).toEqual([
    [
      { en: 'Aspen Glass', 'zh-Hans': '白杨玻璃' },
      { en: 'Fir Works', 'zh-Hans': '冷杉' },
    ],
    [],
  ]);
  const people = 'Code,Name,Role,Contact surname,中文名\nE1,Aspen Glass,exhibitor,王,一\n';
  expect(await named(people)).toEqual([[{ en: 'Aspen Glass' }], ['王一']]);
});

test('the empty workbook, and any other file of headings alone, is told to be not filled in', async () => {
  const { edition: existing } = await value(utf8(companies), '名单.csv');
  for (const language of ['en', 'zh-Hans'] as const)
    expect(await read(templateIn(language).bytes, 'empty.xlsx', existing)).toMatchObject({
      refusal: { code: 'meetings.file_not_filled_in' },
    });
  expect(await read(utf8('From,To\n'), 'requests.csv', existing)).toMatchObject({ refusal: { code: 'meetings.file_not_filled_in' } });
});

test('a cell merged over several rows is said of each of them; who a row is about is never filled in', async () => {
  const cell = (at: string, text: string): string => (text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`);
  const workbook = (rows: readonly (readonly string[])[], ...merged: readonly string[]): Uint8Array => {
    const written = rows.map((row, at) => {
      const number = String(at + 1);
      return `<row r="${number}">${row.map((text, column) => cell(`${'ABCD'[column] ?? ''}${number}`, text)).join('')}</row>`;
    });
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const sheet = sheetOf(written.join('')).replace('</worksheet>', `<mergeCells>${merges}</mergeCells></worksheet>`);
    return zipOf(workbookParts(sheet));
  };
  const rows = [
    ['单位名称', '国别', '所在城市', '身份'],
    ['柏溪水务', '英国', '上海市', '展商'],
    ['北岸仓储', '中国', '', '采购商'],
    ['南岸仓储', '中国', '', '采购商'],
    ['西岸仓储', '中国', '', '采购商'],
  ];
  const { edition } = await value(workbook(rows, 'C2:C4'), '登记表.xlsx');
  expect(edition.participants.map(({ city }) => city)).toEqual(['上海市', '上海市', '上海市', '']);
  const unnamed = rows.map((row, at) => (at === 2 ? ['', ...row.slice(1)] : row));
  expect(await problems(workbook(unnamed, 'A2:A3'), '登记表.xlsx')).toEqual([['Participants', 3, '单位名称', 'meetings.file_empty']]);
});
