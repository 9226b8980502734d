// What a side said holds wherever the figures are those of which it was said (docs/decisions/0131).
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { addEntry, reverseEntry } from './add-entry.ts';
import { confirmStage } from './confirm-stage.ts';
import { outcomesKnown } from './known/known-outcomes.ts';
import { listUnanswered } from './list-unanswered.ts';
import { deals, entry, openTie } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

test('where the entry that changed them is reversed, the figures are those that were confirmed, wherever they are read', async () => {
  const { owner, office } = tie.liverpool;
  const made = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office))));
  const audience = { outcomeId: made.id, visibility: 'shared' as const, sharedWith: [tie.shanghai.office] };
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, audience)));
  valueOf(
    await db.as(tie.shanghai.owner, (work) =>
      confirmStage(work, {
        ...{ outcomeId: made.id, office: tie.shanghai.office, stage: 'potential', verdict: 'confirms', through: 1, visibility: 'shared' },
        ...{ amount: null, currency: null, count: null, source: null, note: null, heldStage: null, heldParty: null },
        ...{ qualifier: 'exact', countQualifier: 'exact' },
      }),
    ),
  );
  const waits = async () => {
    const asked = { officeId: tie.shanghai.office };
    const { entries } = valueOf(await db.as(tie.shanghai.owner, (work) => listUnanswered(work, asked)));
    return entries.some(({ outcome }) => outcome.id === made.id);
  };
  const known = async () => {
    const asked = { subjects: [tie.tieId], sidesOf: () => [tie.liverpool.office], asked: 'again' as const };
    const { outcomes } = valueOf(await db.as(owner, async (work) => ok(await outcomesKnown(work, asked))));
    return outcomes.find(({ id }) => id === made.id)?.sureness;
  };
  expect([await waits(), await known()]).toEqual([false, 'confirmed']);
  const moved = valueOf(
    await db.as(owner, (work) => addEntry(work, { outcomeId: made.id, ...entry({ amount: '5', currency: 'GBP', count: '1' }) })),
  );
  expect([await waits(), await known()]).toEqual([true, 'reported']);
  const entryId = moved.entries.at(-1)?.id ?? expect.fail('no entry');
  const back = valueOf(await db.as(owner, (work) => reverseEntry(work, { outcomeId: made.id, entryId, note: 'Entered by mistake' })));
  expect(back.figures).toMatchObject([{ assurance: 'confirmed', confirmedBy: [{ id: tie.shanghai.office }], count: '45', through: 3 }]);
  expect(back.confirmations).toMatchObject([{ outdated: false }]);
  expect([await waits(), await known()]).toEqual([false, 'confirmed']);
});
