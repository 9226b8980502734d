// What became of figures, read as those who may see the outcomes.
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { newId, type Work } from '#platform/work.ts';
import { deals, entry, openTie, text } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { getOutcome } from '../open-outcome.ts';
import { setOutcomeAudience } from '../share-outcome.ts';
import { fatesOf, fatesOfEdition } from './fates.ts';

const db = await ownTestDatabase();
const tie = await openTie(db);

const look = async <T>(by: AccountId, use: (work: Work) => Promise<T>): Promise<T> =>
  valueOf(await db.as(by, async (work) => ok(await use(work))));

/** An asking that was sent, with an answer to it where one is given. */
async function asked(outcomeId: string, answer: 'partly' | null): Promise<void> {
  const [id, office] = [newId(), tie.liverpool.office];
  await db.owner.query(
    `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at) values ($1, $2, $3, 3, '2019-07-30', 'sent', '2019-08-01T09:00:00Z')`,
    [id, outcomeId, office],
  );
  if (answer === null) return;
  await db.owner.query(
    `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, amount, currency, said_for, language, answered_at)
     values ($1, $2, $3, 1, $4, $5, 150000, 'GBP', 'Tidewell', 'en', '2019-08-05T10:00:00Z')`,
    [newId(), id, outcomeId, office, answer],
  );
}

test('parts are told with their whole, what was announced, what was asked, and why nothing is known', async () => {
  const { liverpool } = tie;
  const edition = valueOf(await db.as(liverpool.owner, (work) => createEdition(work, editionInput(liverpool.office, 'Forum'))));
  const attributions = [{ subjectKind: 'edition' as const, subjectId: edition.id, relation: 'result_of' as const }];
  const record = (facts: Parameters<typeof deals>[2]) =>
    db.as(liverpool.owner, (work) => recordOutcome(work, deals(tie, liverpool.office, facts)));
  const whole = valueOf(await record({ attributions }));
  const one = { extent: 'single' as const, partOf: whole.id, attributions: [] };
  const amount = { amount: '240000', currency: 'GBP', valueDate: { text: '2019-04', qualifier: 'exact' as const } };
  const part = valueOf(await record({ ...one, title: text('Dock lighting'), entry: entry({ stage: 'intended', ...amount }) }));
  const silent = valueOf(await record({ ...one, title: text('Cranes'), entry: entry({ stage: 'intended', ...amount }) }));
  await asked(part.id, 'partly');
  await asked(silent.id, null);

  const told = await look(liverpool.owner, (work) => fatesOfEdition(work, edition.id));
  expect(
    told.map(({ outcome, announced, fate }) => ({ partOf: outcome.partOf, stage: announced?.stage, day: announced?.day, fate })),
  ).toEqual([
    { partOf: null, stage: 'potential', day: '2019-04-30', fate: { fate: 'unknown', reason: 'not_asked' } },
    {
      ...{ partOf: whole.id, stage: 'intended', day: '2019-04-30' },
      fate: {
        ...{ fate: 'partly', by: 'answer', months: 3, at: '2019-08-05T10:00:00.000Z', hasPaper: false },
        amount: { value: '150000', currency: 'GBP' },
      },
    },
    { partOf: whole.id, stage: 'intended', day: '2019-04-30', fate: { fate: 'unknown', reason: 'no_answer' } },
  ]);

  const ids = told.map(({ outcome }) => outcome.id);
  const seen = (office: { readonly owner: typeof liverpool.owner }) => look(office.owner, (work) => fatesOf(work, ids));
  expect(await seen(tie.stranger)).toEqual([]);
  valueOf(
    await db.as(liverpool.owner, (work) =>
      setOutcomeAudience({ ...work, expectedVersion: part.version }, { outcomeId: part.id, visibility: 'public', sharedWith: [] }),
    ),
  );
  expect((await seen(tie.stranger)).map(({ fate }) => fate.fate)).toEqual(['partly']);
});

test('a part tells in its whole when it was last heard of, and what was answered to those who may know that there is an answer', async () => {
  const { liverpool } = tie;
  const record = async (facts: Parameters<typeof deals>[2]) =>
    valueOf(await db.as(liverpool.owner, (work) => recordOutcome(work, deals(tie, liverpool.office, facts)))).id;
  const whole = await record({});
  const amount = { amount: '240000', currency: 'GBP', valueDate: { text: '2019-04', qualifier: 'exact' as const } };
  const one = { extent: 'single' as const, partOf: whole, attributions: [], entry: entry({ stage: 'intended', ...amount }) };
  const [part, silent] = [await record({ ...one, title: text('Dredgers') }), await record({ ...one, title: text('Gantries') })];
  await asked(part, 'partly');
  await asked(silent, null);
  const parts = async (by: AccountId | null) =>
    valueOf(await db.as(by, (work) => getOutcome(work, { outcomeId: whole }))).parts.map(({ heardOn, answered }) => [heardOn, answered]);
  expect(await parts(liverpool.owner)).toEqual([
    ['2019-08-05', 'partly'],
    ['2019-04-30', null],
  ]);
  // Who speaks of one of several speaks of them.
  expect(valueOf(await db.as(liverpool.owner, (work) => getOutcome(work, { outcomeId: whole }))).quietSince).toBe('2019-08-05');
  for (const outcomeId of [whole, part, silent])
    valueOf(await db.as(liverpool.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  expect(await parts(null)).toEqual([
    ['2019-08-05', null],
    ['2019-04-30', null],
  ]);
});
