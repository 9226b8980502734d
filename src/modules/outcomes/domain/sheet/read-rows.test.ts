import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { SheetAnswer } from './answers.ts';
import { outcomeSheetOf, type SheetMeaning } from './columns.ts';
import { readSheetRows, type HowRead } from './read-rows.ts';
import { unitIn, withUnit } from './units.ts';

const known: HowRead['known'] = {
  ties: [
    { tieId: 'tie-shanghai', names: ['Shanghai', '上海'], country: 'CN' },
    { tieId: 'tie-cork', names: ['Cork', '科克'], country: 'IE' },
  ],
  organisations: new Map([
    ['peelports', ['org-peel']],
    ['twice', ['org-1', 'org-2']],
  ]),
};
const read = (text: string, how: Partial<HowRead> & { readonly columns?: readonly SheetMeaning[] } = {}) => {
  const sheet = outcomeSheetOf(splitPaste(text), how.columns);
  return { sheet, rows: readSheetRows(sheet, { order: null, answers: [], today: '2026-03-01', known, ...how }) };
};
const asked = (text: string, answers: readonly SheetAnswer[] = []) =>
  read(text, { answers }).rows.flatMap(({ questions }) => questions.map(({ about, of, code }) => [about, of, code]));

test('an English list with amounts, companies and a unit in its head is read whole', () => {
  const { sheet, rows } = read(
    [
      'Outcomes of the office',
      'No\tProject\tPartner city\tCompany\tDate signed\tStatus\tType\tValue (£m)\tSource\tRemarks\tContact',
      '1\tCrane supply\tShanghai, China\tPeel Ports; New Ltd\t11 April 2019\tSigned\tcontract\t1.2\tEcho, p. 3\tfirst of two\tMs Li',
      'Total\t\t\t\t\t\t\t1.2',
    ].join('\n'),
  );
  expect(sheet.above).toHaveLength(1);
  expect(sheet.columns).toEqual([
    ...['ignored', 'title', 'city', 'organisation', 'date', 'stage', 'kind', 'amount', 'source', 'note', 'extra'],
  ]);
  expect(rows.map(({ state, line }) => [state, line])).toEqual([
    ['understood', 3],
    ['sum', 4],
  ]);
  expect(rows[0]?.facts).toEqual({
    ...{ title: 'Crane supply', kind: 'deal', stage: 'signed', tieId: 'tie-shanghai', qualifier: 'exact', count: null },
    parties: [
      { organisationId: 'org-peel', cityId: null, name: null },
      { organisationId: null, cityId: null, name: 'New Ltd' },
    ],
    ...{ date: { text: '2019-04-11', qualifier: 'exact' }, amount: { value: '1200000', currency: 'GBP' }, countQualifier: 'exact' },
    ...{ saidBy: null, source: 'Echo, p. 3', note: 'first of two\nContact: Ms Li' },
  });
});

test('a Chinese list with another order of columns and words is read whole', () => {
  const { rows } = read(
    '签约时间\t友城\t企业名称\t成果名称\t进展情况\t类别\t金额（万元人民币）\n2019年4月\t科克\t港务集团\t岸桥采购\t已签约\t采购\t约500',
  );
  expect(rows[0]).toMatchObject({ state: 'understood', line: 2 });
  expect(rows[0]?.facts).toMatchObject({ title: '岸桥采购', tieId: 'tie-cork', stage: 'signed', kind: 'deal', date: { text: '2019-04' } });
});

test('a unit is read from brackets, after “in”, and from the last words', () => {
  const written = (head: string) => unitIn(head)?.write('3');
  expect(
    ['Value (£m)', 'Amount in USD million', '金额（万元）', 'Amount (GBP)', 'Value £m'].map(written).every((text) => text !== undefined),
  ).toBe(true);
  expect(unitIn('Name of project')).toBeNull();
});

test('a figure with a scale of its own takes the currency of its head alone, and one with a currency nothing', () => {
  const inColumn = (head: string, ...cells: readonly string[]) => cells.map((cell) => withUnit(cell, unitIn(head)));
  expect(inColumn('Amount (£)', '48,000', '1.2m', 'about 1.2m', '$5m')).toEqual(['48,000 £', '£1.2m', 'about £1.2m', '$5m']);
  expect(inColumn('Value (£m)', '48', '1.2m')).toEqual(['£48 m', '£1.2m']);
  expect(inColumn('Remarks', '1.2m')).toEqual(['1.2m']);
});

test('what can mean two things is asked once for all rows in which it stands, and settled by one answer', () => {
  const sheet = 'Title\tStage\tType\tAmount\nA\tLOI stage\tdeal\t¥5m\nB\tLOI stage\tdeal\t¥6m\nC\tsigned\tdeal\t2.500';
  expect(asked(sheet)).toEqual([
    ['stage', 'loistage', 'outcomes.sheet_which_stage'],
    ['currency', 'CNY JPY', 'outcomes.sheet_which_currency'],
    ['stage', 'loistage', 'outcomes.sheet_which_stage'],
    ['currency', 'CNY JPY', 'outcomes.sheet_which_currency'],
    ['amount', '2.500', 'kernel.amount_ambiguous'],
  ]);
  const { rows } = read(sheet, {
    answers: [
      { about: 'stage', of: 'loistage', choice: 'intended' },
      { about: 'currency', of: 'CNY JPY', choice: 'CNY' },
      { about: 'amount', of: '2.500', choice: 'note' },
    ],
  });
  expect(rows.map(({ facts }) => [facts?.stage, facts?.amount?.value ?? null, facts?.note])).toEqual([
    ['intended', '5000000', null],
    ['intended', '6000000', null],
    ['signed', null, '2.500'],
  ]);
});

test('a currency that nowhere stands, a city that is none of ours, two companies of one name and a day to come are asked', () => {
  expect(asked('Title\tCity\tCompany\tStage\tType\tDate\tAmount\nA\tSpringfield\tTwice\tsigned\tdeal\t2031-05-01\t500000')).toEqual([
    ['city', 'springfield', 'outcomes.sheet_which_city'],
    ['organisation', 'twice', 'outcomes.sheet_which_organisation'],
    ['date', '2031-05-01', 'outcomes.sheet_future_day'],
    ['currency', '', 'outcomes.sheet_no_currency'],
  ]);
});

test('an amount below zero is no figure of an outcome', () => {
  expect(asked('Title\tStage\tType\tAmount\nA\trealised\tdeal\t-250000 GBP')).toContainEqual([
    'amount',
    '-250000 GBP',
    'outcomes.sheet_below_zero',
  ]);
});

test('a day that can be read both ways is read by the column, where it shows its order, else asked', () => {
  const both = (rows: string) =>
    read(`Title\tStage\tType\tDate\n${rows}`).rows.map(({ facts, questions }) => facts?.date?.text ?? questions[0]?.code);
  expect(both('A\tsigned\tdeal\t3/4/2019\nB\tsigned\tdeal\t25/4/2019')).toEqual(['2019-04-03', '2019-04-25']);
  expect(both('A\tsigned\tdeal\t3/4/2019')).toEqual(['kernel.date_ambiguous']);
});

test('rows without a title, headings between and rows left out are told as what they are', () => {
  const { rows } = read('Title\tStage\tType\tAmount\n2019\nA\tsigned\tdeal\t\n\tsigned\tdeal\t£3m', {
    answers: [{ about: 'row', of: '4', choice: 'leave' }],
  });
  expect(rows.map(({ line, state }) => [line, state])).toEqual([
    [2, 'heading'],
    [3, 'understood'],
    [4, 'left'],
  ]);
});

test('nothing in silence: whatever a cell holds, its row asks about it, keeps it, or is listed as what it is', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'signed',
      '£5m',
      '5',
      '3/4/2019',
      '上海',
      'Shanghai',
      'deal',
      '意向',
      '',
      '=1+1',
      '约1.2亿元',
      '2019',
      '?',
      '1,5',
      'Peel Ports',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\t\n\r"]/g, '')),
  );
  const heads = ['Title', 'City', 'Company', 'Stage', 'Type', 'Date', 'Amount', 'Count', 'Source', 'Note', 'Whatever'];
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 11, maxLength: 13 }), { minLength: 1, maxLength: 4 }), (table) => {
      const { rows, sheet } = read([heads, ...table].map((row) => row.join('\t')).join('\n'), { columns: [] });
      for (const { state, facts, questions, cells } of rows) {
        if (state === 'question') expect(questions.length).toBeGreaterThan(0);
        if (state !== 'understood') continue;
        const kept = JSON.stringify(facts);
        cells.forEach((typed, at) => {
          const meaning = sheet.columns[at] ?? 'extra';
          const word = typed.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
          // Words are kept as they stand; what a closed list, a date or an amount made of the others is tested above.
          if (['note', 'extra', 'title', 'source'].includes(meaning) && /^[\w ]+$/.test(word))
            expect(kept).toContain(JSON.stringify(word).slice(1, -1));
        });
      }
      expect(rows).toHaveLength(sheet.rows.length);
    }),
    { numRuns: rounds(300) },
  );
});
