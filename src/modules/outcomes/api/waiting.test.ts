// What a third party says of a city waits at its desk.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { listOutcomes } from './list-outcomes.ts';
import { deals, openTie, text, type TieFixture } from './outcomes-fixture.ts';
import { getOutcome } from './open-outcome.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';
import { listWaiting, takeUpOutcome } from './take-up-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

test('what a third party says of a city, as where a deal comes from or who takes part, waits at its desk before it stands on its page', async () => {
  const { liverpool, shanghai, stranger } = tie;
  const cityId = tie.cities.liverpool;
  const party = { organisationId: null, cityId, name: null, role: 'buyer' as const, share: null };
  for (const named of [{ fromCity: cityId }, { toCity: cityId }, { parties: [party] }]) {
    const theirs = deals(tie, stranger.office, {
      title: text('By hearsay'),
      fromCity: null,
      toCity: null,
      attributions: [],
      parties: [],
      ...named,
    });
    const { id: outcomeId } = valueOf(await db.as(stranger.owner, (work) => recordOutcome(work, theirs)));
    valueOf(await db.as(stranger.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
    const stands = async () =>
      valueOf(await db.as(null, (work) => listOutcomes(work, { cityId, limit: 100 }))).entries.some(({ id }) => id === outcomeId);
    const waits = async (by: TieFixture['liverpool']) =>
      valueOf(await db.as(by.owner, (work) => listWaiting(work, { officeId: by.office }))).entries.some(({ id }) => id === outcomeId);
    expect([await stands(), await waits(liverpool), await waits(shanghai)]).toEqual([false, true, false]);
    valueOf(await db.as(liverpool.owner, (work) => takeUpOutcome(work, { outcomeId, office: liverpool.office, takesUp: true })));
    expect([await stands(), await waits(liverpool)]).toEqual([true, false]);
  }
});

test('what nobody has taken up pushes nothing off the page of a tie, a city or the first one', async () => {
  const { liverpool, stranger } = tie;
  const record = async (by: TieFixture['liverpool'], title: string) => {
    const facts = deals(tie, by.office, {
      title: text(title),
      attributions: [{ subjectKind: 'tie', subjectId: tie.tieId, relation: 'result_of' }],
    });
    const { id: outcomeId } = valueOf(await db.as(by.owner, (work) => recordOutcome(work, facts)));
    valueOf(await db.as(by.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
    return outcomeId;
  };
  const audience = { visibility: 'public' as const, sharedWith: [], statementIds: [], agreementIds: [], exchangeIds: [] };
  const ofTie = { tieId: tie.tieId, office: liverpool.office };
  valueOf(await db.as(liverpool.owner, (work) => setTieAudience(work, { ...ofTie, ...audience })));
  const ours = await record(liverpool, 'Ours');
  for (const title of ['Flood one', 'Flood two', 'Flood three']) await record(stranger, title);
  const pages = [
    { subjectKind: 'tie', subjectId: tie.tieId, limit: 2 },
    { cityId: tie.cities.shanghai, limit: 1 },
    { audience: 'public', only: 'heard', limit: 1 },
  ] as const;
  for (const page of pages)
    expect(valueOf(await db.as(null, (work) => listOutcomes(work, page))).entries.map(({ id }) => id)).toContain(ours);
});

test('what a side of the tie says waits at no desk to be taken up, though the other city is named as a party, too', async () => {
  const { liverpool, shanghai } = tie;
  const party = { organisationId: null, cityId: tie.cities.shanghai, name: null, role: 'partner' as const, share: null };
  const facts = deals(tie, liverpool.office, { title: text('A project of both'), fromCity: null, toCity: null, parties: [party] });
  const { id: outcomeId } = valueOf(await db.as(liverpool.owner, (work) => recordOutcome(work, facts)));
  const audience = { outcomeId, visibility: 'shared' as const, sharedWith: [shanghai.office] };
  valueOf(await db.as(liverpool.owner, (work) => setOutcomeAudience(work, audience)));
  expect(valueOf(await db.as(shanghai.owner, (work) => getOutcome(work, { outcomeId }))).takings).toEqual([]);
  const { entries } = valueOf(await db.as(shanghai.owner, (work) => listWaiting(work, { officeId: shanghai.office })));
  expect(entries.map(({ id }) => id)).not.toContain(outcomeId);
});
