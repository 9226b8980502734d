import type { OfficeId } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGroup, updateGroup } from '#modules/expos/api/change-groups.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { onOfficesChanged } from '#modules/expos/api/settle-audience.ts';
import { shareTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { reshareSides } from '../../store/requests.ts';
import { updateRequest, withdrawRequest } from '../requests/change-requests.ts';
import { followOffices } from './follow-offices.ts';
import { agendaOf, openForum, releasedForum, type Forum } from '../forum-fixture.ts';
import { listMyRequests } from '../requests/list-requests.ts';
import { giveFeedback, reportAbsence, withdrawAbsence } from '../agenda/report-meeting.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await shareTestDatabase();
  onOfficesChanged(followOffices);
});
afterAll(() => db.close());

const newLead = async (f: Forum, leadOffice: OfficeId | null) =>
  valueOf(await f.as(f.organiser, (w) => updateGroup(w, { editionId: f.editionId, groupId: f.groupId, leadOffice }), 1));

const rowsSeen = async (f: Forum, who: TestOffice, table: 'meetings.request' | 'meetings.absence' | 'meetings.feedback') =>
  valueOf(await f.as(who, async (w) => ({ ok: true, value: await w.tx.selectFrom(table).select('owner_office').execute() }))).map(
    (row) => row.owner_office,
  );

const madeSeen = async (f: Forum, who: TestOffice) =>
  valueOf(await f.as(who, (w) => listMyRequests(w, { editionId: f.editionId })))
    .made.map((r) => `${r.from.code} ${r.wish}`)
    .sort();

test('a former lead sees no wish of the group any more, not even its own; the new lead sees all of them', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'no', f.company);
  await f.ask(f.ids.E01, f.ids.B02, 'want', f.chamber);
  await f.ask(f.ids.E02, f.ids.B01, 'must', f.chamber);
  await f.ask(f.ids.E02, f.ids.B02);
  await f.ask(f.ids.B01, f.ids.E02, 'want', f.buyerOne);
  await newLead(f, f.stranger.office);
  expect(await rowsSeen(f, f.chamber, 'meetings.request')).toEqual([]);
  expect(await madeSeen(f, f.stranger)).toEqual(['E01 no', 'E01 want', 'E02 must', 'E02 want']);
  expect(await madeSeen(f, f.company)).toEqual(['E01 no', 'E01 want']);
  expect(await rowsSeen(f, f.organiser, 'meetings.request')).toHaveLength(5);
  expect(await rowsSeen(f, f.buyerOne, 'meetings.request')).toEqual([f.buyerOne.office]);
});

test('what a former lead entered passes to the company’s own office, else to the new lead, else to the organiser, who may change it', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  const [company, lead] = [await f.ask(f.ids.E01, f.ids.B02, 'want', f.chamber), await f.ask(f.ids.E02, f.ids.B01, 'want', f.chamber)];
  await newLead(f, f.stranger.office);
  valueOf(await f.as(f.company, (w) => updateRequest(w, { editionId, requestId: company, wish: 'must' }), 1));
  valueOf(await f.as(f.stranger, (w) => updateRequest(w, { editionId, requestId: lead, wish: 'must' }), 1));
  valueOf(await f.as(f.organiser, (w) => updateGroup(w, { editionId, groupId: f.groupId, leadOffice: null }), 2));
  expect(await madeSeen(f, f.company)).toEqual(['E01 must']);
  expect(await rowsSeen(f, f.stranger, 'meetings.request')).toEqual([]);
  valueOf(await f.as(f.organiser, (w) => withdrawRequest(w, { editionId, requestId: lead }), 2));
});

test('absence and feedback follow the side; what an office said of a meeting itself stays its own word', async () => {
  const f = await releasedForum(db);
  const entry = (await agendaOf(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const now = new Date(Date.parse(entry?.startsAt ?? '') + 5 * 60_000);
  const said = { result: 'go_on' as const, nextStep: 'we_offer' as const, note: 'canary' };
  valueOf(await f.as(f.chamber, (w) => reportAbsence({ ...w, now }, on)));
  valueOf(await f.as(f.company, (w) => giveFeedback({ ...w, now }, { ...on, ...said })));
  valueOf(await f.as(f.chamber, (w) => giveFeedback({ ...w, now }, { ...on, ...said })));
  await newLead(f, f.stranger.office);
  expect(await rowsSeen(f, f.chamber, 'meetings.absence')).toEqual([]);
  expect(await rowsSeen(f, f.chamber, 'meetings.feedback')).toEqual([f.chamber.office]);
  expect((await rowsSeen(f, f.stranger, 'meetings.feedback')).sort()).toEqual([f.company.office, f.chamber.office].sort());
  expect(await rowsSeen(f, f.organiser, 'meetings.feedback')).toEqual([]);
  expect(valueOf(await f.as(f.company, (w) => withdrawAbsence(w, on))).absence).toBeNull();
  expect((await agendaOf(f, f.stranger, f.ids.E01)).entries[0]?.feedback).not.toBeNull();
});

test('only the organiser settles who reads what a side said', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'no', f.company);
  for (const who of [f.company, f.chamber, f.stranger, f.buyerOne])
    await expect(
      f.as(who, async (w) => {
        const forged = { editionId: f.editionId, office: who.office } as unknown as OrganiserScope;
        return { ok: true, value: await reshareSides(w.tx, forged, [f.ids.E01]) };
      }),
    ).rejects.toMatchObject({ code: '42501' });
});

test('the offices of a new participant learn of the release that stands', async () => {
  const f = await releasedForum(db);
  const group = valueOf(
    await f.as(f.organiser, (w) =>
      createGroup(w, {
        editionId: f.editionId,
        code: 'D2',
        kind: 'delegation',
        name: { en: { text: 'Second', origin: 'human' } },
        leadOffice: f.stranger.office,
      }),
    ),
  );
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.E02, groupId: group.id })));
  expect((await agendaOf(f, f.stranger, f.ids.E02)).release).toMatchObject({ number: 1 });
});
