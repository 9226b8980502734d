import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { listCheckIns } from '../door/show-door.ts';
import { tellDoor } from '../door/tell-door.ts';
import { openForum } from '../forum-fixture.ts';
import { createRequests } from '../requests/create-requests.ts';
import { updateRequest } from '../requests/change-requests.ts';
import { onRosterChanged } from '#modules/expos/api/settle-audience.ts';
import { askQueues, queueFollowsRoster } from './follow-wishes.ts';
import { forgetQueue } from './kept-queue.ts';
import { openQueue } from './open-queue.ts';
import { arrived, clock, day, queueDayOn, rules } from './queue-fixture.ts';
import { getWall } from '../screens/show-wall.ts';
import { getOwnQueue, getQueue, listQueueChoices } from './show-queue.ts';
import { setQueueState, tellOwnQueue, tellQueue } from './tell-queue.ts';

const db = await shareTestDatabase();
onRosterChanged(queueFollowsRoster);

const queueDay = (more: Partial<Asked<'openQueue'>> = {}) => queueDayOn(db, more);
type Day = Awaited<ReturnType<typeof queueDay>>;

const ownQueue = async ({ at, editionId }: Day, who: TestOffice, participantId: string, time: string) =>
  valueOf(await at(who, time, (w) => getOwnQueue(w, { editionId, participantId }))).queue ?? expect.fail('no own queue');

test('who is here and free is called, musts first; the call stands for a while, is shown, begins and ends, and the next one follows', async () => {
  const d = await queueDay();
  expect(valueOf(d.opened)).toMatchObject({ exhibitors: 2, buyers: 2, wishes: 3, sameSide: 0 });
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01', 'B02')));
  const [first] = (await d.board('09:05')).talks;
  expect(first).toMatchObject({
    rotating: { code: 'B01' },
    seated: { code: 'E01' },
    must: true,
    late: false,
    goesOutAt: '2019-11-06T01:05:20Z',
  });
  expect(first?.reasons.map(({ code }) => code)).toContain('meetings.call_must');
  const shown = { editionId: d.editionId, shows: 'calls', names: 'numbers' } as const;
  const wall = async (time: string, hall = '') => valueOf(await d.at(d.f.organiser, time, (w) => getWall(w, { ...shown, hall }))).calls;
  expect(await wall('09:05')).toMatchObject({ calls: [], soon: ['B01'] });
  expect((await wall('09:06'))?.calls).toMatchObject([{ number: 'B01', place: { code: '1' }, last: false }]);
  expect((await wall('09:12'))?.calls).toMatchObject([{ last: true }]);
  expect([(await wall('09:12', 'A'))?.calls.length, (await wall('09:12', 'B'))?.calls.length]).toEqual([1, 0]);
  valueOf(await d.tell('09:12', { kind: 'begin', talkId: first?.id ?? '' }));
  expect((await d.board('10:30')).tables[0]).toMatchObject({ state: 'over', owner: { code: 'E01' } });
  valueOf(await d.tell('09:50', { kind: 'end', talkId: first?.id ?? '' }));
  expect(await d.calls('09:50')).toEqual(['B02 → 1']);
  expect((await d.board('09:50')).figures).toMatchObject({ talksEnded: 1, mustsEnded: 1, musts: 1, wishes: 3, exhibitors: 1, buyers: 2 });
});

test('what is in memory is a cache: a queue that was forgotten, or is ahead of what was committed, is the same again', async () => {
  const d = await queueDay();
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01', 'B02', 'E02')));
  const before = await d.board('09:06');
  forgetQueue(before.id);
  expect(await d.board('09:06')).toEqual(before);
  await expect(
    d.at(d.f.organiser, '09:10', async (w) => {
      valueOf(
        await tellQueue(w, { editionId: d.editionId, happenings: [{ told: v7(), what: { kind: 'leave', participantId: d.f.ids.B01 } }] }),
      );
      throw new Error('the power is cut');
    }),
  ).rejects.toThrow('the power is cut');
  expect(await d.board('09:06')).toEqual(before);
  valueOf(await d.tell('09:11', { kind: 'leave', participantId: d.f.ids.B01 }));
  expect((await d.board('09:11')).figures.buyers).toBe(1);
});

test('somebody who does not come keeps their place: the call is off, another is called, and they are called again when they are back', async () => {
  const d = await queueDay();
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01', 'B02')));
  const [first] = (await d.board('09:05')).talks;
  const missing = { kind: 'notHere', talkId: first?.id ?? '', participantId: d.f.ids.B01 } as const;
  expect(await d.tell('09:12', { ...missing, participantId: d.f.ids.E02 })).toMatchObject({
    refusal: { code: 'meetings.queue_not_of_talk' },
  });
  valueOf(await d.tell('09:12', missing));
  expect(await d.calls('09:12')).toEqual(['B02 → 1']);
  expect(await d.tell('09:12', missing)).toMatchObject({ refusal: { code: 'meetings.queue_talk_over' } });
  const second = (await d.board('09:12')).talks[0]?.id ?? '';
  valueOf(await d.tell('09:15', { kind: 'begin', talkId: second }, ...arrived(d.f, 'B01')));
  valueOf(await d.tell('09:40', { kind: 'end', talkId: second }));
  expect(await d.calls('09:40')).toEqual(['B01 → 1']);
});

test('an organiser holds a call with a reason, lets it go, and puts another in its place; each choice says what it costs', async () => {
  const d = await queueDay({ expected: [] });
  valueOf(await d.tell('09:05', { kind: 'arrive', participantId: d.f.ids.B01, until: clock('09:50') }));
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B02')));
  const [first] = (await d.board('09:05')).talks;
  const { choices } = valueOf(
    await d.at(d.f.organiser, '09:05', (w) => listQueueChoices(w, { editionId: d.editionId, talkId: first?.id ?? '' })),
  );
  expect(choices).toMatchObject([
    { rotating: { code: 'B02' }, losesMust: true, cost: { code: 'meetings.pass_loses_must', params: { minutes: 45 } } },
  ]);
  valueOf(await d.tell('09:05', { kind: 'hold', talkId: first?.id ?? '', minutes: 60, reason: 'The exhibitor asks for it' }));
  expect((await d.board('09:06')).held).toMatchObject([{ because: 'The exhibitor asks for it', rotating: { code: 'B01' } }]);
  expect(await d.calls('09:06')).toEqual(['B02 → 1']);
  valueOf(await d.tell('09:06', { kind: 'letGo', meetingId: first?.meetingId ?? '' }));
  const [other] = (await d.board('09:06')).talks;
  const [choice] = valueOf(
    await d.at(d.f.organiser, '09:06', (w) => listQueueChoices(w, { editionId: d.editionId, talkId: other?.id ?? '' })),
  ).choices;
  const call = { meetingId: choice?.meetingId ?? '', placeId: choice?.place.id ?? '', interpreterId: choice?.interpreter?.id ?? null };
  valueOf(await d.tell('09:06', { kind: 'call', ...call, reason: 'They were first', insteadOf: other?.id ?? '' }));
  expect((await d.board('09:06')).talks).toMatchObject([
    { rotating: { code: 'B01' }, because: 'They were first', goesOutAt: '2019-11-06T01:06:00Z' },
  ]);
});

test('a call that cannot take the place of another leaves that one standing', async () => {
  const d = await queueDay();
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01', 'B02')));
  const before = await d.board('09:05');
  const [first] = before.talks;
  const gone = {
    kind: 'call',
    meetingId: first?.meetingId ?? '',
    placeId: d.f.tables[0] ?? '',
    interpreterId: v7(),
    reason: 'x',
    insteadOf: first?.id ?? '',
  } as const;
  expect(await d.tell('09:05', gone)).toMatchObject({ refusal: { code: 'meetings.queue_thing_unknown' } });
  expect(await d.board('09:05')).toEqual(before);
});

test('what is told twice has happened once; of several things each is answered by itself', async () => {
  const d = await queueDay();
  const happenings = [
    { told: v7(), at: clock('09:01'), what: arrived(d.f, 'E01')[0] ?? expect.fail() },
    { told: v7(), what: { kind: 'end' as const, talkId: v7() } },
  ];
  const tell = () => d.at(d.f.organiser, '09:20', (w) => tellQueue(w, { editionId: d.editionId, happenings }));
  const once = valueOf(await tell());
  expect(once.results.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'meetings.queue_talk_over']);
  expect(valueOf(await tell())).toEqual(once);
  expect((await d.board('09:20')).tables[0]).toMatchObject({ state: 'free', since: '2019-11-06T01:01:00Z' });
  const future = [{ ...happenings[0], told: v7(), at: clock('11:00') }] as typeof happenings;
  expect(await d.at(d.f.organiser, '09:20', (w) => tellQueue(w, { editionId: d.editionId, happenings: future }))).toMatchObject({
    refusal: { code: 'meetings.queue_bad_time' },
  });
});

test('a company sees its number, its call once it is shown, and nothing of others; it says itself that it is here and that a talk began', async () => {
  const d = await queueDay();
  const { f, editionId } = d;
  const own = (who: TestOffice, code: 'B01' | 'E01', time: string, what: Asked<'tellOwnQueue'>['happenings'][number]['what']) =>
    d.at(who, time, (w) => tellOwnQueue(w, { editionId, participantId: f.ids[code], happenings: [{ told: v7(), what }] }));
  valueOf(await own(f.buyerOne, 'B01', '09:03', { kind: 'arrive' }));
  expect(await ownQueue(d, f.buyerOne, f.ids.B01, '09:04')).toMatchObject({
    own: 'here',
    talks: [],
    wishes: [
      { with: { code: 'E01' }, must: false, here: false },
      { with: { code: 'E02' }, must: false },
    ],
  });
  valueOf(await d.tell('09:05', ...arrived(f, 'E01', 'B02')));
  expect(await ownQueue(d, f.buyerOne, f.ids.B01, '09:05')).toMatchObject({ soon: true, talks: [] });
  const called = await ownQueue(d, f.buyerOne, f.ids.B01, '09:06');
  expect(called.talks).toMatchObject([{ with: { code: 'E01' }, place: { code: '1' }, begunAt: null }]);
  const talkId = called.talks[0]?.id ?? '';
  expect(await ownQueue(d, f.buyerTwo, f.ids.B02, '09:06')).toMatchObject({
    talks: [],
    wishes: [{ with: { code: 'E01' }, state: 'waiting' }],
  });
  const foreign = await d.at(f.buyerTwo, '09:06', (w) =>
    tellOwnQueue(w, { editionId, participantId: f.ids.B02, happenings: [{ told: v7(), what: { kind: 'begin', talkId } }] }),
  );
  expect(foreign).toMatchObject({ ok: false });
  expect(await d.at(f.stranger, '09:06', (w) => getOwnQueue(w, { editionId, participantId: f.ids.B01 }))).toMatchObject({ ok: false });
  expect(await d.at(f.buyerOne, '09:06', (w) => getQueue(w, { editionId }))).toMatchObject({
    refusal: { code: 'expos.organiser_only' },
  });
  valueOf(await own(f.company, 'E01', '09:08', { kind: 'begin', talkId }));
  expect(await ownQueue(d, f.buyerTwo, f.ids.B02, '09:10')).toMatchObject({ wishes: [{ freeAbout: '2019-11-06T01:48:00Z' }] });
});

test('wishes made and withdrawn during the day are followed, and a pair kept free is asked again without anybody doing anything', async () => {
  const d = await queueDay();
  const { f, editionId } = d;
  valueOf(await d.tell('09:05', ...arrived(f, 'E02', 'B02')));
  expect(await d.calls('09:05')).toEqual([]);
  const request = { fromId: f.ids.B02, toId: f.ids.E02, wish: 'want' as const, session: null, round: 1, note: '' };
  const made = valueOf(await d.at(f.buyerTwo, '09:10', (w) => createRequests(w, { editionId, requests: [request] })));
  expect(await d.calls('09:10')).toEqual(['B02 → 2']);
  valueOf(
    await f.as(
      f.buyerTwo,
      (w) => updateRequest({ ...w, now: new Date(clock('09:11')) }, { editionId, requestId: made.requests[0]?.id ?? '', wish: 'no' }),
      1,
    ),
  );
  expect(await d.calls('09:11')).toEqual([]);
  expect((await d.board('09:11')).figures.wishes).toBe(3);
  await askQueues(db.database);
});

test('a queue is paused, goes on and ends; at its end nobody is called any more and talks can still end', async () => {
  const d = await queueDay();
  const set = (time: string, state: 'open' | 'paused' | 'closed') =>
    d.at(d.f.organiser, time, (w) => setQueueState(w, { editionId: d.editionId, state }));
  expect(await set('09:00', 'open')).toMatchObject({ refusal: { code: 'meetings.queue_is_open' } });
  valueOf(await set('09:00', 'paused'));
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01', 'B02', 'E02')));
  expect(await d.board('09:06')).toMatchObject({ state: 'paused', talks: [], waiting: [{ reason: { code: 'meetings.wait_paused' } }] });
  valueOf(await set('09:10', 'open'));
  const [first] = (await d.board('09:10')).talks;
  valueOf(await d.tell('09:12', { kind: 'begin', talkId: first?.id ?? '' }));
  valueOf(await set('09:20', 'closed'));
  expect(await d.tell('09:21', { kind: 'placeCloses', placeId: d.f.tables[0] ?? '' })).toMatchObject({
    refusal: { code: 'meetings.queue_closed' },
  });
  valueOf(await d.tell('09:30', { kind: 'end', talkId: first?.id ?? '' }));
  expect((await d.board('09:30')).talks).toEqual([]);
});

test('an opening that contradicts itself is refused with all its problems; a day has one queue, beside no scheduled meeting', async () => {
  const d = await queueDay();
  const open = (more: object, time = '08:00') =>
    d.at(d.f.organiser, time, (w) =>
      openQueue(w, {
        editionId: d.editionId,
        ...rules,
        opensAt: clock('09:00'),
        closesAt: clock('12:00'),
        seating: 'any',
        pairs: 'unscheduled',
        expected: [],
        bound: [],
        ...more,
      }),
    );
  expect(await open({})).toMatchObject({ refusal: { code: 'meetings.queue_day_taken' } });
  expect(await open({}, '12:30')).toMatchObject({ refusal: { problems: [{ code: 'meetings.queue_in_the_past' }] } });
  const wrong = {
    closesAt: clock('08:30'),
    expected: [{ participantId: v7(), placeIds: [v7()] }],
    bound: [{ interpreterId: v7(), placeId: v7() }],
  };
  expect(await open(wrong)).toMatchObject({
    refusal: {
      problems: [
        { path: ['closesAt'] },
        { path: ['expected', 0, 'participantId'] },
        { path: ['expected', 0, 'placeIds', 0] },
        { path: ['bound', 0, 'interpreterId'] },
        { path: ['bound', 0, 'placeId'] },
      ],
    },
  });
  const stranger = await d.at(d.f.company, '08:00', (w) =>
    openQueue(w, {
      editionId: d.editionId,
      ...rules,
      opensAt: clock('09:00'),
      closesAt: clock('12:00'),
      seating: 'any',
      pairs: 'unscheduled',
      expected: [],
      bound: [],
    }),
  );
  expect(stranger).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
});

test('before calls begin whoever is checked in waits from then on, and interpreters are counted as they will be', async () => {
  const d = await queueDay({ opensAt: clock('10:00') });
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E02', 'B01')));
  const eve = new Date(Date.parse(clock('09:05')) - 86_400_000);
  valueOf(
    await d.f.as(d.f.organiser, (w) =>
      tellQueue({ ...w, now: eve }, { editionId: d.editionId, happenings: arrived(d.f, 'E01').map((what) => ({ told: v7(), what })) }),
    ),
  );
  const before = await d.board('09:11');
  expect(before.waiting).toMatchObject([{ reason: { code: 'meetings.wait_before' }, pairs: 1, longestMinutes: 6 }]);
  expect(before.languages).toMatchObject([{ here: 1 }, { here: 1 }]);
  await d.tell('10:00', ...arrived(d.f, 'B02'));
  expect((await d.board('10:00')).talks.map(({ waitsSince }) => waitsSince)).toContain('2019-11-06T01:05:00Z');
});

test('a queue opened for the wrong day is ended, and today gets its own, which can be ended and resumed; the other goes on on its day', async () => {
  const f = await openForum(db, { days: 2 });
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  const { editionId } = f;
  const at = <T>(time: string, use: (work: Work) => Promise<Result<T>>) =>
    f.as(f.organiser, (work) => use({ ...work, now: new Date(clock(time)) }));
  const tomorrow = (time: string): string => clock(time).replace(day, '2019-11-07');
  const more = { editionId, ...rules, seating: 'own' as const, pairs: 'all' as const, expected: [], bound: [] };
  const open = (opensAt: string, closesAt: string) => at('08:00', (w) => openQueue(w, { ...more, opensAt, closesAt }));
  const when = (morrow: boolean): string => (morrow ? clock('08:30').replace(day, '2019-11-07') : clock('08:30'));
  const set = async (state: 'open' | 'closed', morrow = false) =>
    valueOf(await f.as(f.organiser, (w) => setQueueState({ ...w, now: new Date(when(morrow)) }, { editionId, state })));
  const board = async (morrow = false) =>
    valueOf(await f.as(f.organiser, (w) => getQueue({ ...w, now: new Date(when(morrow)) }, { editionId }))).queue;
  const [ofToday, ofTomorrow] = [{ opensAt: '2019-11-06T05:00:00Z' }, { opensAt: '2019-11-07T05:00:00Z' }];
  valueOf(await open(tomorrow('13:00'), tomorrow('16:00')));
  await set('closed');
  valueOf(await open(clock('13:00'), clock('16:00')));
  expect(await board()).toMatchObject({ ...ofToday, state: 'open' });
  await set('closed');
  expect(await board()).toMatchObject({ ...ofToday, state: 'closed' });
  await set('open');
  expect(await board()).toMatchObject({ ...ofToday, state: 'open' });
  await set('closed');
  await set('open', true);
  expect(await board(true)).toMatchObject({ ...ofTomorrow, state: 'open' });
});

test('who is here by the queue is here at the doors, too, and whoever leaves by one is here in neither', async () => {
  const d = await queueDay();
  const { f, editionId } = d;
  const doors = async (time: string) =>
    valueOf(await d.at(f.organiser, time, (w) => listCheckIns(w, { editionId }))).entries.map(({ participantId, state }) => [
      participantId,
      state,
    ]);
  valueOf(await d.tell('09:05', ...arrived(f, 'E01', 'B01')));
  expect(Object.fromEntries(await doors('09:06'))).toEqual({ [f.ids.E01]: 'here', [f.ids.B01]: 'here' });
  const left = { told: v7(), what: { kind: 'left' as const, participantId: f.ids.B01 } };
  valueOf(await d.at(f.organiser, '09:10', (w) => tellDoor(w, { editionId, happenings: [left] })));
  expect(Object.fromEntries(await doors('09:11'))).toEqual({ [f.ids.E01]: 'here', [f.ids.B01]: 'left' });
  valueOf(await d.tell('09:20', ...arrived(f, 'B01')));
  expect(Object.fromEntries(await doors('09:21'))).toEqual({ [f.ids.E01]: 'here', [f.ids.B01]: 'here' });
});

test('its hours change while it goes on: calls end earlier or later, not in the past, and did begin when they began', async () => {
  const d = await queueDay({ closesAt: clock('10:00') });
  const hours = (time: string, from: string, to: string) => d.tell(time, { kind: 'hours', opensAt: clock(from), closesAt: clock(to) });
  valueOf(await hours('08:40', '09:30', '10:00'));
  valueOf(await d.tell('09:35', ...arrived(d.f, 'B02')));
  expect(await hours('09:40', '09:00', '09:20')).toMatchObject({
    refusal: { problems: [{ code: 'meetings.queue_calls_began' }, { code: 'meetings.queue_in_the_past' }] },
  });
  valueOf(await d.tell('10:30', ...arrived(d.f, 'E01')));
  expect(await d.calls('10:30')).toEqual([]);
  valueOf(await hours('10:31', '09:30', '12:00'));
  expect(await d.calls('10:31')).toEqual(['B02 → 1']);
  forgetQueue((await d.board('10:31')).id);
  expect(await d.board('10:31')).toMatchObject({
    opensAt: clock('09:30').replace('.000', ''),
    closesAt: clock('12:00').replace('.000', ''),
  });
});
