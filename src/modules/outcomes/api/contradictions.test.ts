import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';
import { confirmStage } from './confirm-stage.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

test('a contradiction can be of the stage, the party, the currency or that it happened at all; what is unset is as stated', async () => {
  const { owner, office } = tie.liverpool;
  const facts = deals(tie, office, { extent: 'single', entry: entry({ stage: 'signed', amount: '1100000', currency: 'GBP' }) });
  const { id: outcomeId } = valueOf(await db.as(owner, (work) => recordOutcome(work, facts)));
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const blank = { amount: null, currency: null, count: null, source: null, note: null, heldStage: null, heldParty: null };
  const meant = { qualifier: 'exact', countQualifier: 'exact' } as const;
  const differs = (said: Partial<Asked<'confirmStage'>>) =>
    db.as(tie.shanghai.owner, (work) =>
      confirmStage(work, {
        ...{
          outcomeId,
          office: tie.shanghai.office,
          stage: 'signed',
          verdict: 'differs',
          through: 1,
          visibility: 'shared',
          ...blank,
          ...meant,
        },
        ...said,
      }),
    );
  const codes = (result: Awaited<ReturnType<typeof differs>>) =>
    result.ok ? [] : (result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);
  const held = async () =>
    valueOf(await db.as(null, (work) => getOutcome(work, { outcomeId }))).figures.flatMap(({ differing }) => differing);
  const note = 'Only a letter of intent';
  valueOf(await differs({ heldStage: 'not_reached', note, visibility: 'public' }));
  const unset = { amount: null, count: null, heldParty: null };
  expect(await held()).toMatchObject([{ ...unset, heldStage: 'not_reached', note }]);
  valueOf(await differs({ heldStage: 'intended', heldParty: 'Port of Shanghai', amount: '8', currency: 'CNY', visibility: 'public' }));
  expect(await held()).toMatchObject([
    { amount: { value: '8', currency: 'CNY' }, heldStage: 'intended', heldParty: 'Port of Shanghai', note: null },
  ]);
  const nearly = { qualifier: 'nearly', countQualifier: 'exact' } as const;
  valueOf(await differs({ amount: '30000000', currency: 'CNY', ...nearly, visibility: 'public' }));
  expect(await held()).toMatchObject([{ amount: { value: '30000000', currency: 'CNY' }, qualifier: 'nearly' }]);
  const absurd = { amount: '1100000000000', currency: 'GBP', visibility: 'public' } as const;
  const asked = await differs(absurd);
  expect(asked.ok ? [] : asked.refusal.questions).toMatchObject([
    { code: 'outcomes.far_from_theirs', params: { theirs: '1,100,000 GBP' } },
  ]);
  valueOf(await differs({ ...absurd, confirmed: ['outcomes.far_from_theirs'] }));
  expect(await held()).toMatchObject([{ amount: { value: '1100000000000' } }]);
  expect(codes(await differs({ note, qualifier: 'about', visibility: 'public' }))).toEqual(['qualifier outcomes.qualifier_without_amount']);
  expect(codes(await differs({ heldStage: 'signed', visibility: 'public' }))).toEqual(['heldStage outcomes.held_stage_same']);
  expect(codes(await differs({ heldStage: 'never', amount: '8', currency: 'CNY', heldParty: 'x', visibility: 'public' }))).toEqual([
    'amount outcomes.never_has_no_figures',
    'currency outcomes.never_has_no_figures',
    'heldParty outcomes.never_has_no_figures',
  ]);
  expect(codes(await differs({ verdict: 'confirms', heldStage: 'never', visibility: 'public' }))).toEqual([
    'heldStage outcomes.figures_only_when_differing',
  ]);
  valueOf(await differs({ heldStage: 'never', visibility: 'public' }));
  expect(await held()).toMatchObject([{ ...unset, heldStage: 'never' }]);
});
