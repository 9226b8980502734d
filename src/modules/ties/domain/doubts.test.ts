import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { Listed, TieFacts } from './tie-facts.ts';
import { doubtsOf } from './doubts.ts';

let number = 0;
const said = (attribute: string, value: object, source: string, sourceClass = 'press_or_study') =>
  ({
    ...{ id: `s${String((number += 1)).padStart(3, '0')}`, attribute, value, kind: 'fact', supersedes: null, withdrawn: null },
    ...{ visibility: 'public', source: { id: source, class: sourceClass, date: null }, office: { id: 'office' } },
  }) as unknown as TieFacts['statements'][number];
const since = (text: string, source: string, sourceClass?: string) =>
  said('established', { type: 'date', date: { text, qualifier: 'exact' } }, source, sourceClass);

const facts = (
  statements: TieFacts['statements'],
  more: { readonly keptBy?: readonly string[]; readonly listedBy?: readonly Listed[] } = {},
) => ({ statements, pins: [], agreements: [], keptBy: [], listedBy: [], ...more }) as unknown as TieFacts;
const nobody = { a: null, b: null };
const both = { a: 'town' as OfficeId, b: 'port' as OfficeId };

test('three sources give two dates where two of them differ in precision alone', () => {
  const tie = facts([since('1979', 'a'), since('1980-01-28', 'b'), since('1980', 'c')]);
  expect(doubtsOf(tie, nobody)).toMatchObject({ sources: 3, dates: 2, differing: true, unsourced: false });
  expect(doubtsOf(facts([since('1980-01-28', 'b'), since('1980', 'c')]), nobody)).toMatchObject({ sources: 2, dates: 1, differing: false });
});

test('what each side says of its own accord never counts as differing, nor as a source', () => {
  const status = (code: string, source: string) => said('status', { type: 'code', code }, source);
  expect(doubtsOf(facts([status('active', 'a'), status('quiet', 'b')]), nobody)).toMatchObject({
    sources: 0,
    differing: false,
    unsourced: true,
  });
});

test('a tie has no source while nothing but own records speaks of it', () => {
  expect(doubtsOf(facts([]), nobody).unsourced).toBe(true);
  expect(doubtsOf(facts([since('1980', 'a', 'own_records'), since('1980', 'b', 'unknown')]), nobody).unsourced).toBe(true);
  expect(doubtsOf(facts([since('1980', 'a', 'own_records'), since('1980', 'b', 'copy')]), nobody).unsourced).toBe(false);
});

test('one side says it alone where the other one could say it and does not', () => {
  const oneSide = (more: Parameters<typeof facts>[1], sides: Parameters<typeof doubtsOf>[1]) => doubtsOf(facts([], more), sides).oneSide;
  expect(oneSide({ listedBy: ['a'] }, nobody)).toBe(true);
  expect(oneSide({ listedBy: ['a', 'b'] }, nobody)).toBe(false);
  expect(oneSide({ listedBy: ['a', 'both'] }, nobody)).toBe(false);
  expect(oneSide({ listedBy: ['unstated'] }, nobody)).toBe(false);
  expect(oneSide({ keptBy: ['town'] }, both)).toBe(true);
  expect(oneSide({ keptBy: ['town', 'port'] }, both)).toBe(false);
  // The far city has no office here and no list could name it: of its side nothing is known.
  expect(oneSide({ keptBy: ['town'] }, { ...both, b: null })).toBe(false);
  expect(oneSide({ keptBy: ['register'] }, both)).toBe(false);
});
