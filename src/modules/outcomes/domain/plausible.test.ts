import { expect, test } from 'vitest';
import { doubtsOf, farFromTheirs, nothingAround, type Around } from './plausible.ts';
import type { Stage } from './stages.ts';

const gbp = (value: string) => ({ value, currency: 'GBP' });
const codes = (
  value: string,
  facts: { readonly stage?: Stage; readonly qualifier?: 'exact' | 'about' } = {},
  around: Partial<Around> = {},
) =>
  doubtsOf(
    { stage: 'signed', qualifier: 'exact', ...facts, amount: gbp(value) },
    { ...nothingAround, on: null, today: '2026-11-30', ...around },
  ).map(({ code }) => code);

test('a round amount that was signed is asked about, one that is about or only possible is not', () => {
  expect(codes('5000000')).toEqual(['outcomes.round_amount']);
  expect(codes('5000000', { qualifier: 'about' })).toEqual([]);
  expect(codes('5000000', { stage: 'potential' })).toEqual([]);
  for (const plain of ['500000', '5100000', '5000000.01', '0']) expect(codes(plain)).toEqual([]);
});

test('more than half as much again after signature is asked about, instalments of what is realised are not', () => {
  expect(codes('51', {}, { before: gbp('100') })).toEqual(['outcomes.jump_after_signature']);
  expect(codes('50', {}, { before: gbp('100') })).toEqual([]);
  expect(codes('51', { stage: 'realised' }, { before: gbp('100') })).toEqual([]);
  expect(codes('51', {}, { before: { value: '100', currency: 'CNY' } })).toEqual([]);
});

test('more than a small company turns over is asked about; of a large one, or one whose size nobody said, nothing is', () => {
  const party = (size: string | null) => ({ parties: [{ name: 'Crane Ltd', size }] });
  expect(codes('9000001', {}, party('to_9'))).toEqual(['outcomes.above_company']);
  expect(codes('9000001', {}, party('to_49'))).toEqual([]);
  expect(codes('9000000001', {}, party('over_249'))).toEqual([]);
  expect(codes('9000000001', {}, party(null))).toEqual([]);
});

test('more than a fifth of an edition is asked about once there are five others in the currency', () => {
  const others = (count: number, value = '100') => ({ editions: [Array.from({ length: count }, () => gbp(value))] });
  expect(codes('126', {}, others(5))).toEqual(['outcomes.large_part_of_edition']);
  expect(codes('125', {}, others(5))).toEqual([]);
  expect(codes('126', {}, others(4))).toEqual([]);
});

test('what is dated half a century ago or ten years ahead is asked about, since a year is soon mistyped', () => {
  const on = (text: string) => ({ on: { text, qualifier: 'exact' as const } });
  expect(codes('3100000000', { stage: 'potential' }, on('1887'))).toEqual(['outcomes.long_ago']);
  expect(codes('3100000000', { stage: 'potential' }, on('1976-04'))).toEqual([]);
  expect(codes('3100000000', { stage: 'potential' }, on('2019'))).toEqual([]);
  expect(codes('3100000000', { stage: 'potential' }, on('2099-10'))).toEqual(['outcomes.far_ahead']);
  expect(codes('3100000000', { stage: 'potential' }, on('2030'))).toEqual([]);
});

test('an answer a hundred times what the other side reports is asked about, one that differs plainly or says none is not', () => {
  const far = (ours: string | null, theirs: string | null, currency = 'GBP') => [
    farFromTheirs({ amount: null, count: ours }, { amount: null, count: theirs })?.params,
    farFromTheirs(
      { amount: ours === null ? null : gbp(ours), count: null },
      { amount: theirs === null ? null : { value: theirs, currency }, count: null },
    )?.params,
  ];
  expect(far('4500000000000', '45')).toEqual([
    { ours: '4,500,000,000,000', theirs: '45' },
    { ours: '4,500,000,000,000 GBP', theirs: '45 GBP' },
  ]);
  expect(far('3', '300')).toEqual([
    { ours: '3', theirs: '300' },
    { ours: '3 GBP', theirs: '300 GBP' },
  ]);
  for (const [ours, theirs] of [
    ['4499', '45'],
    ['0', '45'],
    ['45', '0'],
    [null, '45'],
    ['4500000000000', null],
  ] as const)
    expect(far(ours, theirs)).toEqual([undefined, undefined]);
  expect(far('4500', '45', 'CNY')[1]).toBeUndefined();
});
