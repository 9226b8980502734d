// A live queue on a day that has a schedule, too: what that holds, what leaves it, and what both hold.
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Result } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { cellOf, origin, releasedForum, type Forum } from '../forum-fixture.ts';
import { getSetup, replaceSlots } from '#modules/expos/api/change-setup.ts';
import { reinstateParticipant, withdrawParticipant } from '#modules/expos/api/change-participants.ts';
import { onRosterChanged } from '#modules/expos/api/settle-audience.ts';
import { getAgenda, listMyAgendas } from '../agenda/get-agenda.ts';
import { giveFeedback, reportAbsence } from '../agenda/report-meeting.ts';
import { getDoor } from '../door/show-door.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { scheduleGrid } from '../schedule/list-releases.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { queueFollowsRoster } from './follow-wishes.ts';
import { getQueueHours, openQueue } from './open-queue.ts';
import { arrived, clock, day, rules, type What } from './queue-fixture.ts';
import { getQueue } from './show-queue.ts';
import { tellQueue } from './tell-queue.ts';

const db = await shareTestDatabase();
onRosterChanged(queueFollowsRoster);

/** A forum whose schedule holds E01 with B01 and E02 with B02, with a queue after it and one wish that the schedule has not. */
async function afterSchedule() {
  const f = await releasedForum(db);
  await f.ask(f.ids.E01, f.ids.B02);
  const at = <T>(time: string, use: (work: Work) => Promise<Result<T>>) =>
    f.as(f.organiser, (work) => use({ ...work, now: new Date(clock(time)) }));
  const { editionId } = f;
  const input = {
    editionId,
    ...rules,
    opensAt: clock('14:00'),
    closesAt: clock('17:00'),
    seating: 'any' as const,
    expected: [],
    bound: [],
  };
  const board = async (time: string) => valueOf(await at(time, (w) => getQueue(w, { editionId }))).queue ?? expect.fail('no queue');
  const arrive = (time: string, ...codes: readonly (keyof Forum['ids'])[]) =>
    at(time, (w) => tellQueue(w, { editionId, happenings: arrived(f, ...codes).map((what) => ({ told: v7(), what })) }));
  return { f, at, input, board, arrive, editionId };
}

test('what the schedule in force holds is neither counted nor called unless it was chosen; what leaves the schedule is, and what enters it is no longer', async () => {
  const { f, at, input, board, arrive, editionId } = await afterSchedule();
  const hours = async () => valueOf(await at('08:00', (w) => getQueueHours(w, { editionId })));
  expect(await hours()).toMatchObject({ requests: 3, scheduled: 2, days: [{ day, proposed: { until: '2019-11-06T08:30:00Z' } }] });
  // A round after lunch: until then is a pause, and no hours for a queue.
  const { slots } = valueOf(await f.as(f.organiser, (work) => getSetup(work, { editionId })));
  const afternoon = { startsAt: clock('13:30'), endsAt: clock('14:00'), session: 3 };
  valueOf(await f.as(f.organiser, (work) => replaceSlots(work, { editionId, slots: [...slots, afternoon] })));
  expect((await hours()).days).toMatchObject([{ free: expect.not.arrayContaining([{ from: '2019-11-06T04:00:00Z' }]) as unknown }]);
  const beside = await at('08:00', (w) => openQueue(w, { ...input, opensAt: clock('09:00'), pairs: 'all' }));
  expect(JSON.stringify(beside)).toMatch(/queue_beside_schedule.*–20:00"/);
  const opened = valueOf(await at('08:00', (w) => openQueue(w, { ...input, pairs: 'unscheduled' })));
  expect(opened).toMatchObject({ wishes: 1, scheduled: 2 });
  const hoursFrom: What = { kind: 'hours', opensAt: clock('09:00'), closesAt: clock('17:00') };
  const earlier = await at('08:10', (w) => tellQueue(w, { editionId, happenings: [{ told: v7(), what: hoursFrom }] }));
  expect(earlier).toMatchObject({ refusal: { code: 'meetings.queue_beside_schedule' } });
  valueOf(await arrive('13:50', 'E01', 'E02', 'B01', 'B02'));
  expect((await board('14:05')).figures.wishes).toBe(1);
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId, meetingId }, origin), 1));
  expect((await board('14:05')).figures).toMatchObject({ wishes: 2, musts: 1 });
});

test('a meeting that was held in the queue and is still ahead in the schedule is for the organiser to decide, until it is cancelled', async () => {
  const { f, at, input, board, arrive, editionId } = await afterSchedule();
  const early = { ...input, opensAt: clock('06:00'), closesAt: clock('08:30'), pairs: 'all' as const };
  valueOf(await at('05:50', (w) => openQueue(w, early)));
  valueOf(await arrive('06:00', 'E01', 'B01'));
  const { meetingId } = await cellOf(f, 'E01');
  const talkId = (await board('06:00')).talks.find((talk) => talk.meetingId === meetingId)?.id ?? '';
  const tell = (time: string, kind: 'begin' | 'end') =>
    at(time, (w) => tellQueue(w, { editionId, happenings: [{ told: v7(), what: { kind, talkId } }] }));
  const met = async (time: string) =>
    valueOf(await at(time, (w) => listDecisions(w, { editionId }))).entries.filter(({ kind }) => kind === 'met_in_queue');
  valueOf(await tell('06:05', 'begin'));
  expect(await met('06:30')).toEqual([]);
  valueOf(await tell('06:40', 'end'));
  expect(await met('06:45')).toMatchObject([
    { meetingId, attention: true, title: { params: { count: 1 } }, participants: [{ code: 'E01' }, { code: 'B01' }] },
  ]);
  const cells = valueOf(await at('06:45', (w) => scheduleGrid(w, { editionId }))).cells;
  expect(cells.flatMap((one) => (one.metAt === undefined ? [] : [[one.meetingId, one.metAt]]))).toEqual([
    [meetingId, '2019-11-05T22:05:00Z'],
  ]);
  // The company's own pages know it, too: it is nothing to go to, and nobody is missing from it.
  const on = { editionId, participantId: f.ids.B01 };
  const own = <T>(time: string, run: (w: Work) => Promise<Result<T>>) => f.as(f.buyerOne, (w) => run({ ...w, now: new Date(clock(time)) }));
  const entriesOf = async () => valueOf(await own('06:45', (w) => getAgenda(w, on))).entries;
  const others = (await entriesOf()).filter((entry) => entry.meetingId !== meetingId);
  expect((await entriesOf()).filter(({ metAt }) => metAt !== null)).toMatchObject([{ meetingId, metAt: '2019-11-05T22:05:00Z' }]);
  expect(valueOf(await own('06:45', listMyAgendas)).entries).toMatchObject([
    { meetings: 1 + others.length, nextStartsAt: others[0]?.startsAt ?? null },
  ]);
  expect(await own('10:00', (w) => reportAbsence(w, { ...on, meetingId }))).toMatchObject({ refusal: { code: 'meetings.absence_met' } });
  expect((await own('06:46', (w) => giveFeedback(w, { ...on, meetingId, result: 'go_on', nextStep: 'visit', note: '' }))).ok).toBe(true);
  const due = valueOf(await at('06:45', (w) => getDoor(w, { editionId }))).participants.find(({ code }) => code === 'B01')?.meetings;
  expect(due).toHaveLength(others.length);
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId, meetingId }, origin), 1));
  expect(await met('06:50')).toEqual([]);
});

test('a company that withdraws leaves the queue with its calls and wishes; taken back in, it can be checked in again', async () => {
  const { f, at, input, board, arrive, editionId } = await afterSchedule();
  valueOf(await at('08:00', (w) => openQueue(w, { ...input, pairs: 'all' })));
  valueOf(await arrive('14:00', 'E01', 'B01', 'B02'));
  expect((await board('14:00')).talks).toHaveLength(1);
  const own = { editionId, participantId: f.ids.E01 };
  valueOf(await f.as(f.organiser, (w) => withdrawParticipant({ ...w, now: new Date(clock('14:01')) }, own), 1));
  expect(await board('14:01')).toMatchObject({ talks: [], figures: { exhibitors: 0, wishes: 1 }, waiting: [] });
  valueOf(await f.as(f.organiser, (w) => reinstateParticipant({ ...w, now: new Date(clock('14:02')) }, own), 2));
  expect((await board('14:02')).figures).toMatchObject({ exhibitors: 0, wishes: 3 });
  valueOf(await arrive('14:03', 'E01'));
  expect((await board('14:03')).talks).toHaveLength(1);
});
