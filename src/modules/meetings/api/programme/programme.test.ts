import { expect, test } from 'vitest';
import { getEdition } from '#modules/expos/api/edition/open-edition.ts';
import {
  createProgrammeItem,
  removeProgrammeItem,
  replaceProgrammeRooms,
  updateProgrammeItem,
} from '#modules/expos/api/programme/change-programme.ts';
import { getProgramme, getProgrammeDraft } from '#modules/expos/api/programme/show-programme.ts';
import { previewPublication, publishEdition } from '#modules/expos/api/edition/publish-edition.ts';
import { expos } from '#modules/expos/contract.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
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
import { listMoveTimes, proposeMove } from '../moves/move-by-agreement.ts';
import { changeRequestRules } from '../requests/request-rules.ts';
import { moveBooking } from '../schedule/change-booking.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { agendaCalendar } from '../../print/agenda-calendar.ts';
import { programmeCalendar, programmeToWrite } from '../../print/programme-calendar.ts';
import { checkProgramme, releaseProgramme } from './release-programme.ts';

const db = await shareTestDatabase();

const text = (en: string) => ({ en: { text: en, origin: 'human' as const } });
const schema = expos.createProgrammeItem['~orpc'].inputSchema;

/** An item as the API reads it, from what is said of it. */
const itemOf = (f: Forum, said: Readonly<Record<string, unknown>>) => {
  if (schema === undefined) return expect.fail();
  return schema.parse({ editionId: f.editionId, kind: 'forum', title: text('Opening'), day: '2019-11-06', ...said });
};
const add = (f: Forum, said: Readonly<Record<string, unknown>>) => f.as(f.organiser, (w) => createProgrammeItem(w, itemOf(f, said)));
const at = (from: string, until: string) => ({ startsAt: `2019-11-06T${from}:00Z`, endsAt: `2019-11-06T${until}:00Z` });
const on = (f: Forum) => ({ editionId: f.editionId });

test('a draft is its organiser’s; a release shows it to those who take part, and to everybody while the edition is public', async () => {
  const f = await openForum(db);
  const { version } = valueOf(await f.as(f.organiser, (w) => getEdition(w, { edition: f.editionId })));
  const { rooms } = valueOf(
    await f.as(
      f.organiser,
      (w) => replaceProgrammeRooms(w, { ...on(f), rooms: [{ name: text('Room 1'), hall: 'A', seats: 80 }] }),
      version,
    ),
  );
  const speakers = [
    { name: text('Second'), rank: 2 },
    { name: text('First'), post: text('Mayor'), office: text('City'), rank: 1 },
  ];
  const item = valueOf(await add(f, { ...at('01:00', '02:00'), roomId: rooms[0]?.id, speakers, followUp: [{ who: 'canary' }] }));
  for (const who of [f.company, f.stranger]) expect((await f.as(who, (w) => getProgrammeDraft(w, on(f)))).ok).toBe(false);
  expect(valueOf(await f.as(f.company, (w) => getProgramme(w, on(f))))).toEqual({ release: null, items: [] });
  expect(valueOf(await f.as(f.organiser, (w) => releaseProgramme(w, on(f))))).toEqual({ number: 1, items: 1 });
  const seen = valueOf(await f.as(f.company, (w) => getProgramme(w, on(f))));
  expect(seen.items[0]).toMatchObject({ room: { hall: 'A', seats: 80 }, speakers: [{ name: text('First') }, { name: text('Second') }] });
  expect(JSON.stringify(seen)).not.toContain('canary');
  const asNobody = () => db.as(null, (w) => getProgramme(w, on(f)));
  expect((await asNobody()).ok).toBe(false);
  const preview = valueOf(await f.as(f.organiser, (w) => previewPublication(w, on(f))));
  valueOf(await f.as(f.organiser, (w) => publishEdition(w, { ...on(f), digest: preview.digest }), preview.version));
  expect(valueOf(await asNobody()).items).toHaveLength(1);
  // The draft goes on; what was released stays as it was.
  valueOf(
    await f.as(f.organiser, (w) => updateProgrammeItem(w, { ...itemOf(f, { title: text('Changed') }), itemId: item.id }), item.version),
  );
  expect(valueOf(await asNobody()).items[0]?.title).toEqual(text('Opening'));
  expect(valueOf(await f.as(f.organiser, (w) => getProgrammeDraft(w, on(f)))).changed).toBe(true);
  // Its calendar keeps what is no longer held as cancelled, under the same identity.
  const calendar = async (who: TestOffice | null) => {
    const found = await (who === null
      ? db.as(null, (w) => programmeToWrite(w, f.editionId))
      : f.as(who, (w) => programmeToWrite(w, f.editionId)));
    const told = found.ok ? found.value : null;
    return told === null ? null : programmeCalendar(told, 'en');
  };
  expect(await calendar(null)).toMatch(new RegExp(`UID:${item.id}.programme@hansa[^]*DTSTART:20191106T010000Z[^]*STATUS:CONFIRMED`));
  const { version: now } = valueOf(await f.as(f.organiser, (w) => getProgrammeDraft(w, on(f)))).items[0] ?? expect.fail();
  valueOf(await f.as(f.organiser, (w) => removeProgrammeItem(w, { ...on(f), itemId: item.id }), now));
  valueOf(await add(f, { title: text('Closing') }));
  valueOf(await f.as(f.organiser, (w) => releaseProgramme(w, on(f))));
  const changed = (await calendar(f.company)) ?? '';
  expect(changed).toMatch(/DTSTART;VALUE=DATE:20191106[^]*SUMMARY:Closing/);
  expect(changed).toMatch(new RegExp(`UID:${item.id}.programme@hansa[^]*SEQUENCE:2[^]*STATUS:CANCELLED`));
  await expect(db.owner.query(`update expos.programme_release set content = '[]' where edition_id = $1`, [f.editionId])).rejects.toThrow(
    /never changes/,
  );
});

test('everything that is wrong with an item is told at once', async () => {
  const f = await openForum(db);
  const none = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
  const wrong = await add(f, {
    ...at('02:00', '01:00'),
    roomId: none,
    standId: none,
    interpreters: [none],
    cities: [none],
    speakers: [{ name: text('S'), participantId: none }],
  });
  expect(wrong).toMatchObject({
    refusal: {
      problems: [
        { path: ['endsAt'] },
        { path: ['roomId'] },
        { path: ['standId'] },
        { path: ['interpreters', 0] },
        { path: ['cities', 0] },
        { path: ['speakers', 0, 'participantId'] },
      ],
    },
  });
  const codes = async (said: Readonly<Record<string, unknown>>) => {
    const answer = await add(f, said);
    return answer.ok ? [] : (answer.refusal.problems ?? []).map(({ code }) => code);
  };
  expect(await codes({ day: '2019-11-09' })).toEqual(['expos.programme_day_outside']);
  expect(await codes({ startsAt: '2019-11-06T01:00:00Z' })).toEqual(['expos.programme_half_a_time']);
  expect(await codes({ startsAt: '2019-11-07T01:00:00Z', endsAt: '2019-11-07T02:00:00Z' })).toEqual(['expos.programme_time_of_other_day']);
});

test('a speaker who meets at the time stands in the way of the release; released, the programme is in agendas, calendars and plans', async () => {
  const f = await releasedForum(db);
  const [entry] = (await agendaOf(f, f.company, f.ids.E01)).entries;
  const speakers = [{ name: text('Speaker'), participantId: f.ids.E01 }];
  const item = valueOf(await add(f, { startsAt: entry?.startsAt, endsAt: entry?.endsAt, speakers }));
  const clashes = async () =>
    valueOf(await f.as(f.organiser, (w) => checkProgramme(w, on(f)))).clashes.map(({ code, severity }) => `${severity} ${code}`);
  expect(await clashes()).toEqual(['hard meetings.clash_seats', 'warning meetings.clash_no_room']);
  expect(await f.as(f.organiser, (w) => releaseProgramme(w, on(f)))).toMatchObject({
    refusal: {
      code: 'meetings.programme_clashes',
      problems: [{ code: 'meetings.clash_seats', params: { item: 'Opening', about: 'Company E01' } }],
    },
  });
  expect((await f.as(f.company, (w) => releaseProgramme(w, on(f)))).ok).toBe(false);
  const later = { ...itemOf(f, { ...at('06:00', '07:00'), speakers }), itemId: item.id };
  valueOf(await f.as(f.organiser, (w) => updateProgrammeItem(w, later), item.version));
  valueOf(await f.as(f.organiser, (w) => releaseProgramme(w, on(f))));
  expect(await clashes()).toEqual(['warning meetings.clash_no_room']);
  const agenda = await agendaOf(f, f.company, f.ids.E01);
  expect(agenda.away).toEqual([{ ...at('06:00', '07:00'), reason: 'Opening', itemId: item.id }]);
  expect(agendaCalendar(agenda, 'en')).toContain('SUMMARY:Opening');
  expect((await agendaOf(f, f.buyerOne, f.ids.B01)).away).toEqual([]);
  const facts = valueOf(await f.as(f.organiser, async (w) => ({ ok: true, value: await loadEditionFacts(w, f.editionId) })));
  expect(facts?.participants.filter(({ away }) => away.length > 0).map(({ code }) => code)).toEqual(['E01']);
});

test('two sessions of one speaker at one time are refused in words, and nothing is released', async () => {
  const f = await openForum(db);
  const speakers = [{ name: { ...text('Wang Zhan'), 'zh-Hans': { text: '王战', origin: 'human' as const } } }];
  valueOf(await add(f, { ...at('01:00', '02:00'), speakers }));
  valueOf(await add(f, { ...at('01:30', '02:30'), title: text('Panel'), speakers }));
  expect(await f.as(f.organiser, (w) => releaseProgramme(w, on(f)))).toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.programme_clashes', problems: [{ code: 'meetings.clash_person' }] },
  });
  expect(valueOf(await f.as(f.company, (w) => getProgramme(w, on(f))))).toEqual({ release: null, items: [] });
});

test('whoever the released programme takes interprets nothing meanwhile: no such time is offered, agreed or entered by hand', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  await db.owner.query(`update expos.participant set languages = '{zh}' where edition_id = $1 and id = $2`, [editionId, f.ids.B01]);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const { meetingId, slotId, placeId } = await cellOf(f, 'E01');
  const rules = {
    closesAt: null,
    mailsOrganiser: true,
    sameSide: false,
    agreedOnly: false,
    answerDays: null,
    quotas: [],
    movesUntilMinutes: 60,
  };
  valueOf(await f.as(f.organiser, (w) => changeRequestRules(w, { editionId, ...rules }), 1));
  const us = { editionId, participantId: f.ids.E01, meetingId };
  const offered = async () => valueOf(await f.as(f.company, (w) => listMoveTimes(w, us))).times.map(({ slot }) => slot.id);
  const taken = (await offered()).at(-1) ?? expect.fail('no other time');
  const span = (await scheduleOf(f)).slots.find(({ id }) => id === taken);
  const interpreterId = (await scheduleOf(f)).interpreters[0]?.id;
  valueOf(await add(f, { startsAt: span?.startsAt, endsAt: span?.endsAt, interpreters: [interpreterId] }));
  // A draft takes nobody.
  expect(await offered()).toContain(taken);
  valueOf(await f.as(f.organiser, (w) => releaseProgramme(w, on(f))));
  expect(await offered()).not.toContain(taken);
  expect((await offered()).length).toBeGreaterThan(0);
  // Neither is a time at which the other side speaks.
  const [other] = await offered();
  const theirs = (await scheduleOf(f)).slots.find(({ id }) => id === other);
  const speakers = [{ name: text('Speaker'), participantId: f.ids.B01 }];
  valueOf(await add(f, { startsAt: theirs?.startsAt, endsAt: theirs?.endsAt, speakers }));
  valueOf(await f.as(f.organiser, (w) => releaseProgramme(w, on(f))));
  expect(await offered()).not.toContain(other);
  expect((await f.as(f.company, (w) => proposeMove(w, { ...us, slotId: taken }, origin))).ok).toBe(false);
  expect(await f.as(f.organiser, (w) => moveBooking(w, { editionId, meetingId, slotId: taken, placeId }, origin))).toMatchObject({
    refusal: { code: 'meetings.no_interpreter_then' },
  });
  expect((await cellOf(f, 'E01')).slotId).toBe(slotId);
});
