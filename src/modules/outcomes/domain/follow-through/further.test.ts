import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { OutcomeId } from '../outcome.ts';
import { drawDownOf } from '../draw-down.ts';
import { fateOf } from '../follow-up/fate.ts';
import type { ProgressStage, Stage } from '../stages.ts';
import { tallyOf, thingsOf, type Announcement } from './announcement.ts';
import { furtherOf } from './further.ts';

const figure = (stage: Stage, count: string | null) => ({
  ...{ stage, count, amount: null, qualifier: 'exact' as const, countQualifier: 'exact' as const, amountCoversPart: false, entries: [] },
});

const announced = (id: string, stage: ProgressStage, facts: Partial<Announcement> = {}): Announcement => ({
  ...{ id: id as OutcomeId, office: 'o' as OfficeId, kind: 'deal', extent: 'single', partOf: null, visibility: 'public', stage },
  ...{
    reached: { stage, ended: null },
    figures: [figure(stage, null)],
    ledger: null,
    askings: [],
    assurance: null,
    hasPaper: false,
    isDisputed: false,
  },
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

const further = (all: readonly Announcement[]) => furtherOf(thingsOf(all), new Map(all.map((one) => [one.id, one])));

/** What the draw-down of the first of them says of the others. */
function drawDown(all: readonly Announcement[]) {
  const drawn = all.map((one) => {
    const fate = fateOf(one.askings, one.ledger);
    return {
      ...{ extent: one.extent, reached: one.reached, answered: fate.fate !== 'unknown' && fate.by === 'answer' ? fate.fate : null },
      figures: one.figures.map((of) => ({ ...of, disputed: one.isDisputed && of.stage === (one.reached.ended ?? one.reached.stage) })),
    };
  });
  const [first, ...parts] = drawn;
  return first === undefined ? null : drawDownOf(first, parts);
}

test('of a whole it says what its draw-down says: so many signed, so many in dispute, and of the rest nothing', () => {
  const all = [
    whole(),
    part('a', 'signed'),
    part('b', 'signed', { isDisputed: true }),
    ...'cdef'.split('').map((id) => part(id, 'potential', { askings: [asked] })),
  ];
  expect(further(all)).toEqual({
    came: [
      { stage: 'signed', things: 1 },
      { stage: null, things: 1 },
    ],
    rest: 39,
  });
  expect(drawDown(all)).toMatchObject({
    ...{ shares: [{ stage: 'signed', count: '1' }], disputed: { count: '1' }, answers: [{ count: '4' }], rest: { count: '39' } },
  });
});

const numberIn = (counts: readonly { readonly count: string | null }[]): number =>
  counts.reduce((sum, { count }) => sum + Number(count), 0);
const stageOf = { realised: { stage: 'realised', ended: null }, lapsed: { stage: 'intended', ended: 'lapsed' } } as const;
const ended = (stage: keyof typeof stageOf) => ({
  ...{ reached: stageOf[stage], figures: [figure('potential', null), figure(stage, null)] },
  ledger: { fate: stage === 'realised' ? ('kept' as const) : ('not' as const), amount: null, enteredAt: '2024-06-01T00:00:00.000Z' },
});

test.each([
  ['a part whose own ledger says realised, in dispute', [part('a', 'potential', { ...ended('realised'), isDisputed: true })]],
  ['one that ended, in dispute', [part('a', 'potential', { ...ended('lapsed'), isDisputed: true })]],
  ['one in dispute whose company answered', [part('a', 'signed', { isDisputed: true, askings: [asked] })]],
  ['one of which it is in dispute that it is possible at all', [part('a', 'potential', { isDisputed: true })]],
  ['one that is signed and whose company answered', [part('a', 'signed', { askings: [asked] }), part('b', 'signed')]],
  ['one that is realised after its company answered', [part('a', 'potential', { ...ended('realised'), askings: [asked] })]],
  [
    'several told as one part, in dispute',
    [part('a', 'signed', { extent: 'aggregate', figures: [figure('signed', '3')], isDisputed: true })],
  ],
  ['one that is possible and one that is intended', [part('a', 'potential'), part('b', 'intended')]],
])('fates and draw-down tell the same, each thing once: %s', (_, parts) => {
  const all = [whole(), ...parts];
  const drawn = drawDown(all);
  const { came, rest } = further(all);
  const tally = tallyOf(thingsOf(all));
  const told = (stage: Stage | null) => came.reduce((sum, one) => sum + (one.stage === stage ? one.things : 0), 0);
  const shares = drawn?.shares ?? [];
  const at = (stage: Stage) => shares.filter((share) => share.stage === stage);
  const answers = [...(drawn?.answers ?? []), ...shares.flatMap((share) => share.answers)];
  expect(told(null)).toBe(numberIn(drawn?.disputed == null ? [] : [drawn.disputed]));
  for (const stage of ['intended', 'signed'] as const)
    expect(told(stage)).toBe(numberIn(at(stage)) - numberIn(at(stage).flatMap((share) => share.answers)));
  expect(tally.kept).toBe(numberIn(at('realised')) + numberIn(answers));
  expect(tally.not).toBe(numberIn(at('lapsed')));
  expect(rest).toBe(Number(drawn?.rest?.count ?? 45));
  expect(tally.unknown).toBe(rest + came.reduce((sum, { things }) => sum + things, 0));
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
