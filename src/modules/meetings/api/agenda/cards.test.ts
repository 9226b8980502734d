import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { answerProfile } from '#modules/expos/api/own-answers.ts';
import { getParticipant } from '#modules/expos/api/list-participants.ts';
import { actAs } from '#platform/acting.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { agendaOf, origin, releasedForum, type Forum } from '../forum-fixture.ts';
import { cardsOfPeople, giveCard, listCards, withdrawCard } from './cards.ts';

const db = await shareTestDatabase();

const lena = {
  surname: 'Berg',
  givenName: 'Lena',
  nameOrder: 'given_first' as const,
  post: 'Sales',
  email: 'lena@e01.example',
  phone: '+49 30 1',
  languages: ['en'],
};
const tom = { ...lena, surname: 'Falk', givenName: 'Tom', email: 'tom@e01.example', phone: null };

async function withContacts(f: Forum, contacts: (typeof lena | typeof tom)[]): Promise<void> {
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const { version } = valueOf(await f.as(f.company, (w) => getParticipant(w, on)));
  valueOf(await f.as(f.company, (w) => answerProfile(w, { ...on, contacts }), version));
}

const cardsOf = async (f: Forum, who: TestOffice, participantId: string) =>
  valueOf(await f.as(who, (w) => listCards(w, { editionId: f.editionId, participantId })));

test('a card is shared with the other side of one meeting, of the people chosen, and with nobody else', async () => {
  const f = await releasedForum(db);
  await withContacts(f, [lena, tom]);
  const meetingId = (await agendaOf(f, f.company, f.ids.E01)).entries[0]?.meetingId ?? '';
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const { own } = await cardsOf(f, f.company, f.ids.E01);
  expect(own.map(({ email }) => email)).toEqual([lena.email, tom.email]);
  const keys = own.slice(0, 1).map(({ key }) => key);
  const given = valueOf(await f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way: 'sent', keys }, origin)));
  expect(given).toMatchObject({ with: { code: 'B01' }, people: [lena] });
  expect(await cardsOf(f, f.buyerOne, f.ids.B01)).toMatchObject({
    given: [],
    received: [{ with: { code: 'E01' }, meetingId, people: [lena] }],
  });
  expect(await cardsOf(f, f.buyerTwo, f.ids.B02)).toMatchObject({ given: [], received: [] });
  // The lead of the group works for the company; the organiser does not read with whom it was shared.
  expect((await cardsOf(f, f.chamber, f.ids.E01)).given).toHaveLength(1);
  for (const step of [
    await f.as(f.organiser, (w) => listCards(w, on)),
    await f.as(f.organiser, (w) => giveCard(w, { ...on, meetingId, way: 'sent', keys }, origin)),
    await f.as(f.organiser, (w) => withdrawCard(w, { ...on, cardId: given.id })),
  ])
    expect(step).toMatchObject({ refusal: { kind: 'forbidden', code: 'meetings.card_of_side' } });
  const { rows } = await db.owner.query<{ use_case: string }>(`select use_case from accounts.audit_entry where $1 = any (subjects)`, [
    given.id,
  ]);
  expect(rows.map((row) => row.use_case)).toEqual(['give-card']);
});

test('shown as a code only that it was is kept; given again it takes the place of what was; taken back nothing of it is left', async () => {
  const f = await releasedForum(db);
  await withContacts(f, [lena, tom]);
  const meetingId = (await agendaOf(f, f.company, f.ids.E01)).entries[0]?.meetingId ?? '';
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const keys = (await cardsOf(f, f.company, f.ids.E01)).own.map(({ key }) => key);
  const give = (way: 'sent' | 'shown', some: readonly string[]) =>
    f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way, keys: [...some] }, origin));
  expect(valueOf(await give('shown', keys)).people).toEqual([]);
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received).toEqual([]);
  valueOf(await give('sent', keys.slice(0, 1)));
  const { id: cardId } = valueOf(await give('sent', keys));
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received.map(({ people }) => people.length)).toEqual([2]);
  // A meeting that is cancelled takes nothing away that was given.
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received).toHaveLength(1);
  expect(await f.as(f.buyerOne, (w) => withdrawCard(w, { editionId: f.editionId, participantId: f.ids.B01, cardId }))).toMatchObject({
    refusal: { code: 'meetings.card_unknown' },
  });
  valueOf(await f.as(f.company, (w) => withdrawCard(w, { ...on, cardId })));
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received).toEqual([]);
  const { rows } = await db.owner.query<{ left: string }>(
    `select people::text as left from meetings.card where edition_id = $1 and people <> '[]'`,
    [f.editionId],
  );
  expect(rows).toEqual([]);
  // Cancelled, it is no meeting any more in which a card is shared.
  expect(await give('sent', keys)).toMatchObject({ refusal: { kind: 'not_found', code: 'meetings.meeting_not_scheduled' } });
});

test('a first card is told by letter, which names nobody; in the database its rows are the two sides’ alone', async () => {
  const f = await releasedForum(db);
  await withContacts(f, [lena, tom]);
  const meetingId = (await agendaOf(f, f.company, f.ids.E01)).entries[0]?.meetingId ?? '';
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const keys = (await cardsOf(f, f.company, f.ids.E01)).own.map(({ key }) => key);
  const lettersOf = async (who: TestOffice) =>
    (
      await db.owner.query<{ body: string }>(
        `select m.body from platform.mail m join accounts.account a on a.email = m.recipient where a.id = $1 and m.subject like '%card%'`,
        [who.owner],
      )
    ).rows;
  valueOf(await f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way: 'shown', keys: keys.slice(0, 1) }, origin)));
  expect(await lettersOf(f.buyerOne)).toEqual([]);
  valueOf(await f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way: 'sent', keys: keys.slice(0, 1) }, origin)));
  valueOf(await f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way: 'sent', keys: [...keys] }, origin)));
  const letters = await lettersOf(f.buyerOne);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body).toContain(`${origin}/my/${f.editionId}/${f.ids.B01}`);
  expect(letters[0]?.body).not.toMatch(/Berg|Lena|lena@|\+49/);
  expect([await lettersOf(f.company), await lettersOf(f.buyerTwo)]).toEqual([[], []]);
  const rowsFor = async (who: TestOffice, acting: boolean) => {
    const count = async ({ tx }: Work) => (await sql`select from meetings.card where edition_id = ${f.editionId}`.execute(tx)).rows.length;
    return valueOf(
      await f.as(who, async (w) => ok(await (acting ? actAs(w, { offices: [f.organiser.office], writes: true }, count) : count(w)))),
    );
  };
  expect([await rowsFor(f.organiser, false), await rowsFor(f.buyerTwo, true), await rowsFor(f.company, false)]).toEqual([0, 0, 0]);
  expect([await rowsFor(f.company, true), await rowsFor(f.buyerOne, true)]).toEqual([3, 3]);
});

test('whose contacts changed meanwhile chooses again; a meeting of others is none', async () => {
  const f = await releasedForum(db);
  await withContacts(f, [lena]);
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const [mine, others] = await Promise.all([agendaOf(f, f.company, f.ids.E01), agendaOf(f, f.buyerTwo, f.ids.B02)]);
  const keys = (await cardsOf(f, f.company, f.ids.E01)).own.map(({ key }) => key);
  const give = (meetingId = '') => f.as(f.company, (w) => giveCard(w, { ...on, meetingId, way: 'sent', keys: [...keys] }, origin));
  expect(await give(others.entries[0]?.meetingId)).toMatchObject({
    refusal: { kind: 'not_found', code: 'meetings.meeting_not_scheduled' },
  });
  await withContacts(f, [{ ...lena, phone: '+49 30 2' }]);
  expect(await give(mine.entries[0]?.meetingId)).toMatchObject({ refusal: { kind: 'conflict', code: 'meetings.card_changed' } });
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received).toEqual([]);
});

test('whoever is erased stands on no card any more, and reads before on which they stood', async () => {
  const f = await releasedForum(db);
  const { rows } = await db.owner.query<{ email: string }>('select email from accounts.account where id = $1', [f.company.owner]);
  await withContacts(f, [{ ...lena, email: rows[0]?.email ?? '' }, tom]);
  const meetingId = (await agendaOf(f, f.company, f.ids.E01)).entries[0]?.meetingId ?? '';
  const keys = (await cardsOf(f, f.company, f.ids.E01)).own.map(({ key }) => key);
  valueOf(
    await f.as(f.company, (w) => giveCard(w, { editionId: f.editionId, participantId: f.ids.E01, meetingId, way: 'sent', keys }, origin)),
  );
  const shown = valueOf(await f.as(f.company, async (w) => ok(await cardsOfPeople.show(w))));
  expect(shown).toMatchObject([{ card: { surname: lena.surname } }]);
  valueOf(await f.as(f.company, async (w) => ok(await cardsOfPeople.forget(w))));
  expect((await cardsOf(f, f.buyerOne, f.ids.B01)).received.map(({ people }) => people.map(({ surname }) => surname))).toEqual([
    [tom.surname],
  ]);
});
