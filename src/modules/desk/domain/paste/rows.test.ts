import { expect, test } from 'vitest';
import type { KnownFacts } from './known-facts.ts';
import { questionGroups } from './groups.ts';
import { joined } from './joined.ts';
import { rememberedAnswers } from './memory.ts';
import { pasteProblems } from './problems.ts';
import { partedRows, partsOf } from './twins.ts';
import { sheetOf } from './columns.ts';
import { readRows, type ReadRow } from './read-rows.ts';
import { verdictsOf, type CityMatch, type RowAnswer, type Suggestion } from './verdicts.ts';
import { headMeaning } from './heads.ts';
import { statusInPhrase } from '#modules/ties/domain/tie-words.ts';
import { splitPaste } from '#reading/clipboard.ts';

const rowsOf = (text: string): readonly ReadRow[] => readRows(sheetOf(splitPaste(text), []), { ownClasses: [], order: null });
const place = (name: string) => ({ cityId: `id of ${name}`, geonamesId: null, name, country: null });
const one = (name: string): CityMatch => ({ state: 'one', city: place(name) });
const none: CityMatch = { state: 'none', choices: [] };
const known: readonly string[] = ['Cork', 'Bonn', 'Kiel', 'Biel', 'Basel'];
const matchOf = ({ city }: ReadRow): CityMatch => (known.includes(city) ? one(city) : none);
const judge = (text: string, answers: readonly RowAnswer[] = [], match: (row: ReadRow) => CityMatch = matchOf) =>
  verdictsOf(rowsOf(text), answers, { own: 'id of Shanghai', matchOf: match, known: (): KnownFacts | null => null });

test.each([
  ['Partner city / 友城', 'city'],
  ['Country 国家', 'country'],
  ['国家（地区）', 'country'],
  ['结好日期 Date signed', 'since'],
  ['Status (our side)', 'status'],
  ['Date ended', 'until'],
  ['結好日期', 'since'],
  ['Mayor', null],
])('a head in one language or two, “%s”, is a column of %s', (head, meaning) => {
  expect(headMeaning(head)).toBe(meaning);
});

test('a state with a year beside it is that state, and the words stay in the note; a column of endings says that ties have ended', () => {
  expect([statusInPhrase('ended 2014'), statusInPhrase('2014年终止'), statusInPhrase('ended'), statusInPhrase('asleep 2014')]).toEqual([
    'ended',
    'ended',
    null,
    null,
  ]);
  const [said, dated] = rowsOf('City\tStatus\tEnded\nCork\tended 2014\t\nBasel\t\t2009');
  expect([said?.status, said?.note]).toEqual([{ state: 'read', value: 'ended' }, 'Status: ended 2014']);
  expect([dated?.status, dated?.note]).toEqual([{ state: 'read', value: 'ended' }, 'Ended: 2009']);
});

test('headings between rows and the sum below them are no ties and ask nothing; a city alone in its row is one', () => {
  const states = judge('Country\tCity\tSince\nEurope\nIreland\tCork\t2005\n\tBasel\n\tTotal: 2\n\t\t1999').map(({ state }) => state);
  expect(states).toEqual(['heading', 'understood', 'understood', 'heading', 'not_understood']);
});

test('two rows of one tie are put together where they agree, and asked about where they do not', () => {
  const verdicts = judge('City\tSince\tNote\nCork\t2005\ta\nCork\t2005-03\tb\nCork\t1999\tc');
  expect(verdicts.map(({ state }) => state)).toEqual(['understood', 'joined', 'not_understood']);
  expect(verdicts[0]).toMatchObject({ row: { since: { text: '2005-03' }, note: 'a\nb' } });
  expect(verdicts[1]).toMatchObject({ with: 2 });
  // Where the first still asks something, the second says whose tie it names, too.
  const [asking, second, other] = judge('City\tSince\nCork\t31.2.1990\nCork\t1990\nBonn\t1991');
  expect(asking?.state).toBe('question');
  expect([second, other]).toMatchObject([
    { state: 'understood', with: 2 },
    { state: 'understood', with: null },
  ]);
  const facts = { since: null, classCode: null, status: null, source: '', note: '' };
  expect(joined({ ...facts, source: 'x' }, { ...facts, source: 'y' })).toBeNull();
  expect(joined({ ...facts, status: 'active' }, { ...facts, status: 'ended' })).toBeNull();
});

test('cities in one cell are rows of their own where each is a city; two names of one city are one; a part that is none leaves it whole', () => {
  const [row] = rowsOf('City\tNote\nBonn; Kiel\ttogether');
  if (row === undefined) expect.fail('no row');
  const parts = partsOf(row);
  expect(parts.map(({ city, line, note }) => [city, line, note])).toEqual([
    ['Bonn', 2, 'together'],
    ['Kiel', 2, 'together'],
  ]);
  expect(new Set(parts.map(({ number }) => number)).size).toBe(2);
  const matched = (...matches: readonly CityMatch[]) =>
    partedRows(
      row,
      matches.map((match, at) => ({ row: parts[at] ?? row, match })),
    );
  expect(matched(one('Bonn'), one('Kiel'))?.map((part) => part.row.city)).toEqual(['Bonn', 'Kiel']);
  expect(matched(one('Biel'), one('Biel'))).toEqual([{ row, match: one('Biel') }]);
  expect(matched(one('Bonn'), none)).toBeNull();
  expect([partsOf({ ...row, city: 'Cork' }), partsOf({ ...row, city: 'Richmond, Virginia' })]).toEqual([[], []]);
});

test('what cannot be read is best kept in the note, under the head of its column; what is no tie is best left out; a class is open', () => {
  const text = 'City\tSince\tClass\tStatus\nCork\tlong ago\tcousins\tasleep\nShanghai\t\t\t\n\t2005\tsister city\t';
  const suggested = (row: number): readonly (Suggestion | null)[] => {
    const verdict = judge(text, [], (read) => (read.city === 'Shanghai' ? one('Shanghai') : matchOf(read)))[row];
    return verdict !== undefined && 'questions' in verdict ? verdict.questions.map((question) => question.suggested) : [];
  };
  expect(suggested(0)).toEqual([{ asNote: ['since'] }, null, { asNote: ['status'] }]);
  expect([suggested(1), suggested(2)]).toEqual([[{ leaveOut: true }], [{ leaveOut: true }]]);
  const [kept] = judge(text, [{ row: 2, asNote: ['since', 'class', 'status'] }]);
  expect(kept).toMatchObject({ state: 'understood', row: { since: null, note: 'Since: long ago\nClass: cousins\nStatus: asleep' } });
});

test('of a year with its century left out the only past one is proposed; a date chosen for other words, or a class, leaves the words in the note', () => {
  const text = 'City\tSince\tClass\nCork\tOct-99\t\nBonn\t1980s\ttwin of sorts\nKiel\t11.6.92\t';
  const suggested = judge(text).map((verdict) => ('questions' in verdict ? verdict.questions.map((question) => question.suggested) : []));
  expect(suggested).toEqual([[{ since: { text: '1999-10', qualifier: 'exact' } }], [null, null], [null]]);
  const answer = { row: 3, since: { text: '1985', qualifier: 'about' as const }, classCode: 'sister_city' };
  expect(judge(text, [answer])[1]).toMatchObject({ row: { classCode: 'sister_city', note: 'Since: 1980s\nClass: twin of sorts' } });
});

test('the same word in many rows is one question; a city of another country is another one', () => {
  const text = 'City\tCountry\tClass\nCork\tIE\tcousins\nBasel\tCH\tcousins\nQ\tIE\t\nQ\tIE\t\nQ\tCH\t';
  const rows = judge(text).map((verdict, at) => ({
    number: verdict.number,
    line: verdict.number,
    questions: 'questions' in verdict ? verdict.questions : [],
    country: text.split('\n')[at + 1]?.split('\t')[1] ?? '',
  }));
  const groups = questionGroups(rows, ({ country }) => country);
  expect(groups.map(({ question, rows: asking }) => [question.about, asking.map(({ line }) => line)])).toEqual([
    ['class', [2, 3]],
    ['city', [4, 5]],
    ['city', [6]],
  ]);
});

test('an answer is remembered by the words it answered: cities with their country, classes, states, a date of its city alone', () => {
  const before = rowsOf('City\tCountry\tClass\tSince\nCambrige\tUK\tcousins\tlong ago');
  const answers = [{ row: 2, city: place('Cambridge'), classCode: 'sister_city', asNote: ['since' as const] }];
  const now = rowsOf('City\tCountry\tClass\tSince\nX\tUK\tCousins\tlong ago\nCambrige\tUnited Kingdom\t\tlong ago\nCambrige\tUSA\t\t');
  expect(rememberedAnswers(now, [{ row: 4, leaveOut: true }], [{ rows: before, answers }])).toEqual([
    { row: 2, classCode: 'sister_city' },
    { row: 3, city: place('Cambridge'), asNote: ['since'] },
    { row: 4, leaveOut: true },
  ]);
});

test('an unknown word for a country is asked once, nowhere is the city looked for meanwhile, and an answer holds for every row with it', () => {
  const text = 'City\tCountry\nCork\tAtlantis\nBonn\tatlantis\nKiel\tDeutschland';
  const match = (row: ReadRow): CityMatch => (row.country === null ? one('Halifax') : matchOf(row));
  const asked = judge(text, [], match).map((verdict) => ('questions' in verdict ? verdict.questions : verdict.state));
  expect(asked).toMatchObject([[{ about: 'country', params: { cell: 'Atlantis' } }], [{ about: 'country' }], 'understood']);
  const answers = rememberedAnswers(rowsOf(text), [{ row: 3, country: 'IE' }], []);
  expect(answers).toEqual([
    { row: 2, country: 'IE' },
    { row: 3, country: 'IE' },
  ]);
  const now = judge(text, answers);
  expect(now.map(({ state }) => state)).toEqual(['understood', 'understood', 'understood']);
  expect(now[0]).toMatchObject({ row: { note: 'Atlantis' } });
});

test('the problem list names each line that is not in the register as it was written, and what was done', () => {
  const text = 'City\tSince\tCountry\nCork\t2005\tIE\nCork\t2005\tIE\nBasl\t1999\tCH\nBasel\tlong ago\tAtlantis\nQ\t\tIE\nTotal: 5';
  const answers: readonly RowAnswer[] = [
    { row: 4, city: place('Bern') },
    { row: 5, asNote: ['since'] },
    { row: 6, leaveOut: true },
  ];
  const [asked, now] = [judge(text), judge(text, answers)];
  const list = pasteProblems(
    rowsOf(text).flatMap((row, at) => {
      const [raw, verdict] = [asked[at], now[at]];
      const answer = answers.find((given) => given.row === row.number);
      return raw === undefined || verdict === undefined ? [] : [{ row, cityCell: row.city, asked: raw, now: verdict.state, answer }];
    }),
  );
  expect(list.map(({ line, about, code, outcome }) => [line, about, code, outcome])).toEqual([
    [3, null, 'desk.paste_twice', 'joined'],
    [4, 'city', 'desk.paste_city_unknown', 'taken_for'],
    [5, 'country', 'desk.paste_country_unknown', 'open'],
    [5, 'since', 'kernel.date_unreadable', 'kept_in_note'],
    [6, null, 'desk.paste_city_unknown', 'left_out'],
    [7, null, 'ties.paste_heading', 'left_out'],
  ]);
});
