import { expect, test } from 'vitest';
import { drawDownOf, type Drawn } from './draw-down.ts';
import { shareOfWhole } from './share-of-whole.ts';
import type { Stage } from './stages.ts';

const drawn = (
  stage: Exclude<Stage, 'lapsed' | 'cancelled'>,
  value: string | null,
  facts: Partial<Drawn> = {},
  currency = 'GBP',
): Drawn => ({
  extent: 'single',
  reached: { stage, ended: null },
  answered: null,
  figures: [
    {
      stage,
      count: null,
      amount: value === null ? null : { value, currency },
      qualifier: 'exact',
      countQualifier: 'exact',
      disputed: false,
    },
  ],
  ...facts,
});
const shareOf = (parts: readonly Drawn[]) => shareOfWhole(whole, { shares: drawDownOf(whole, parts)?.shares ?? [] });
const whole = drawn('potential', '139000000', { extent: 'aggregate' });

test('what parts came to stands beside the amount of their whole, and what nobody said is left over', () => {
  const found = shareOf([drawn('signed', '3600000'), drawn('realised', '1000000'), drawn('signed', '400000')]);
  expect(found?.parts).toMatchObject([
    { stage: 'signed', amount: { value: '4000000', currency: 'GBP' } },
    { stage: 'realised', amount: { value: '1000000' } },
  ]);
  expect(found?.left).toBeCloseTo(100 - (5 / 139) * 100);
});

test('what lapsed, is in dispute or in another currency is in no share', () => {
  const [figure] = drawn('signed', '1100000').figures;
  const held = drawn('signed', null, { figures: figure === undefined ? [] : [{ ...figure, disputed: true }] });
  const lapsed = drawn('intended', '6000000', { reached: { stage: 'intended', ended: 'lapsed' } });
  const dollars = drawn('realised', '5', {}, 'USD');
  expect(shareOf([held, lapsed, dollars])).toBeNull();
  expect(shareOf([drawn('signed', '200000000')])).toBeNull();
});
