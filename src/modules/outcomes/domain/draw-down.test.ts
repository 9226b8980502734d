import { expect, test } from 'vitest';
import { drawDownOf, type Drawn } from './draw-down.ts';

const told = (
  stage: 'potential' | 'signed' | 'realised',
  count: string | null,
  dollars: string | null,
  facts: Partial<Drawn> = {},
): Drawn => ({
  extent: 'aggregate',
  reached: { stage, ended: null },
  figures: [
    {
      ...{ stage, count, amount: dollars === null ? null : { value: dollars, currency: 'USD' } },
      ...{ qualifier: 'exact', countQualifier: 'exact' },
    },
  ],
  ...facts,
});
const whole = told('potential', '45', '139000000');

test('what of a whole its parts account for, each figure with its own qualifier, and how many are left', () => {
  const [figure] = told('signed', '7', '9000000').figures;
  const nearly = told('signed', '7', null, {
    figures: figure === undefined ? [] : [{ ...figure, qualifier: 'nearly', countQualifier: 'about' }],
  });
  expect(drawDownOf(whole, [nearly])).toEqual({
    shares: [{ stage: 'signed', count: '7', countQualifier: 'about', amount: { value: '9000000', currency: 'USD' }, qualifier: 'nearly' }],
    rest: { count: '38', countQualifier: 'about' },
  });
});

test('one thing counts as one; what does not say how many leaves the rest unsaid, and what came no further draws nothing', () => {
  const single = told('realised', null, null, { extent: 'single' });
  expect(drawDownOf(whole, [single, told('signed', '2', null)])?.rest).toEqual({ count: '42', countQualifier: 'exact' });
  expect(drawDownOf(whole, [told('signed', null, '5')])).toMatchObject({ shares: [{ count: null }], rest: null });
  expect(drawDownOf(whole, [told('potential', '3', null)])).toBeNull();
  expect(drawDownOf(whole, [told('signed', '60', null)])?.rest).toBeNull();
});
