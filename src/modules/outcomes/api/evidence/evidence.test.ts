import { expect, test } from 'vitest';
import { listSources } from '#modules/evidence/api/enter-source.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { ok } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { confirmStage } from '../confirm-stage.ts';
import { deals, entry, openTie } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { outcomesKnown } from '../known/known-outcomes.ts';
import { getOutcome } from '../open-outcome.ts';
import { setOutcomeAudience } from '../share-outcome.ts';
import { expiringPapers } from './expiring-papers.ts';
import {
  checkEvidence,
  getEvidenceList,
  getOutcomeEvidence,
  markEvidence,
  restoreEvidence,
  setEvidenceList,
  withdrawEvidence,
} from './keep-evidence.ts';
import { drawSample, listSamples } from './samples.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const paper = {
  ...{ class: 'signed_paper' as const, title: 'Contract 7', publisher: null, address: null, date: null, documentId: null },
};
const record = async (facts: Partial<Asked<'recordOutcome'>> = {}) => {
  const signed = entry({ stage: 'signed', amount: '20', currency: 'GBP' });
  const asked = deals(tie, tie.liverpool.office, { extent: 'single', entry: signed, ...facts });
  return valueOf(await db.as(tie.liverpool.owner, (work) => recordOutcome(work, asked)));
};
const mark = (outcomeId: Asked<'markEvidence'>['outcomeId'], facts: Partial<Asked<'markEvidence'>> = {}, by = tie.liverpool.owner) =>
  db.as(by, (work) =>
    markEvidence(work, { outcomeId, stage: 'signed', item: 'signed_contract', source: paper, validUntil: null, ...facts }),
  );

test('a checklist says what is held, what is missing, and whether a second person has looked at it', async () => {
  const made = await record();
  const seen = await db.as(tie.liverpool.owner, (work) => getOutcomeEvidence(work, { outcomeId: made.id }));
  expect(valueOf(seen)).toMatchObject({
    stages: [{ stage: 'signed', covered: 0, items: [{ item: 'signed_contract', state: 'missing', mark: null }] }],
    hasSecondPerson: false,
  });
  const held = valueOf(await mark(made.id));
  expect(held.stages).toMatchObject([
    { covered: 1, items: [{ state: 'held', mark: { isOwn: true, checkedAt: null, source: { title: 'Contract 7' } } }] },
  ]);
  const used = await db.as(tie.liverpool.owner, (work) => listSources(work, { office: tie.liverpool.office, q: 'Contract 7', limit: 5 }));
  expect(valueOf(used).entries).toMatchObject([{ uses: [{ kind: 'evidence', count: 1 }] }]);
  const markId = held.stages[0]?.items[0]?.mark?.id;
  if (markId === undefined) throw new Error('nothing was marked');
  const check = { outcomeId: made.id, markId };
  expect(await db.as(tie.liverpool.owner, (work) => checkEvidence(work, check))).toMatchObject({
    refusal: { code: 'outcomes.own_evidence' },
  });
  const reviewer = await db.addMember(tie.liverpool.office, 'editor');
  expect(valueOf(await db.as(tie.liverpool.owner, (work) => getOutcomeEvidence(work, { outcomeId: made.id }))).hasSecondPerson).toBe(true);
  const checked = valueOf(await db.as(reviewer, (work) => checkEvidence(work, check)));
  expect(checked.stages[0]?.items[0]?.mark?.checkedAt).not.toBeNull();
  expect(await db.as(reviewer, (work) => checkEvidence(work, check))).toMatchObject({ refusal: { code: 'outcomes.evidence_checked' } });
  const withdrawn = valueOf(await db.as(reviewer, (work) => withdrawEvidence(work, check)));
  expect(withdrawn.stages).toMatchObject([
    { covered: 0, items: [{ mark: null, withdrawn: { id: markId, source: { title: 'Contract 7' } } }] },
  ]);
  expect(await db.as(reviewer, (work) => checkEvidence(work, check))).toMatchObject({ refusal: { code: 'outcomes.evidence_unknown' } });
  const restored = valueOf(await db.as(reviewer, (work) => restoreEvidence(work, check)));
  expect(restored.stages).toMatchObject([{ covered: 1, items: [{ mark: { id: markId }, withdrawn: null }] }]);
  expect(restored.stages[0]?.items[0]?.mark?.checkedAt).toBe(checked.stages[0]?.items[0]?.mark?.checkedAt);
  expect(await db.as(reviewer, (work) => restoreEvidence(work, check))).toMatchObject({ refusal: { code: 'outcomes.evidence_unknown' } });
});

test('what is on no list or has no paper is refused at once; nobody else reads the checklist', async () => {
  const made = await record();
  const own = { ...paper, class: 'own_records' as const, title: '' };
  expect(await mark(made.id, { stage: 'realised', item: 'payment_record', source: own, validUntil: '2001-01-01' })).toMatchObject({
    refusal: {
      problems: [{ code: 'outcomes.evidence_not_asked' }, { code: 'outcomes.paper_missing' }],
    },
  });
  expect(await db.as(tie.shanghai.owner, (work) => getOutcomeEvidence(work, { outcomeId: made.id }))).toMatchObject({ ok: false });
});

test('a paper that is over is recorded as expired; the last of each that has an end is told to the desk of its office alone', async () => {
  const made = await record();
  expect(valueOf(await mark(made.id, { validUntil: '2001-01-01' })).stages).toMatchObject([{ covered: 0, items: [{ state: 'expired' }] }]);
  const expiring = async (by: TestOffice, from: string) =>
    valueOf(await db.as(by.owner, async (work) => ok(await expiringPapers(work, by.office, from))));
  expect(await expiring(tie.liverpool, '2000-01-01')).toMatchObject([{ outcomeId: made.id, item: 'signed_contract', until: '2001-01-01' }]);
  expect(await expiring(tie.liverpool, '2001-01-02')).toEqual([]);
  expect(await expiring(tie.shanghai, '2000-01-01')).toEqual([]);
  valueOf(await mark(made.id, { validUntil: '2199-01-01' }));
  expect((await expiring(tie.liverpool, '2000-01-01')).map(({ until }) => until)).toEqual(['2199-01-01']);
});

test('an office asks for more than the product does', async () => {
  const item = { id: 'insurance', kind: 'deal' as const, stage: 'signed' as const, title: 'Insurance certificate' };
  const set = (items: (typeof item)[], version?: number) =>
    db.as(tie.liverpool.owner, (work) => setEvidenceList(work, { officeId: tie.liverpool.office, items }), version);
  expect(await set([item, item])).toMatchObject({ refusal: { problems: [{ path: ['items', 1, 'id'] }] } });
  expect(valueOf(await set([item], 0)).version).toBe(1);
  for (const seen of [0, 2]) expect(await set([], seen)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  const told = (by: TestOffice) => db.as(by.owner, (work) => getEvidenceList(work, { officeId: tie.liverpool.office }));
  expect(valueOf(await told(tie.liverpool)).items).toEqual([item]);
  expect(await told(tie.shanghai)).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  const made = await record();
  const held = valueOf(await mark(made.id, { item: 'insurance', validUntil: '2199-01-01' }));
  expect(held.stages[0]?.items.at(-1)).toMatchObject({ item: 'insurance', title: 'Insurance certificate', state: 'held' });
});

test('a sample is drawn of what is confirmed alone, again the same by its seed, and shows what has been checked since', async () => {
  const officeId = tie.liverpool.office;
  const draw = (facts: Partial<Asked<'drawSample'>> = {}) =>
    db.as(tie.liverpool.owner, (work) => drawSample(work, { officeId, size: 2, seed: 'spring', ...facts }));
  expect(await draw()).toMatchObject({ refusal: { code: 'outcomes.sample_of_none' } });
  const signed = entry({ stage: 'signed', amount: '20', currency: 'GBP', source: paper });
  for (let n = 0; n < 3; n += 1) await record({ entry: signed });
  const first = valueOf(await draw());
  expect([first.population, first.outcomes.length]).toEqual([3, 2]);
  const again = valueOf(await draw());
  expect([again.populationHash, again.outcomes.map(({ id }) => id)]).toEqual([first.populationHash, first.outcomes.map(({ id }) => id)]);
  const [one] = first.outcomes;
  if (one === undefined) throw new Error('nothing was drawn');
  const reviewer = await db.addMember(officeId, 'editor');
  const said = {
    ...{
      outcomeId: one.id,
      office: officeId,
      stage: 'signed' as const,
      verdict: 'verifies' as const,
      through: 1,
      source: null,
      note: null,
    },
    ...{ amount: null, currency: null, count: null, heldStage: null, heldParty: null, visibility: 'shared' as const },
    ...{ qualifier: 'exact' as const, countQualifier: 'exact' as const },
  };
  valueOf(await db.as(reviewer, (work) => confirmStage(work, said)));
  const { entries, population } = valueOf(await db.as(reviewer, (work) => listSamples(work, { officeId })));
  expect([entries.length, population]).toEqual([2, 3]);
  const checked = entries.at(-1)?.outcomes.find(({ id }) => id === one.id);
  expect([checked?.assurance, typeof checked?.checkedAt]).toEqual(['verified', 'string']);
});

test('a paper that has expired documents nothing, wherever that is counted, and everybody reads since when; a newer one does again', async () => {
  const made = await record({ entry: entry({ stage: 'signed', amount: '20', currency: 'GBP', source: paper }) });
  const audience = { outcomeId: made.id, visibility: 'public' as const, sharedWith: [] };
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, audience)));
  valueOf(await mark(made.id, { validUntil: '2199-01-01' }));
  const read = async (day: string) => {
    const at = (work: Work): Work => ({ ...work, now: new Date(`${day}T12:00:00Z`) });
    const shown = valueOf(await db.as(null, (work) => getOutcome(at(work), { outcomeId: made.id })));
    const known = await db.as(null, async (work) =>
      ok(await outcomesKnown(at(work), { subjects: [tie.tieId], sidesOf: () => [tie.liverpool.office], asked: 'again' })),
    );
    const [figure, one] = [shown.figures[0], valueOf(known).outcomes.find(({ id }) => id === made.id)];
    return [figure?.assurance, figure?.paperExpired, one?.sureness, one?.paperExpired, one?.hasPaper];
  };
  expect(await read('2199-01-01')).toEqual(['documented', undefined, 'documented', null, true]);
  expect(await read('2199-01-02')).toEqual(['reported', '2199-01-01', 'reported', '2199-01-01', false]);
  valueOf(await mark(made.id));
  expect(await read('2199-01-02')).toEqual(['documented', undefined, 'documented', null, true]);
});

test('what is held on a checklist is a document to the office that holds it, and to nobody else, as long as it is valid', async () => {
  const made = await record();
  const audience = { outcomeId: made.id, visibility: 'public' as const, sharedWith: [] };
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, audience)));
  const hasPaper = async (account: TestOffice['owner'] | null, day: string) => {
    const known = await db.as(account, async (work) =>
      ok(
        await outcomesKnown(
          { ...work, now: new Date(`${day}T12:00:00Z`) },
          { subjects: [tie.tieId], sidesOf: () => [tie.liverpool.office], asked: 'once' },
        ),
      ),
    );
    return valueOf(known).outcomes.find(({ id }) => id === made.id)?.hasPaper;
  };
  expect(await hasPaper(tie.liverpool.owner, '2199-01-01')).toBe(false);
  valueOf(await mark(made.id, { validUntil: '2199-01-01' }));
  expect(await hasPaper(tie.liverpool.owner, '2199-01-01')).toBe(true);
  expect(await hasPaper(tie.liverpool.owner, '2199-01-02')).toBe(false);
  for (const other of [tie.shanghai.owner, null]) expect(await hasPaper(other, '2199-01-01')).toBe(false);
});
