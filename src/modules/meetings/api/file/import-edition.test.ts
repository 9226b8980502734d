import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { listDirectory } from '#modules/expos/api/list-directory.ts';
import { getEdition } from '#modules/expos/api/edition/open-edition.ts';
import { shareTestDatabase, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { exportEdition } from './export-edition.ts';
import { importEdition, previewImport, readImport } from './import-edition.ts';
import { lookAtFile } from './look-at-file.ts';

let db: TestDatabase;
let organiser: TestOffice;
let other: TestOffice;
beforeAll(async () => {
  db = await shareTestDatabase();
  organiser = await db.foundOffice({ kind: 'organiser' });
  other = await db.foundOffice({ kind: 'organiser' });
});
afterAll(() => db.close());

const asOrganiser = <T>(use: (work: Work) => Promise<Result<T>>): Promise<Result<T>> => db.as(organiser.owner, use);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const newEdition = async (): Promise<string> => {
  const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });
  const made = await asOrganiser((work) =>
    createEdition(work, {
      office: organiser.office,
      name: text(`Forum ${Math.random()}`),
      venue: text('Hall'),
      timeZone: 'Asia/Shanghai',
      firstDay: '2026-11-06',
      lastDay: '2026-11-06',
    }),
  );
  return value(made).id;
};
const day = { firstStart: '09:00', minutes: 20 };
const fileOf = (content: string | Uint8Array, name: string): File =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
const previewOf = async (editionId: string, file: File, as: Transact = asOrganiser) => {
  const input = { editionId, file, ...day };
  const read = await readImport(as, input);
  return read.ok ? as((work) => previewImport(work, input, read.value)) : read;
};
const importOf = async (editionId: string, file: File, digest: string, confirm: Asked<'importEdition'>['confirm'] = 'empty_only') => {
  const input = { editionId, file, ...day, digest, confirm, withoutRequests: true };
  const read = await readImport(asOrganiser, input);
  const decidedCells = read.ok ? read.value.chosen?.way.cells.length : 0;
  return read.ok ? asOrganiser((work) => importEdition(work, { ...input, decidedCells }, read.value)) : read;
};
const bring = async (editionId: string, file: File, confirm?: Asked<'importEdition'>['confirm']) => {
  const preview = await previewOf(editionId, file);
  return preview.ok ? importOf(editionId, file, preview.value.digest, confirm) : preview;
};
const take = async (editionId: string, format: 'xlsx' | 'csv' | 'dzn'): Promise<File> =>
  value(await exportEdition(asOrganiser, { editionId, format, language: 'en' }));

const text = [
  'Table',
  'Slots,Date,Start,End,Session',
  'Slots,2026-11-06,09:00,09:30,1',
  'Slots,2026-11-06,13:30,14:15,2',
  'Tables,Table,Hall,Closed slots',
  'Tables,1,A,2',
  'Stands,Stand,Hall,Lead exhibitor,Meetings at once',
  'Stands,A-1,A,E01,2',
  'Groups,Code,Name (English),Kind,Part of',
  'Groups,T1,Riverside,trading group,',
  'Groups,T2,Food section,trading group,T1',
  'Topics,Topic (English),Topic (Chinese)',
  'Topics,Glass and windows,玻璃',
  'Topics,Retail,零售',
  'Participants,Code,Name (English),Name (Chinese),Role,Country,City,Languages,Most meetings,Group,Stand,Contact surname,Topics offered,Topics looked for,Markets,Size',
  'Participants,E01,Aspen Glass,白杨玻璃,exhibitor,FR,Aspen,"en, zh",4,,A-1,Moreau,玻璃,,China; 葡萄牙,43',
  'Participants,B01,Lowland Retail,低地零售,buyer,CN,,zh,,T2,,,retail,Glass and windows; Retail,,大型',
  'Interpreters,Name,Languages,Surname,Given name,E-mail,Phone,"Longest stretch, minutes","Rest, minutes"',
  'Interpreters,Lin,"en, zh",林,晚,lin@interpreters.example,+86 21 5555 0199,90,20',
  'Unavailable,Participant,Interpreter,Slot,Date,Start,End,Reason',
  'Unavailable,B01,,1,,,,Arrives late',
  'Unavailable,,Lin,,2026-11-06,10:00,11:00,',
  'Requests,From,To,Wish,Note,Session,Fixed slot',
  'Requests,E01,B01,must,Windows,,2',
  'Requests,B01,E01,want,窗,2,',
].join('\n');

test('an edition imported into an empty edition is exported as it came, in every form', async () => {
  const editionId = await newEdition();
  const preview = value(await bring(editionId, fileOf(text, 'edition.csv')));
  expect(preview).toMatchObject({
    state: 'empty',
    before: { participants: 0 },
    after: { slots: 2, participants: 2, requests: 2, meetings: 1 },
    requests: { added: 2, kept: 0 },
  });
  const workbook = await take(editionId, 'xlsx');
  const second = await newEdition();
  expect(value(await bring(second, workbook))).toMatchObject({ format: 'xlsx', after: preview.after });
  const [first, again] = [await (await take(editionId, 'csv')).text(), await (await take(second, 'csv')).text()];
  for (const line of [
    'Topics,Retail,零售',
    'Glass and windows,,,,,,,,,,,,"CN, PT",10 to 49 people',
    'Retail,"Glass and windows; Retail",,,,,,,,,,,,250 people or more',
    'Lin,"en, zh",90,20,林,晚,surname first,lin@interpreters.example,',
  ])
    expect(first).toContain(line);
  // The editions differ in their names alone.
  const facts = (csv: string): string[] => csv.split('\r\n').filter((line) => !line.startsWith('Edition,'));
  expect(facts(again)).toEqual(facts(first));
});

const forum = new URL('../../../../../../shared/data/b2b/forum-13.original.dzn', import.meta.url);

test.skipIf(!existsSync(forum))('the real forum goes into an edition and comes out as the same file', async () => {
  const editionId = await newEdition();
  const original = readFileSync(forum);
  expect(value(await bring(editionId, fileOf(original, 'forum-13.original.dzn')))).toMatchObject({
    after: { slots: 21, tables: 14, participants: 70, requests: 154, meetings: 154 },
  });
  const out = await take(editionId, 'dzn');
  const second = await newEdition();
  value(await bring(second, await take(editionId, 'xlsx')));
  expect(await (await take(second, 'dzn')).text()).toBe(await out.text());
  const squeezed = (file: string): string => file.replace(/\s+/g, '').replace(/,\|\]/g, '|]');
  expect(squeezed(await out.text())).toBe(squeezed(original.toString('utf8')));
});

test('a filled edition is replaced only after confirmation, and the same file changes nothing', async () => {
  const editionId = await newEdition();
  value(await bring(editionId, fileOf(text, 'edition.csv')));
  expect(await bring(editionId, fileOf(text, 'edition.csv'))).toMatchObject({
    ok: false,
    refusal: { code: 'meetings.import_needs_confirmation' },
  });
  const before = await (await take(editionId, 'csv')).text();
  expect(value(await bring(editionId, fileOf(text, 'edition.csv'), 'replace'))).toMatchObject({
    state: 'filled',
    requests: { added: 0, changed: 0, withdrawn: 0 },
  });
  expect(await (await take(editionId, 'csv')).text()).toBe(before);
  const fewer = text
    .split('\n')
    .filter((line) => !line.startsWith('Requests,B01'))
    .join('\n')
    .replace('must', 'want');
  expect(value(await bring(editionId, fileOf(fewer, 'edition.csv'), 'replace'))).toMatchObject({
    requests: { added: 0, changed: 1, withdrawn: 1 },
  });
});

/** Codes and names as they stand in the edition, in English. */
const peopleOf = async (editionId: string): Promise<readonly string[]> =>
  (await (await take(editionId, 'csv')).text())
    .split('\r\n')
    .filter((line) => line.startsWith('Participants,') && !line.startsWith('Participants,Code'))
    .map((line) => line.split(',').slice(1, 3).join(' '));
/** Reads a file in by the digest of one of its ways. */
const bringBy = async (editionId: string, file: File, way: 'add' | 'replace') => {
  const { ways } = value(await previewOf(editionId, file));
  return importOf(editionId, file, ways.find((one) => one.way === way)?.digest ?? '', 'replace');
};

test('a second list is added to the first unless somebody chooses that it takes its place', async () => {
  const editionId = await newEdition();
  value(await bring(editionId, fileOf('No,Company,Country\n1,Aspen Glass,FR\n2,Mersey Pumps,GB\n', 'exhibitors.csv')));
  // Running numbers begin anew in every list.
  const buyers = fileOf('No,Company,Country\n1,Lowland Retail,NL\n2,Huating Mills,CN\n', 'buyers.csv');
  const preview = value(await previewOf(editionId, buyers));
  expect(preview).toMatchObject({ way: 'add', people: { added: 2, changed: 0, gone: 0 }, after: { participants: 4 } });
  expect(preview.ways).toMatchObject([
    { way: 'add', people: { added: 2, changed: 0, gone: 0 } },
    { way: 'replace', people: { added: 2, changed: 0, gone: 2 }, after: { participants: 2 } },
  ]);
  expect(value(await importOf(editionId, buyers, preview.digest, 'replace'))).toMatchObject({ way: 'add' });
  expect(await peopleOf(editionId)).toEqual(['1 Aspen Glass', '2 Mersey Pumps', 'B01 Lowland Retail', 'B02 Huating Mills']);
  expect(value(await bringBy(editionId, fileOf('Company\nLowland Retail\n', 'buyers.csv'), 'replace'))).toMatchObject({
    way: 'replace',
    people: { added: 0, changed: 1, gone: 3 },
  });
  expect(await peopleOf(editionId)).toEqual(['B01 Lowland Retail']);
});

test('who is named again by code or name is changed, and keeps what the list leaves blank; requests of others stay', async () => {
  const editionId = await newEdition();
  value(await bring(editionId, fileOf(text, 'edition.csv')));
  const list = fileOf('Company,City\n白杨玻璃,Lyon\nHuating Mills,\n', 'exhibitors.csv');
  expect(value(await bringBy(editionId, list, 'add'))).toMatchObject({
    people: { added: 1, changed: 1, gone: 0 },
    requests: { added: 0, changed: 0, withdrawn: 0 },
    after: { participants: 3, requests: 2, meetings: 1 },
  });
  const file = await (await take(editionId, 'csv')).text();
  expect(file).toContain('Participants,E01,Aspen Glass,白杨玻璃,exhibitor,FR,Lyon,');
  expect(await peopleOf(editionId)).toEqual(['B01 Lowland Retail', 'E01 Aspen Glass', 'E02 Huating Mills']);
  const wishes = fileOf('From,To,Wish\nE02,Lowland Retail,must\nB01,E01,must\n', 'requests.csv');
  expect(value(await previewOf(editionId, wishes))).toMatchObject({
    way: 'add',
    requests: { added: 1, changed: 1, withdrawn: 0 },
    after: { requests: 3, meetings: 2 },
  });
  expect(value(await bringBy(editionId, wishes, 'add'))).toMatchObject({ requests: { withdrawn: 0 } });
  expect(value(await previewOf(editionId, wishes))).toMatchObject({ requests: { added: 0, changed: 0, withdrawn: 0 } });
});

test('a company that a file names twice is told with its rows, in whatever language or legal form, and is no reason to refuse it', async () => {
  const editionId = await newEdition();
  const list =
    'Name (English),Name (Chinese)\nAspen Glass,白杨玻璃\nMersey Pumps Ltd,\n mersey  pumps LTD,\n,白杨玻璃\nLowland Retail,\nMersey Pumps Limited,\n';
  const preview = value(await bring(editionId, fileOf(list, 'exhibitors.csv')));
  const at = (row: number) => ({ sheet: 'exhibitors.csv', row });
  expect(preview).toMatchObject({
    after: { participants: 6 },
    doubled: [
      { name: 'Aspen Glass · 白杨玻璃', places: [at(2), at(5)] },
      { name: 'Mersey Pumps Ltd · Mersey Pumps Limited', places: [at(3), at(4), at(7)] },
    ],
  });
  expect(value(await previewOf(editionId, fileOf('Name\nAspen Glass\nLowland Retail\n', 'exhibitors.csv'))).doubled).toEqual([]);
});

test('a broken file imports nothing and names every problem', async () => {
  const editionId = await newEdition();
  const broken = text.replace('B01,E01,want', 'B01,B01,want').replace('13:30', '09:15');
  const refused = await bring(editionId, fileOf(broken, 'edition.csv'));
  expect(refused.ok ? [] : refused.refusal.problems?.map((p) => [...p.path, p.code])).toEqual([
    ['Slots', 4, 'Start', 'meetings.file_slots_overlap'],
    ['Requests', 25, 'To', 'meetings.file_request_to_oneself'],
  ]);
  const { rowCount } = await db.owner.query('select 1 from expos.participant where edition_id = $1', [editionId]);
  expect(rowCount).toBe(0);
});

test('an import is refused when the edition is no longer what was seen, and to everybody but the organiser', async () => {
  const editionId = await newEdition();
  const file = fileOf(text, 'edition.csv');
  expect(await importOf(editionId, file, 'seen before')).toMatchObject({
    ok: false,
    refusal: { code: 'meetings.import_preview_outdated' },
  });
  const asOther: Transact = (use) => db.as(other.owner, use);
  expect((await previewOf(editionId, file, asOther)).ok).toBe(false);
  expect((await exportEdition(asOther, { editionId, format: 'csv' })).ok).toBe(false);
});

test('an edition that changes while its file is read is not written over', async () => {
  const editionId = await newEdition();
  const input = { editionId, file: fileOf(text, 'edition.csv'), ...day };
  const { digest } = value(await previewOf(editionId, input.file));
  const read = value(await readImport(asOrganiser, { ...input, digest }));
  expect(read.chosen?.way.digest).toBe(digest);
  value(await bring(editionId, fileOf(text.replace('Windows', 'Doors'), 'edition.csv')));
  expect(await asOrganiser((work) => importEdition(work, { ...input, digest, confirm: 'replace' }, read))).toMatchObject({
    refusal: { code: 'meetings.import_preview_outdated' },
  });
  expect(await (await take(editionId, 'csv')).text()).toContain('Doors');
});

test('no connection of the pool is held while a file is read or written', async () => {
  const editionId = await newEdition();
  let open = 0;
  const watched: Transact = async (use) => {
    open++;
    try {
      return await asOrganiser(use);
    } finally {
      open--;
    }
  };
  const file = fileOf(text, 'edition.csv');
  const seen: number[] = [];
  const bytes = file.arrayBuffer.bind(file);
  file.arrayBuffer = () => {
    seen.push(open);
    return bytes();
  };
  value(await readImport(watched, { editionId, file, ...day }));
  expect(seen).toEqual([0]);
});

test('one import leaves one entry in the log, with a digest', async () => {
  const editionId = await newEdition();
  const count = async (): Promise<number> =>
    Number((await db.owner.query<{ n: string }>('select count(*) as n from accounts.audit_entry')).rows[0]?.n);
  const before = await count();
  const preview = value(await bring(editionId, fileOf(text, 'edition.csv')));
  expect((await count()) - before).toBe(1);
  const { rows } = await db.owner.query<{ use_case: string; digest: string }>(
    'select use_case, digest from accounts.audit_entry order by happened_at desc, id desc limit 1',
  );
  expect(rows[0]).toMatchObject({ use_case: 'import-event', digest: preview.digest });
});

test('slots of other days bring the days of the edition along, as the preview says; in part they are a mistake', async () => {
  const editionId = await newEdition();
  const later = fileOf(text.replaceAll('2026-11-06', '2026-11-27'), 'edition.csv');
  const days = { firstDay: '2026-11-27', lastDay: '2026-11-27' };
  expect(value(await previewOf(editionId, later)).days).toEqual(days);
  expect(value(await bring(editionId, later)).days).toEqual(days);
  const edition = await asOrganiser((work) => getEdition(work, { edition: editionId }));
  expect(value(edition)).toMatchObject(days);
  const astray = fileOf(text.replace('2026-11-06,13:30', '2026-11-28,13:30').replaceAll('2026-11-06', '2026-11-27'), 'edition.csv');
  expect(await previewOf(editionId, astray)).toMatchObject({ refusal: { problems: [{ code: 'meetings.file_outside_edition' }] } });
});

test('an edition’s own file read back changes nothing, and not even a version is counted', async () => {
  const editionId = await newEdition();
  value(await bring(editionId, fileOf(text, 'edition.csv')));
  const version = async () => value(await asOrganiser((work) => getEdition(work, { edition: editionId }))).version;
  const before = await version();
  for (const format of ['xlsx', 'csv'] as const) {
    const own = await take(editionId, format);
    expect(value(await previewOf(editionId, own))).toMatchObject({ changes: false, days: null });
    expect(value(await bring(editionId, own, 'replace'))).toMatchObject({ changes: false });
  }
  expect(await version()).toBe(before);
});

test('companies without any request are read in only once somebody says that this is meant; sheets can be said', async () => {
  const editionId = await newEdition();
  const file = fileOf('Wer,Was\nAspen Glass,buyer\nLowland,exhibitor\n', 'liste.csv');
  expect(await previewOf(editionId, file)).toMatchObject({ refusal: { problems: [{ code: 'meetings.file_no_known_table' }] } });
  const sheets = [{ sheet: 'liste.csv', holds: 'participants' as const, columns: ['name.en', 'role'] }];
  const looked = value(await lookAtFile(asOrganiser, { editionId, file, sheets }));
  expect(looked.sheets[0]?.columns).toEqual([
    { name: 'Wer', samples: ['Aspen Glass', 'Lowland'], meaning: 'name.en' },
    { name: 'Was', samples: ['buyer', 'exhibitor'], meaning: 'role' },
  ]);
  const input = { editionId, file, ...day, sheets };
  const { preset } = value(await readImport(asOrganiser, input));
  expect(preset).toMatchObject({ lacksRequests: true, leftOut: 0, after: { participants: 2, requests: 0 } });
  const read = value(await readImport(asOrganiser, { ...input, digest: preset.digest }));
  const agreed = { ...input, digest: preset.digest, confirm: 'empty_only' as const };
  expect(await asOrganiser((work) => importEdition(work, agreed, read))).toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.import_without_requests' },
  });
  expect((await asOrganiser((work) => importEdition(work, { ...agreed, withoutRequests: true }, read))).ok).toBe(true);
});

test('what companies offer and look for is taken from an ordinary sheet, and written back', async () => {
  const editionId = await newEdition();
  const text =
    '编号,企业名称,身份,主要产品,Looking for\nE01,一号公司,展商,热泵,Ports\nB01,二号公司,采购商,,海水淡化设备\nB02,三号公司,采购商,,\n';
  expect(value(await bring(editionId, fileOf(text, 'participants.csv'))).ignored).toEqual([]);
  const { entries } = value(await asOrganiser((work) => listDirectory(work, { editionId, limit: 50 })));
  expect(entries.map(({ code, offer, need }) => [code, offer?.['zh-Hans']?.text, need?.['en']?.text, need?.['zh-Hans']?.text])).toEqual([
    ['B01', undefined, undefined, '海水淡化设备'],
    ['B02', undefined, undefined, undefined],
    ['E01', '热泵', 'Ports', undefined],
  ]);
  expect(value(await previewOf(editionId, await take(editionId, 'xlsx'))).changes).toBe(false);
});

test('the same wish in two rows is one request, told with both rows; two rows that number their meetings stay two', async () => {
  const editionId = await newEdition();
  const people = 'Code,Name,Role\nE01,One,exhibitor\nE02,Two,exhibitor\nB01,Three,buyer\n';
  value(await bring(editionId, fileOf(people, 'participants.csv')));
  const wishes = 'From,To,Wish,Note\nE01,B01,B,pumps\nE02,B01,A,\nE01,B01,A,valves\n';
  const preview = value(await previewOf(editionId, fileOf(wishes, 'requests.csv')));
  expect(preview.joined.map(({ row, into }) => [row, into])).toEqual([[4, 2]]);
  expect(preview).toMatchObject({ after: { requests: 2, meetings: 2 }, sameSide: 0 });
  const numbered = 'From,To,Wish,Meeting\nE01,B01,A,1\nE01,B01,A,2\nE01,E02,A,3\n';
  const other = value(await previewOf(editionId, fileOf(numbered, 'requests.csv')));
  expect(other).toMatchObject({ joined: [], after: { requests: 3, meetings: 3 }, sameSide: 1 });
});

test('a file that says otherwise than the edition is asked about cell by cell, old beside new; what is kept stays, the others are taken', async () => {
  const editionId = await newEdition();
  value(await bring(editionId, fileOf(text, 'edition.csv')));
  const held = await (await take(editionId, 'csv')).text();
  const other = fileOf(text.replace('Windows', 'Doors').replace('Tables,1,A,2', 'Tables,1,B,2'), 'edition.csv');
  const preview = value(await previewOf(editionId, other));
  const shown = preview.cells.map(({ table, row, field, before, after }) => [table, row, field, before, after]);
  expect(shown).toContainEqual(['tables', '1', 'hall', 'A', 'B']);
  expect(shown).toHaveLength(2);
  const input = { editionId, file: other, ...day, digest: preview.digest, confirm: 'replace' as const, withoutRequests: true };
  const attempt = async (more: Partial<Asked<'importEdition'>>) => {
    const read = value(await readImport(asOrganiser, { ...input, ...more }));
    return asOrganiser((work) => importEdition(work, { ...input, ...more }, read));
  };
  expect(await attempt({})).toMatchObject({ refusal: { code: 'meetings.import_cells_undecided', params: { count: 2 } } });
  expect(await (await take(editionId, 'csv')).text()).toBe(held);
  value(await attempt({ decidedCells: 2, keepCells: [{ table: 'tables', row: '1', field: 'hall' }] }));
  const after = await (await take(editionId, 'csv')).text();
  expect([after.includes('Doors'), after.includes('Windows'), /Tables,1,A/.test(after)]).toEqual([true, false, true]);
  const again = value(await previewOf(editionId, other));
  expect(again.cells.map(({ table }) => table)).toEqual(['tables']);
});
