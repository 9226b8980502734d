import { expect, test } from 'vitest';
import { berthsOf } from './berths.ts';
import type { Drawn } from './draw-down.ts';
import { insideWholes } from './outcome.ts';
import type { Stage } from './stages.ts';

type Part = Parameters<typeof berthsOf>[1][number];

const whole = (count: string | null, facts: Partial<Drawn['figures'][number]> = {}): Drawn => ({
  extent: 'aggregate',
  reached: { stage: 'potential', ended: null },
  answered: null,
  figures: [{ stage: 'potential', count, amount: null, qualifier: 'exact', countQualifier: 'exact', disputed: false, ...facts }],
});
const part = (id: string, stage: Exclude<Stage, 'lapsed' | 'cancelled'>, facts: Partial<Part> = {}): Part => ({
  ...{ id, extent: 'single', reached: { stage, ended: null }, answered: null },
  figures: [{ stage, count: null, assurance: 'reported', differing: [] }],
  ...facts,
});
const holding = (heldStage: 'not_reached' | 'never' | 'cannot_say' | 'intended' | null): Partial<Part> => ({
  figures: [{ stage: 'signed', count: null, assurance: 'differ', differing: [{ heldStage }] }],
});

test('each part has its place at the level of its stage, and those of which nobody has spoken stay', () => {
  const lapsed = part('c', 'intended', { reached: { stage: 'intended', ended: 'lapsed' } });
  expect(berthsOf(whole('45'), [part('a', 'signed'), part('b', 'realised'), lapsed])).toEqual([
    { part: 'a', things: 1, level: 'signed', theirs: null },
    { part: 'b', things: 1, level: 'realised', theirs: null },
    { part: 'c', things: 1, level: 'ended', theirs: null },
    { part: null, things: 42, level: 'unsaid', theirs: null },
  ]);
});

test('a part of several takes as many places, and a whole that its parts fill leaves none', () => {
  const seven = part('a', 'signed', {
    extent: 'aggregate',
    figures: [{ stage: 'signed', count: '7', assurance: 'reported', differing: [] }],
  });
  expect(berthsOf(whole('8'), [seven, part('b', 'signed')])?.map(({ things }) => things)).toEqual([7, 1]);
});

test.each([
  [null, 'signed'],
  ['not_reached', 'intended'],
  ['never', 'ended'],
  ['cannot_say', 'unsaid'],
  ['intended', 'intended'],
] as const)('where a side holds %s of what is reported as signed, its half stands at %s', (held, theirs) => {
  expect(berthsOf(whole('2'), [part('a', 'signed', holding(held))])?.[0]).toEqual({ part: 'a', things: 1, level: 'signed', theirs });
});

test('nothing is drawn of a number that is not known exactly, nor of parts that are more than their whole', () => {
  expect(berthsOf(whole(null), [part('a', 'signed')])).toBeNull();
  expect(berthsOf(whole('45', { countQualifier: 'over' }), [])).toBeNull();
  expect(
    berthsOf(
      whole('2'),
      ['a', 'b', 'c'].map((id) => part(id, 'signed')),
    ),
  ).toBeNull();
});

test('in a list each part follows its whole, and one whose whole is not listed stays where it was', () => {
  const listed = [
    { id: 'x', partOf: 'gone' },
    { id: 'p', partOf: 'w' },
    { id: 'y', partOf: null },
    { id: 'w', partOf: null },
    { id: 'q', partOf: 'w' },
  ];
  expect(insideWholes(listed).map(({ id }) => id)).toEqual(['x', 'y', 'w', 'p', 'q']);
});
