// What an office begins is its own until it is shared, whatever it is begun in: a public tie, a public paper, a public project, a public itinerary.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { addLesson } from '#modules/matching/api/lessons/keep-lessons.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addMilestones } from '#modules/outcomes/api/project/correct-marks.ts';
import { addMark, enterMarkStatements } from '#modules/outcomes/api/project/keep-plan.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import type { Asked } from '#modules/outcomes/contract.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addAgreedItem } from '#modules/ties/api/agreement/change-items.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { setItinerary, setVisitAudience } from '#modules/ties/api/visit/change-visit.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';

let db: TestDatabase;
let tie: TieFixture;
let paper: Parameters<typeof addAgreedItem>[1]['agreementId'];
let visitId: Parameters<typeof setItinerary>[1]['visitId'];
let projectId: Asked<'addMark'>['outcomeId'];

const tried = <T>(use: (work: Work) => Promise<Result<T>>, version?: number) => db.as(tie.liverpool.owner, use, version);
const as = async <T>(use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> => valueOf(await tried(use, version));

const on = (day: string) => ({ text: day, qualifier: 'exact' as const });
const nothing = { ends: null, level: null, ledBy: null, people: null, note: null, source: null };
const undated = { signedOn: null, validFrom: null, validTo: null, source: null, documentId: null };
const ofTie = () => ({ tieId: tie.tieId, office: tie.liverpool.office });
const visit = (title: string) => (work: Work) =>
  addExchange(work, {
    ...ofTie(),
    ...nothing,
    kind: 'visit',
    domains: ['trade'],
    title: text(title),
    starts: on('2019-04'),
    fromSide: 'a',
  });
const memorandum = (title: string) => (work: Work) =>
  addAgreement(work, { ...ofTie(), ...undated, kind: 'memorandum', title: text(title), parties: [] });
const stop = (title: string) => ({
  ...{ id: null, date: on('2019-04'), part: null, starts: null, ends: null, title: text(title), place: null },
  ...{ parties: [], travellerIds: [], agreementId: null },
});

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  paper = (await as(memorandum('Read by all'))).id;
  visitId = (await as(visit('Read by all'))).id;
  const shown = { agreementIds: [paper], exchangeIds: [visitId], carrierIds: [], statementIds: [] };
  await as((work) => setTieAudience(work, { ...ofTie(), visibility: 'public', sharedWith: [], ...shown }));
  const facts = { kind: 'project' as const, extent: 'single' as const, entry: null };
  projectId = (await as((work) => recordOutcome(work, deals(tie, tie.liverpool.office, facts)))).id;
});
afterAll(() => db.close());

const kinds = ['deal', 'project', 'investment', 'exchange'] as const;
const begun: Readonly<Record<string, (work: Work) => Promise<Result<{ readonly visibility: string }>>>> = {
  'an exchange': visit('New'),
  'an agreement': memorandum('New'),
  'an agreed item': (work) =>
    addAgreedItem(work, { agreementId: paper, text: text('New'), domain: null, aOwner: null, bOwner: null, due: null }),
  'a lesson': (work) => {
    const { cities, liverpool } = tie;
    const facts = { learnerCity: cities.shanghai, teacherCity: cities.liverpool, teacherCountry: null, title: text('New') };
    return addLesson(work, { ...facts, office: liverpool.office, domain: null, practiceId: null, entries: [] });
  },
  ...Object.fromEntries(
    kinds.map((kind) => [
      `an outcome of the kind ${kind}, offers that were made among them`,
      (work: Work) =>
        recordOutcome(
          work,
          deals(tie, tie.liverpool.office, { kind, title: text(`New ${kind}`), entry: kind === 'project' ? null : entry({}) }),
        ),
    ]),
  ),
};

test.each(Object.keys(begun))('%s is its office’s own, though what it is begun in is public', async (name) => {
  const begin = begun[name] ?? expect.fail(name);
  expect((await as(begin)).visibility).toBe('private');
});

test('what is read with the project it is added to is asked about first, once others read that project', async () => {
  const mark = { outcomeId: projectId, kind: 'milestone' as const, title: text('New'), unit: null, entries: [] };
  const plan = await as((work) => addMark(work, mark));
  const markId = plan.marks[0]?.id ?? expect.fail('no mark');
  const state = { attribute: 'state', value: { type: 'code' as const, code: 'open' }, kind: 'fact' as const, saidBy: null };
  const said = { outcomeId: projectId, markId, office: tie.liverpool.office, entries: [state], visibility: 'shared' as const };
  const list = { outcomeId: projectId, milestones: [{ title: text('Of a list'), planned: null }] };
  const adds = (confirmed?: ['kernel.read_at_once']) => [
    tried((work) => addMark(work, { ...mark, confirmed })),
    tried((work) => addMilestones(work, { ...list, confirmed })),
    tried((work) => enterMarkStatements(work, { ...said, confirmed })),
  ];
  const done = async (...asked: Parameters<typeof adds>) => {
    const codes: unknown[] = [];
    for (const add of adds(...asked)) {
      const result = await add;
      codes.push(result.ok ? 'done' : result.refusal.questions?.map(({ code }) => code));
    }
    return codes;
  };
  expect(await done()).toEqual(['done', 'done', 'done']);
  const audience = { outcomeId: projectId, visibility: 'shared' as const, sharedWith: [tie.shanghai.office] };
  await as((work) => setOutcomeAudience(work, audience));
  const asks = ['kernel.read_at_once'];
  expect([await done(), await done(['kernel.read_at_once'])]).toEqual([
    [asks, asks, asks],
    ['done', 'done', 'done'],
  ]);
});

test('so is a stop that is added to an itinerary which others read; one that is corrected is not', async () => {
  const set = (stops: Parameters<typeof setItinerary>[1]['stops'], version: number, confirmed?: ['kernel.read_at_once']) =>
    tried((work) => setItinerary(work, { visitId, timeZone: 'Asia/Shanghai', stops, confirmed }), version);
  const begunWith = valueOf(await set([stop('First')], 0));
  const version = begunWith.itinerary?.version ?? expect.fail('no itinerary');
  expect(begunWith.itinerary?.visibility).toBe('private');
  const shown = await as((work) => setVisitAudience(work, { visitId, part: 'itinerary', visibility: 'public', sharedWith: [] }), version);
  const at = shown.itinerary?.version ?? expect.fail('no itinerary');
  const first = { ...stop('First of all'), id: shown.itinerary?.stops[0]?.id ?? null };
  expect(await set([first, stop('Second')], at)).toMatchObject({ refusal: { kind: 'asks', questions: [{ code: 'kernel.read_at_once' }] } });
  const corrected = valueOf(await set([first], at));
  valueOf(await set([first, stop('Second')], corrected.itinerary?.version ?? 0, ['kernel.read_at_once']));
});
