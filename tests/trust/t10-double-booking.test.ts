// T10: many at once for one slot, table or person of the current schedule: exactly one wins, the others are told why.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { openCrowd, type CrowdedEdition } from '../fixtures/load/crowded-edition.ts';

const [clients, rounds] = process.env['HANSA_ROUNDS'] === undefined ? [24, 1] : [60, 10];

let app: TestApp;
let crowd: CrowdedEdition;
beforeAll(async () => {
  app = await openTestApp();
  crowd = await openCrowd(app, clients, 3 * rounds + 1);
  expect([crowd.ofOneSeat.length, crowd.ofManySeats.length, crowd.freeSlots.length]).toEqual([clients, clients, 3 * rounds + 1]);
});
afterAll(() => app.close());

const releases = async (): Promise<number> => {
  const { rows } = await app.db.owner.query<{ n: number }>('select count(*)::int as n from meetings.release where edition_id = $1', [
    crowd.editionId,
  ]);
  return rows[0]?.n ?? 0;
};

/** Who and what is booked in a slot. */
const bookedIn = async (slot: string): Promise<Readonly<Record<'meetings' | 'people' | 'places', number>>> => {
  const { rows } = await app.db.owner.query<Record<'meetings' | 'people' | 'places', number>>(
    `select count(distinct meeting_id)::int as meetings, count(participant_id)::int as people, count(place_id)::int as places
     from meetings.booking where edition_id = $1 and slot_id = $2`,
    [crowd.editionId, slot],
  );
  return rows[0] ?? expect.fail();
};

/** All at once; exactly one may win, the others get one of the codes, and the schedule holds one meeting more. */
async function race(slot: string, codes: readonly string[], tries: readonly (() => Promise<Asked>)[]): Promise<void> {
  const before = await releases();
  const answers = await Promise.all(tries.map((attempt) => attempt()));
  const won = answers.filter(({ status }) => status < 300);
  expect(won).toHaveLength(1);
  const lost = answers
    .filter(({ status }) => status >= 300)
    .map(({ status, body }) => `${status} ${(body as { readonly code: string }).code}`);
  expect(lost).toHaveLength(clients - 1);
  expect([...new Set(lost)].filter((answer) => !codes.map((code) => `409 ${code}`).includes(answer))).toEqual([]);
  expect(await bookedIn(slot)).toEqual({ meetings: 1, people: 2, places: 1 });
  expect(await releases()).toBe(before + 1);
}

const slotOf = (kind: number, round: number): string => crowd.freeSlots[kind * rounds + round] ?? expect.fail('no free slot is left');
const each = Array.from({ length: rounds }, (_, round) => round);

test.each(each)('one table in one slot, many who move another meeting there each (round %i)', async (round) => {
  const slotId = slotOf(0, round);
  const [placeId] = crowd.tables;
  const move = (meetingId: string) => () => crowd.ask('meetings.moveBooking', { editionId: crowd.editionId, meetingId, slotId, placeId });
  await race(slotId, ['meetings.table_taken'], crowd.ofManySeats.map(move));
});

test.each(each)('one person in one slot, many who move a meeting of that person there, each to another table (round %i)', async (round) => {
  const slotId = slotOf(1, round);
  const move = (meetingId: string, i: number) => () =>
    crowd.ask('meetings.moveBooking', { editionId: crowd.editionId, meetingId, slotId, placeId: crowd.tables[i] });
  await race(slotId, ['meetings.seat_taken'], crowd.ofOneSeat.map(move));
});

test.each(each)('one person’s free time, many who take it (round %i)', async (round) => {
  const slotId = slotOf(2, round);
  const accept = (participantId: string) => () =>
    crowd.ask('meetings.acceptCandidate', { editionId: crowd.editionId, participantId, slotId, withId: crowd.wanted });
  const codes = ['meetings.seat_taken', 'meetings.candidate_gone'];
  await race(slotId, codes, crowd.buyers.map(accept));
});

test('the indexes hold even without the lock of the schedule', async () => {
  const { editionId } = crowd;
  const { rows: open } = await app.db.owner.query<{ id: string }>(
    'select id from meetings.meeting m where edition_id = $1 and not exists (select 1 from meetings.booking b where b.meeting_id = m.id) limit 20',
    [editionId],
  );
  expect(open).toHaveLength(20);
  const { rows: held } = await app.db.owner.query<{ id: string; account: string }>(
    `select distinct on (b.place_id is null) b.id, m.account from meetings.booking b join accounts.membership m on m.office = b.owner_office
     where b.edition_id = $1 order by b.place_id is null, b.id`,
    [editionId],
  );
  expect(held).toHaveLength(2);
  for (const { id, account } of held) {
    // Into a slot in which nobody meets, each for another meeting, all in transactions of their own and none under a lock.
    const add = (meeting: string): Promise<string> =>
      app.db.database.app
        .transaction()
        .execute(async (tx) => {
          await sql`select platform.begin_actor(${account})`.execute(tx);
          await sql`insert into meetings.booking
              (edition_id, id, owner_office, release_number, meeting_id, slot_id, participant_id, seat_no, place_id, place_no, during)
            select b.edition_id, gen_random_uuid(), b.owner_office, b.release_number, ${meeting}, s.id, b.participant_id, b.seat_no, b.place_id, b.place_no, s.during
            from meetings.booking b, expos.slot s where b.id = ${id} and s.id = ${crowd.freeSlots.at(-1)}`.execute(tx);
          return 'booked';
        })
        .catch((fault: unknown) => String((fault as { readonly code?: string }).code));
    const outcomes = await Promise.all(open.map((meeting) => add(meeting.id)));
    // Who waits for whom in a circle is refused as deadlocked instead; the lock of the schedule is there to spare people that.
    const refused = outcomes.filter((outcome) => outcome !== 'booked');
    expect(refused).toHaveLength(19);
    expect(refused.filter((code) => code !== '23505' && code !== '40P01')).toEqual([]);
  }
});
