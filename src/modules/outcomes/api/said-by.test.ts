import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { addEntry, reverseEntry } from './add-entry.ts';
import { confirmStage } from './confirm-stage.ts';
import { listOutcomes } from './list-outcomes.ts';
import { deals, entry, openTie } from './outcomes-fixture.ts';
import { getOutcome } from './open-outcome.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const article = {
  class: 'press_or_study' as const,
  title: 'Sister cities at the expo',
  publisher: null,
  address: 'https://example.org/forum.html',
  date: { text: '2019-11-05', qualifier: 'exact' as const },
  documentId: null,
};
const words = {
  saidBy: 'The deputy mayor of Liverpool',
  about: 'The delegation of April 2019',
  source: { ...article, passage: '45 potential deals worth £139 million', place: 'p. 1, second paragraph' },
};
const figures = { amount: '139000000', currency: 'GBP', count: '45' };

async function recorded() {
  const { owner, office } = tie.liverpool;
  const input = deals(tie, office, { entry: entry({ ...figures, ...words }) });
  const { id, version } = valueOf(await db.as(owner, (work) => recordOutcome(work, input)));
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] }), version));
  return id;
}

test('a figure leads to who said it, of what, where it is printed and who entered it, for everybody, in lists and on its page', async () => {
  const outcomeId = await recorded();
  const told = {
    saidBy: words.saidBy,
    about: words.about,
    number: 1,
    source: { title: article.title, passage: words.source.passage, place: words.source.place },
  };
  const page = valueOf(await db.as(null, (work) => getOutcome(work, { outcomeId })));
  expect(page.entries).toMatchObject([{ ...told, stage: 'potential' }]);
  // The ledger beside a figure tells it once.
  expect(page.figures[0]).toMatchObject({ entries: page.entries.map(({ id }) => id) });
  expect(page.figures[0]).not.toHaveProperty('said');
  expect(page.office.id).toBe(tie.liverpool.office);
  const list = valueOf(
    await db.as(tie.shanghai.owner, (work) => listOutcomes(work, { subjectKind: 'tie', subjectId: tie.tieId, limit: 50 })),
  );
  expect(list.entries.find(({ id }) => id === outcomeId)?.figures[0]?.said).toMatchObject([told]);
});

test('two entries from one article have one source and each its own words; a reversal is the office’s own word', async () => {
  const outcomeId = await recorded();
  const { owner } = tie.liverpool;
  const more = entry({ stage: 'intended', count: '3', saidBy: 'The chamber', source: { ...article, passage: 'three were near signing' } });
  const after = valueOf(await db.as(owner, (work) => addEntry(work, { outcomeId, ...more, confirmed: ['outcomes.becomes_public'] })));
  const [first, second] = after.entries;
  expect(second?.source?.id).toBe(first?.source?.id);
  expect([first?.source?.passage, second?.source?.passage, second?.about]).toEqual([words.source.passage, 'three were near signing', null]);
  const reversed = { confirmed: ['outcomes.becomes_public' as const], outcomeId, entryId: second?.id ?? '', note: 'misheard' };
  const last = valueOf(await db.as(owner, (work) => reverseEntry(work, reversed))).entries.at(-1);
  expect([last?.saidBy, last?.about, last?.source?.class, last?.source?.passage]).toEqual([null, null, 'own_records', null]);
});

test('what a side shows as its paper keeps its place in it', async () => {
  const outcomeId = await recorded();
  const { owner, office } = tie.shanghai;
  const source = {
    ...article,
    class: 'official_publication' as const,
    title: 'Bulletin',
    address: null,
    passage: 'as reported',
    place: 'p. 4',
  };
  const said = { outcomeId, office, stage: 'potential' as const, verdict: 'documents' as const, through: 1, visibility: 'public' as const };
  const nothing = {
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
    amount: null,
    currency: null,
    count: null,
    heldStage: null,
    heldParty: null,
    note: null,
  };
  valueOf(await db.as(owner, (work) => confirmStage(work, { ...said, ...nothing, source })));
  const page = valueOf(await db.as(null, (work) => getOutcome(work, { outcomeId })));
  expect(page.confirmations).toMatchObject([{ source: { title: 'Bulletin', passage: 'as reported', place: 'p. 4' } }]);
});

test('who said it is content of the entry: its hash covers it, and the app role changes none of it', async () => {
  const [one, other] = [await recorded(), await recorded()];
  const hashes = await Promise.all(
    [one, other].map(async (outcomeId) => valueOf(await db.as(tie.liverpool.owner, (work) => getOutcome(work, { outcomeId }))).entries[0]),
  );
  expect(new Set(hashes.map((shown) => shown?.contentHash)).size).toBe(2);
  const change = async () =>
    db.as(tie.liverpool.owner, async (work) => {
      const { numUpdatedRows } = await work.tx
        .updateTable('outcomes.entry')
        .set({ said_by: 'x' })
        .where('outcome_id', '=', one)
        .executeTakeFirst();
      return { ok: true as const, value: Number(numUpdatedRows) };
    });
  await expect(change()).rejects.toThrow(/permission denied/);
});
