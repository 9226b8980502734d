import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { listInterpreters, removeInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { replaceUnavailable, updateParticipant } from '#modules/expos/api/change-participants.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { movePlacement, pinMeeting, placeUnplaced, unpinMeeting, unplaceMeeting } from './change-placement.ts';
import { comparePlans, copyPlan } from './compare-plans.ts';
import { agendaOf, openForum, origin, plannedForum, releasedForum, scheduleOf, searchPlan, type Forum } from '../forum-fixture.ts';
import type { Transact } from '#platform/work.ts';
import { groupUnplaced, tryMending } from './group-unplaced.ts';
import { getPlan, getPlannedMeeting, listConflicts, listPlans, listUnplaced, planGrid } from './get-plan.ts';
import { checkRelease, releasePlan } from '../schedule/release-plan.ts';
import { getOutlook } from './get-outlook.ts';
import { listDecisions } from './list-decisions.ts';
import { startPlan } from './start-plan.ts';

const db = await shareTestDatabase();

const limit = 50;
const search = (f: Forum, planId: string): Promise<void> => searchPlan(db, f, planId);
const planned = (f: Forum): Promise<string> => plannedForum(db, f);
const filled = async (): Promise<Forum> => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E02, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B02);
  return f;
};
const gridOf = async (f: Forum, planId: string) => valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));

test('a search places everything, verified, and says so in one sentence', async () => {
  const f = await filled();
  const planId = await planned(f);
  const plan = valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId: f.editionId, planId })));
  expect(plan).toMatchObject({
    number: 1,
    status: 'ready',
    engine: 'greedy',
    failure: null,
    requestsSince: 0,
    summary: { code: 'meetings.summary_all', params: { placed: 3, wished: 3 } },
  });
  expect(plan.figures).toMatchObject({ wished: 3, placed: 3, musts: 1, mustsPlaced: 1, bound: 3, hard: 0, warnings: 0 });
  const grid = await gridOf(f, planId);
  expect(grid.cells).toHaveLength(3);
  expect(grid.cells.map((c) => [grid.participants[c.a]?.code, grid.participants[c.b]?.code, c.state])).toEqual(
    expect.arrayContaining([
      ['E01', 'B01', 'fine'],
      ['E02', 'B01', 'fine'],
      ['E02', 'B02', 'fine'],
    ]),
  );
  // E02 speaks English, B02 Chinese: the interpreter sits with them.
  const interpreted = grid.cells.find((c) => grid.participants[c.b]?.code === 'B02');
  expect(grid.interpreters[interpreted?.interpreter ?? -1]?.name).toBe('Ms Gu');
  expect(grid.days).toEqual(['2019-11-06']);
  expect((await gridOf(f, planId)).version).toBe(plan.version);
});

test('the grid costs two queries, whatever the number of meetings', async () => {
  const f = await filled();
  const planId = await planned(f);
  let queries = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      queries += 1;
      return Promise.resolve(result);
    },
  };
  await f.as(f.organiser, (w) => planGrid({ ...w, tx: w.tx.withPlugin(counting) }, { editionId: f.editionId, planId }));
  expect(queries).toBe(2);
});

test('a draft warns and never forbids: each change tells what it caused, and undo is the change back', async () => {
  const f = await filled();
  const planId = await planned(f);
  const grid = await gridOf(f, planId);
  const [first, second] = ['E01', 'E02'].map((code) =>
    grid.cells.find((c) => grid.participants[c.a]?.code === code && grid.participants[c.b]?.code === 'B01'),
  );
  if (first === undefined || second === undefined) throw new Error('not placed');
  const target = { slotId: grid.slots[first.slot]?.id ?? '', placeId: grid.places[first.place === 0 ? 1 : 0]?.id ?? '' };
  const onSecond = { editionId: f.editionId, planId, meetingId: second.meetingId };
  const moved = valueOf(await f.as(f.organiser, (w) => movePlacement(w, { ...onSecond, ...target }), grid.version));
  expect(moved.version).toBe(grid.version + 1);
  expect(moved.caused.map((c) => c.number).sort()).toEqual([first.number, second.number].sort());
  expect(moved.caused[0]?.reasons).toMatchObject([
    { code: 'meetings.reason_seat_taken', severity: 'hard', params: { participant: 'B01', count: 2 } },
  ]);
  expect(moved.figures.hard).toBe(1);
  const after = await gridOf(f, planId);
  expect(
    after.cells
      .filter((c) => c.state === 'hard')
      .map((c) => c.number)
      .sort(),
  ).toEqual([first.number, second.number].sort());

  const conflicts = valueOf(await f.as(f.organiser, (w) => listConflicts(w, { editionId: f.editionId, planId })));
  expect(conflicts.entries).toMatchObject([
    { severity: 'hard', reason: { code: 'meetings.reason_seat_taken' }, meetings: [{}, {}], participants: [{ code: 'B01' }] },
  ]);
  expect(conflicts.entries[0]?.suggestion).not.toBeNull();

  expect(await f.as(f.organiser, (w) => movePlacement(w, { ...onSecond, ...target }), grid.version)).toMatchObject({
    refusal: { kind: 'stale' },
  });
  const { before } = moved;
  if (before === null) throw new Error('had no place');
  const undone = valueOf(
    await f.as(
      f.organiser,
      (w) => movePlacement(w, { ...onSecond, slotId: before.slotId, placeId: before.placeId, interpreterId: before.interpreterId }),
      moved.version,
    ),
  );
  expect(undone).toMatchObject({ after: before, figures: { hard: 0 } });
});

test('taking out, placing best, pinning and unpinning', async () => {
  const f = await filled();
  const planId = await planned(f);
  const { cells, version } = await gridOf(f, planId);
  const on = { editionId: f.editionId, planId, meetingId: cells[0]?.meetingId ?? '' };
  const out = valueOf(await f.as(f.organiser, (w) => unplaceMeeting(w, on), version));
  expect(out).toMatchObject({ after: null, figures: { placed: 2, unplaced: 1 } });
  expect(await f.as(f.organiser, (w) => pinMeeting(w, on), out.version)).toMatchObject({ refusal: { code: 'meetings.not_placed' } });
  const free = valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { editionId: f.editionId, planId, limit })));
  expect(free.entries).toMatchObject([{ meeting: { id: on.meetingId }, reasons: [{ code: 'meetings.blocked_free' }], helps: [] }]);
  const back = valueOf(await f.as(f.organiser, (w) => placeUnplaced(w, on), out.version));
  expect(back).toMatchObject({ caused: [], figures: { placed: 3, hard: 0 } });
  const pinned = valueOf(await f.as(f.organiser, (w) => pinMeeting(w, on), back.version));
  expect(pinned.after?.pinned).toBe(true);
  const again = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId: f.editionId, seconds: 5, seed: 7, keepPinsOf: planId })));
  await search(f, again.id);
  const kept = (await gridOf(f, again.id)).cells.find((c) => c.meetingId === on.meetingId);
  const old = (await gridOf(f, planId)).cells.find((c) => c.meetingId === on.meetingId);
  expect([kept?.slot, kept?.place, kept?.pinned]).toEqual([old?.slot, old?.place, true]);
  expect(valueOf(await f.as(f.organiser, (w) => unpinMeeting(w, on), pinned.version)).after?.pinned).toBe(false);
});

test('says why a meeting has no place and what would help', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E01, f.ids.B02, 'want');
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.E01, maxMeetings: 1 })));
  const planId = await planned(f);
  const plan = valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId: f.editionId, planId })));
  expect(plan.summary).toEqual({ code: 'meetings.summary_musts_placed_best', params: { placed: 1, wished: 2, count: 0 } });
  const unplaced = async () => valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { editionId: f.editionId, planId, limit })));
  const { entries, workedOut } = await unplaced();
  // It was worked out with the plan, and anew once something else holds.
  expect(workedOut).toBe(plan.endedAt);
  expect(entries).toMatchObject([
    {
      meeting: { b: { code: 'B02' } },
      reasons: [{ code: 'meetings.blocked_max_meetings', params: { participant: 'E01', max: 1 } }],
      helps: [[{ code: 'meetings.help_raise_limit', params: { participant: 'E01', max: 2 } }]],
    },
  ]);
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.E01, maxMeetings: null })));
  const after = await unplaced();
  expect(after.entries).toMatchObject([{ reasons: [{ code: 'meetings.blocked_free' }], helps: [] }]);
  expect(after.workedOut).not.toBe(plan.endedAt);
});

test('what has no place is grouped by what it lacks, and a trial says how many more interpreters or tables would place it', async () => {
  const f = await openForum(db, { tables: 1 });
  const { editionId, ids } = f;
  const { entries: interpreters } = valueOf(await f.as(f.organiser, (w) => listInterpreters(w, { editionId, limit })));
  const gone = { editionId, interpreterId: interpreters[0]?.id ?? '' };
  valueOf(await f.as(f.organiser, (w) => removeInterpreter(w, gone), interpreters[0]?.version ?? 0));
  await f.ask(ids.E01, ids.B02, 'must');
  await f.ask(ids.E02, ids.B02);
  await f.ask(ids.E01, ids.B01);
  const planId = await planned(f);
  const on = { editionId, planId };
  const { groups } = valueOf(await f.as(f.organiser, (w) => groupUnplaced(w, on)));
  expect(groups).toEqual([
    { key: 'interpreter en zh', lack: 'interpreter', languages: 'English and Chinese', meetings: 2, musts: 1, canTry: true },
  ]);
  const transact: Transact = (use) => f.as(f.organiser, use);
  // What needs a decision and what is told before a search say the same as the draft.
  const told = { kind: 'lack_interpreter', title: { params: { count: 2, languages: 'English and Chinese' } } };
  const { entries: decisions } = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId })));
  expect(decisions.filter(({ kind }) => /language|interpreter/.test(kind))).toMatchObject([told]);
  const outlook = valueOf(await f.as(f.organiser, (w) => getOutlook(w, { editionId })));
  expect(outlook.entries).toMatchObject([{ title: told.title }]);
  expect(await tryMending(transact, { ...on, group: 'interpreter en zh' })).toEqual({ ok: true, value: { more: 1, places: 2, of: 2 } });
  const listed = valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { ...on, limit, group: 'interpreter en zh' })));
  expect(listed.entries).toHaveLength(2);
  expect(valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { ...on, limit, group: 'time' }))).entries).toEqual([]);
  const rows = await f.as(f.company, (w) => groupUnplaced(w, on));
  expect(rows).toMatchObject({ ok: false });
});

test('one press never places a meeting against a limit, over another, or where the two do not understand each other', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'must');
  const planId = await planned(f);
  await f.ask(ids.E01, ids.B02, 'want');
  const limitOf = async (maxMeetings: number | null) =>
    valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.E01, maxMeetings })));
  await limitOf(1);
  const before = await gridOf(f, planId);
  const { entries } = valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { editionId, planId, limit })));
  const on = { editionId, planId, meetingId: entries[0]?.meeting.id ?? '' };
  const place = (version: number) => f.as(f.organiser, (w) => placeUnplaced(w, on), version);
  expect(await place(before.version)).toMatchObject({
    refusal: {
      kind: 'conflict',
      code: 'meetings.fits_nowhere',
      problems: [{ path: [], code: 'meetings.blocked_max_meetings', params: { participant: 'Company E01 (E01)', max: 1 } }],
    },
  });
  expect(await gridOf(f, planId)).toEqual(before);
  await limitOf(null);
  // E01 speaks English and B02 Chinese: without the one interpreter they could not talk.
  const interpreter = valueOf(await f.as(f.organiser, (w) => listInterpreters(w, { editionId, limit }))).entries[0];
  const gone = { editionId, interpreterId: interpreter?.id ?? '' };
  valueOf(await f.as(f.organiser, (w) => removeInterpreter(w, gone), interpreter?.version));
  expect(await place(before.version)).toMatchObject({
    refusal: { code: 'meetings.fits_nowhere', problems: [{ code: 'meetings.blocked_no_such_interpreter' }] },
  });
  expect((await gridOf(f, planId)).cells).toHaveLength(1);
});

test('one meeting shows its possible moves with what each would cause', async () => {
  const f = await filled();
  const planId = await planned(f);
  const { cells } = await gridOf(f, planId);
  const shown = valueOf(
    await f.as(f.organiser, (w) => getPlannedMeeting(w, { editionId: f.editionId, planId, meetingId: cells[0]?.meetingId ?? '' })),
  );
  expect(shown.options.length).toBeGreaterThanOrEqual(5);
  expect(shown.options.every((o) => o.place !== null)).toBe(true);
  expect(shown.placement).not.toBeNull();
});

test('copies, lists and compares plans', async () => {
  const f = await filled();
  const planId = await planned(f);
  const copy = valueOf(await f.as(f.organiser, (w) => copyPlan(w, { editionId: f.editionId, planId })));
  expect(copy).toMatchObject({ number: 2, status: 'ready', copiedFrom: 1, figures: { placed: 3, bound: null, breaksBound: null } });
  const { cells, version } = await gridOf(f, copy.id);
  valueOf(
    await f.as(
      f.organiser,
      (w) => unplaceMeeting(w, { editionId: f.editionId, planId: copy.id, meetingId: cells[0]?.meetingId ?? '' }),
      version,
    ),
  );
  const compared = valueOf(await f.as(f.organiser, (w) => comparePlans(w, { editionId: f.editionId, planId: copy.id, from: planId })));
  expect(compared.changes).toMatchObject([{ kind: 'removed', meeting: { number: cells[0]?.number }, after: null }]);
  const list = valueOf(await f.as(f.organiser, (w) => listPlans(w, { editionId: f.editionId, limit })));
  expect(list.entries.map((p) => p.number)).toEqual([2, 1]);
});

test('planning again leaves the schedule in force where it is, says what would change, and may be let free', async () => {
  const f = await releasedForum(db);
  const { editionId } = f;
  const inForce = await scheduleOf(f);
  const released = valueOf(await f.as(f.organiser, (w) => listPlans(w, { editionId, limit }))).entries[0]?.id ?? '';
  const old = valueOf(await f.as(f.organiser, (w) => copyPlan(w, { editionId, planId: released })));
  await f.ask(f.ids.E01, f.ids.B02);
  const planId = await planned(f);
  const spots = (grid: typeof inForce) => grid.cells.map((c) => [c.meetingId, c.slot, c.place, c.interpreter]);
  expect(spots(await gridOf(f, planId))).toEqual(expect.arrayContaining(spots(inForce)));
  const on = { editionId, planId };
  expect(valueOf(await f.as(f.organiser, (w) => checkRelease(w, on))).upheaval).toEqual({
    schedule: 1,
    meetings: 2,
    moved: 0,
    removed: 0,
    added: 1,
    interpreted: 0,
  });
  const decisions = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries;
  expect(decisions.find(({ kind }) => kind === 'plan_ready')?.detail).toMatchObject({
    code: 'meetings.decision_plan_ready_again_detail',
    params: { meetings: 2, moved: 0, added: 1 },
  });
  const { version } = await gridOf(f, planId);
  valueOf(await f.as(f.organiser, (w) => releasePlan(w, on, origin), version));
  expect((await agendaOf(f, f.company, f.ids.E01)).entries.map((e) => e.added).sort()).toEqual([false, true]);
  // The older draft rests on a schedule that is no longer in force.
  expect(valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId, planId: old.id }))).newerSchedule).toBe(2);
  const free = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1, movesFreely: true })));
  expect(free.movesFreely).toBe(true);
  await search(f, free.id);
});

test('a meeting is placed where its row says that it fits', async () => {
  const f = await filled();
  const planId = await planned(f);
  const { cells, version } = await gridOf(f, planId);
  for (const [at, { meetingId }] of cells.entries()) {
    const on = { editionId: f.editionId, planId, meetingId };
    valueOf(await f.as(f.organiser, (w) => unplaceMeeting(w, on), version + 2 * at));
    const row = valueOf(await f.as(f.organiser, (w) => listUnplaced(w, { editionId: f.editionId, planId, limit }))).entries[0];
    const [told] = row?.reasons ?? [];
    expect(told?.code).toBe('meetings.blocked_free');
    const done = valueOf(await f.as(f.organiser, (w) => placeUnplaced(w, on), version + 2 * at + 1));
    const grid = await gridOf(f, planId);
    const place = grid.places.find(({ id }) => id === done.after?.placeId);
    const slot = grid.slots.find(({ id }) => id === done.after?.slotId);
    const clock = new Date(slot?.startsAt ?? '').toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect({ slot: clock, place: `table ${place?.code ?? ''}` }).toEqual(told?.params);
  }
});

test('refuses nothing to plan, a second search at once, and what cannot be planned, with every reason', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  const start = (more: object = {}) => f.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1, ...more }));
  expect(await start()).toMatchObject({ refusal: { code: 'meetings.nothing_to_plan' } });
  await f.ask(f.ids.E01, f.ids.B01);
  const { id } = valueOf(await start());
  expect(await start()).toMatchObject({ refusal: { code: 'meetings.plan_is_running' } });
  await search(f, id);
  const { cells, version } = await gridOf(f, id);
  valueOf(await f.as(f.organiser, (w) => pinMeeting(w, { editionId, planId: id, meetingId: cells[0]?.meetingId ?? '' }), version));
  const grid = await gridOf(f, id);
  const slot = grid.slots[grid.cells[0]?.slot ?? 0];
  const away = { startsAt: slot?.startsAt ?? '', endsAt: slot?.endsAt ?? '', reason: 'train' };
  valueOf(await f.as(f.organiser, (w) => replaceUnavailable(w, { editionId, participantId: f.ids.E01, unavailable: [away] })));
  expect(await start({ keepPinsOf: id })).toMatchObject({
    refusal: {
      code: 'meetings.cannot_plan',
      problems: [{ code: 'meetings.facts_pin_unavailable', params: { participant: 'E01', meeting: 'E01 B01' } }],
    },
  });
});

test('plans are the organiser’s alone', async () => {
  const f = await filled();
  const planId = await planned(f);
  for (const who of [f.company, f.chamber, f.stranger]) {
    const refused = await f.as(who, (w) => planGrid(w, { editionId: f.editionId, planId }));
    expect(refused.ok).toBe(false);
    const rows = valueOf(
      await f.as(who, async (w) => ({
        ok: true,
        value: [
          ...(await w.tx.selectFrom('meetings.plan').select('id').execute()),
          ...(await w.tx.selectFrom('meetings.placement').select('slot_id').execute()),
        ],
      })),
    );
    expect(rows).toEqual([]);
  }
  const viewer = { owner: await db.addMember(f.organiser.office, 'viewer') };
  expect((await f.as(viewer, (w) => planGrid(w, { editionId: f.editionId, planId }))).ok).toBe(true);
  const { cells, version } = await gridOf(f, planId);
  expect(
    await f.as(viewer, (w) => unplaceMeeting(w, { editionId: f.editionId, planId, meetingId: cells[0]?.meetingId ?? '' }), version),
  ).toMatchObject({ refusal: { kind: 'forbidden' } });
});

test('what waits for the organiser: a plan, then its release, then requests that came since', async () => {
  const f = await filled();
  const { editionId } = f;
  const kinds = async () => valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries.map((d) => d.kind);
  expect(await kinds()).toEqual(['no_plan']);
  await planned(f);
  expect(await kinds()).toEqual(['plan_ready']);
  await f.ask(f.ids.E01, f.ids.B02);
  expect(await kinds()).toEqual(['plan_ready', 'requests_since']);
});

test('a plan that the roster has overtaken is offered nowhere: neither in the to-do nor before its release', async () => {
  const f = await filled();
  const { editionId } = f;
  const planId = await planned(f);
  const unavailable = [{ startsAt: '2019-11-06T00:00:00.000Z', endsAt: '2019-11-06T12:00:00.000Z', reason: 'ill' }];
  valueOf(await f.as(f.organiser, (w) => replaceUnavailable(w, { editionId, participantId: f.ids.B01, unavailable })));
  const check = valueOf(await f.as(f.organiser, (w) => checkRelease(w, { editionId, planId })));
  expect(check).toMatchObject({ ready: false, hindrance: { code: 'meetings.hard_conflicts_stand' } });
  const { entries } = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId })));
  expect(entries.map((d) => d.kind)).toEqual(['hard_conflicts']);
  expect(entries[0]?.title.params).toMatchObject({ count: check.hard.length });
});
