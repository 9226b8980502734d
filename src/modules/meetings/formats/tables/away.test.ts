import { expect, test } from 'vitest';
import type { EditionFile } from '../../domain/file/edition-file.ts';
import { emptyFile } from '../../domain/file/file-fixture.ts';
import { readEditionBytes } from '../edition-bytes.ts';

import { awayIn } from './away.ts';

const days = ['2026-12-01', '2026-12-02'];
const first = (start: string, end: string) => ({ date: '2026-12-01', start, end });
const second = (start: string, end: string) => ({ date: '2026-12-02', start, end });

test.each([
  ['12月1日 17:00-18:00', [first('17:00', '18:00')]],
  ['2026年12月2日上午', [second('00:00', '12:00')]],
  ['12月1日17点至18点半；12月2日下午', [first('17:00', '18:30'), second('12:00', '24:00')]],
  ['12月1日 9:00-10:00、14:00-15:00', [first('09:00', '10:00'), first('14:00', '15:00')]],
  ['1日全天，2日下午2:00-4:00', [first('00:00', '24:00'), second('14:00', '16:00')]],
  ['12月2日（周三）15:00以后', [second('15:00', '24:00')]],
  ['2 December, afternoon', [second('12:00', '24:00')]],
  ['1 Dec 9:00–10:30; 2 Dec after 3pm', [first('09:00', '10:30'), second('15:00', '24:00')]],
  ['2:00-4:00 pm on 2 December 2026', [second('14:00', '16:00')]],
  ['2026-12-01', [first('00:00', '24:00')]],
  ['12-01 10:00-11:00', [first('10:00', '11:00')]],
  ['1/12 10:00 to 11:00', [first('10:00', '11:00')]],
  ['Dec 2, before 10:00', [second('00:00', '10:00')]],
  ['１２月１日１７：００－１８：００', [first('17:00', '18:00')]],
  ['', []],
])('“%s” is read', (text, spans) => {
  expect(awayIn(text, days)).toEqual(spans);
});

test.each(['sometimes', '9:00-10:00', '12月1日 17:00', '12/1 18:00-17:00', 'next week', '12月1日 9-10'])('“%s” is not', (text) => {
  expect(awayIn(text, days)).toBeNull();
});

test('a time alone is on the only day of an edition', () => {
  expect(awayIn('9:00-10:00, 11:00-12:00', ['2026-12-02'])).toEqual([second('09:00', '10:00'), second('11:00', '12:00')]);
});

const heads = 'Code,Name,Role,Country,Times away';
const read = (rows: readonly string[], existing: EditionFile, way: 'add' | 'replace') =>
  readEditionBytes({
    bytes: new TextEncoder().encode([heads, ...rows].join('\n')),
    ...{ fileName: 'companies.csv', existing, editionOf: 'existing', way, day: { date: '2026-12-01', firstStart: '09:00', minutes: 20 } },
  });
const edition = { name: { en: 'Forum' }, venue: {}, timeZone: 'Asia/Shanghai', firstDay: '2026-12-01', lastDay: '2026-12-02' };
const value = async (...asked: Parameters<typeof read>): Promise<EditionFile> => {
  const answer = await read(...asked);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.edition;
};
const away = (code: string, span: object, reason = '') => ({ who: { kind: 'participant', code }, away: { kind: 'span', ...span }, reason });

test('times away stand beside companies; a file that is added leaves those whose cell is blank, one in place of all takes theirs away', async () => {
  const companies = ['E01,Mersey,exhibitor,GB,12月1日上午', 'B01,Harbour,buyer,NL,"2 Dec 9:00-10:00; 2 Dec, 14:00-15:00"'];
  const first_ = await value(companies, { ...emptyFile, edition }, 'add');
  const [mersey, harbour] = [
    [away('E01', first('00:00', '12:00'))],
    [away('B01', second('09:00', '10:00')), away('B01', second('14:00', '15:00'))],
  ];
  expect(first_.unavailable).toEqual([...mersey, ...harbour]);
  const blank = ['E01,Mersey,exhibitor,GB,', 'B01,Harbour,buyer,NL,无'];
  expect((await value(['B01,Harbour,buyer,NL,12月2日全天', ...blank.slice(0, 1)], first_, 'add')).unavailable).toEqual([
    away('B01', second('00:00', '24:00')),
    ...mersey,
  ]);
  expect((await value(blank, first_, 'replace')).unavailable).toEqual([]);
  const refused = await read(['E01,Mersey,exhibitor,GB,now and then', 'B01,Harbour,buyer,NL,3 Dec 2026 morning'], first_, 'add');
  expect(refused).toMatchObject({
    refusal: {
      problems: [
        { code: 'meetings.file_away_unread', params: { row: 2, column: 'Times away', value: 'now and then' } },
        { code: 'meetings.file_outside_edition', params: { row: 3, column: 'Times away' } },
      ],
    },
  });
});
