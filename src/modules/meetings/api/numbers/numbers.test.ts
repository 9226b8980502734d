import { expect, test } from 'vitest';
import { updateEdition } from '#modules/expos/api/edition/change-edition.ts';
import { exportEditionComparison, tellsSteps } from '#modules/expos/api/edition/compare-editions.ts';
import { organiserOf, text } from '#modules/expos/api/edition-fixture.ts';
import { createExpo } from '#modules/expos/api/expos.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { agendaOf, openForum, plannedForum, releaseForum, type Forum } from '../forum-fixture.ts';
import { giveFeedback, reportAbsence } from '../agenda/report-meeting.ts';
import { withdrawRequest } from '../requests/change-requests.ts';
import { createRequests } from '../requests/create-requests.ts';
import { addCity } from '#modules/cities/api/add-city.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { exportNumbers, getEditionNumbers, tellSteps } from './count-numbers.ts';

const db = await shareTestDatabase();

const over = new Date(Date.UTC(2019, 10, 6, 12));
const numbersOf = async (f: Forum) =>
  valueOf(await f.as(f.organiser, (w) => getEditionNumbers({ ...w, now: over }, { editionId: f.editionId })));

const say = async (
  f: Forum,
  who: TestOffice,
  participantId: string,
  { meetingId, result = 'go_on' as const }: { readonly meetingId: string; readonly result?: 'go_on' | 'no_interest' },
) =>
  valueOf(
    await f.as(who, (w) =>
      giveFeedback({ ...w, now: over }, { editionId: f.editionId, participantId, meetingId, result, nextStep: 'visit', note: 'canary' }),
    ),
  );

test('each step is counted of pairs, for everybody and in parts; what sides say of fewer than five meetings is not told', async () => {
  const f = await openForum(db);
  const { E01, E02, B01, B02 } = f.ids;
  for (const [from, to] of [
    [E01, B01],
    [B01, E01],
    [E01, B02],
    [E02, B01],
    [E02, B02],
  ] as const)
    await f.ask(from, to);
  const again = { fromId: E01, toId: B01, wish: 'want' as const, session: null, round: 2, note: '' };
  valueOf(await f.as(f.organiser, (w) => createRequests(w, { editionId: f.editionId, requests: [again] })));
  // Asked for by the one side, refused by the other.
  await f.ask(B02, E02, 'no');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  expect((await numbersOf(f)).total).toMatchObject({
    participants: 4,
    asked: 5,
    answered: 2,
    declined: 1,
    placed: 4,
    isOver: 4,
    held: 0,
    told: null,
  });

  const meetings = (await agendaOf(f, f.company, E01)).entries.map(({ meetingId }) => meetingId);
  expect(meetings).toHaveLength(3);
  for (const meetingId of meetings) await say(f, f.company, E01, { meetingId });
  const few = await numbersOf(f);
  expect(few.total).toMatchObject({ held: 3, told: null, toldByBoth: null, usefulToBoth: null, nextStep: null });
  const [missed] = (await agendaOf(f, f.chamber, E02)).entries;
  const on = { editionId: f.editionId, participantId: E02, meetingId: missed?.meetingId ?? '' };
  valueOf(await f.as(f.chamber, (w) => reportAbsence({ ...w, now: over }, on)));
  const { total, rows, use } = await numbersOf(f);
  expect([total.held, total.missed]).toEqual([3, 1]);
  expect([use.places, use.interpreters.of]).toEqual([{ used: 4, of: 12 }, 6]);
  // The delegation meets in all of them; a meeting counts for both its sides.
  const groups = rows.filter(({ dimension }) => dimension === 'group');
  expect(groups.map(({ key, code, asked, held }) => [key === null, code, asked, held])).toEqual([
    [false, 'D1', 5, 3],
    [true, null, 5, 3],
  ]);
});

test('what a suggestion led to is counted apart, by pairs: asked from either side, until it is taken back', async () => {
  const f = await openForum(db);
  const { E01, E02, B01, B02 } = f.ids;
  const origins = async () =>
    (await numbersOf(f)).rows.flatMap(({ dimension, key, participants, asked, answered, placed }) =>
      dimension === 'origin' ? [[key, participants, asked, answered, placed]] : [],
    );
  await f.ask(E01, B01);
  expect(await origins()).toEqual([[null, 2, 1, 0, 0]]);
  const request = { toId: B02, wish: 'want' as const, session: null, round: 1, note: '', suggested: true };
  const requests = [E01, E02].map((fromId) => ({ ...request, fromId }));
  const made = valueOf(await f.as(f.chamber, (w) => createRequests(w, { editionId: f.editionId, requests })));
  // The answer of the other side makes it no second one.
  await f.ask(B02, E01);
  expect(await origins()).toEqual([
    ['suggested', 3, 2, 1, 0],
    [null, 2, 1, 0, 0],
  ]);
  expect(JSON.stringify(made)).not.toContain('suggested');
  const requestId = made.requests.find(({ from }) => from.code === 'E02')?.id ?? '';
  valueOf(await f.as(f.chamber, (w) => withdrawRequest(w, { editionId: f.editionId, requestId }), 1));
  expect((await origins())[0]).toEqual(['suggested', 2, 1, 1, 0]);
});

test('five meetings with feedback are told of in sum; nobody but the organiser reads numbers', async () => {
  const f = await openForum(db, { tables: 3 });
  const { E01, E02, B01, B02 } = f.ids;
  for (const [from, to] of [
    [E01, B01],
    [E01, B02],
    [E02, B01],
    [E02, B02],
  ] as const)
    await f.ask(from, to, 'must');
  const again = { fromId: E01, toId: B01, wish: 'must' as const, session: null, round: 2, note: '' };
  valueOf(await f.as(f.organiser, (w) => createRequests(w, { editionId: f.editionId, requests: [again] })));
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  for (const [participant, who] of [
    [E01, f.company],
    [E02, f.chamber],
    [B01, f.buyerOne],
    [B02, f.buyerTwo],
  ] as const)
    for (const { meetingId } of (await agendaOf(f, who, participant)).entries)
      await say(f, who, participant, { meetingId, result: participant === B02 ? 'no_interest' : 'go_on' });
  const { total, rows } = await numbersOf(f);
  expect(total).toMatchObject({ placed: 5, held: 5, told: 5, toldByBoth: 5, usefulToBoth: 3, nextStep: 5 });
  expect(rows.find(({ code }) => code === 'D1')).toMatchObject({ told: 5, usefulToBoth: 3 });
  for (const who of [f.company, f.chamber, f.stranger])
    expect(await f.as(who, (w) => getEditionNumbers(w, { editionId: f.editionId }))).toMatchObject({ ok: false });
  expect(await f.as(f.company, (w) => exportNumbers(w, { editionId: f.editionId, format: 'csv' }))).toMatchObject({ ok: false });
  const file = valueOf(
    await f.as(f.organiser, (w) => exportNumbers({ ...w, now: over }, { editionId: f.editionId, format: 'csv', language: 'en' })),
  );
  const [heads = '', everybody = ''] = (await file.text()).split(/\r?\n/);
  expect(heads).toContain('Useful to both');
  expect(everybody).toContain('All participants');
});

test('the file that compares two editions tells their organiser how far the meetings of each came, and nobody else', async () => {
  tellsSteps(tellSteps);
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const organiser = organiserOf(db, f.organiser);
  const { office } = f.organiser;
  const expo = valueOf(await organiser.as((w) => createExpo(w, { office, name: text('Forum') })));
  const { id: next } = await organiser.edition('Next');
  for (const editionId of [f.editionId, next]) {
    valueOf(await organiser.as((w) => updateEdition(w, { editionId, expoId: expo.id })));
    await organiser.publish(editionId);
  }
  const rows = async (by: TestOffice | null) => {
    const asked = { edition: f.editionId, with: next, format: 'csv' as const, language: 'en' as const };
    const file = valueOf(await db.as(by?.owner ?? null, (w) => exportEditionComparison(w, asked)));
    return (await file.text()).split('\r\n').filter((row) => row.startsWith('From request to result'));
  };
  const told = await rows(f.organiser);
  expect(told).toHaveLength(11);
  const cellsOf = (step: string) =>
    told
      .find((row) => row.includes(`,${step},`))
      ?.split(',')
      .filter((cell) => /^\d+$|^not known$/.test(cell));
  // Nobody is entered for the next one: that nobody asked for anything is not known of it.
  expect([cellsOf('Requested')?.toSorted(), cellsOf('Placed')?.toSorted()]).toEqual([
    ['1', 'not known'],
    ['1', 'not known'],
  ]);
  for (const by of [null, f.company, f.stranger]) expect(await rows(by)).toEqual([]);
});

test('a city that is written in several ways counts as one, by the name that the register has for it', async () => {
  const f = await openForum(db);
  const register = await db.foundOffice({ kind: 'register' });
  // A place that no other test of this database has.
  const quernmore = {
    geonamesId: 99_000_001,
    name: 'Quernmore',
    country: 'GB',
    alsoCalled: ['Quernmoor'],
    latitude: 53,
    longitude: -3,
    population: 1,
  };
  const names = [{ language: 'zh-Hans', text: '夸恩莫尔', kind: 'official' as const, origin: 'human' as const }];
  valueOf(await db.as(register.owner, (w) => addCity(w, { office: register.office, names, visibility: 'public' }, quernmore)));
  const written = { E01: 'Quernmore', B01: '夸恩莫尔', E02: 'QUERNMOOR', B02: 'Bootle' } as const;
  for (const [code, city] of Object.entries(written)) {
    const on = { editionId: f.editionId, participantId: f.ids[code as keyof typeof written], country: 'GB', city };
    valueOf(await f.as(f.organiser, (w) => updateParticipant(w, on), 1));
  }
  // Both sides are of the city: it is one meeting of it all the same.
  await f.ask(f.ids.E01, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B02);
  const cities = (await numbersOf(f)).rows.filter(({ dimension }) => dimension === 'city');
  expect(cities.map(({ city, country, participants, asked }) => [city, country, participants, asked])).toEqual([
    ['Bootle', 'GB', 1, 1],
    ['Quernmore', 'GB', 3, 2],
  ]);
  const file = valueOf(await f.as(f.organiser, (w) => exportNumbers(w, { editionId: f.editionId, format: 'csv', language: 'zh-Hans' })));
  const lines = (await file.text()).split('\r\n').filter((line) => line.includes('夸恩莫尔'));
  expect(lines).toHaveLength(1);
});
