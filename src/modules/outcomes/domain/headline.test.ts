import { expect, test } from 'vitest';
import type { Assurance } from './assurance.ts';
import { assuredOf, leading } from './headline.ts';
import type { Stage } from './stages.ts';

const figure = (stage: Stage, assurance: Assurance) => ({ stage, assurance });
const cancelled = { stage: 'intended', ended: 'cancelled' } as const;

test('of an outcome that came to an end, the figure is that of the stage before and the assurance that of the end', () => {
  const told = { figures: [figure('intended', 'confirmed'), figure('cancelled', 'reported')], reached: cancelled };
  expect(leading(told)?.stage).toBe('intended');
  expect(assuredOf(told)).toEqual(figure('cancelled', 'reported'));
});

test('that the sides differ is said, of the end as of the figure beside it', () => {
  const of = (before: Assurance, end: Assurance) =>
    assuredOf({ figures: [figure('intended', before), figure('cancelled', end)], reached: cancelled });
  expect(of('reported', 'differ')).toEqual(figure('cancelled', 'differ'));
  expect(of('differ', 'reported')).toEqual(figure('intended', 'differ'));
});

test('of an outcome on its way both are those of the furthest stage', () => {
  const told = {
    figures: [figure('intended', 'differ'), figure('signed', 'confirmed')],
    reached: { stage: 'signed', ended: null } as const,
  };
  expect(assuredOf(told)).toEqual(figure('signed', 'confirmed'));
  expect(assuredOf({ figures: [], reached: { stage: null, ended: null } })).toBeUndefined();
});
