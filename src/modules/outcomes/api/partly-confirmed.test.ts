import { expect, test } from 'vitest';
import { ok, type Result } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Answer, Asked } from '../contract.ts';
import { totalsOf } from '../domain/totals.ts';
import { confirmStage } from './confirm-stage.ts';
import { outcomesKnown } from './known/known-outcomes.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const record = (facts: Partial<Asked<'recordOutcome'>>) =>
  db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, { extent: 'single', ...facts })));
const share = (outcomeId: Asked<'setOutcomeAudience'>['outcomeId']) =>
  db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'shared', sharedWith: [tie.shanghai.office] }));
const codes = (result: Result<unknown>) =>
  result.ok ? [] : (result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('a side confirms a part of an amount: ledger and sums take it as confirmed and the rest as reported', async () => {
  const made = valueOf(await record({ entry: entry({ stage: 'signed', amount: '3600000', currency: 'GBP' }) }));
  valueOf(await share(made.id));
  const say = (facts: Partial<Asked<'confirmStage'>>, by = tie.shanghai.owner): Promise<Result<Answer<'confirmStage'>>> =>
    db.as(by, (work) =>
      confirmStage(work, {
        ...{
          outcomeId: made.id,
          office: tie.shanghai.office,
          stage: 'signed',
          verdict: 'confirms_part',
          through: 1,
          source: null,
          note: null,
        },
        ...{ amount: null, currency: null, count: null, heldStage: null, heldParty: null, visibility: 'shared' },
        ...{ qualifier: 'exact', countQualifier: 'exact' },
        ...facts,
      }),
    );
  expect(codes(await say({}))).toEqual(['amount outcomes.part_needed']);
  expect(codes(await say({ amount: '3600000', currency: 'GBP' }))).toEqual(['amount outcomes.part_not_less']);
  expect(codes(await say({ amount: '2', currency: 'CNY' }))).toEqual(['currency outcomes.second_currency']);
  expect(codes(await say({ office: tie.liverpool.office, amount: '2', currency: 'GBP' }, tie.liverpool.owner))).toEqual([
    'verdict outcomes.own_report',
  ]);
  const said = valueOf(await say({ amount: '2000000', currency: 'GBP' }));
  expect(said.figures).toMatchObject([
    { assurance: 'reported', confirmedBy: [], confirmedPart: { amount: { value: '2000000' }, by: [{ id: tie.shanghai.office }] } },
  ]);
  expect(totalsOf([said]).map(({ assurance, amount }) => [assurance, amount.value])).toEqual([
    ['confirmed', '2000000'],
    ['reported', '1600000'],
  ]);
  const known = await db.as(tie.liverpool.owner, async (work) =>
    ok(await outcomesKnown(work, { subjects: [tie.tieId], sidesOf: () => [tie.liverpool.office], asked: 'once' })),
  );
  expect(valueOf(known).outcomes.find(({ id }) => id === made.id)).toMatchObject({
    ...{ sureness: 'reported', partAt: { amount: { value: '2000000', currency: 'GBP' }, count: null }, confirmedPart: null },
  });
  expect(valueOf(await say({ verdict: 'confirms' })).figures).toMatchObject([{ assurance: 'confirmed', confirmedPart: null }]);
});

test('a side confirms so many of a number, with or without a sum', async () => {
  const found = entry({ count: '45', amount: '139000000', currency: 'GBP' });
  const made = valueOf(await record({ extent: 'aggregate', entry: found }));
  valueOf(await share(made.id));
  const say = (facts: Partial<Asked<'confirmStage'>>): Promise<Result<Answer<'confirmStage'>>> =>
    db.as(tie.shanghai.owner, (work) =>
      confirmStage(work, {
        ...{ outcomeId: made.id, office: tie.shanghai.office, stage: 'potential', verdict: 'confirms_part', through: 1 },
        ...{ source: null, note: null, amount: null, currency: null, count: null, heldStage: null, heldParty: null },
        ...{ visibility: 'shared', qualifier: 'exact', countQualifier: 'exact', ...facts },
      }),
    );
  expect(codes(await say({}))).toEqual([' outcomes.part_needed']);
  expect(codes(await say({ count: '46' }))).toEqual(['count outcomes.part_not_fewer']);
  expect(codes(await say({ count: '0' }))).toEqual(['count outcomes.part_not_fewer']);
  expect(codes(await say({ count: '45', amount: '139000000', currency: 'GBP' }))).toEqual([
    'amount outcomes.part_not_less',
    'count outcomes.part_not_fewer',
  ]);
  expect(codes(await say({ count: '46', amount: '140000000', currency: 'GBP' }))).toHaveLength(2);
  expect(valueOf(await say({ count: '20' })).figures).toMatchObject([
    { assurance: 'reported', confirmedPart: { count: '20', amount: null } },
  ]);
  const known = await db.as(tie.liverpool.owner, async (work) =>
    ok(await outcomesKnown(work, { subjects: [tie.tieId], sidesOf: () => [tie.liverpool.office], asked: 'once' })),
  );
  expect(valueOf(known).outcomes.find(({ id }) => id === made.id)).toMatchObject({ partAt: { amount: null, count: '20' } });
  expect(valueOf(await say({ count: '45', amount: '60000000', currency: 'GBP' })).figures[0]?.confirmedPart).toMatchObject({
    ...{ count: '45', amount: { value: '60000000' } },
  });
});

test('whether it would have happened anyway is told to the office that keeps it alone', async () => {
  const made = valueOf(await record({ anyway: 'later', entry: null }));
  expect(made.anyway).toBe('later');
  valueOf(await share(made.id));
  expect(valueOf(await db.as(tie.shanghai.owner, (work) => getOutcome(work, { outcomeId: made.id }))).anyway).toBeNull();
});
