// What waits for the word of the other side, and that who keeps the figures can take over what it holds.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';
import { acceptAnswer } from './accept-answer.ts';
import { addEntry } from './add-entry.ts';
import { confirmStage } from './confirm-stage.ts';
import { listContradicted } from './list-contradicted.ts';
import { listUnanswered } from './list-unanswered.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

type Outcome = Asked<'getOutcome'>['outcomeId'];
const record = async (title: string, shared: boolean): Promise<Outcome> => {
  const { owner, office } = tie.liverpool;
  const { id } = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, { title: text(title) }))));
  const audience = { outcomeId: id, visibility: 'shared' as const, sharedWith: [tie.shanghai.office, tie.stranger.office] };
  if (shared) valueOf(await db.as(owner, (work) => setOutcomeAudience(work, audience)));
  return id;
};
const blank = { amount: null, currency: null, count: null, source: null, note: null, heldStage: null, heldParty: null };
const say = (outcomeId: Outcome, said: Partial<Asked<'confirmStage'>>) =>
  db.as(tie.shanghai.owner, (work) =>
    confirmStage(work, {
      ...{ outcomeId, office: tie.shanghai.office, stage: 'potential', verdict: 'confirms', through: 1, visibility: 'shared' },
      ...{ ...blank, qualifier: 'exact', countQualifier: 'exact' },
      ...said,
    }),
  );
const waiting = async ({ owner, office }: TestOffice) =>
  valueOf(await db.as(owner, (work) => listUnanswered(work, { officeId: office }))).entries;

test('figures that are shared with a side wait for its word; that it cannot say is one, a word taken back is none', async () => {
  await record('Private', false);
  const outcomeId = await record('Shared', true);
  const shown = { stage: 'potential', count: '45', amount: { value: '139000000', currency: 'GBP' }, through: 1 };
  const open = [{ outcome: { id: outcomeId }, office: { id: tie.liverpool.office }, ...shown }];
  expect(await waiting(tie.shanghai)).toMatchObject(open);
  // Neither who reports them nor who merely reads them is asked.
  expect([await waiting(tie.liverpool), await waiting(tie.stranger)]).toEqual([[], []]);
  expect(await db.as(tie.stranger.owner, (work) => listUnanswered(work, { officeId: tie.shanghai.office }))).toMatchObject({
    refusal: { kind: 'forbidden' },
  });
  for (const verdict of ['cannot_say', 'withdraws', 'confirms', 'withdraws'] as const) {
    valueOf(await say(outcomeId, { verdict }));
    expect(await waiting(tie.shanghai)).toHaveLength(verdict === 'withdraws' ? 1 : 0);
  }
  valueOf(await say(outcomeId, { verdict: 'differs', count: '12' }));
  expect(await waiting(tie.shanghai)).toEqual([]);
});

test('of one deal that came further or was called off nobody is asked what it was to become; of several told together all stages stand', async () => {
  const { owner, office } = tie.liverpool;
  const stagesOf = async (extent: 'single' | 'aggregate', later: 'signed' | 'cancelled') => {
    const first = entry({ stage: 'intended', amount: '15000', currency: 'GBP', count: extent === 'single' ? null : '3' });
    const title = text(`${later}, ${extent}`);
    const outcomeId = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, { extent, title, entry: first })))).id;
    const off = entry({ stage: later, count: extent === 'single' ? null : '1' });
    valueOf(await db.as(owner, (work) => addEntry(work, { outcomeId, ...off, confirmed: [] })));
    const audience = { outcomeId, visibility: 'shared' as const, sharedWith: [tie.shanghai.office] };
    valueOf(await db.as(owner, (work) => setOutcomeAudience(work, audience)));
    return (await waiting(tie.shanghai)).filter(({ outcome }) => outcome.id === outcomeId).map(({ stage }) => stage);
  };
  for (const later of ['signed', 'cancelled'] as const) {
    expect(await stagesOf('single', later)).toEqual([later]);
    expect(await stagesOf('aggregate', later)).toEqual(['intended', later]);
  }
});

test('who keeps the figures takes over what the other side holds: reversed and entered anew in its words, which it may then confirm', async () => {
  const outcomeId = await record('Accepted', true);
  const differs = {
    verdict: 'differs',
    count: '12',
    countQualifier: 'about',
    amount: '30000000',
    currency: 'GBP',
    qualifier: 'nearly',
  } as const;
  const confirmations = valueOf(await say(outcomeId, differs)).confirmations;
  const confirmationId = confirmations.at(-1)?.id ?? expect.fail('nothing was said');
  const accept = (owner: TestOffice['owner']) =>
    db.as(owner, (work) => acceptAnswer(work, { outcomeId, confirmationId, note: 'You are right.', confirmed: [] }));
  expect(await accept(tie.shanghai.owner)).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  const accepted = valueOf(await accept(tie.liverpool.owner));
  expect(accepted.entries.map(({ reverses, note }) => [reverses !== null, note])).toEqual([
    [false, null],
    [true, 'You are right.'],
    [false, 'You are right.'],
  ]);
  const figure = { count: '12', countQualifier: 'about', qualifier: 'nearly', amount: { value: '30000000', currency: 'GBP' } };
  expect(accepted.figures).toMatchObject([{ ...figure, assurance: 'reported', differing: [] }]);
  // It was answered to the two of them alone: the entry does not name who answered.
  expect(accepted.entries.at(-1)?.saidBy).toBeNull();
  expect(await accept(tie.liverpool.owner)).toMatchObject({ ok: false, refusal: { code: 'outcomes.nothing_to_accept' } });
  const { entries } = valueOf(await db.as(tie.liverpool.owner, (work) => listContradicted(work, { officeId: tie.liverpool.office })));
  expect(entries.filter(({ outcome }) => outcome.id === outcomeId)).toEqual([]);
  expect((await waiting(tie.shanghai)).filter(({ outcome }) => outcome.id === outcomeId)).toMatchObject([{ count: '12', through: 3 }]);
});

test('an answer that is public is taken over under the name of who gave it; of a part that is confirmed there is nothing to take over', async () => {
  const [told, part] = [await record('Told', true), await record('In part', true)];
  const accept = async (outcomeId: Outcome, said: Partial<Asked<'confirmStage'>>) => {
    const confirmationId = valueOf(await say(outcomeId, said)).confirmations.at(-1)?.id ?? expect.fail('nothing was said');
    return db.as(tie.liverpool.owner, (work) => acceptAnswer(work, { outcomeId, confirmationId, note: null, confirmed: [] }));
  };
  const accepted = valueOf(await accept(told, { verdict: 'differs', count: '12', visibility: 'public' }));
  expect(accepted.entries.at(-1)?.saidBy).not.toBeNull();
  const few = { verdict: 'confirms_part', amount: '1000000', currency: 'GBP' } as const;
  expect(await accept(part, few)).toMatchObject({ ok: false, refusal: { code: 'outcomes.nothing_to_accept' } });
});

test('that it did not come so far takes the stage out; with whom it was is no figure to accept', async () => {
  const [never, party] = [await record('Not reached', true), await record('Other party', true)];
  valueOf(await say(never, { verdict: 'differs', heldStage: 'not_reached' }));
  valueOf(await say(party, { verdict: 'differs', heldParty: 'Another company' }));
  const accept = async (outcomeId: Outcome) => {
    const { confirmations } = valueOf(await db.as(tie.liverpool.owner, (work) => getOutcome(work, { outcomeId })));
    const confirmationId = confirmations.at(-1)?.id ?? expect.fail('nothing was said');
    return db.as(tie.liverpool.owner, (work) => acceptAnswer(work, { outcomeId, confirmationId, note: null, confirmed: [] }));
  };
  expect(valueOf(await accept(never)).figures).toEqual([]);
  expect(await accept(party)).toMatchObject({ ok: false, refusal: { code: 'outcomes.nothing_to_accept' } });
});
