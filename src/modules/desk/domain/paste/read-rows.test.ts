import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import type { KnownDate, KnownFacts } from './known-facts.ts';
import { orderRead, readRows, type ReadRow } from './read-rows.ts';
import { isAsAbove } from '#reading/as-above.ts';
import { sheetOf } from './columns.ts';
import { mayHoldSince } from './since-column.ts';
import { verdictsOf, type Around, type CityMatch, type RowAnswer } from './verdicts.ts';
import { columnMeanings } from './heads.ts';
import { joinPaste, splitPaste } from '#reading/clipboard.ts';

const known = new Map(['Liverpool', 'Cork', '旧金山', 'Basel', 'Hamburg', 'Shanghai'].map((name) => [name, `id of ${name}`]));
const matchOf = ({ city, code }: ReadRow): CityMatch => {
  const cityId = known.get(city) ?? known.get(code);
  if (city === 'Santiago')
    return { state: 'several', choices: [1, 2].map((geonamesId) => ({ cityId: null, geonamesId, name: 'Santiago', country: 'CL' })) };
  if (cityId === undefined) return { state: 'none', choices: [] };
  return { state: 'one', city: { cityId, geonamesId: null, name: city, country: null } };
};
const around: Around = { matchOf, own: 'id of Shanghai', known: () => null };

const read = (text: string) => readRows(sheetOf(splitPaste(text), []), { ownClasses: [], order: null });
const judge = (text: string, answers: readonly RowAnswer[] = [], more: Partial<Around> = {}) =>
  verdictsOf(read(text), answers, { ...around, ...more });

test('a sheet with English or Chinese heads is understood by them', () => {
  expect(sheetOf(splitPaste('City\tCountry\tSince\nCork\tIreland\t2005'), []).columns).toEqual(['city', 'country', 'since']);
  const chinese = sheetOf(
    splitPaste('友城\t国家\t结好时间\t类别\t我方状态\t资料来源\t备注\n科克\t爱尔兰\t2005年\t友好城市\t活跃\t年鉴\t'),
    [],
  );
  expect(chinese.columns).toEqual(['city', 'country', 'since', 'class', 'status', 'source', 'note']);
});

test('“姐妹城市” is a common word for 友好城市, in a cell as over a column', () => {
  const [row] = read('姐妹城市\t国家\t类别\n科克\t爱尔兰\t姐妹城市');
  expect([row?.city, row?.classCode]).toEqual(['科克', { state: 'read', value: 'sister_city' }]);
  expect(sheetOf(splitPaste('科克\t爱尔兰\t姐妹城市\t2005'), []).columns).toEqual(['city', 'country', 'class', 'since']);
});

test('a sheet without heads is understood by what stands in it', () => {
  const { heads, columns } = sheetOf(
    splitPaste('1\tCork\tIreland\tsister city\t2005\n2\tBasel\tSwitzerland\tsister city\t19 Nov 2007'),
    [],
  );
  expect([heads, columns]).toEqual([null, ['ignored', 'city', 'country', 'class', 'since']]);
});

test('a column may be taken for something else by hand, and an unknown one is kept in the note', () => {
  const rows = splitPaste('City\tMayor\tMilestone\nCork\tAna River\t2005');
  expect(sheetOf(splitPaste('City\tMayor\tWhen we signed\nCork\tAna River\t2005'), []).columns).toEqual(['city', 'extra', 'since']);
  expect(sheetOf(splitPaste('City\tMayor\tDate of last visit\nCork\tAna River\t2005'), []).columns).toEqual(['city', 'extra', 'extra']);
  expect(sheetOf(rows, []).columns).toEqual(['city', 'extra', 'extra']);
  // Of a column of dates that may be those of anything it is said that nobody knows.
  expect(mayHoldSince(sheetOf(rows, []))).toBe(true);
  const sheet = sheetOf(rows, [], ['city', 'extra', 'since']);
  expect(mayHoldSince(sheet)).toBe(false);
  expect(readRows(sheet, { ownClasses: [], order: null })).toMatchObject([
    { city: 'Cork', note: 'Mayor: Ana River', since: { state: 'read', value: { text: '2005' } } },
  ]);
});

test('a line of the note has the marks of the language of its head, and a dash is nothing to be noted', () => {
  const [kept] = read('城市\t中方签字人\t外方签字人\n旧金山\t汪道涵\t—\nCork\t\t岸昌');
  expect(kept?.note).toBe('中方签字人：汪道涵');
});

test('mixed dates are read at the precision they are written in', () => {
  const rows = read('City\tSince\nCork\t1979\nBasel\tOct. 1999\n旧金山\t1999年10月18日\nHamburg\t28/1/1980\nLiverpool\t');
  expect(rows.map(({ since }) => (since.state === 'read' ? since.value.text : since.state))).toEqual([
    '1979',
    '1999-10',
    '1999-10-18',
    '1980-01-28',
    'blank',
  ]);
});

test('an ambiguous date is a question with both answers, unless the sheet itself shows its order', () => {
  expect(judge('City\tSince\nCork\t3/4/1980')).toMatchObject([
    {
      number: 2,
      state: 'question',
      questions: [{ about: 'since', code: 'kernel.date_ambiguous', choices: [{ text: '1980-04-03' }, { text: '1980-03-04' }] }],
    },
  ]);
  const shown = 'City\tSince\nCork\t3/4/1980\nBasel\t28/1/1980';
  const sheet = sheetOf(splitPaste(shown), []);
  const shownBy = { row: 3, cell: '28/1/1980' };
  expect(orderRead(sheet, null)).toEqual({ order: 'day_first', shownBy, ambiguous: 1, example: '3/4/1980' });
  expect(orderRead(sheet, 'month_first')).toEqual({ order: 'month_first', shownBy: null, ambiguous: 1, example: '3/4/1980' });
  expect(orderRead(sheetOf(splitPaste('City\tSince\tNote\nCork\t1/4/1999\t28/1/1980'), []), null)).toMatchObject({ order: null });
  expect(judge(shown)).toMatchObject([{ state: 'understood', row: { since: { text: '1980-04-03' } } }, { state: 'understood' }]);
  expect(judge(`${shown}\nHamburg\t1/28/1980`)[0]).toMatchObject({ state: 'question' });
});

test('each row gets its own verdict: wrong city, no city, several cities, the own city, twice the same', () => {
  const verdicts = judge('City\tSince\nCork\t2005\nAtlantis\t1999\n\t1999\nSantiago\t\nShanghai\t1999\nCork\t2006\nBasel\t31/4/1980');
  expect(verdicts.map((v) => [v.number, v.state, 'questions' in v ? v.questions.map(({ code }) => code) : []])).toEqual([
    [2, 'understood', []],
    [3, 'not_understood', ['desk.paste_city_unknown']],
    [4, 'not_understood', ['desk.paste_city_missing']],
    [5, 'question', ['desk.paste_city_several']],
    [6, 'not_understood', ['ties.with_itself']],
    [7, 'not_understood', ['desk.paste_twice']],
    [8, 'question', ['kernel.date_does_not_exist']],
  ]);
});

test('an answer settles its row and no other', () => {
  const text = 'City\tClass\tStatus\tSince\nSantiago\tcousins\tso so\t3/4/1980\nCork\tcousins\t\t2005';
  const city = { cityId: null, geonamesId: 2, name: 'Santiago', country: 'CL' };
  const answers: readonly RowAnswer[] = [
    { row: 2, city, classCode: 'sister_city', status: 'quiet', since: { text: '1980-04-03', qualifier: 'exact' } },
  ];
  expect(judge(text, answers)).toMatchObject([
    { number: 2, state: 'understood', row: { city, classCode: 'sister_city', status: 'quiet', since: { text: '1980-04-03' } } },
    { number: 3, state: 'question', questions: [{ about: 'class' }] },
  ]);
  expect(judge(text, [{ row: 3, leaveOut: true }])[1]).toEqual({ number: 3, state: 'left_out' });
});

const exactly = (text: string) => ({ text, qualifier: 'exact' as const });
const stated = (id: string, text: string, source: string | null = null): KnownDate => ({
  id: id as KnownDate['id'],
  date: exactly(text),
  isOurs: source === null,
  isQuoted: false,
  source,
});
const nothingKnown: KnownFacts = {
  shown: null,
  ours: [],
  ourClass: null,
  ourClasses: [],
  shownClass: null,
  status: null,
  shownStatus: null,
  notes: [],
  sources: { class: null, status: null, note: null },
  isQuoted: { class: false, status: false, note: false },
};

test('an earlier date of ours that differs is a question that says whose it is; the same date is none', () => {
  const ours = stated('1', '1996-08-28');
  const known = () => ({ ...nothingKnown, shown: ours, ours: [ours] });
  expect(judge('City\tSince\nCork\t30 Jul 1996', [], { known })).toMatchObject([
    { state: 'question', questions: [{ about: 'earlier', code: 'desk.paste_earlier_differs', choices: ['keep', 'keep_both', 'replace'] }] },
  ]);
  expect(judge('City\tSince\nCork\t1996-08-28', [], { known })).toMatchObject([{ state: 'same' }]);
  expect(judge('City\tSince\nCork\t30 Jul 1996', [{ row: 2, earlier: 'keep_both' }], { known })).toMatchObject([
    { state: 'understood', row: { keepsBoth: { date: true } } },
  ]);
});

test('where the grid shows another date than ours, the question says both and whose they are', () => {
  const known = () => ({ ...nothingKnown, shown: stated('2', '1985-06-29', 'Yearbook'), ours: [stated('1', '1986')] });
  const [asked] = judge('City\tSince\nHamburg\t1991', [], { known });
  expect(asked).toMatchObject({
    questions: [
      {
        code: 'desk.paste_earlier_and_shown',
        params: { date: '1986', source: '', pasted: '1991', shown: '1985-06-29', shownSource: 'Yearbook', shownIsOurs: 'false' },
      },
    ],
  });
  // What the grid shows comes back from its own file: there is nothing to do, whatever the office also says.
  expect(judge('City\tSince\nHamburg\t1985-06-29\nCork\t1986\nBasel\t1985', [], { known }).map(({ state }) => state)).toEqual([
    'same',
    'same',
    'same',
  ]);
});

test('where others say otherwise and we have said nothing, date, class and status are asked; what they say too is not', () => {
  const known = () => ({ ...nothingKnown, shown: stated('2', '1999-10-18', 'Yearbook'), shownClass: 'sister_city', shownStatus: 'active' });
  const row = (cells: string) => judge(`City\tClass\tSince\tStatus\n${cells}`, [], { known })[0];
  expect(row('Cork\tfriendship city\t1998\tended')).toMatchObject({
    questions: [
      {
        code: 'desk.paste_shown_differs',
        params: { date: '1999-10-18', source: 'Yearbook', pasted: '1998' },
        choices: ['keep', 'keep_both'],
      },
      { code: 'desk.paste_class_shown_differs', params: { ours: 'sister_city' }, suggested: { earlierClass: 'keep_both' } },
      { code: 'desk.paste_status_shown_differs', params: { ours: 'active', pasted: 'ended' } },
    ],
  });
  expect(row('Cork\tsister city\t1999\tactive')).toMatchObject({ state: 'understood' });
});

test.each([
  ['1999', '1999-10-18', 'same'],
  ['1999-10-18', '1999', 'question'],
  ['1999-10-18', 'about 1999', 'question'],
  ['about 1999', '1999-10-18', 'same'],
  ['1998', '1999-10-18', 'question'],
  ['1999-10-19', '1999-10-18', 'question'],
  ['1999-10', '1999-10-18', 'same'],
])('a row that says %s beside our %s: %s', (pasted, before, state) => {
  const [, qualifier, text = ''] = /^(about )?(.*)$/.exec(before) ?? [];
  const ours = { ...stated('1', text), date: { text, qualifier: qualifier === undefined ? ('exact' as const) : ('about' as const) } };
  const known = () => ({ ...nothingKnown, shown: ours, ours: [ours] });
  expect(judge(`City\tSince\nCork\t${pasted}`, [], { known })[0]?.state).toBe(state);
});

test('a row of which the register says all already asks nothing; one new word makes it a row to keep', () => {
  const ours = stated('1', '2005');
  const known = () => ({
    ...nothingKnown,
    shown: ours,
    ours: [ours],
    ourClass: 'sister_city',
    ourClasses: ['sister_city'],
    shownClass: 'sister_city',
    notes: ['Call the mayor'],
  });
  const states = (row: string) => judge(`City\tClass\tSince\tStatus\tNote\n${row}`, [], { known }).map(({ state }) => state);
  expect(states('Cork\tsister city\t2005\t\tCall the mayor')).toEqual(['same']);
  expect(states('Cork\t\t\t\t')).toEqual(['same']);
  expect(states('Cork\tsister city\t2005\tactive\tCall the mayor')).toEqual(['understood']);
  expect(states('Cork\tfriendship city\t2005\t\t')).toEqual(['question']);
});

const cell = fc.oneof(
  fc.constantFrom(
    '1979',
    'Oct. 1999',
    '1999年10月18日',
    '28/1/1980',
    '3/4/1980',
    '',
    ' ',
    'Cork',
    '科克',
    'Shanghai',
    'sister city',
    'City',
    'Since',
  ),
  fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', '友', ' ', '=', '1'), maxLength: 6 }),
);
const range = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

test('whatever is copied from a spreadsheet: the same cells are read', () => {
  fc.assert(
    fc.property(range, (rows) => {
      const filled = rows.flatMap((cells, at) => (cells.some((c) => c.trim() !== '') ? [{ at, cells }] : []));
      const read = splitPaste(joinPaste(rows));
      expect(read.map(({ cells }) => cells)).toEqual(filled.map(({ cells }) => cells));
    }),
    { seed: 1, numRuns: rounds(500) },
  );
});

test('nothing is lost: every row has one verdict, and every filled cell is a fact of its row, in its note, or part of a question', () => {
  fc.assert(
    fc.property(range, fc.array(fc.constantFrom(...columnMeanings.filter((m) => m !== 'ignored')), { maxLength: 6 }), (cells, asked) => {
      const sheet = sheetOf(splitPaste(joinPaste(cells)), [], asked);
      const rows = readRows(sheet, { ownClasses: [], order: null });
      const verdicts = verdictsOf(rows, [], around);
      expect(verdicts.map(({ number }) => number)).toEqual(sheet.rows.map(({ number }) => number));
      for (const row of rows)
        row.cells.forEach((raw, at) => {
          const typed = raw.trim();
          const meaning = sheet.columns[at];
          if (typed === '' || meaning === 'ignored') return;
          if (meaning === 'extra' || meaning === 'note') expect(row.note).toContain(typed);
          if (meaning === 'country' && !isAsAbove(typed)) expect(row.country !== null || row.note.includes(typed)).toBe(true);
          if (meaning === 'city') expect(row.city).toBe(typed);
          if (meaning === 'code') expect(row.code).toBe(typed);
          if (meaning === 'source' && !isAsAbove(typed)) expect(row.source).toBe(typed);
          const readings = { since: row.since, class: row.classCode, status: row.status };
          if (meaning === 'since' || meaning === 'class' || meaning === 'status') expect(readings[meaning].state).not.toBe('blank');
        });
    }),
    { seed: 2, numRuns: rounds(500) },
  );
});
