import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { disableMember } from '#modules/accounts/api/manage-members.ts';
import type { Work } from '#platform/work.ts';
import type { Result } from '#kernel/result.ts';
import type { Asked } from '../../contract.ts';
import { cellOf, origin, releasedForum } from '../forum-fixture.ts';
import { tellQueue } from '../queue/tell-queue.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { listStewards, removeSteward, setSteward } from './stewards.ts';
import { getEditionNumbers } from '../numbers/count-numbers.ts';
import { getDoor, listCheckIns } from './show-door.ts';
import { tellDoor } from './tell-door.ts';

const db = await shareTestDatabase();

const clock = (time: string): string => new Date(`2019-11-06T${time}:00+08:00`).toISOString();
type What = Asked<'tellDoor'>['happenings'][number]['what'];

async function openDay() {
  const f = await releasedForum(db);
  const { editionId } = f;
  const at = <T>(
    time: string,
    use: (work: Work) => Promise<Result<T>>,
    who: TestOffice | { readonly owner: TestOffice['owner'] } = f.organiser,
  ) => f.as(who, (work) => use({ ...work, now: new Date(clock(time)) }));
  const tell = (time: string, what: What, told = v7(), happened?: string) =>
    at(time, (w) => tellDoor(w, { editionId, happenings: [{ told, what, ...(happened === undefined ? {} : { at: clock(happened) }) }] }));
  const here = async (time: string) => valueOf(await at(time, (w) => listCheckIns(w, { editionId }))).entries;
  return { f, at, tell, here, editionId };
}

test('who comes is here since then, however often and late it is told; taken back, it has not been; tomorrow nobody is here yet', async () => {
  const { f, at, tell, here, editionId } = await openDay();
  const [told, participantId] = [v7(), f.ids.E01];
  valueOf(await tell('09:20', { kind: 'arrived', participantId }, told, '09:05'));
  valueOf(await tell('09:21', { kind: 'arrived', participantId }, told, '09:05'));
  valueOf(await tell('09:22', { kind: 'arrived', participantId: f.ids.B01 }));
  const e01 = { participantId, state: 'here', since: clock('09:05').replace('.000', ''), told: [told] };
  expect(await here('09:30')).toEqual([e01, expect.objectContaining({ participantId: f.ids.B01 })]);
  valueOf(await tell('09:31', { kind: 'takeBack', of: told }));
  valueOf(await tell('09:31', { kind: 'takeBack', of: told }));
  expect((await here('09:32')).map((one) => one.participantId)).toEqual([f.ids.B01]);
  valueOf(await tell('10:00', { kind: 'left', participantId: f.ids.B01 }));
  expect(await here('10:01')).toMatchObject([{ state: 'left' }]);
  const tomorrow = new Date(Date.parse(clock('09:00')) + 86_400_000);
  expect(valueOf(await f.as(f.organiser, (w) => listCheckIns({ ...w, now: tomorrow }, { editionId }))).entries).toEqual([]);
  const rows = await db.owner.query('select entered_at from meetings.check_in where id = $1 and taken_back_at is not null', [told]);
  expect(rows.rows).toEqual([{ entered_at: new Date(clock('09:20')) }]);
  const chinese = JSON.stringify({ 'zh-Hans': { text: '上海展商', origin: 'human' } });
  await db.owner.query('update expos.participant set name = name || $2::jsonb where id = $1', [f.ids.E01, chinese]);
  const door = valueOf(await at('08:00', (w) => getDoor(w, { editionId })));
  const [first] = door.participants.filter(({ code }) => code === 'E01');
  expect(door).toMatchObject({ day: '2019-11-06', mayTell: true, groups: [{ code: 'D1' }] });
  expect(first).toMatchObject({ halls: ['A'], meetings: [{ place: { hall: 'A' } }] });
  expect(first?.sound).toContain('shanghaizhanshang');
});

test('of several each is answered by itself: a time that cannot be, somebody of another edition, an undoing of nothing; nothing but those is refused', async () => {
  const { f, at, here, editionId } = await openDay();
  const other = await openDay();
  const happening = (what: What, happened?: string) => ({ told: v7(), what, ...(happened === undefined ? {} : { at: clock(happened) }) });
  const wrong = [
    happening({ kind: 'arrived', participantId: f.ids.E02 }, '11:00'),
    happening({ kind: 'arrived', participantId: other.f.ids.E01 }),
    happening({ kind: 'takeBack', of: v7() }),
  ];
  const refused = await at('09:00', (w) => tellDoor(w, { editionId, happenings: wrong }));
  const codes = ['meetings.queue_bad_time', 'meetings.door_unknown', 'meetings.check_in_unknown'];
  expect(refused).toMatchObject({ refusal: { problems: codes.map((code, index) => ({ path: ['happenings', index], code })) } });
  const right = happening({ kind: 'arrived', participantId: f.ids.E02 });
  const { results } = valueOf(await at('09:00', (w) => tellDoor(w, { editionId, happenings: [...wrong, right] })));
  expect(results.map(({ problem }) => problem?.code ?? null)).toEqual([...codes, null]);
  expect(await here('09:01')).toMatchObject([{ participantId: f.ids.E02 }]);
});

test('the door is the organiser’s alone', async () => {
  const { f, at, editionId } = await openDay();
  for (const who of [f.company, f.stranger]) {
    expect(await at('09:00', (w) => getDoor(w, { editionId }), who)).toMatchObject({ ok: false });
    const happenings = [{ told: v7(), what: { kind: 'arrived' as const, participantId: f.ids.E01 } }];
    expect(await at('09:00', (w) => tellDoor(w, { editionId, happenings }), who)).toMatchObject({ ok: false });
  }
  const viewer = { owner: await db.addMember(f.organiser.office, 'viewer') };
  expect(valueOf(await at('09:00', (w) => getDoor(w, { editionId }), viewer)).mayTell).toBe(false);
});

test('the edition’s numbers tell how many came, without what was undone', async () => {
  const { f, at, tell, editionId } = await openDay();
  const came = async () => valueOf(await at('12:00', (w) => getEditionNumbers(w, { editionId }))).checkedIn;
  expect(await came()).toEqual({ came: 0, of: 4 });
  const told = v7();
  valueOf(await tell('09:00', { kind: 'arrived', participantId: f.ids.E01 }));
  valueOf(await tell('09:01', { kind: 'left', participantId: f.ids.E01 }));
  valueOf(await tell('09:02', { kind: 'arrived', participantId: f.ids.B01 }, told));
  valueOf(await tell('09:03', { kind: 'takeBack', of: told }));
  expect(await came()).toEqual({ came: 1, of: 4 });
  // The evening before is no day of the edition.
  const eve = { editionId, happenings: [{ told: v7(), what: { kind: 'arrived' as const, participantId: f.ids.E02 } }] };
  valueOf(await f.as(f.organiser, (w) => tellDoor(w, eve)));
  expect(await came()).toEqual({ came: 1, of: 4 });
});

test('whose membership is disabled is offered as a steward no more; who is one already can be taken off the list', async () => {
  const { f, at, editionId } = await openDay();
  const [one, other] = [await db.addMember(f.organiser.office, 'viewer'), await db.addMember(f.organiser.office, 'viewer')];
  const set = (accountId: typeof one) => at('08:00', (w) => setSteward(w, { editionId, accountId, halls: [] }));
  valueOf(await set(one));
  for (const accountId of [one, other])
    valueOf(await f.as(f.organiser, (w) => disableMember(w, { officeId: f.organiser.office, accountId })));
  const offered = valueOf(await at('08:01', (w) => listStewards(w, { editionId }))).entries.map(({ accountId }) => accountId);
  expect([offered.includes(one), offered.includes(other)]).toEqual([true, false]);
  expect(await set(other)).toMatchObject({ refusal: { code: 'meetings.steward_no_member' } });
  valueOf(await at('08:02', (w) => removeSteward(w, { editionId, accountId: one })));
});

test('a member who may only look becomes a steward: checks in and seats, but neither plans nor calls, and no longer than they are one', async () => {
  const { f, at, editionId } = await openDay();
  const accountId = await db.addMember(f.organiser.office, 'viewer');
  const steward = { owner: accountId };
  const happenings = [{ told: v7(), what: { kind: 'arrived' as const, participantId: f.ids.E01 } }];
  const checkIn = () => at('09:00', (w) => tellDoor(w, { editionId, happenings }), steward);
  expect(await checkIn()).toMatchObject({ ok: false });
  expect(await at('08:00', (w) => setSteward(w, { editionId, accountId, halls: ['Nowhere'] }))).toMatchObject({
    refusal: { problems: [{ path: ['halls', 0], code: 'meetings.hall_unknown' }] },
  });
  expect(await at('08:00', (w) => setSteward(w, { editionId, accountId: f.stranger.owner, halls: [] }))).toMatchObject({
    refusal: { code: 'meetings.steward_no_member' },
  });
  expect(await at('08:00', (w) => setSteward(w, { editionId, accountId, halls: [] }), steward)).toMatchObject({ ok: false });
  valueOf(await at('08:00', (w) => setSteward(w, { editionId, accountId, halls: ['A'] })));
  valueOf(await checkIn());
  expect(valueOf(await at('09:01', (w) => getDoor(w, { editionId }), steward))).toMatchObject({
    ...{ mayTell: true, ownHalls: ['A'], interpreters: [{ name: 'Ms Gu' }] },
  });
  const { meetingId } = await cellOf(f, 'E01');
  expect(await at('08:00', (w) => cancelBooking(w, { editionId, meetingId }, origin), steward)).toMatchObject({ ok: false });
  const tell = (what: Asked<'tellQueue'>['happenings'][number]['what']) =>
    at('09:02', (w) => tellQueue(w, { editionId, happenings: [{ told: v7(), what }] }), steward);
  // Without a queue the one is refused for that, the other since a steward does not close tables.
  expect(await tell({ kind: 'arrive', participantId: f.ids.E01 })).toMatchObject({ refusal: { code: 'meetings.queue_not_opened' } });
  expect(await tell({ kind: 'placeCloses', placeId: f.tables[0] ?? '' })).toMatchObject({ refusal: { kind: 'forbidden' } });
  valueOf(await at('09:03', (w) => removeSteward(w, { editionId, accountId })));
  expect(await checkIn()).toMatchObject({ ok: false });
});
