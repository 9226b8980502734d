import { expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import { anniversaryIn, yearsSince } from './anniversaries.ts';
import { countByClass, countByCommon } from '#modules/desk/domain/count-by-class.ts';
import { domainMarks } from './domain-marks.ts';
import { endingAgreements, nearness } from './endings.ts';
import { namedFirst, slugOf, slugsIn } from './naming.ts';
import { pairOf, type TieCityId } from './tie.ts';
import { turnToVisit, visitsBy } from './visits.ts';
import { lastDayOf, monthsLater, yearsLater } from './years.ts';

const on = (text: string, qualifier: FlexDate['qualifier'] = 'exact'): FlexDate => ({ text, qualifier });
const city = (id: string): TieCityId => id as TieCityId;

test('a pair is the same from either side, and a city has no tie with itself', () => {
  expect(pairOf(city('b'), city('a'))).toEqual({ a: 'a', b: 'b' });
  expect(pairOf(city('a'), city('b'))).toEqual(pairOf(city('b'), city('a')));
  expect(pairOf(city('a'), city('a'))).toBeNull();
});

test('each side’s copy names itself first; a neutral page follows the alphabet', () => {
  const shanghai = { id: '1', slug: 'shanghai-cn' };
  const liverpool = { id: '2', slug: 'liverpool-gb' };
  expect(namedFirst(liverpool, shanghai, '1')).toEqual([shanghai, liverpool]);
  expect(namedFirst(liverpool, shanghai, '2')).toEqual([liverpool, shanghai]);
  expect(namedFirst(shanghai, liverpool, null)).toEqual([liverpool, shanghai]);
  expect(slugOf(shanghai, liverpool)).toBe('liverpool-gb--shanghai-cn');
  expect(slugsIn('liverpool-gb--shanghai-cn')).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect([slugsIn('liverpool-gb'), slugsIn('a--b--c'), slugsIn('--b')]).toEqual([null, null, null]);
});

test('a domain is alive for three years after its last entry, then quiet; what is agreed for later is no activity, and without a date it is neither', () => {
  const marks = domainMarks(
    [
      { domains: ['trade', 'education_science'], dates: [on('2019-04')] },
      { domains: ['investment'], dates: [on('2014'), on('2027')] },
      { domains: ['trade'], dates: [on('2014')] },
      { domains: ['health'], dates: [on('2016-11-05')] },
      { domains: ['sport'], dates: [on('2016-11-04')] },
      { domains: ['tourism'], dates: [] },
      { domains: ['governance'], dates: [on('2000', 'after')] },
      { domains: ['youth_people'], dates: [on('2020-05'), on('2027')] },
    ],
    '2019-11-05',
  );
  expect(marks).toHaveLength(11);
  const states = Object.fromEntries(
    marks.map(({ domain, state, entries, last, ahead }) => [
      domain,
      [state, entries, last?.text ?? '', ahead?.text ?? ''].join(' ').trim(),
    ]),
  );
  expect(states).toMatchObject({
    trade: 'alive 2 2019-04',
    education_science: 'alive 1 2019-04',
    investment: 'quiet 1 2014 2027',
    health: 'alive 1 2016-11-05',
    sport: 'quiet 1 2016-11-04',
    culture: 'empty 0',
    tourism: 'undated 1',
    governance: 'undated 1 2000',
    youth_people: 'ahead 1  2027',
  });
});

test('an anniversary has a day only where the beginning has one, and none where only the year is known', () => {
  expect(anniversaryIn(on('1999-10-18'), '2019-10')).toEqual({ years: 20, day: 18, round: true });
  expect(anniversaryIn(on('2001-11-10'), '2019-11')).toEqual({ years: 18, day: 10, round: false });
  expect(anniversaryIn(on('1999-10'), '2019-10')).toEqual({ years: 20, day: null, round: true });
  expect(anniversaryIn(on('1996-02-29'), '2019-02')).toEqual({ years: 23, day: 28, round: false });
  expect([on('1999'), on('1999-10', 'about'), on('1999-11-18')].map((date) => anniversaryIn(date, '2019-10'))).toEqual([null, null, null]);
  expect(anniversaryIn(on('2019-10-18'), '2019-10')).toBeNull();
});

test('years since are whole ones', () => {
  const since = (text: string, today: string) => yearsSince(on(text), today);
  expect([
    since('1999-10-18', '2019-10-17'),
    since('1999-10-18', '2019-10-18'),
    since('1999-10', '2019-09-30'),
    since('1999-10', '2019-11-01'),
    since('1999', '2019-12-31'),
  ]).toEqual([19, 20, 19, 20, 20]);
  // It may have been 19 or 20.
  expect([since('1999-10', '2019-10-01'), since('1999', '2019-01-01'), since('1952', '2026-11-29')]).toEqual([null, null, null]);
  expect([since('2019', '2019-12-01'), yearsSince(on('1999', 'about'), '2019-01-01')]).toEqual([null, null]);
});

test('whoever was visited last is to travel next', () => {
  expect(turnToVisit([], '2020-01-01')).toBeNull();
  expect(turnToVisit([{ from: 'b', on: on('2019-04') }], '2020-01-01')).toBe('a');
  const both = [
    { from: 'b', on: on('2017-05-01') },
    { from: 'a', on: on('2018') },
    { from: 'b', on: on('2019-04') },
  ] as const;
  expect(turnToVisit(both, '2020-01-01')).toBe('a');
  // A visit of 2019 gives nobody a turn in 2026.
  expect(turnToVisit(both, '2026-11-28')).toBeNull();
  expect(visitsBy(both, 'b')).toEqual({ visits: 2, last: on('2019-04') });
  expect(turnToVisit([...both, { from: 'a', on: on('2019-04') }], '2020-01-01')).toBeNull();
});

test('an agreement known to end in a year is near all through it; one that another follows is not about to end', () => {
  const today = '2019-11-05';
  const dates = ['2019', '2019-10-31', '2019-11-30', '2020-02', '2020-03-01', '2020'].map((text) => nearness(on(text), today));
  expect(dates).toEqual(['this_month', 'late', 'this_month', 'soon', 'far', 'soon']);
  const older = { validFrom: on('2017'), validTo: on('2019') };
  expect(endingAgreements([older], today)).toEqual([older]);
  expect(endingAgreements([older, { validFrom: on('2019'), validTo: on('2022') }], today)).toEqual([
    { validFrom: on('2019'), validTo: on('2022') },
  ]);
  expect(
    endingAgreements(
      [
        { validFrom: null, validTo: null },
        { validFrom: null, validTo: on('2006') },
      ],
      today,
    ),
  ).toEqual([]);
  const late = { validFrom: null, validTo: on('2018') };
  expect(endingAgreements([late], today)).toEqual([late]);
});

test('an agreement made beside another one, a draft, or one that follows a third does not silence its end', () => {
  const today = '2019-11-05';
  const ending = { id: 'ending', validFrom: on('2017'), validTo: on('2019') };
  const later = { id: 'later', signedOn: null, validFrom: on('2019-06'), validTo: on('2025') };
  const beside = { ...later, validFrom: on('2016-03-01') };
  const draft = { ...later, validFrom: null };
  const ofAnother = { ...later, followsId: 'third' };
  for (const other of [beside, draft, ofAnother]) expect(endingAgreements([ending, other], today)).toContain(ending);
  for (const other of [later, { ...beside, followsId: 'ending' }, { ...draft, signedOn: on('2019-10') }])
    expect(endingAgreements([ending, other], today)).not.toContain(ending);
});

test('ties are counted by class as of a day; what the date cannot decide, begins later or had ended is counted apart', () => {
  const tie = (classCode: string | null, since: string | null, more: { ended?: string; country?: string; proposed?: boolean } = {}) => ({
    classCode,
    since: since === null ? null : on(since),
    ended: more.ended === undefined ? null : on(more.ended),
    proposed: more.proposed === true,
    country: more.country ?? null,
  });
  const ties = [
    tie('friendly_exchange', '2010'),
    tie('sister_city', '1999-10-18', { country: 'GB' }),
    tie('sister_city', '2000', { country: 'IE' }),
    tie('sister_city', null, { country: 'GB' }),
    tie(null, '1979'),
    tie('sister_city', '1980', { ended: '1995-01-01' }),
    tie('sister_city', '1981', { ended: '2000' }),
    tie('friendly_exchange', '2099', { country: 'FR' }),
    tie('sister_city', null, { country: 'IS', proposed: true }),
  ];
  expect(countByClass(ties, { day: '2000-05-31', order: ['sister_city', 'friendly_exchange'] })).toEqual({
    classes: [
      { classCode: 'sister_city', certain: 1, perhaps: 2, undated: 1, later: 1, ended: 1 },
      { classCode: 'friendly_exchange', certain: 0, perhaps: 0, undated: 0, later: 2, ended: 0 },
      { classCode: null, certain: 1, perhaps: 0, undated: 0, later: 0, ended: 0 },
    ],
    countries: 2,
  });
});

test('a class of an office’s own is counted with the common one that it counts as, and by itself where it counts as none', () => {
  const count = (classCode: string | null, certain: number) => ({ classCode, certain, perhaps: 1, undated: 0, later: 0, ended: 0 });
  const common = new Map([['own_port', 'sister_city']]);
  expect(
    countByCommon(
      [count('sister_city', 2), count('own_port', 3), count('own_club', 1), count(null, 4)],
      (code) => common.get(code) ?? null,
    ),
  ).toEqual([
    { classCode: 'sister_city', certain: 5, perhaps: 2, undated: 0, later: 0, ended: 0 },
    { classCode: 'own_club', certain: 1, perhaps: 1, undated: 0, later: 0, ended: 0 },
    { classCode: null, certain: 4, perhaps: 1, undated: 0, later: 0, ended: 0 },
  ]);
});

test('months and years are counted without a clock', () => {
  expect([yearsLater('2020-02-29', -3), yearsLater('2019-11-05', 5)]).toEqual(['2017-02-28', '2024-11-05']);
  expect([lastDayOf('2019-02'), lastDayOf('2020-02'), lastDayOf('2019-11')]).toEqual(['2019-02-28', '2020-02-29', '2019-11-30']);
  expect([monthsLater('2019-11', 3), monthsLater('2019-01', -1)]).toEqual(['2020-02', '2018-12']);
});
