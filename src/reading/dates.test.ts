import { expect, test } from 'vitest';
import { monthLanguageIn } from './day-order.ts';
import { parseFlexDate, readTypedDate } from './dates.ts';

const read = (typed: string): string => {
  const result = parseFlexDate(typed);
  return result.ok ? `${result.value.qualifier} ${result.value.text}` : result.refusal.code.replace('kernel.date_', '');
};

test.each([
  ['1979', 'exact 1979'],
  [' 1979年 ', 'exact 1979'],
  ['Oct. 1999', 'exact 1999-10'],
  ['October 1999', 'exact 1999-10'],
  ['October, 1999', 'exact 1999-10'],
  ['Sept 2001', 'exact 2001-09'],
  ['10/1999', 'exact 1999-10'],
  ['1999-10', 'exact 1999-10'],
  ['1999年10月', 'exact 1999-10'],
  ['一九九九年十月', 'exact 1999-10'],
  ['18 Oct 1999', 'exact 1999-10-18'],
  ['18th of October, 1999', 'exact 1999-10-18'],
  ['October 18th, 1999', 'exact 1999-10-18'],
  ['18-Oct-1999', 'exact 1999-10-18'],
  ['1999 Oct 8', 'exact 1999-10-08'],
  ['1999-10-18', 'exact 1999-10-18'],
  ['1999-10-18 00:00:00', 'exact 1999-10-18'],
  ['1999/1/8', 'exact 1999-01-08'],
  ['1999年10月18日', 'exact 1999-10-18'],
  ['１９９９年１０月１８日', 'exact 1999-10-18'],
  ['二〇一九年十一月五日', 'exact 2019-11-05'],
  ['1980年 1月 28日', 'exact 1980-01-28'],
  ['28/1/1980', 'exact 1980-01-28'],
  ['28.01.1980', 'exact 1980-01-28'],
  ['1/28/1980', 'exact 1980-01-28'],
  ['5/5/1980', 'exact 1980-05-05'],
  ['about 1980', 'about 1980'],
  ['c. 1980', 'about 1980'],
  ['ca. Oct 1980', 'about 1980-10'],
  ['~1980', 'about 1980'],
  ['约1980年', 'about 1980'],
  ['1980年左右', 'about 1980'],
  ['1980年前后', 'about 1980'],
  ['before 1980', 'before 1980'],
  ['1980年以前', 'before 1980'],
  ['after 28 January 1980', 'after 1980-01-28'],
  ['1980年后', 'after 1980'],
  ['12. Mai 1952', 'exact 1952-05-12'],
  ['Mai 1952', 'exact 1952-05'],
  ['1. März 1952', 'exact 1952-03-01'],
  ['12 août 1952', 'exact 1952-08-12'],
  ['1er févr. 1952', 'exact 1952-02-01'],
  ['12 de mayo de 1952', 'exact 1952-05-12'],
  ['12 maggio 1952', 'exact 1952-05-12'],
  ['12 мая 1952 г.', 'exact 1952-05-12'],
  ['1952 г.', 'exact 1952'],
  ['3 października 1979', 'exact 1979-10-03'],
  ['1952년 5월 12일', 'exact 1952-05-12'],
  ['昭和27年5月12日', 'exact 1952-05-12'],
  ['平成元年', 'exact 1989'],
  ['18. 10. 1979', 'exact 1979-10-18'],
  ['1952. 5. 12.', 'exact 1952-05-12'],
  ['18.X.1979', 'exact 1979-10-18'],
  ['XII.1979', 'exact 1979-12'],
  ['19791018', 'exact 1979-10-18'],
  ['Thursday, 18 October 1979', 'exact 1979-10-18'],
  ['1999-10-18T10:30:00+08:00', 'exact 1999-10-18'],
  ['1979-10-00', 'exact 1979-10'],
  ['1979-00-00', 'exact 1979'],
  ['1979.0', 'exact 1979'],
  ['(1952)', 'exact 1952'],
  ['[1952]', 'exact 1952'],
  ['since 1952', 'exact 1952'],
  ['seit Mai 1952', 'exact 1952-05'],
  ['depuis 1987', 'exact 1987'],
  ['vor 1952', 'before 1952'],
  ['before Oct 1980', 'before 1980-10'],
  ['17. Mai 1988', 'exact 1988-05-17'],
  ['17 . Mai 1988', 'exact 1988-05-17'],
  ['17.Mai.1988', 'exact 1988-05-17'],
  ['den 17. Mai 1988', 'exact 1988-05-17'],
  ['17. května 1988', 'exact 1988-05-17'],
  ['17 maja 1988 r.', 'exact 1988-05-17'],
  ['1988. május 17.', 'exact 1988-05-17'],
  ['1988 m. gegužės 17 d.', 'exact 1988-05-17'],
  ['17. toukokuuta 1988', 'exact 1988-05-17'],
  ['17 травня 1988 р.', 'exact 1988-05-17'],
  ['17 Μαΐου 1988', 'exact 1988-05-17'],
  ['17 Mayıs 1988', 'exact 1988-05-17'],
  ['le 1er mai 1988', 'exact 1988-05-01'],
  ['May. 17, 1988', 'exact 1988-05-17'],
  ['1988年5月', 'exact 1988-05'],
  ['2009-10', 'exact 2009-10'],
  ['1992.3', 'exact 1992-03'],
  ['昭和63.5.17', 'exact 1988-05-17'],
  ['S63.5.17', 'exact 1988-05-17'],
  ['1990年頃', 'about 1990'],
  ['2009年起', 'exact 2009'],
  ['um 1980', 'about 1980'],
  ['vers 1980', 'about 1980'],
  ['c1989', 'about 1989'],
  ['約1995年', 'about 1995'],
  ['od maja 1993 r.', 'exact 1993-05'],
  ['31.12.2003 r.', 'exact 2003-12-31'],
  ['po 1996 r.', 'after 1996'],
  ['w 2004 r.', 'exact 2004'],
  ['V 1990', 'exact 1990-05'],
  ['v 1990', 'exact 1990'],
  ['I 1990', 'exact 1990-01'],
  ['1° giugno 1991', 'exact 1991-06-01'],
  ['с 1961 года', 'exact 1961'],
  ['2000 yılında', 'exact 2000'],
  ['est. 1962', 'exact 1962'],
  ['S35', 'exact 1960'],
  ['平成十二年', 'exact 2000'],
  ['昭和五十三年十一月', 'exact 1978-11'],
  ['二〇一四年八月廿二日', 'exact 2014-08-22'],
  ['1972年6月16日(金)', 'exact 1972-06-16'],
  ['2019年3月23日签', 'exact 2019-03-23'],
  ['١٩٩٥', 'exact 1995'],
])('reads %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ['31/4/1980', 'does_not_exist'],
  ['30 February 1999', 'does_not_exist'],
  ['1999-02-29', 'does_not_exist'],
  ['1999年13月', 'does_not_exist'],
  ['13/13/1999', 'does_not_exist'],
  ['3/4/1980', 'ambiguous'],
  ['3.4.1980', 'ambiguous'],
  ['3. 4. 1980', 'ambiguous'],
  ['(3/4/1980)', 'ambiguous'],
  ['民國68年', 'era'],
  ['民国17年5月', 'era'],
  ['1992/3', 'years'],
  ['1992/93', 'years'],
  ['1992-93', 'years'],
  ['92/93', 'years'],
  ['2009/10', 'years'],
  ['1999/00', 'years'],
  ['1999/2000', 'years'],
  ['1980s', 'decade'],
  ["'80s", 'decade'],
  ['1980er Jahre', 'decade'],
  ['années 1980', 'decade'],
  ['八十年代', 'decade'],
  ['上世纪80年代', 'decade'],
  ['1980年代', 'decade'],
  ['Oct-99', 'century'],
  ['88.5.17', 'century'],
  ['5/88', 'century'],
  ['11.6.92', 'ambiguous'],
  ["'52", 'century'],
  ['12-May-52', 'century'],
  ['12 listopad 1952', 'ambiguous'],
  ['1950s', 'decade'],
  ['1952-2010', 'unreadable'],
  ['19521312', 'does_not_exist'],
  ['44197', 'unreadable'],
  ['', 'unreadable'],
  ['long ago', 'unreadable'],
  ['28/1/80', 'century'],
  ['80年1月28日', 'century'],
  ['八〇年', 'century'],
  ['80年13月', 'does_not_exist'],
  ['3/4/80', 'ambiguous'],
  ['80', 'unreadable'],
  ['Octember 1999', 'unreadable'],
  ['early 1999', 'unsure'],
  ['Q3 2011', 'unsure'],
  ['2018年初', 'unsure'],
  ['II poł. 1989', 'unsure'],
  ['1990 or 1991', 'years'],
  ['1961/1977', 'years'],
  ['1970年代後半', 'decade'],
  ['lata 80.', 'decade'],
  ['nearly 40 years', 'unreadable'],
  ['近40年', 'unreadable'],
  ['1999-10/18', 'unreadable'],
  ['1999-2001', 'unreadable'],
])('does not guess at %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test('a date that can be two days offers both', () => {
  const result = parseFlexDate('about 3/4/1980');
  expect(result).toEqual({
    ok: false,
    refusal: {
      code: 'kernel.date_ambiguous',
      params: { date: 'about 3/4/1980', first: '1980-04-03', second: '1980-03-04' },
      choices: [
        { text: '1980-04-03', qualifier: 'about' },
        { text: '1980-03-04', qualifier: 'about' },
      ],
    },
  });
});

test('of a date without its century both are offered', () => {
  const result = parseFlexDate('约80年1月28日');
  expect(result.ok ? [] : [result.refusal.code, ...result.refusal.choices]).toEqual([
    'kernel.date_century',
    { text: '1980-01-28', qualifier: 'about' },
  ]);
  const leap = parseFlexDate('29/2/00');
  expect(leap.ok ? leap.value.text : leap.refusal.code).toBe('2000-02-29');
  const habit = parseFlexDate('3/4/80', { order: 'day_first' });
  expect(habit.ok ? [] : habit.refusal.choices.map(({ text }) => text)).toEqual(['1980-04-03']);
});

test('of two figures for a year no century is offered that is yet to come', () => {
  const offered = (typed: string, latestYear?: number) => {
    const read = parseFlexDate(typed, { order: 'day_first', ...(latestYear === undefined ? {} : { latestYear }) });
    return read.ok
      ? [read.value.text]
      : read.refusal.choices.map(({ text, qualifier }) => (qualifier === 'exact' ? text : `${qualifier} ${text}`));
  };
  expect([offered('11.6.92'), offered('11.6.05', 2026), offered('11.6.30', 2026), offered('11.6.30')]).toEqual([
    ['1992-06-11'],
    ['2005-06-11', '1905-06-11'],
    ['1930-06-11'],
    ['2030-06-11', '1930-06-11'],
  ]);
  expect([offered('1992/3'), offered('92/93'), offered('1980s'), offered('民国17年5月')]).toEqual([
    ['1992', '1993', '1992-03'],
    ['1992', '1993'],
    ['about 1985', 'after 1979', 'before 1990'],
    ['1928-05'],
  ]);
});

test('a known habit decides between the two', () => {
  expect(parseFlexDate('3/4/1980', { order: 'day_first' })).toEqual({ ok: true, value: { text: '1980-04-03', qualifier: 'exact' } });
  expect(parseFlexDate('3/4/1980', { order: 'month_first' })).toEqual({ ok: true, value: { text: '1980-03-04', qualifier: 'exact' } });
});

test('what is said of a date is short, whatever was typed', () => {
  const result = parseFlexDate('x'.repeat(5000));
  expect(result.ok ? '' : String(result.refusal.params['date']).length).toBe(60);
});

test('an apostrophe stands before the year: of Korean sheets the century is asked', () => {
  const choices = (text: string) => {
    const read = parseFlexDate(text, { latestYear: 2026 });
    return read.ok ? read.value : [read.refusal.code, ...read.refusal.choices.map((choice) => choice.text)];
  };
  expect(choices("'74.3.16")).toEqual(['kernel.date_century', '1974-03-16']);
  expect(choices('’04. 8. 21.')).toEqual(['kernel.date_century', '2004-08-21', '1904-08-21']);
  expect(choices("'98.5")).toEqual(['kernel.date_century', '1998-05']);
});

test('of a span of years, a season or a year in doubt it is asked how it is to be recorded', () => {
  const asked = (typed: string) => {
    const read = parseFlexDate(typed);
    return read.ok
      ? read.value.text
      : [read.refusal.code, ...read.refusal.choices.map(({ text, qualifier }) => `${qualifier} ${text}`)].join(' ');
  };
  expect(asked('1989/91')).toBe('kernel.date_years exact 1989 exact 1991');
  for (const typed of ['1990?', '1990 (?)']) expect(asked(typed)).toBe('kernel.date_unsure about 1990 exact 1990');
  for (const typed of ['autumn 1990', 'Frühjahr 1990', '1990年春']) expect(asked(typed)).toBe('kernel.date_unsure exact 1990');
  expect(parseFlexDate('abt 2007')).toMatchObject({ value: { text: '2007', qualifier: 'about' } });
});

test('a day that no month has offers its month and year; how long ago is counted back from a year that is known', () => {
  const offered = (typed: string, latestYear?: number) => {
    const read = parseFlexDate(typed, latestYear === undefined ? {} : { latestYear });
    return read.ok ? [] : read.refusal.choices.map(({ text, qualifier }) => `${qualifier} ${text}`);
  };
  expect(offered('31/04/2001')).toEqual(['exact 2001-04', 'exact 2001']);
  expect([offered('nearly 40 years', 2026), offered('近40年', 2026), offered('20 Jahre', 2026)]).toEqual([
    ['about 1986'],
    ['about 1986'],
    ['about 2006'],
  ]);
});

test('a name that means two months offers both, and one where its language is known', () => {
  const read = parseFlexDate('listopad 2017');
  expect(read.ok ? [] : read.refusal.choices.map(({ text }) => text)).toEqual(['2017-10', '2017-11']);
  expect(parseFlexDate('listopad 2017', { language: 'pl' })).toMatchObject({ value: { text: '2017-11' } });
  expect(monthLanguageIn(['2 lutego 1994', 'września 1992', 'maja 1993 r.', '1990'])).toBe('pl');
  expect([monthLanguageIn(['maja 1993', '5. svibnja 1980', 'września 1992']), monthLanguageIn(['maja 1993', 'mai 1993'])]).toEqual([
    null,
    null,
  ]);
});

test('a date with points that is typed into a field has its day first, and no century before there were sister cities', () => {
  const typed = (text: string) => {
    const result = readTypedDate(text);
    return result.ok ? result.value.text : result.refusal.choices.map((choice) => choice.text);
  };
  expect(typed('12.5.2021')).toBe('2021-05-12');
  expect(typed('12.5.21')).toEqual(['2021-05-12']);
  expect(typed('5. 6. 88')).toEqual(['1988-06-05']);
  expect(typed('12/5/21')).toEqual(['2021-05-12', '2021-12-05']);
  expect(typed('12/5/2021')).toEqual(['2021-05-12', '2021-12-05']);
});
