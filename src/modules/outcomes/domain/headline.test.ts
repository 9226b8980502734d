import { expect, test } from 'vitest';
import type { Assurance } from './assurance.ts';
import { assuredOf, figuresShown, lastHeld, leadAmong, leading } from './headline.ts';
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

test('the first of several is public, not followed up, several told as one, and only then the newest', () => {
  const one = (id: string, more: object = {}) => ({
    ...{
      id,
      extent: 'single' as const,
      visibility: 'public' as const,
      partOf: null,
      occurred: { text: '2024', qualifier: 'exact' as const },
    },
    ...{ figures: [figure('intended', 'reported')], reached: { stage: 'intended', ended: null } as const, ...more },
  });
  const deals = one('deals', { extent: 'aggregate', occurred: { text: '2019-04', qualifier: 'exact' } });
  const lead = (...others: readonly ReturnType<typeof one>[]) => leadAmong([...others, deals])?.id;
  expect(lead(one('newer and private', { visibility: 'private', extent: 'aggregate' }))).toBe('deals');
  expect(lead(one('newer'))).toBe('deals');
  expect(lead(one('newer whole', { extent: 'aggregate' }))).toBe('newer whole');
  expect(lead(one('done', { reached: { stage: 'realised', ended: null } }))).toBe('deals');
  expect(leadAmong([one('a'), one('b', { occurred: { text: '2025', qualifier: 'exact' } })])?.id).toBe('b');
});

test('what ended is told once, as ended, with the amount that it ended with or had before', () => {
  const at = (stage: Stage, amount: string | null) => ({ stage, amount });
  const shown = (figures: readonly ReturnType<typeof at>[], ended: 'cancelled' | null) =>
    figuresShown({ figures, reached: { stage: 'intended', ended } }).map(({ figure: { amount }, at: { stage } }) => [amount, stage]);
  const figures = [at('potential', '20'), at('intended', '15'), at('cancelled', null)];
  expect(shown(figures, 'cancelled')).toEqual([['15', 'cancelled']]);
  expect(shown([at('intended', '15'), at('cancelled', '9')], 'cancelled')).toEqual([['9', 'cancelled']]);
  expect(shown(figures.slice(0, 2), null)).toEqual([
    ['20', 'potential'],
    ['15', 'intended'],
  ]);
  expect(shown([at('cancelled', null)], 'cancelled')).toEqual([[null, 'cancelled']]);
});

test('of a stage that has no amount of its own, what was last held before it, never what came after or of another end', () => {
  const at = (stage: Stage, amount: string | null) => ({ stage, amount });
  const figures = [
    at('potential', '20'),
    at('intended', '15'),
    at('signed', null),
    at('realised', '9'),
    at('lapsed', '3'),
    at('cancelled', null),
  ];
  const held = (stage: Stage, of = figures) => lastHeld(of, stage, ({ amount }) => amount !== null)?.stage;
  expect((['potential', 'intended', 'signed', 'lapsed'] as const).map((stage) => held(stage))).toEqual([
    ...['potential', 'intended', 'intended', 'lapsed'],
  ]);
  expect(held('cancelled')).toBe('realised');
  expect(held('cancelled', [at('intended', '15'), at('cancelled', null)])).toBe('intended');
  expect(held('intended', [at('intended', null), at('signed', '9')])).toBeUndefined();
});
