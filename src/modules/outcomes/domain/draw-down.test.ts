import { expect, test } from 'vitest';
import { drawDownOf, unlistedOf, type Drawn } from './draw-down.ts';

const told = (
  stage: 'potential' | 'signed' | 'realised',
  count: string | null,
  dollars: string | null,
  facts: Partial<Drawn> = {},
): Drawn => ({
  extent: 'aggregate',
  reached: { stage, ended: null },
  answered: null,
  figures: [
    {
      ...{ stage, count, amount: dollars === null ? null : { value: dollars, currency: 'USD' } },
      ...{ qualifier: 'exact', countQualifier: 'exact', disputed: false },
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
    shares: [
      {
        stage: 'signed',
        count: '7',
        countQualifier: 'about',
        amount: { value: '9000000', currency: 'USD' },
        qualifier: 'nearly',
        answers: [],
      },
    ],
    disputed: null,
    answers: [],
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

test('what a side holds otherwise is in no sum and no share, and is not said to be unknown either', () => {
  const signed = told('signed', null, '2400000', { extent: 'single' });
  const [figure] = told('signed', null, '1100000').figures;
  const held: Drawn = { ...signed, figures: figure === undefined ? [] : [{ ...figure, disputed: true }] };
  expect(drawDownOf(whole, [signed, held])).toMatchObject({
    shares: [{ stage: 'signed', count: '1', amount: { value: '2400000' } }],
    disputed: { count: '1', countQualifier: 'exact' },
    rest: { count: '43' },
  });
  expect(drawDownOf(whole, [held])).toMatchObject({ shares: [], disputed: { count: '1' }, rest: { count: '44' } });
});

test('what companies answered of parts that came no further is told with how many they are, and is not unknown', () => {
  const asked = (answered: 'kept' | 'partly') => told('potential', null, '240000', { extent: 'single', answered });
  const silent = told('potential', null, null, { extent: 'single' });
  expect(drawDownOf(whole, [asked('kept'), asked('kept'), asked('partly'), silent])).toEqual({
    shares: [],
    disputed: null,
    answers: [
      { fate: 'kept', count: '2', countQualifier: 'exact' },
      { fate: 'partly', count: '1', countQualifier: 'exact' },
    ],
    rest: { count: '42', countQualifier: 'exact' },
  });
  // What the ledger tells of a part is told with what its company has answered since.
  expect(drawDownOf(whole, [{ ...told('signed', null, null, { extent: 'single' }), answered: 'kept' }])).toMatchObject({
    shares: [{ stage: 'signed', count: '1', answers: [{ fate: 'kept', count: '1' }] }],
    answers: [],
    rest: { count: '44' },
  });
});

test('what no part stands for is fewer than what nothing is known of, where of some parts nothing was heard', () => {
  const one = (facts: Partial<Drawn>) => told('potential', null, null, { extent: 'single', ...facts });
  const parts = [one({ answered: 'kept' }), one({}), told('potential', '3', null)];
  expect(drawDownOf(whole, parts)?.rest).toEqual({ count: '44', countQualifier: 'exact' });
  expect(unlistedOf(whole, parts)).toEqual({ count: '40', countQualifier: 'exact' });
  expect(unlistedOf(whole, [told('potential', null, null)])).toBeNull();
  expect(unlistedOf(whole, [told('potential', '45', null)])).toBeNull();
});

test('call-offs draw on the one contract that they are placed under, at its own stage too', () => {
  const contract = told('signed', null, '12000000', { extent: 'single' });
  const callOff = (dollars: string) => told('signed', null, dollars, { extent: 'single' });
  expect(drawDownOf(contract, [callOff('2000000'), callOff('1500000')])).toMatchObject({
    shares: [{ stage: 'signed', count: '2', amount: { value: '3500000', currency: 'USD' } }],
    rest: null,
  });
});
