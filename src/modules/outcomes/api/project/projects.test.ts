import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { updateOutcome, withdrawOutcome } from '../change-outcome.ts';
import { deals, openTie, text } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { setOutcomeAudience } from '../share-outcome.ts';
import { addMilestones, updateMark } from './correct-marks.ts';
import { addMark, enterMarkStatements, setProjectAim, withdrawMark } from './keep-plan.ts';
import { getProjectPlan, listProjects } from './show-plan.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

/** Why something is refused. */
function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('not refused');
  return result.refusal;
}

type Entry = Asked<'addMark'>['entries'][number];
const entry = (attribute: string, value: Entry['value'], saidBy: string | null = null): Entry => ({
  attribute,
  value,
  kind: 'fact',
  saidBy,
});
const day = (words: string): Entry['value'] => ({ type: 'date', date: { text: words, qualifier: 'exact' } });
const state = (code: string): Entry['value'] => ({ type: 'code', code });
const count = (number: string, basis?: string): Entry['value'] => ({
  type: 'count',
  count: number,
  qualifier: 'exact',
  ...(basis === undefined ? {} : { basis }),
});

const record = async (facts: Partial<Asked<'recordOutcome'>> = {}) =>
  valueOf(
    await db.as(tie.liverpool.owner, (work) =>
      recordOutcome(work, deals(tie, tie.liverpool.office, { kind: 'project', extent: 'single', entry: null, ...facts })),
    ),
  );
const share = async (outcomeId: Id<'Outcome'>, visibility: 'private' | 'shared' | 'public') =>
  valueOf(
    await db.as(tie.liverpool.owner, (work) =>
      setOutcomeAudience(work, { outcomeId, visibility, sharedWith: visibility === 'shared' ? [tie.shanghai.office] : [] }),
    ),
  );
const confirmed: [typeof READ_AT_ONCE] = [READ_AT_ONCE];
const add = (outcomeId: Id<'Outcome'>, facts: Partial<Asked<'addMark'>> = {}) =>
  db.as(tie.liverpool.owner, (work) =>
    addMark(work, { outcomeId, kind: 'milestone', title: text('First course'), unit: null, entries: [], confirmed, ...facts }),
  );
const plan = (by: TestOffice | null, outcomeId: Id<'Outcome'>) => db.as(by?.owner ?? null, (work) => getProjectPlan(work, { outcomeId }));
type Said = Pick<Asked<'enterMarkStatements'>, 'outcomeId' | 'markId'> & { readonly entries: Entry[]; readonly visibility?: 'public' };
const say = (by: TestOffice, { visibility, ...said }: Said) =>
  db.as(by.owner, (work) => enterMarkStatements(work, { ...said, confirmed, office: by.office, visibility: visibility ?? 'shared' }));

/** A project with a milestone of June 2019. */
async function withMilestone(visibility: 'private' | 'shared' | 'public') {
  const { id: outcomeId } = await record();
  const { marks } = valueOf(await add(outcomeId, { entries: [entry('planned', day('2019-06'))] }));
  if (visibility !== 'private') await share(outcomeId, visibility);
  const [mark] = marks;
  if (mark === undefined) throw new Error('no milestone');
  return { outcomeId, markId: mark.id };
}

test('both sides say how a milestone stands, side by side, and neither word takes the other’s place', async () => {
  const of = await withMilestone('shared');
  expect(valueOf(await plan(tie.liverpool, of.outcomeId)).progress).toMatchObject({ milestones: 1, overdue: 1, standing: { unknown: 1 } });
  valueOf(await say(tie.liverpool, { ...of, entries: [entry('state', state('done'))] }));
  valueOf(await say(tie.shanghai, { ...of, entries: [entry('state', state('late'))] }));
  const shown = valueOf(await plan(tie.liverpool, of.outcomeId));
  expect(shown.marks.map(({ stands, isOverdue }) => [stands, isOverdue])).toEqual([['differ', false]]);
  // Its own word is corrected by a newer one, and stays on record.
  valueOf(await say(tie.shanghai, { ...of, entries: [entry('state', state('done'))] }));
  const [mark] = valueOf(await plan(tie.shanghai, of.outcomeId)).marks;
  expect([mark?.stands, mark?.said.map(({ attribute, shown: { agreeing } }) => [attribute, agreeing.length])]).toEqual([
    'done',
    [
      ['planned', 0],
      ['state', 1],
    ],
  ]);
});

test('a project is its office’s own until it is shown, and what its office says of it opens and closes with it', async () => {
  const of = await withMilestone('private');
  for (const by of [tie.shanghai, tie.stranger, null]) expect(refusalOf(await plan(by, of.outcomeId)).code).toBe('outcomes.not_found');
  await share(of.outcomeId, 'shared');
  valueOf(await say(tie.shanghai, { ...of, entries: [entry('state', state('open'), 'Canary of Shanghai')] }));
  expect(valueOf(await plan(tie.shanghai, of.outcomeId)).marks[0]?.said).toHaveLength(2);
  expect(refusalOf(await plan(null, of.outcomeId)).code).toBe('outcomes.not_found');
  await share(of.outcomeId, 'public');
  // Everybody reads what the keeping office says; what the other side told that office alone they do not.
  const everybody = valueOf(await plan(null, of.outcomeId));
  expect(everybody.marks.map(({ stands, said }) => [stands, said.map(({ attribute }) => attribute)])).toEqual([['unknown', ['planned']]]);
  expect(JSON.stringify(everybody)).not.toContain('Canary');
  valueOf(await say(tie.shanghai, { ...of, entries: [entry('state', state('open'), 'Canary of Shanghai')], visibility: 'public' }));
  expect(valueOf(await plan(null, of.outcomeId)).marks[0]?.stands).toBe('open');
  await share(of.outcomeId, 'shared');
  expect(refusalOf(await plan(null, of.outcomeId)).code).toBe('outcomes.not_found');
});

test('nobody speaks publicly of what is not public, and a stranger not at all', async () => {
  const of = await withMilestone('shared');
  const entries = [entry('state', state('done'))];
  expect(refusalOf(await say(tie.shanghai, { ...of, entries, visibility: 'public' })).problems?.map(({ code }) => code)).toEqual([
    'outcomes.project_not_public',
  ]);
  await share(of.outcomeId, 'public');
  expect(refusalOf(await say(tie.stranger, { ...of, entries })).code).toBe('outcomes.not_a_side');
});

test('an indicator tells baseline, target and what it is at each time, with its unit; all misfits are told at once', async () => {
  const { id: outcomeId } = await record();
  const entries = [entry('baseline', count('0')), entry('target', count('40')), entry('actual', count('12', '2018'))];
  const { marks } = valueOf(await add(outcomeId, { kind: 'indicator', title: text('Trained'), unit: 'nurses', entries }));
  const markId = marks[0]?.id;
  if (markId === undefined) throw new Error('no indicator');
  valueOf(await say(tie.liverpool, { outcomeId, markId, entries: [entry('actual', count('30', '2019'))] }));
  const [mark] = valueOf(await plan(tie.liverpool, outcomeId)).marks;
  expect(mark?.said.map(({ attribute, of, shown }) => [attribute, of, shown.first?.value])).toMatchObject([
    ['baseline', null, { count: '0', unit: 'nurses' }],
    ['target', null, { count: '40' }],
    ['actual', '2018', { count: '12' }],
    ['actual', '2019', { count: '30' }],
  ]);
  const wrong = [entry('actual', count('9', '2190')), entry('target', day('2019')), entry('state', state('done'))];
  const refused = refusalOf(await say(tie.liverpool, { outcomeId, markId, entries: wrong }));
  expect(refused.problems?.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
    'entries.0.value.basis outcomes.future_day',
    'entries.1.value.type outcomes.value_misfits',
    'entries.2.attribute outcomes.attribute_unknown',
  ]);
});

test('only a project has a plan, and what has one stays a project', async () => {
  const { id: dealId } = await record({ kind: 'deal' });
  expect(refusalOf(await add(dealId)).code).toBe('outcomes.not_a_project');
  const { outcomeId, markId } = await withMilestone('private');
  const become = () => db.as(tie.liverpool.owner, (work) => updateOutcome(work, { outcomeId, kind: 'deal' }));
  expect(refusalOf(await become()).problems?.map(({ code }) => code)).toEqual(['outcomes.project_has_plan']);
  valueOf(await db.as(tie.liverpool.owner, (work) => withdrawMark(work, { outcomeId, markId })));
  expect(valueOf(await plan(tie.liverpool, outcomeId)).marks).toEqual([]);
  expect(valueOf(await become()).kind).toBe('deal');
});

test('the aim and the goals are set against the version that was seen', async () => {
  const { id: outcomeId, version } = await record();
  const set = (expectedVersion: number) =>
    db.as(tie.liverpool.owner, (work) =>
      setProjectAim({ ...work, expectedVersion }, { outcomeId, aim: text('Forty nurses by 2021'), goals: [4, 3, 3] }),
    );
  expect(valueOf(await set(version))).toMatchObject({ goals: [3, 4], version: version + 1 });
  expect(refusalOf(await set(version)).code).toBe('kernel.stale');
});

test('projects are listed one by one; of what is told as a number, none is counted among them', async () => {
  const before = valueOf(await db.as(tie.shanghai.owner, (work) => listProjects(work, { tieId: tie.tieId })));
  const { outcomeId } = await withMilestone('public');
  const many = await record({ extent: 'count_only' });
  await share(many.id, 'public');
  const hidden = await withMilestone('private');
  const listed = async (by: TestOffice | null) => {
    const { entries, counted } = valueOf(await db.as(by?.owner ?? null, (work) => listProjects(work, { tieId: tie.tieId })));
    return { ids: entries.map(({ project }) => project.id), counted: counted.length, first: entries[0]?.progress };
  };
  const everybody = await listed(tie.shanghai);
  expect(everybody).toMatchObject({ counted: before.counted.length + 1, first: { milestones: 1, overdue: 1 } });
  expect(everybody.ids).toContain(outcomeId);
  expect(everybody.ids).toHaveLength(before.entries.length + 1);
  expect((await listed(tie.liverpool)).ids).toContain(hidden.outcomeId);
  // What is withdrawn is gone with all that was said of it.
  valueOf(await db.as(tie.liverpool.owner, (work) => withdrawOutcome(work, { outcomeId, confirmed: ['kernel.read_by_others'] })));
  expect((await listed(tie.liverpool)).ids).not.toContain(outcomeId);
});

test('milestones of a list are added all or none, and what one is called is corrected unless somebody else has done so', async () => {
  const project = await record();
  const on = (words: string) => ({ text: words, qualifier: 'exact' as const });
  const milestones = [
    { title: text('Ground broken'), planned: on('2027-03') },
    { title: text('Doors opened'), planned: null },
  ];
  const add = (many: Asked<'addMilestones'>['milestones']) =>
    db.as(tie.liverpool.owner, (work) => addMilestones(work, { outcomeId: project.id, milestones: many }));
  const tooMany = refusalOf(
    await add(
      Array.from({ length: 100 }, () => milestones)
        .flat()
        .slice(0, 150),
    ),
  );
  expect(tooMany.problems).toMatchObject([{ path: ['milestones'], code: 'outcomes.too_many_marks' }]);
  expect(await db.as(tie.shanghai.owner, (work) => addMilestones(work, { outcomeId: project.id, milestones }))).toMatchObject({
    ok: false,
  });
  const plan = valueOf(await add(milestones));
  expect(plan.marks.map(({ id }) => id)).toEqual(plan.added);
  expect(plan.marks).toMatchObject([{ title: text('Ground broken'), version: 1 }, { title: text('Doors opened') }]);
  const [first] = plan.added;
  if (first === undefined) throw new Error('nothing was added');
  const rename = (title: string, version: number) =>
    db.as(
      tie.liverpool.owner,
      (work) => updateMark(work, { outcomeId: project.id, markId: first, title: text(title), unit: null }),
      version,
    );
  expect(valueOf(await rename('Foundation stone laid', 1)).marks).toMatchObject([{ title: text('Foundation stone laid'), version: 2 }, {}]);
  expect(refusalOf(await rename('Again', 1)).kind).toBe('stale');
});
