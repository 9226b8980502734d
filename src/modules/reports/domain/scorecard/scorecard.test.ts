import { expect, test } from 'vitest';
import type { OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { countedBy, scoresOf, type ScoredOutcome } from './scorecard.ts';

const figure = (stage: 'potential' | 'signed', count: string | null) => ({
  ...{ stage, amount: null, count, qualifier: 'exact' as const, countQualifier: 'exact' as const, amountCoversPart: false, entries: [] },
});

const outcome = (id: string, facts: Partial<ScoredOutcome>): ScoredOutcome => ({
  ...{
    id: id as OutcomeId,
    kind: 'deal',
    extent: 'single',
    partOf: null,
    visibility: 'public',
    office: 'o' as OfficeId,
    stage: 'potential',
  },
  ...{ reached: { stage: 'potential', ended: null }, figures: [figure('potential', null)], ledger: null, askings: [], assurance: null },
  ...{
    hasPaper: false,
    isDisputed: false,
    counted: null,
    at: 'potential',
    sureness: 'reported',
    isTold: true,
    partAt: null,
    paperExpired: null,
  },
  ...facts,
});

const whole = outcome('whole', { extent: 'aggregate', figures: [figure('potential', '45')] });
const part = outcome('part', {
  partOf: whole.id,
  at: 'signed',
  sureness: 'confirmed',
  hasPaper: true,
  stage: 'signed',
  reached: { stage: 'signed', ended: null },
  figures: [figure('signed', null)],
});

test('every figure counts what its list holds, and the unknown is counted like everything else', () => {
  const all = [whole, part, outcome('people', { counted: 'people' })];
  const scores = scoresOf(all);
  expect(scores).toMatchObject({
    outcomes: 2,
    tookPart: 1,
    things: 45,
    fates: { kept: 0, partly: 0, not: 0, unknown: 45 },
    further: { several: { came: [{ stage: 'signed', things: 1 }], rest: 44 }, single: { came: [], rest: 0 } },
    wholes: { outcomes: 1, things: 45 },
    papers: { with: 1, without: 1 },
  });
  for (const { stage, count, sureness } of scores.byStage) {
    expect(countedBy(all, { stage })).toHaveLength(count);
    for (const [sure, of] of Object.entries(sureness)) expect(countedBy(all, { stage, sureness: sure as 'reported' })).toHaveLength(of);
  }
  expect(countedBy(all, { fate: 'unknown' }).reduce((sum, { things }) => sum + things, 0)).toBe(45);
  expect(countedBy(all, { paper: 'with' }).map(({ of }) => of.id)).toEqual(['part']);
  expect(countedBy(all, { answer: 'not_asked' })).toHaveLength(scores.answers.not_asked);
});

test('of what the reader may not be told nobody says that it was not asked', () => {
  const all = [outcome('told', {}), outcome('untold', { isTold: false })];
  const scores = scoresOf(all);
  expect(scores).toMatchObject({ fates: { unknown: 2 }, reasons: { not_asked: 1 }, untold: 1, answers: { not_asked: 1, untold: 1 } });
  expect(countedBy(all, { answer: 'untold' }).map(({ of }) => of.id)).toEqual(['untold']);
});

test('what stands for several is told apart from what stands for itself, and a signed deal is told as signed', () => {
  const alone = { stage: 'signed', at: 'signed', reached: { stage: 'signed', ended: null }, figures: [figure('signed', null)] } as const;
  const all = [
    whole,
    part,
    outcome('one', alone),
    outcome('two', { ...alone, sureness: 'differ', isDisputed: true }),
    outcome('three', {}),
  ];
  expect(scoresOf(all)).toMatchObject({
    ...{ things: 48, fates: { unknown: 48 }, wholes: { outcomes: 1, things: 45 } },
    further: {
      several: { came: [{ stage: 'signed', things: 1 }], rest: 44 },
      single: {
        came: [
          { stage: 'signed', things: 1 },
          { stage: null, things: 1 },
        ],
        rest: 1,
      },
    },
  });
});
