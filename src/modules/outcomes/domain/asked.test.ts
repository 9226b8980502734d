import { expect, test } from 'vitest';
import { askedOf } from './asked.ts';
import type { Stage } from './stages.ts';

const figure = (stage: Stage, count: string | null = null) => ({ stage, count });
const confirming =
  (...stages: readonly Stage[]) =>
  (stage: Stage) =>
    stages.includes(stage);
const stagesOf = (asked: ReturnType<typeof askedOf>) => asked.map(({ stage }) => stage);

test('of one thing a side is asked how far it came or how it ended, and of one that went on after an end how far', () => {
  const one = (ended: 'cancelled' | null, ...figures: readonly Stage[]) =>
    stagesOf(
      askedOf(
        {
          extent: 'single',
          reached: { stage: figures.includes('signed') ? 'signed' : null, ended },
          figures: figures.map((stage) => figure(stage)),
        },
        () => false,
      ),
    );
  expect(one(null, 'intended', 'signed')).toEqual(['signed']);
  expect(one('cancelled', 'intended', 'signed', 'cancelled')).toEqual(['cancelled']);
  expect(one(null, 'intended', 'signed', 'cancelled')).toEqual(['signed']);
});

test('of several told together nobody is asked what all have come further from, once the side confirms that; those on the way stay asked', () => {
  const several = (later: string | null, confirms: (stage: Stage) => boolean) =>
    stagesOf(
      askedOf(
        { extent: 'aggregate', reached: { stage: 'signed', ended: null }, figures: [figure('potential', '45'), figure('signed', later)] },
        confirms,
      ),
    );
  expect(several('45', confirming('signed'))).toEqual(['signed']);
  expect(several('45', confirming())).toEqual(['potential', 'signed']);
  expect(several('10', confirming('signed'))).toEqual(['potential', 'signed']);
  expect(several(null, confirming('signed'))).toEqual(['potential', 'signed']);
});
