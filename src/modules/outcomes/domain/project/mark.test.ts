import { expect, test } from 'vitest';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { correctedBy, isOverdue, markProblems, progressOf, saidOfMark, standingOf, type MarkAttribute } from './mark.ts';

const today = '2026-11-30';
const day = (text: string): StatedValue => ({ type: 'date', date: { text, qualifier: 'exact' } });
const state = (code: string, since?: string): StatedValue => ({
  type: 'code',
  code,
  ...(since === undefined ? {} : { since: { text: since, qualifier: 'exact' } }),
});
const count = (number: string, basis?: string): StatedValue => ({ type: 'count', count: number, qualifier: 'exact', basis });

let entered = 0;
const said = (office: string, attribute: MarkAttribute, value: StatedValue, saidBy: string | null = null): Statement => {
  entered += 1;
  const source = { class: 'own_records', date: { text: '2026-01-01', qualifier: 'exact' }, documentId: null, title: '', address: null };
  // What the rules read of a statement.
  return {
    ...{
      id: String(entered).padStart(4, '0'),
      version: 1,
      attribute,
      value,
      kind: 'fact',
      source,
      saidBy,
      office: { id: office, name: {} },
    },
    ...{ visibility: 'public', sharedWith: [], supersedes: null, withdrawn: null, subject: { kind: 'milestone', id: 'm' } },
  } as unknown as Statement;
};

const problemsOf = (kind: 'milestone' | 'indicator', attribute: string, value: StatedValue) =>
  markProblems(kind, { attribute, value }, today).map(({ path, code }) => [path.join('.'), code].join(' ').trim());

test('a milestone has a day and a state, an indicator has figures, and anything may be not known', () => {
  expect(problemsOf('milestone', 'planned', day('2027-06'))).toEqual([]);
  expect(problemsOf('milestone', 'state', state('done', '2026-03-01'))).toEqual([]);
  expect(problemsOf('indicator', 'actual', count('12', '2025'))).toEqual([]);
  expect(problemsOf('indicator', 'target', { type: 'unknown', reason: 'not_disclosed' })).toEqual([]);
  expect(problemsOf('milestone', 'planned', count('1'))).toEqual(['type outcomes.value_misfits']);
  expect(problemsOf('milestone', 'state', state('nearly'))).toEqual(['type outcomes.value_misfits']);
  expect(problemsOf('milestone', 'actual', count('1'))).toEqual(['outcomes.attribute_unknown']);
  expect(problemsOf('indicator', 'actual', day('2025'))).toEqual(['type outcomes.value_misfits']);
});

test('nothing was reached or counted on a day that is still to come', () => {
  expect(problemsOf('milestone', 'state', state('done', '2027-01-01'))).toEqual(['since outcomes.future_day']);
  expect(problemsOf('indicator', 'actual', count('-5', '2025'))).toEqual(['count outcomes.indicator_below_zero']);
  expect(markProblems('indicator', { attribute: 'actual', value: count('-5', '2025') }, today, [count('-8')])).toEqual([]);
  expect(problemsOf('indicator', 'baseline', count('-5'))).toEqual([]);
  expect(problemsOf('indicator', 'actual', count('12', '2027'))).toEqual(['basis outcomes.future_day']);
  expect(problemsOf('indicator', 'actual', count('12', 'last summer'))).toEqual(['basis kernel.bad_date']);
});

test('what two sides say of a milestone stands side by side, and differs until they say the same', () => {
  const statements = [said('liverpool', 'state', state('done', '2026-03')), said('shanghai', 'state', state('open'))];
  const [shown] = saidOfMark('milestone', statements, []);
  expect(shown?.shown.differing).toHaveLength(1);
  expect(standingOf(saidOfMark('milestone', statements, []))).toBe('differ');
  const agreed = [...statements.slice(0, 1), said('shanghai', 'state', state('done', '2026-04'))];
  expect(standingOf(saidOfMark('milestone', agreed, []))).toBe('done');
  expect(standingOf([])).toBe('unknown');
});

test('actual figures of different times do not contradict each other', () => {
  const statements = [
    said('liverpool', 'actual', count('30', '2025')),
    said('liverpool', 'actual', count('12', '2024')),
    said('shanghai', 'actual', count('11', '2024')),
  ];
  expect(saidOfMark('indicator', statements, []).map(({ of, shown }) => [of, shown.differing.length])).toEqual([
    ['2024', 1],
    ['2025', 0],
  ]);
});

test('a newer word of an office takes the place of its own of the same time, and of nobody else’s', () => {
  const [first, other, quoted] = [
    said('liverpool', 'actual', count('12', '2024')),
    said('shanghai', 'actual', count('11', '2024')),
    said('liverpool', 'actual', count('9', '2024'), 'A professor'),
  ];
  const all = [first, other, quoted];
  const saying = { office: 'liverpool', attribute: 'actual', saidBy: null } as Parameters<typeof correctedBy>[1];
  expect(correctedBy(all, { ...saying, value: count('13', '2024') })).toBe(first.id);
  expect(correctedBy(all, { ...saying, value: count('13', '2025') })).toBeNull();
  expect(correctedBy(all, { ...saying, saidBy: 'A professor', value: count('13', '2024') })).toBe(quoted.id);
});

test('a day that has passed without a word is overdue, and stays so until somebody says how it stands', () => {
  const planned = said('liverpool', 'planned', day('2026-06'));
  const overdue = (...more: readonly Statement[]) => isOverdue(saidOfMark('milestone', [planned, ...more], []), today);
  expect(overdue()).toBe(true);
  expect(overdue(said('liverpool', 'state', state('open')))).toBe(true);
  expect(overdue(said('liverpool', 'state', state('late')))).toBe(false);
  expect(overdue(said('liverpool', 'state', state('done')))).toBe(false);
  expect(isOverdue(saidOfMark('milestone', [said('liverpool', 'planned', day('2026-11'))], []), today)).toBe(false);
});

test('progress counts every milestone once, those of which nobody spoke, too', () => {
  const milestone = (stands: Parameters<typeof progressOf>[0][number]['stands'], overdue = false) => ({
    ...{ kind: 'milestone' as const, stands, isOverdue: overdue },
  });
  const progress = progressOf([
    ...[milestone('done'), milestone('differ'), milestone('unknown', true)],
    { kind: 'indicator', stands: 'unknown', isOverdue: false },
  ]);
  expect(progress).toEqual({
    ...{ milestones: 3, indicators: 1, overdue: 1 },
    standing: { open: 0, late: 0, done: 1, dropped: 0, differ: 1, unknown: 1 },
  });
});
