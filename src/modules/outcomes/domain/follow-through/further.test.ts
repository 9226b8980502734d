import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { OutcomeId } from '../outcome.ts';
import { drawDownOf } from '../draw-down.ts';
import type { ProgressStage, Stage } from '../stages.ts';
import { thingsOf, type Announcement } from './announcement.ts';
import { furtherOf } from './further.ts';

const figure = (stage: Stage, count: string | null) => ({
  ...{ stage, count, amount: null, qualifier: 'exact' as const, countQualifier: 'exact' as const, amountCoversPart: false, entries: [] },
});

const announced = (id: string, stage: ProgressStage, facts: Partial<Announcement> = {}): Announcement => ({
  ...{ id: id as OutcomeId, office: 'o' as OfficeId, kind: 'deal', extent: 'single', partOf: null, visibility: 'public', stage },
  ...{ reached: { stage, ended: null }, figures: [figure(stage, null)], ledger: null, askings: [], assurance: null, hasPaper: false },
  ...facts,
});
const whole = (facts: Partial<Announcement> = {}) =>
  announced('w', 'potential', { extent: 'aggregate', figures: [figure('potential', '45')], ...facts });
const part = (id: string, stage: ProgressStage, facts: Partial<Announcement> = {}) =>
  announced(id, stage, { partOf: 'w' as OutcomeId, ...facts });
const asked = {
  ...{ months: 3 as const, due: '2024-02-08', state: 'sent' as const, sentAt: '2024-02-08T08:00:00.000Z' },
  answers: [{ answer: 'kept' as const, amount: null, answeredAt: '2024-03-01T08:00:00.000Z', hasPaper: false }],
};

const further = (all: readonly Announcement[], disputed: readonly string[] = []) =>
  furtherOf(thingsOf(all), new Map(all.map((one) => [one.id, one])), ({ id, stage, reached }) => ({
    stage: reached.ended ?? reached.stage ?? stage,
    isDisputed: disputed.includes(id),
  }));

test('of a whole it says what its draw-down says: so many signed, so many in dispute, and of the rest nothing', () => {
  const all = [
    whole(),
    part('a', 'signed'),
    part('b', 'signed'),
    ...'cdef'.split('').map((id) => part(id, 'potential', { askings: [asked] })),
  ];
  expect(further(all, ['b'])).toEqual({
    came: [
      { stage: 'signed', things: 1 },
      { stage: null, things: 1 },
    ],
    rest: 39,
  });
  const drawn = all.map((one) => ({
    ...{ extent: one.extent, reached: one.reached, answered: one.askings.length > 0 ? ('kept' as const) : null },
    figures: one.figures.map((of) => ({ ...of, disputed: one.id === 'b' })),
  }));
  const [first, ...parts] = drawn;
  expect(first && drawDownOf(first, parts)).toMatchObject({
    ...{ shares: [{ stage: 'signed', count: '1' }], disputed: { count: '1' }, answers: [{ count: '4' }], rest: { count: '39' } },
  });
});

test('what a whole itself counts as signed is so many of it, its signed parts among them, and none where nobody counts', () => {
  const signed = (count: string | null) =>
    whole({ reached: { stage: 'signed', ended: null }, figures: [figure('potential', '45'), figure('signed', count)] });
  expect(further([signed('12'), part('a', 'signed'), part('b', 'potential')])).toEqual({
    came: [{ stage: 'signed', things: 12 }],
    rest: 33,
  });
  expect(further([signed(null)])).toEqual({ came: [], rest: 45 });
});

test('one that was announced by itself went further, or was signed at once; what is as it was announced did not', () => {
  const all = [
    announced('a', 'potential', { reached: { stage: 'intended', ended: null } }),
    announced('b', 'signed'),
    announced('c', 'intended'),
    announced('d', 'potential'),
  ];
  expect(further(all)).toEqual({
    came: [
      { stage: 'intended', things: 1 },
      { stage: 'signed', things: 1 },
    ],
    rest: 2,
  });
});
