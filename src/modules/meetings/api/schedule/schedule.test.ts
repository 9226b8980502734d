import { asListed } from '#modules/expos/api/edition-fixture.ts';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { createInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { replaceUnavailable } from '#modules/expos/api/change-participants.ts';
import { createStand } from '#modules/expos/api/change-stands.ts';
import { fullTest } from '#platform/full-size.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { cancelBooking, moveBooking } from './change-booking.ts';
import { pinMeeting } from '../planning/change-placement.ts';
import { acceptCandidate, listCandidates } from '../agenda/fill-holes.ts';
import { getAgenda, groupGrid } from '../agenda/get-agenda.ts';
import { planGrid } from '../planning/get-plan.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import {
  agendaOf,
  cellOf,
  crowd,
  openForum,
  origin,
  plannedForum,
  releaseForum,
  releasedForum,
  scheduleOf,
  untilOneWaits,
} from '../forum-fixture.ts';

const db = await shareTestDatabase();

test('a meeting moves on the day under the constraints and is published as a change', async () => {
  const f = await releasedForum(db);
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const free = f.slots.find((s) => s !== ours.slotId && s !== theirs.slotId) ?? '';
  const changed = valueOf(
    await f.as(f.organiser, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: free, placeId: ours.placeId }, origin),
    ),
  );
  expect(changed).toMatchObject({ number: 2, kind: 'change', meetings: 2, changes: [{ kind: 'moved' }] });
  const entry = (await agendaOf(f, f.buyerOne, f.ids.B01)).entries[0];
  expect(entry).toMatchObject({ slotId: free, sequence: 1 });
  expect(entry?.movedFrom).not.toBeNull();
  expect((await agendaOf(f, f.buyerTwo, f.ids.B02)).entries[0]).toMatchObject({ movedFrom: null, sequence: 0 });
  expect(
    await f.as(f.organiser, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: theirs.slotId, placeId: theirs.placeId }, origin),
    ),
  ).toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.table_taken', problems: [{ code: 'meetings.reason_place_taken' }] },
  });
  expect(
    await f.as(f.company, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: free, placeId: ours.placeId }, origin),
    ),
  ).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
});

test('a move names what the edition has, else it is refused with every problem', async () => {
  const f = await releasedForum(db);
  const { meetingId } = await cellOf(f, 'E01');
  const [slotId, placeId, interpreterId] = [randomUUID(), randomUUID(), randomUUID()];
  const move = (target: { readonly slotId: string; readonly placeId: string; readonly interpreterId?: string }) =>
    f.as(f.organiser, (w) => moveBooking(w, { editionId: f.editionId, meetingId, ...target }, origin));
  expect(await move({ slotId, placeId, interpreterId })).toMatchObject({
    refusal: {
      kind: 'invalid',
      problems: [
        { path: ['slotId'], code: 'meetings.slot_unknown' },
        { path: ['placeId'], code: 'meetings.place_unknown' },
        { path: ['interpreterId'], code: 'meetings.interpreter_unknown' },
      ],
    },
  });
  const there = { slotId: f.slots[5] ?? '', placeId: f.tables[0] ?? '' };
  expect(await move({ ...there, interpreterId })).toMatchObject({ refusal: { problems: [{ code: 'meetings.interpreter_unknown' }] } });
});

test('a stand nobody meets at is neither moved to nor taken', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  valueOf(await f.as(f.organiser, (w) => createStand(w, { editionId: f.editionId, code: 'K1', hall: 'A', seats: 2 })));
  const { rows } = await db.owner.query<{ id: string }>("select id from expos.place where edition_id = $1 and kind = 'stand'", [
    f.editionId,
  ]);
  const placeId = rows[0]?.id ?? '';
  const { meetingId, slotId } = await cellOf(f, 'E01');
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  const accept = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02, placeId };
  const without = { refusal: { kind: 'invalid', problems: [{ path: ['placeId'], code: 'meetings.place_without_host' }] } };
  expect(await f.as(f.organiser, (w) => moveBooking(w, { editionId: f.editionId, meetingId, slotId, placeId }, origin))).toMatchObject(
    without,
  );
  expect(await f.as(f.company, (w) => acceptCandidate(w, accept, origin))).toMatchObject(without);
});

test('the constraints themselves refuse a seat, a table and an interpreter that are taken', async () => {
  const f = await releasedForum(db);
  const { rows } = await db.owner.query<Record<string, unknown>>('select * from meetings.booking where edition_id = $1', [f.editionId]);
  for (const row of rows) {
    const columns = Object.keys(row).filter((c) => c !== 'id');
    const again = `insert into meetings.booking (id, ${columns.join(', ')}) select gen_random_uuid(), ${columns.map((c) => (c === 'meeting_id' ? '(select id from meetings.meeting where edition_id = b.edition_id and id <> b.meeting_id limit 1)' : c)).join(', ')} from meetings.booking b where id = $1`;
    await expect(db.owner.query(again, [row['id']])).rejects.toMatchObject({ code: '23505' });
  }
});

fullTest('many move two meetings to one table at once: one wins, the others hear that it is taken', async () => {
  const f = await releasedForum(db, { tables: 1 });
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const free = f.slots.find((s) => s !== ours.slotId && s !== theirs.slotId) ?? '';
  const results = await Promise.all(
    Array.from({ length: crowd }, (_, i) =>
      f.as(f.organiser, (w) =>
        moveBooking(
          w,
          { editionId: f.editionId, meetingId: (i % 2 === 0 ? ours : theirs).meetingId, slotId: free, placeId: ours.placeId },
          origin,
        ),
      ),
    ),
  );
  const winners = new Set(results.flatMap((r) => (r.ok ? r.value.changes.map((c) => c.meeting.id) : [])));
  expect([winners.size, results.filter((r) => r.ok).length]).toEqual([1, 1]);
  const codes = new Set(results.flatMap((r) => (r.ok ? [] : [r.refusal.code])));
  expect(codes).toEqual(new Set(['meetings.table_taken', 'meetings.stands_there_already']));
  const { rows } = await db.owner.query(
    'select count(*)::int as count from meetings.booking where edition_id = $1 and slot_id = $2 and place_id is not null',
    [f.editionId, free],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('a cancelled meeting stays in the agenda as cancelled, and is open again', async () => {
  const f = await releasedForum(db);
  const { meetingId } = await cellOf(f, 'E01');
  const cancelled = () => f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin));
  valueOf(await cancelled());
  const ours = await agendaOf(f, f.company, f.ids.E01);
  expect(ours.entries).toEqual([]);
  expect(ours.cancelled).toMatchObject([{ meetingId, sequence: 1, with: { code: 'B01' } }]);
  expect(ours.holes.length).toBeGreaterThan(0);
  expect(await cancelled()).toMatchObject({ refusal: { code: 'meetings.meeting_not_scheduled' } });
});

test('the lead sees holes with those who asked, takes one, and both agendas follow', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.B02, f.ids.E01, 'must', f.buyerTwo);
  const grid = valueOf(await f.as(f.chamber, (w) => groupGrid(w, { editionId: f.editionId, groupId: f.groupId, atLeast: 3 })));
  expect(grid.rows.map((r) => [r.participant.code, r.booked, r.least])).toEqual([
    ['E01', 1, null],
    ['E02', 1, null],
  ]);
  expect(grid.figures).toMatchObject({ meetings: 2, fewer: 2, withoutInterpreter: 0 });
  const hole = grid.rows[0]?.holes[0];
  expect(hole).toMatchObject({ candidates: 1, canTake: 1 });
  const slotId = grid.slots[hole?.slot ?? 0]?.id ?? '';
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId };
  const shown = valueOf(await f.as(f.chamber, (w) => listCandidates(w, on)));
  expect(shown.candidates).toMatchObject([
    { participant: { code: 'B02' }, asked: 'they', canTake: true, hindrance: null, interpreter: { name: 'Ms Gu' } },
  ]);
  const taken = valueOf(await f.as(f.chamber, (w) => acceptCandidate(w, { ...on, withId: f.ids.B02 }, origin)));
  expect(taken).toMatchObject({ number: 2, kind: 'change', changes: [{ kind: 'added' }] });
  // How strongly B02 wished it is between B02 and the organiser.
  expect(JSON.stringify(taken)).not.toContain('must');
  expect((await agendaOf(f, f.company, f.ids.E01)).entries).toHaveLength(2);
  expect((await agendaOf(f, f.buyerTwo, f.ids.B02)).entries).toHaveLength(2);
  expect(await f.as(f.chamber, (w) => acceptCandidate(w, { ...on, withId: f.ids.B02 }, origin))).toMatchObject({
    refusal: { code: 'meetings.seat_taken' },
  });
  const { rows } = await db.owner.query(
    "select e.office, a.id as account from accounts.audit_entry e join accounts.account a on a.logged_as = e.account where use_case = 'accept-candidate' and $1 = any (subjects)",
    [f.ids.E01],
  );
  expect(rows).toEqual([{ office: f.chamber.office, account: f.chamber.owner }]);
});

test('nobody is taken who did not ask, except by the organiser', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.E01, f.ids.B02, 'want', f.company);
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
  expect(hole).toMatchObject({ candidates: 1, canTake: 0 });
  expect(await f.as(f.company, (w) => acceptCandidate(w, on, origin))).toMatchObject({
    refusal: { code: 'meetings.hindrance_not_asked' },
  });
  expect(await f.as(f.buyerOne, (w) => acceptCandidate(w, on, origin))).toMatchObject({ refusal: { kind: 'not_found' } });
  expect((await f.as(f.organiser, (w) => acceptCandidate(w, on, origin))).ok).toBe(true);
});

fullTest('many take the same buyer for the same time: one wins, the others hear that a seat is taken', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.B01, f.ids.E02, 'want', f.buyerOne);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const held = await scheduleOf(f);
  const busy = new Set(held.cells.map((c) => held.slots[c.slot]?.id));
  const slotId = f.slots.find((s) => !busy.has(s)) ?? '';
  const take = (who: TestOffice, participantId: string, withId: string) =>
    f.as(who, (w) => acceptCandidate(w, { editionId: f.editionId, participantId, slotId, withId }, origin));
  const results = await Promise.all(
    Array.from({ length: crowd / 2 }, () => [take(f.chamber, f.ids.E02, f.ids.B01), take(f.organiser, f.ids.B01, f.ids.E02)]).flat(),
  );
  expect(results.filter((r) => r.ok)).toHaveLength(1);
  expect(new Set(results.flatMap((r) => (r.ok ? [] : [r.refusal.code])))).toEqual(new Set(['meetings.seat_taken']));
  const { rows } = await db.owner.query<{ number: number }>('select number from meetings.release where edition_id = $1 order by number', [
    f.editionId,
  ]);
  expect(rows.map((r) => r.number)).toEqual([1, 2]);
});

test('a hole respects who has gone away since', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  valueOf(
    await f.as(f.organiser, (w) =>
      replaceUnavailable(w, {
        editionId: f.editionId,
        participantId: f.ids.B02,
        unavailable: [{ startsAt: hole?.startsAt ?? '', endsAt: hole?.endsAt ?? '', reason: 'train' }],
      }),
    ),
  );
  expect((await agendaOf(f, f.company, f.ids.E01)).holes.map((h) => h.slotId)).not.toContain(hole?.slotId);
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
  expect(await f.as(f.chamber, (w) => acceptCandidate(w, on, origin))).toMatchObject({ refusal: { code: 'meetings.candidate_away' } });
});

fullTest.each([
  ['participant_id, seat_no', 'meetings.seat_taken'],
  // On the second look nobody is left who could interpret.
  ['interpreter_id', 'meetings.hindrance_language'],
])('a clash over %s that only the database sees is told to the lead and to the company, not as a fault', async (columns, code) => {
  const f = await releasedForum(db);
  await f.ask(f.ids.E02, f.ids.B01);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
  const taken = {
    'participant_id, seat_no': `'${f.ids.B02}', 1`,
    interpreter_id: `(select id from expos.interpreter where edition_id = $1)`,
  }[columns];
  for (const who of [f.chamber, f.company]) {
    const rival = await db.owner.connect();
    try {
      await rival.query('begin');
      // A third meeting at the same time, by somebody who does not hold the schedule's lock.
      await rival.query(
        `insert into meetings.booking (edition_id, id, owner_office, release_number, meeting_id, slot_id, during, ${columns})
         select $1, gen_random_uuid(), owner_office, 1, id, $2, tstzrange($3, $4), ${taken ?? ''}
         from meetings.meeting where edition_id = $1 and a_participant = $5 and b_participant = $6`,
        [f.editionId, on.slotId, hole?.startsAt, hole?.endsAt, f.ids.E02, f.ids.B01],
      );
      const accepted = f.as(who, (w) => acceptCandidate(w, on, origin));
      await untilOneWaits(db);
      await rival.query('commit');
      expect(await accepted).toMatchObject({ refusal: { kind: 'conflict', code } });
      await rival.query(
        'delete from meetings.booking where meeting_id in (select id from meetings.meeting where a_participant = $1 and b_participant = $2)',
        [f.ids.E02, f.ids.B01],
      );
    } finally {
      rival.release();
    }
  }
});

test('a clash over a table that only the database sees leads to another table', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.E02, f.ids.B01);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  const rival = await db.owner.connect();
  try {
    await rival.query('begin');
    await rival.query(
      `insert into meetings.booking (edition_id, id, owner_office, release_number, meeting_id, slot_id, during, place_id, place_no)
       select $1, gen_random_uuid(), owner_office, 1, id, $2, tstzrange($3, $4), $7, 1
       from meetings.meeting where edition_id = $1 and a_participant = $5 and b_participant = $6`,
      [f.editionId, hole?.slotId, hole?.startsAt, hole?.endsAt, f.ids.E02, f.ids.B01, f.tables[0]],
    );
    const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
    const accepted = f.as(f.company, (w) => acceptCandidate(w, on, origin));
    await untilOneWaits(db);
    await rival.query('commit');
    expect((await accepted).ok).toBe(true);
  } finally {
    rival.release();
  }
  const { rows } = await db.owner.query<{ place_id: string }>(
    'select place_id from meetings.booking where edition_id = $1 and slot_id = $2 and place_id is not null',
    [f.editionId, hole?.slotId],
  );
  expect(new Set(rows.map(({ place_id }) => place_id)).size).toBe(rows.length);
});

test('nothing is put into a time that has begun, and what is over stays', async () => {
  const f = await releasedForum(db, { tables: 3 });
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const { meetingId, slotId, placeId } = await cellOf(f, 'E01');
  const hole = (await agendaOf(f, f.company, f.ids.E01)).holes[0];
  const { slots } = await scheduleOf(f);
  const own = slots.find((s) => s.id === slotId);
  const later = slots.find((s) => s.id !== slotId && s.startsAt > (own?.startsAt ?? '') && s.startsAt > (hole?.startsAt ?? ''));
  const over = { refusal: { kind: 'conflict', code: 'meetings.slot_over' } };
  const at = <T>(instant: string | undefined, who: TestOffice, use: (work: Work) => Promise<Result<T>>): Promise<Result<T>> =>
    f.as(who, (w) => use({ ...w, now: new Date(instant ?? '') }));
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '' };
  const accept = (w: Work) => acceptCandidate(w, { ...on, withId: f.ids.B02 }, origin);
  const move = (target: { readonly slotId: string; readonly placeId: string }) => (w: Work) =>
    moveBooking(w, { editionId: f.editionId, meetingId, ...target }, origin);
  const holesAt = async (instant: string | undefined) =>
    valueOf(await at(instant, f.company, (w) => getAgenda(w, on))).holes.map((h) => h.slotId);

  expect(await holesAt(hole?.startsAt)).not.toContain(hole?.slotId);
  expect(valueOf(await at(hole?.startsAt, f.company, (w) => listCandidates(w, on))).candidates).toEqual([]);
  expect(await at(hole?.startsAt, f.company, accept)).toMatchObject(over);
  expect(await at(hole?.startsAt, f.organiser, move({ slotId: hole?.slotId ?? '', placeId }))).toMatchObject(over);

  const otherTable = { slotId, placeId: f.tables.find((t) => t !== placeId && t !== f.tables[1]) ?? '' };
  expect(await at(own?.endsAt, f.organiser, move(otherTable))).toMatchObject(over);
  expect(await at(own?.endsAt, f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin))).toMatchObject(over);
  // While it lasts, a meeting may still change its table; when it is over, it may still be held later.
  expect(valueOf(await at(own?.startsAt, f.organiser, move(otherTable))).changes).toMatchObject([{ kind: 'place' }]);
  const postponed = await at(own?.endsAt, f.organiser, move({ slotId: later?.id ?? '', placeId: otherTable.placeId }));
  expect(valueOf(postponed).changes).toMatchObject([{ kind: 'moved' }]);
});

test('what was pinned in the released plan shows as pinned in the schedule until somebody moves it, and a refusal names the companies', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E01, f.ids.B02);
  const { editionId } = f;
  const planId = await plannedForum(db, f);
  const { cells, version } = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId, planId })));
  const [first, second] = cells.map(({ meetingId }) => meetingId);
  valueOf(await f.as(f.organiser, (w) => pinMeeting(w, { editionId, planId, meetingId: first ?? '' }), version));
  valueOf(await releaseForum(f, planId));
  const pins = async () => (await scheduleOf(f)).cells.filter(({ pinned }) => pinned).map(({ meetingId }) => meetingId);
  expect(await pins()).toEqual([first]);
  const grid = await scheduleOf(f);
  const spotOf = (meetingId: string | undefined) => {
    const cell = grid.cells.find((one) => one.meetingId === meetingId);
    return { slotId: grid.slots[cell?.slot ?? -1]?.id ?? '', placeId: grid.places[cell?.place ?? -1]?.id ?? '' };
  };
  const move = (to: { readonly slotId: string; readonly placeId: string }) =>
    f.as(f.organiser, (w) => moveBooking(w, { editionId, meetingId: first ?? '', ...to }, origin));
  const other = f.tables.find((id) => id !== spotOf(second).placeId) ?? '';
  expect(await move({ slotId: spotOf(second).slotId, placeId: other })).toMatchObject({
    refusal: {
      code: 'meetings.seat_taken',
      problems: [{ code: 'meetings.reason_seat_taken', params: { participant: 'Company E01 (E01)', count: 2 } }],
    },
  });
  const free = f.slots.find((id) => ![first, second].some((one) => spotOf(one).slotId === id)) ?? '';
  valueOf(await move({ ...spotOf(first), slotId: free }));
  expect(await pins()).toEqual([]);
});

test('whoever interprets goes along; where they are elsewhere another one does, and where nobody could, the move is refused', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  await db.owner.query('update expos.participant set seats = 2 where edition_id = $1 and id = $2', [editionId, f.ids.B02]);
  await f.ask(f.ids.E01, f.ids.B02, 'must');
  await f.ask(f.ids.E02, f.ids.B02, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const placeId = f.tables.find((id) => id !== theirs.placeId) ?? '';
  const move = (slotId: string) =>
    f.as(f.organiser, (w) => moveBooking(w, { editionId, meetingId: ours.meetingId, slotId, placeId }, origin));
  const interpreter = async () => {
    const { cells, interpreters } = await scheduleOf(f);
    return interpreters[cells.find(({ meetingId }) => meetingId === ours.meetingId)?.interpreter ?? -1]?.name;
  };
  expect(await move(theirs.slotId)).toMatchObject({ refusal: { kind: 'conflict', code: 'meetings.no_interpreter_then' } });
  valueOf(await move(f.slots.find((id) => id !== ours.slotId && id !== theirs.slotId) ?? ''));
  expect(await interpreter()).toBe('Ms Gu');
  valueOf(
    await f.as(f.organiser, (w) =>
      createInterpreter(w, { editionId, name: 'Mr Lu', languages: ['en', 'zh'], unavailable: [], ...asListed }),
    ),
  );
  valueOf(await move(theirs.slotId));
  expect(await interpreter()).toBe('Mr Lu');
  // Without one, it waits for the organiser's decision.
  const toDo = async () => valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries;
  const told = async () => (await toDo()).find(({ kind }) => kind === 'not_understood');
  const alone = { editionId, ...(await cellOf(f, 'E01')), interpreterId: null };
  valueOf(await f.as(f.organiser, (w) => moveBooking(w, alone, origin)));
  expect(await told()).toMatchObject({
    attention: true,
    title: { params: { count: 1 } },
    participants: [{ code: 'E01' }, { code: 'B02' }],
  });
});
