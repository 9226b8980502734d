// Planning while the edition goes on: what has begun stays, and nothing else is put there.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { ok, type Result } from '#kernel/result.ts';
import { Heard } from '#platform/postgres/heard.ts';
import { openForum, origin, plannedForum, scheduleOf, type Forum } from '../forum-fixture.ts';
import { releasePlan, checkRelease } from '../schedule/release-plan.ts';
import { withdrawRequest } from '../requests/change-requests.ts';
import { listRequests } from '../requests/list-requests.ts';
import { movePlacement } from './change-placement.ts';
import { getOutlook } from './get-outlook.ts';
import { getPlan, getPlannedMeeting, listUnplaced, planGrid } from './get-plan.ts';
import { startPlan } from './start-plan.ts';

const db = await shareTestDatabase();

/** The same forum at another moment. */
const at = (f: Forum, time: string): Forum => ({
  ...f,
  as: (who, use, version) => f.as(who, (w) => use({ ...w, now: new Date(time) }), version),
});
const run = async <T>(f: Forum, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await f.as(f.organiser, use, version));

/** Plans and releases with one meeting in each of the first slots. */
async function releaseInOrder(f: Forum): Promise<readonly { readonly meetingId: string; readonly slot: number }[]> {
  const { editionId } = f;
  const planId = await plannedForum(db, f);
  const draft = await run(f, (w) => planGrid(w, { editionId, planId }));
  const order = draft.cells.map(({ meetingId }, slot) => ({ meetingId, slot }));
  let { version } = draft;
  for (const { meetingId, slot } of order) {
    const to = { slotId: f.slots[slot] ?? '', placeId: f.tables[0] ?? '' };
    ({ version } = await run(f, (w) => movePlacement(w, { editionId, planId, meetingId, ...to }), version));
  }
  await run(f, (w) => releasePlan(w, { editionId, planId }, origin), version);
  return order;
}

test('planning again on the day keeps what has been and places only into times to come; the release says that it has begun', async () => {
  const f = await openForum(db, { tables: 1 });
  const { editionId, ids } = f;
  for (const [from, to] of [
    ['E01', 'B01'],
    ['E02', 'B01'],
    ['E01', 'B02'],
  ] as const)
    await f.ask(ids[from], ids[to]);
  const released = await releaseInOrder(f);

  // 09:40: the first has been, the second goes on, and one more is wished.
  const day = at(f, '2019-11-06T01:40:00Z');
  await f.ask(ids.B02, ids.E02);
  expect(await run(day, (w) => getOutlook(w, { editionId }))).toMatchObject({
    begun: { code: 'meetings.begun_some', params: { begun: 2, slots: 6 } },
    slotsAhead: 4,
  });
  const planId = await plannedForum(db, day);
  const grid = await run(day, (w) => planGrid(w, { editionId, planId }));
  // What it says holds until the next slot begins: from then on a meeting that stands there has begun.
  const heard = new Heard();
  const holds = await run(day, async (w) => {
    heard.begin(w.actor, w.now);
    valueOf(await planGrid({ ...w, heard }, { editionId, planId }));
    return ok(['01:59:59.999', '02:00'].map((time) => heard.isOf(w.actor, new Date(`2019-11-06T${time}Z`))));
  });
  expect(holds).toEqual([true, false]);
  const slotOf = new Map(grid.cells.map(({ meetingId, slot }) => [meetingId, slot]));
  for (const { meetingId, slot } of released.slice(0, 2)) expect(slotOf.get(meetingId)).toBe(slot);
  const others = grid.cells.filter(({ meetingId }) => !released.slice(0, 2).some((one) => one.meetingId === meetingId));
  expect(others).toHaveLength(2);
  expect(Math.min(...others.map(({ slot }) => slot))).toBeGreaterThan(1);
  expect((await run(day, (w) => getPlan(w, { editionId, planId }))).figures).toMatchObject({ placed: 4, wished: 4, bound: 4, hard: 0 });

  const moving = { editionId, planId, meetingId: others[0]?.meetingId ?? '' };
  const { options } = await run(day, (w) => getPlannedMeeting(w, moving));
  expect(options.every(({ slot }) => Date.parse(slot.startsAt) > Date.parse('2019-11-06T01:40:00Z'))).toBe(true);
  const intoThePast = { ...moving, slotId: f.slots[0] ?? '', placeId: f.tables[0] ?? '' };
  expect(await day.as(f.organiser, (w) => movePlacement(w, intoThePast), grid.version)).toMatchObject({
    refusal: { code: 'meetings.slot_over' },
  });
  expect(await run(day, (w) => checkRelease(w, { editionId, planId }))).toMatchObject({
    ready: true,
    begun: { code: 'meetings.begun_some' },
  });

  // Two half hours later the same draft stands in times that have begun.
  const later = at(f, '2019-11-06T02:40:00Z');
  const check = await run(later, (w) => checkRelease(w, { editionId, planId }));
  const stale = others.filter(
    ({ meetingId, slot }) => slot <= 3 && !released.some((one) => one.meetingId === meetingId && one.slot === slot),
  );
  expect(stale.length).toBeGreaterThan(0);
  expect(check.ready).toBe(false);
  expect(check.hard.map(({ reason }) => reason.code)).toEqual(stale.map(() => 'meetings.reason_slot_begun'));
});

test('what has been stays in the schedule although nobody wishes it any more', async () => {
  const f = await openForum(db, { tables: 1 });
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01);
  await f.ask(ids.E02, ids.B02);
  await releaseInOrder(f);
  const first = (await scheduleOf(f)).cells.find(({ slot }) => slot === 0);
  const grid = await scheduleOf(f);
  const codes = [grid.participants[first?.a ?? -1]?.code, grid.participants[first?.b ?? -1]?.code];
  const day = at(f, '2019-11-06T01:10:00Z');
  const requests = await run(day, (w) => listRequests(w, { editionId, limit: 50 }));
  const theirs = requests.entries.find((r) => codes.includes(r.from.code) && codes.includes(r.to.code));
  await run(day, (w) => withdrawRequest(w, { editionId, requestId: theirs?.id ?? '' }), theirs?.version ?? 0);
  const planId = await plannedForum(db, day);
  const draft = await run(day, (w) => planGrid(w, { editionId, planId }));
  expect((await run(day, (w) => checkRelease(w, { editionId, planId }))).changes).toEqual([]);
  await run(day, (w) => releasePlan(w, { editionId, planId }, origin), draft.version);
  expect((await scheduleOf(f)).cells.map(({ meetingId }) => meetingId)).toContain(first?.meetingId);
});

test('an edition whose every slot has begun cannot be planned, and an old draft says why its meetings have no place', async () => {
  const f = await openForum(db, { tables: 1 });
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01);
  const planId = await plannedForum(db, f);
  await f.ask(ids.E02, ids.B02);
  const after = at(f, '2019-11-07T00:00:00Z');
  expect(await after.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1 }))).toMatchObject({
    refusal: { code: 'meetings.edition_over' },
  });
  const { entries } = await run(after, (w) => listUnplaced(w, { editionId, planId, limit: 50 }));
  expect(entries).toMatchObject([{ reasons: [{ code: 'meetings.blocked_all_begun' }], helps: [] }]);
  expect((await run(after, (w) => checkRelease(w, { editionId, planId }))).ready).toBe(false);
});
