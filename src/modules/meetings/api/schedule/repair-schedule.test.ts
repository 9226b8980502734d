import { randomUUID } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { getParticipant } from '#modules/expos/api/list-participants.ts';
import { getTimes, sayTimes } from '#modules/expos/api/own-side.ts';
import type { Work } from '#platform/work.ts';
import type { DayChange } from '../../domain/schedule/day-changes.ts';
import { getAgenda } from '../agenda/get-agenda.ts';
import { reportAbsence } from '../agenda/report-meeting.ts';
import { tellDoor } from '../door/tell-door.ts';
import { getEditionNumbers } from '../numbers/count-numbers.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { moveBooking } from './change-booking.ts';
import {
  agendaOf,
  cellOf,
  openForum,
  origin,
  plannedForum,
  releasedForum,
  releaseForum,
  scheduleOf,
  type Forum,
} from '../forum-fixture.ts';
import { listReleases } from './list-releases.ts';
import { listOpenMeetings, previewRepair, repairSchedule } from './repair-schedule.ts';
import { undoChange } from './undo-change.ts';

const db = await shareTestDatabase();

const preview = (f: Forum, changes: readonly DayChange[], who: TestOffice = f.organiser) =>
  f.as(who, (w) => previewRepair(w, { editionId: f.editionId, changes: [...changes] }));
const accept = (f: Forum, changes: readonly DayChange[], digest: string, who: TestOffice = f.organiser) =>
  f.as(who, (w) => repairSchedule(w, { editionId: f.editionId, changes: [...changes], digest }, origin));
const undo = (f: Forum, number: number) => f.as(f.organiser, (w) => undoChange(w, { editionId: f.editionId, number }, origin));

/** Looks at what changes would do, agrees, and answers the release. */
async function putRight(f: Forum, changes: readonly DayChange[]) {
  const { digest } = valueOf(await preview(f, changes));
  return valueOf(await accept(f, changes, digest)).release;
}

/** Everything in the schedule by the exhibitor's code. */
async function stands(f: Forum): Promise<Readonly<Record<string, readonly [string, string]>>> {
  const grid = await scheduleOf(f);
  return Object.fromEntries(
    grid.cells.map((cell) => [grid.participants[cell.a]?.code ?? '', [grid.slots[cell.slot]?.id ?? '', grid.places[cell.place]?.id ?? '']]),
  );
}

const count = async (query: string, values: readonly unknown[]): Promise<number> => {
  const { rows } = await db.owner.query<{ count: number }>(`select count(*)::int as count from ${query}`, [...values]);
  return rows[0]?.count ?? -1;
};

test('a table that is withdrawn: the preview names who moves and changes nothing; agreed to, it is one release that all are told of', async () => {
  const f = await releasedForum(db, { tables: 2 });
  const before = await stands(f);
  const ours = await cellOf(f, 'E01');
  const changes: readonly DayChange[] = [{ kind: 'place_withdrawn', placeId: ours.placeId, slotId: null }];
  const shown = valueOf(await preview(f, changes));
  expect(shown).toMatchObject({ schedule: 1, cancelled: [], unheld: [], running: [] });
  expect(shown.told).toBe(shown.agendas);
  expect(shown.moved).toBe(shown.changes.length);
  expect(shown.fewestMoved).toBe(shown.moved);
  expect(await stands(f)).toEqual(before);
  expect(await count('expos.place_closed where edition_id = $1', [f.editionId])).toBe(0);

  const { release } = valueOf(await accept(f, changes, shown.digest));
  expect(release).toMatchObject({ number: 2, kind: 'change', onTheDay: true, meetings: 2 });
  expect(release?.changes.map((c) => c.meeting.id)).toEqual(shown.changes.map((c) => c.meeting.id));
  const after = await stands(f);
  expect(Object.values(after).some(([, place]) => place === ours.placeId)).toBe(false);
  expect(await count('expos.place_closed where edition_id = $1 and place_id = $2', [f.editionId, ours.placeId])).toBe(6);
  expect((await agendaOf(f, f.company, f.ids.E01)).entries).toMatchObject([{ slotId: after['E01']?.[0], sequence: 1 }]);
  const people = [f.company, f.chamber, f.buyerOne, f.buyerTwo].map((o) => `${o.owner}@example.org`);
  expect(await count("platform.mail where body like '%schedule 2)%' and recipient = any ($1)", [people])).toBe(shown.mails);
  expect(await count("accounts.audit_entry where use_case = 'repair-schedule' and office = $1", [f.organiser.office])).toBe(1);
});

test('who does not come: their meetings are cancelled, nobody else moves, and later changes know that they are away', async () => {
  const f = await releasedForum(db);
  const theirs = await cellOf(f, 'E02');
  const changes: readonly DayChange[] = [{ kind: 'no_show', participantId: f.ids.B01, fromSlotId: f.slots[0] ?? '' }];
  const shown = valueOf(await preview(f, changes));
  expect(shown).toMatchObject({ moved: 0, fewestMoved: 0, changes: [], unheld: [], agendas: 2 });
  expect(shown.cancelled).toMatchObject([{ meeting: { a: { code: 'E01' }, b: { code: 'B01' } } }]);
  expect(await putRight(f, changes)).toMatchObject({ changes: [{ kind: 'removed' }] });
  expect(Object.keys(await stands(f))).toEqual(['E02']);
  expect((await agendaOf(f, f.company, f.ids.E01)).cancelled).toMatchObject([{ with: { code: 'B01' } }]);
  // The wish stands open again, and cannot be held: they are not there.
  const open = valueOf(await f.as(f.organiser, (w) => listOpenMeetings(w, { editionId: f.editionId })));
  expect(open.entries).toMatchObject([{ a: { code: 'E01' }, b: { code: 'B01' }, wish: 'must' }]);
  const again = valueOf(await preview(f, [{ kind: 'added', meetingId: open.entries[0]?.id ?? '' }]));
  expect(again).toMatchObject({ changes: [], unheld: [{ before: null, reasons: [{ code: 'meetings.blocked_unavailable' }] }] });
  expect(await cellOf(f, 'E02')).toEqual(theirs);
  // Their absence took the meetings out: nobody is asked to find them one; E01, who lost one with it, may have another.
  const { entries } = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId: f.editionId })));
  expect(entries.find(({ kind }) => kind === 'without_meeting')?.participants.map(({ code }) => code)).toEqual(['E01']);
  expect(entries.filter(({ kind }) => kind === 'unplaced_musts')).toEqual([]);
});

test('who comes after all is down as away no longer, and their cancelled meetings are held where there is room; that can be undone', async () => {
  const f = await releasedForum(db);
  const { B01 } = f.ids;
  const participant = { editionId: f.editionId, participantId: B01 };
  const away = async () => valueOf(await f.as(f.organiser, (w) => getParticipant(w, participant))).unavailable;
  const own = { editionId: f.editionId, addresseeId: B01 };
  const { version, slots } = valueOf(await f.as(f.buyerOne, (w) => getTimes(w, own)));
  valueOf(
    await f.as(
      f.buyerOne,
      (w) => sayTimes(w, { ...own, said: slots.slice(-1).map(({ id }) => ({ slotId: id, says: 'cannot' as const })) }),
      version,
    ),
  );
  await putRight(f, [{ kind: 'no_show', participantId: B01, fromSlotId: f.slots[0] ?? '' }]);
  const noted = await away();
  // What they said themselves stays theirs: it is no absence that the organiser has entered.
  expect(noted).toMatchObject([{ reason: '' }]);
  const { entries } = valueOf(await f.as(f.organiser, (w) => listOpenMeetings(w, { editionId: f.editionId })));
  expect(entries).toMatchObject([{ a: { code: 'E01' }, b: { code: 'B01' } }]);
  const kinds = async () =>
    valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId: f.editionId }))).entries.map(({ kind }) => kind);
  expect(await kinds()).not.toContain('came_after_all');
  const come = (w: Work) => {
    const now = new Date(w.now.getTime() + 60_000);
    const what = { kind: 'arrived' as const, participantId: B01 };
    return tellDoor({ ...w, now }, { editionId: f.editionId, happenings: [{ told: randomUUID(), at: now.toISOString(), what }] });
  };
  valueOf(await f.as(f.organiser, come));
  expect(await kinds()).toContain('came_after_all');
  const changes: readonly DayChange[] = [{ kind: 'arrived', participantId: B01 }];
  expect(valueOf(await preview(f, changes))).toMatchObject({ moved: 0, cancelled: [], unheld: [], changes: [{ kind: 'added' }] });
  const release = await putRight(f, changes);
  expect(release).toMatchObject({ number: 3, changes: [{ kind: 'added', meeting: { a: { code: 'E01' }, b: { code: 'B01' } } }] });
  expect(await away()).toEqual([]);
  expect(await kinds()).not.toContain('came_after_all');
  expect(valueOf(await f.as(f.buyerOne, (w) => getTimes(w, own))).slots.filter(({ says }) => says === 'cannot')).toMatchObject([
    { id: f.slots.at(-1) },
  ]);
  valueOf(await undo(f, 3));
  expect(await away()).toEqual(noted);
  expect(Object.keys(await stands(f))).toEqual(['E02']);
});

test('whoever was reported missing and comes to the door is missing no longer, and may be reported once more', async () => {
  const f = await releasedForum(db);
  const { E01, B01 } = f.ids;
  const [ours] = (await agendaOf(f, f.company, E01)).entries;
  const at = (minutes: number) => new Date(Date.parse(ours?.startsAt ?? '') + minutes * 60_000);
  const report = { editionId: f.editionId, participantId: E01, meetingId: ours?.meetingId ?? '' };
  const kinds = async (minutes: number) =>
    valueOf(await f.as(f.organiser, (w) => listDecisions({ ...w, now: at(minutes) }, { editionId: f.editionId }))).entries.map(
      ({ kind }) => kind,
    );
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: at(6) }, report)));
  expect(await kinds(7)).toContain('absence');
  const told = { told: randomUUID(), at: at(9).toISOString(), what: { kind: 'arrived' as const, participantId: B01 } };
  valueOf(await f.as(f.organiser, (w) => tellDoor({ ...w, now: at(9) }, { editionId: f.editionId, happenings: [told] })));
  expect(await kinds(10)).not.toContain('absence');
  const shown = async () =>
    valueOf(await f.as(f.company, (w) => getAgenda({ ...w, now: at(10) }, { editionId: f.editionId, participantId: E01 })));
  expect((await shown()).entries).toMatchObject([{ absence: null }]);
  // Not at the table all the same: that can be said once more.
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: at(12) }, report)));
  expect(await kinds(13)).toContain('absence');
});

test('whoever was reported missing is missing no longer where the meeting is moved to a later time, and may be reported then', async () => {
  const f = await releasedForum(db);
  const { E01 } = f.ids;
  const ours = await cellOf(f, 'E01');
  const [entry] = (await agendaOf(f, f.company, E01)).entries;
  const begun = Date.parse(entry?.startsAt ?? '');
  const report = { editionId: f.editionId, participantId: E01, meetingId: ours.meetingId };
  const after = (start: number, minutes: number) => new Date(start + minutes * 60_000);
  const isMissed = async (now: Date) => {
    const { entries } = valueOf(await f.as(f.organiser, (w) => listDecisions({ ...w, now }, { editionId: f.editionId })));
    const agenda = valueOf(await f.as(f.company, (w) => getAgenda({ ...w, now }, { editionId: f.editionId, participantId: E01 })));
    const { total } = valueOf(await f.as(f.organiser, (w) => getEditionNumbers({ ...w, now }, { editionId: f.editionId })));
    return [entries.some(({ kind }) => kind === 'absence'), agenda.entries[0]?.absence != null, total.missed];
  };
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: after(begun, 6) }, report)));
  expect(await isMissed(after(begun, 7))).toEqual([true, true, 1]);
  const to = { editionId: f.editionId, meetingId: ours.meetingId, slotId: f.slots.at(-1) ?? '', placeId: ours.placeId };
  valueOf(await f.as(f.organiser, (w) => moveBooking({ ...w, now: after(begun, 8) }, to, origin)));
  expect(await isMissed(after(begun, 9))).toEqual([false, false, 0]);
  const later = Date.parse((await agendaOf(f, f.company, E01)).entries[0]?.startsAt ?? '');
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: after(later, 6) }, report)));
  expect(await isMissed(after(later, 7))).toEqual([true, true, 1]);
});

test('who comes late is met later; a closed slot is left empty; a wish that came afterwards is taken in', async () => {
  const f = await releasedForum(db);
  const ours = await cellOf(f, 'E01');
  const late: readonly DayChange[] = [{ kind: 'late', participantId: f.ids.B01, untilSlotId: f.slots[4] ?? '' }];
  const moved = await putRight(f, late);
  const there = (await stands(f))['E01']?.[0] ?? '';
  expect(f.slots.indexOf(there)).toBeGreaterThanOrEqual(4);
  expect(moved?.changes).toMatchObject([{ kind: 'moved', meeting: { id: ours.meetingId } }]);
  const closed = await putRight(f, [{ kind: 'slot_closed', slotId: there }]);
  expect(closed).toMatchObject({ number: 3 });
  expect(closed?.changes.map((c) => c.meeting.id)).toContain(ours.meetingId);
  expect(Object.values(await stands(f)).some(([slot]) => slot === there)).toBe(false);
  await f.ask(f.ids.E02, f.ids.B01, 'must');
  const open = valueOf(await f.as(f.organiser, (w) => listOpenMeetings(w, { editionId: f.editionId })));
  const added = valueOf(await preview(f, [{ kind: 'added', meetingId: open.entries[0]?.id ?? '' }]));
  // Only one slot is left in which B01 is there, and E01 has it: nothing gives way to it but a want.
  expect(added.unheld).toMatchObject([{ meeting: { b: { code: 'B01' } }, before: null }]);
  await f.ask(f.ids.E01, f.ids.B02);
  const more = valueOf(await f.as(f.organiser, (w) => listOpenMeetings(w, { editionId: f.editionId })));
  const wish = more.entries.find(({ b }) => b.code === 'B02');
  expect(await putRight(f, [{ kind: 'added', meetingId: wish?.id ?? '' }])).toMatchObject({ changes: [{ kind: 'added' }] });
});

test('what was agreed to and would no longer happen is refused, and nothing is written', async () => {
  const f = await releasedForum(db);
  const ours = await cellOf(f, 'E01');
  const changes: readonly DayChange[] = [{ kind: 'place_withdrawn', placeId: ours.placeId, slotId: null }];
  const { digest } = valueOf(await preview(f, changes));
  const free = f.slots.find((s) => s !== ours.slotId) ?? '';
  const other = f.tables.find((id) => id !== ours.placeId) ?? '';
  const theirs = await cellOf(f, 'E02');
  const slotId = free === theirs.slotId ? (f.slots[5] ?? '') : free;
  valueOf(
    await f.as(f.organiser, (w) => moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId, placeId: other }, origin)),
  );
  const before = await stands(f);
  expect(await accept(f, changes, digest)).toMatchObject({ refusal: { kind: 'conflict', code: 'meetings.repair_outdated' } });
  expect(await stands(f)).toEqual(before);
  expect(await count('expos.place_closed where edition_id = $1', [f.editionId])).toBe(0);
  expect(await accept(f, changes, 'something else')).toMatchObject({ refusal: { code: 'meetings.repair_outdated' } });
});

fullTest('two who agree at the same moment: one is done, the other hears that something else would happen', async () => {
  const f = await releasedForum(db);
  const ours = await cellOf(f, 'E01');
  const changes: readonly DayChange[] = [{ kind: 'slot_closed', slotId: ours.slotId }];
  const { digest } = valueOf(await preview(f, changes));
  const both = await Promise.all([accept(f, changes, digest), accept(f, changes, digest)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(['meetings.repair_outdated']);
});

test('a change of the day is taken back whole: the schedule, and what the roster was told; what others wrote stays', async () => {
  const f = await releasedForum(db);
  const before = await stands(f);
  const ours = await cellOf(f, 'E01');
  await putRight(f, [
    { kind: 'slot_closed', slotId: ours.slotId },
    { kind: 'no_show', participantId: f.ids.B02, fromSlotId: f.slots[0] ?? '' },
  ]);
  expect(await count('expos.unavailable where edition_id = $1', [f.editionId])).toBe(1);
  expect(await undo(f, 1)).toMatchObject({ refusal: { kind: 'not_found', code: 'meetings.undo_unknown' } });
  expect(valueOf(await undo(f, 2))).toMatchObject({ number: 3, onTheDay: false, meetings: 2 });
  expect(await stands(f)).toEqual(before);
  expect(await count('expos.unavailable where edition_id = $1', [f.editionId])).toBe(0);
  expect(await count('expos.place_closed where edition_id = $1', [f.editionId])).toBe(0);
  expect(await undo(f, 2)).toMatchObject({ refusal: { code: 'meetings.undo_not_last' } });
  const { entries } = valueOf(await f.as(f.organiser, (w) => listReleases(w, { editionId: f.editionId, limit: 3 })));
  expect(entries.map(({ number, onTheDay }) => [number, onTheDay])).toEqual([
    [3, false],
    [2, true],
    [1, false],
  ]);
});

test('what has begun is neither moved nor taken back', async () => {
  const f = await releasedForum(db);
  const ours = await cellOf(f, 'E01');
  const changes: readonly DayChange[] = [{ kind: 'slot_closed', slotId: ours.slotId }];
  const at = (f.slots.indexOf(ours.slotId) + 1) * 1_800_000 + Date.UTC(2019, 10, 6, 1) - 60_000;
  const later = { now: new Date(at) };
  expect(
    await f.as(f.organiser, (w) => previewRepair({ ...w, ...later }, { editionId: f.editionId, changes: [...changes] })),
  ).toMatchObject({ refusal: { problems: [{ path: ['changes', 0, 'slotId'], code: 'meetings.slot_over' }] } });
  const release = await putRight(f, changes);
  expect(
    await f.as(f.organiser, (w) => undoChange({ ...w, ...later }, { editionId: f.editionId, number: release?.number ?? 0 }, origin)),
  ).toMatchObject({ refusal: { code: 'meetings.slot_over' } });
});

fullTest('several who move to one time at once sit on different seats of whoever has more than one', async () => {
  const f = await openForum(db);
  await db.owner.query('update expos.participant set seats = 2 where edition_id = $1 and id = $2', [f.editionId, f.ids.E01]);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E01, f.ids.B02, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  await putRight(f, [{ kind: 'late', participantId: f.ids.E01, untilSlotId: f.slots[5] ?? '' }]);
  const { rows } = await db.owner.query(
    'select slot_id as slot, seat_no as seat from meetings.booking where edition_id = $1 and participant_id = $2 order by seat_no',
    [f.editionId, f.ids.E01],
  );
  expect(rows).toEqual([1, 2].map((seat) => ({ slot: f.slots[5], seat })));
});

fullTest('a change asks for its seats once, however many meetings move', async () => {
  const asked = async (buyers: readonly ('B01' | 'B02')[]) => {
    const f = await openForum(db);
    for (const buyer of buyers) await f.ask(f.ids.E01, f.ids[buyer], 'must');
    valueOf(await releaseForum(f, await plannedForum(db, f)));
    const changes: readonly DayChange[] = [{ kind: 'late', participantId: f.ids.E01, untilSlotId: f.slots[4] ?? '' }];
    const { digest, moved } = valueOf(await preview(f, changes));
    let queries = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        queries += 1;
        return Promise.resolve(result);
      },
    };
    await f.as(f.organiser, (w) =>
      repairSchedule({ ...w, tx: w.tx.withPlugin(counting) }, { editionId: f.editionId, changes: [...changes], digest }, origin),
    );
    return { moved, queries };
  };
  const [one, two] = [await asked(['B01']), await asked(['B01', 'B02'])].map(({ moved, queries }, at) => ({ moved: moved - at, queries }));
  expect(two).toEqual(one);
  expect(one?.moved).toBe(1);
});

test('a change that moves nobody is noted and published to nobody', async () => {
  const f = await releasedForum(db, { tables: 3 });
  const used = new Set(Object.values(await stands(f)).map(([, place]) => place));
  const unused = f.tables.find((id) => !used.has(id)) ?? '';
  expect(await putRight(f, [{ kind: 'place_withdrawn', placeId: unused, slotId: null }])).toBeNull();
  expect(await count('expos.place_closed where edition_id = $1', [f.editionId])).toBe(6);
  expect(await count('meetings.release where edition_id = $1', [f.editionId])).toBe(1);
});

test('only the organiser asks and agrees; what is not there is refused with every problem', async () => {
  const f = await releasedForum(db);
  const changes: readonly DayChange[] = [{ kind: 'late', participantId: f.ids.B01, untilSlotId: f.slots[2] ?? '' }];
  for (const who of [f.company, f.chamber, f.buyerOne])
    expect(await preview(f, changes, who)).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
  expect(await preview(f, changes, f.stranger)).toMatchObject({ refusal: { kind: 'not_found' } });
  expect(await accept(f, changes, 'x', f.company)).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
  expect(
    await preview(f, [
      { kind: 'added', meetingId: randomUUID() },
      { kind: 'slot_closed', slotId: randomUUID() },
    ]),
  ).toMatchObject({
    refusal: { problems: [{ code: 'meetings.meeting_unknown' }, { code: 'meetings.slot_unknown' }] },
  });
});
