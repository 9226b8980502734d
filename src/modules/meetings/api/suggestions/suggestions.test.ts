// Whom a participant should meet: who is named, who never is, and that nobody learns anything by it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { replaceUnavailable, updateParticipant } from '#modules/expos/api/change-participants.ts';
import { addOwnWords } from '#modules/matching/api/words/keep-own-words.ts';
import { changeSuggesting, setAside, setSuggested } from '#modules/matching/api/choose.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum, releasedForum, type Forum } from '../forum-fixture.ts';
import { withdrawRequest } from '../requests/change-requests.ts';
import { listSuggestions } from './list-suggestions.ts';
import { getBalance, listStanding } from './show-balance.ts';
import { previewSuggestionLetters } from './suggestion-letters.ts';

let db: TestDatabase;
let f: Forum;
beforeAll(async () => {
  db = await openTestDatabase();
  f = await openForum(db);
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('E02', { offer: { en: human('Batteries that store power') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电与储能') } });
  await say('B02', { need: { 'zh-Hans': human('养老院设备') } });
});
afterAll(() => db.close());

const human = (text: string) => ({ text, origin: 'human' as const });
const say = (code: keyof Forum['ids'], facts: object) =>
  f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids[code], ...facts })).then(valueOf);
const ask = (who: TestOffice, code: keyof Forum['ids']) =>
  listSuggestions(<T>(use: (work: Work) => Promise<Result<T>>) => f.as(who, use), { editionId: f.editionId, participantId: f.ids[code] });
const named = async (who: TestOffice, code: keyof Forum['ids']) =>
  valueOf(await ask(who, code)).entries.map(({ participant }) => participant.code);

test('those of the other role are named, best first, with reasons in both languages; a changed entry is seen at once', async () => {
  const { entries, compared, says, mayAct } = valueOf(await ask(f.buyerOne, 'B01'));
  expect([entries.map(({ participant }) => participant.code).sort(), compared, says, mayAct]).toEqual([
    ['E01', 'E02'],
    2,
    { offer: false, need: true },
    true,
  ]);
  const shore = entries.find(({ participant }) => participant.code === 'E01');
  expect(shore?.bill.sought[0]).toMatchObject({ ours: ['岸电'], theirs: ['Shore power'] });
  await say('E02', { offer: { en: human('Wheelchairs for care homes') } });
  expect(await named(f.buyerOne, 'B01')).toEqual(['E01']);
  expect(await named(f.buyerTwo, 'B02')).toEqual(['E02']);
  expect(await ask(f.stranger, 'B01')).toMatchObject({ ok: false, refusal: { code: 'meetings.participant_unknown' } });
});

test('whoever is asked, said no to or said no is left out, and what a side keeps to itself changes nothing for anybody else', async () => {
  await say('E02', { offer: { en: human('Batteries that store power') } });
  const before = JSON.stringify(valueOf(await ask(f.buyerOne, 'B01')));
  // Languages are private; what others set aside, asked or refused is not ours to know.
  await say('E02', { languages: ['zh-Hans'], maxMeetings: 1 });
  const aside = { editionId: f.editionId, participantId: f.ids.E02, otherId: f.ids.B02, isAside: true };
  valueOf(await f.as(f.chamber, (w) => setAside(w, aside)));
  await f.ask(f.ids.B02, f.ids.E01, 'no', f.buyerTwo);
  expect(JSON.stringify(valueOf(await ask(f.buyerOne, 'B01')))).toBe(before);
  expect(await named(f.buyerTwo, 'B02')).not.toContain('E01');
  await f.ask(f.ids.E01, f.ids.B01, 'no', f.company);
  expect(await named(f.buyerOne, 'B01')).toEqual(['E02']);
  expect(await named(f.company, 'E01')).toEqual([]);
  await f.ask(f.ids.B01, f.ids.E02, 'want', f.buyerOne);
  expect(await named(f.buyerOne, 'B01')).toEqual([]);
});

test('not for us: known to the offices of that side alone, taken back by any of them; who opted out is named to nobody; an organiser can switch all off', async () => {
  const g = await openForum(db);
  f = g;
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') } });
  await say('B02', { need: { 'zh-Hans': human('岸电设备') } });
  const one = { editionId: g.editionId, participantId: g.ids.E01, otherId: g.ids.B01 };
  expect(valueOf(await g.as(g.chamber, (w) => setAside(w, { ...one, isAside: true })))).toEqual({ aside: [g.ids.B01] });
  expect(await named(g.company, 'E01')).toEqual(['B02']);
  expect(valueOf(await ask(g.company, 'E01')).aside.map(({ code }) => code)).toEqual(['B01']);
  // The organiser acts for everybody, and sees what it set aside itself.
  expect(valueOf(await ask(g.organiser, 'E01')).aside).toEqual([]);
  expect(await named(g.buyerOne, 'B01')).toEqual(['E01']);
  expect(valueOf(await g.as(g.company, (w) => setAside(w, { ...one, isAside: false })))).toEqual({ aside: [] });
  expect(await named(g.company, 'E01')).toHaveLength(2);
  expect(await g.as(g.stranger, (w) => setAside(w, { ...one, isAside: true }))).toMatchObject({ ok: false });

  const out = { editionId: g.editionId, participantId: g.ids.B01 };
  valueOf(await g.as(g.buyerOne, (w) => setSuggested(w, { ...out, isSuggested: false })));
  expect(await named(g.company, 'E01')).toEqual(['B02']);
  expect(valueOf(await ask(g.buyerOne, 'B01'))).toMatchObject({ isSuggested: false, entries: [{}] });
  valueOf(await g.as(g.organiser, (w) => changeSuggesting(w, { editionId: g.editionId, isOn: false, share: 0 }), 1));
  expect(valueOf(await ask(g.buyerTwo, 'B02'))).toMatchObject({ isOn: false, entries: [] });
  expect(await g.as(g.company, (w) => changeSuggesting(w, { editionId: g.editionId, isOn: true, share: 0 }), 2)).toMatchObject({
    ok: false,
  });
});

test('who has as many meetings as they want, or one at each time, is suggested to nobody', async () => {
  f = await releasedForum(db);
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('E02', { offer: { en: human('Shore power at berths') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') } });
  await say('B02', { need: { 'zh-Hans': human('岸电设备') } });
  expect([await named(f.buyerOne, 'B01'), await named(f.buyerTwo, 'B02')]).toEqual([['E02'], ['E01']]);
  await say('E02', { maxMeetings: 1 });
  expect(await named(f.buyerOne, 'B01')).toEqual([]);
  const { rows } = await db.owner.query<{ start: Date; end: Date }>(
    'select min(starts_at) as start, max(ends_at) as end from expos.slots where edition_id = $1',
    [f.editionId],
  );
  const unavailable = rows.map(({ start, end }) => ({ startsAt: start.toISOString(), endsAt: end.toISOString(), reason: '' }));
  await f.as(f.organiser, (w) => replaceUnavailable(w, { editionId: f.editionId, participantId: f.ids.E01, unavailable })).then(valueOf);
  expect(await named(f.buyerTwo, 'B02')).toEqual([]);
});

test('an organiser sees who shares no language with any of their suggestions while nobody interprets, and which interpreter helps', async () => {
  const g = await openForum(db);
  f = g;
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('E02', { offer: { en: human('Wheelchairs') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') }, languages: ['ru'] });
  await say('B02', { need: { 'zh-Hans': human('岸电设备') } });
  const balanceFor = (who: TestOffice) =>
    getBalance(<T>(use: (work: Work) => Promise<Result<T>>) => g.as(who, use), { editionId: g.editionId });
  const { without, remedies, points } = valueOf(await balanceFor(g.organiser));
  expect(without).toEqual([
    { why: 'nobody', count: 1 },
    { why: 'language', count: 1 },
  ]);
  // By name, each with its list and the letter that it would get; Ms Gu helps B02, who speaks Chinese alone.
  const standingFor = (who: TestOffice) =>
    listStanding(<T>(use: (work: Work) => Promise<Result<T>>) => g.as(who, use), { editionId: g.editionId, share: 0 });
  const { entries } = valueOf(await standingFor(g.organiser));
  expect(entries.map(({ participant, standings, named: times }) => [participant.code, standings.join(' '), times])).toEqual([
    ['E02', 'unnamed nobody', 0],
    ['B01', 'few language', 1],
    ['B02', 'few', 1],
  ]);
  const counted = (standing: (typeof entries)[number]['standings'][number]) =>
    entries.filter(({ standings }) => standings.includes(standing)).length;
  expect(points[0]).toMatchObject({ few: counted('few'), unnamed: counted('unnamed'), overrun: 0, empty: 0 });
  expect(entries.every(({ state, due }) => state !== null && (due === 'invitation') === (state === 'uninvited'))).toBe(true);
  expect(await standingFor(g.chamber)).toMatchObject({ ok: false, refusal: { code: 'expos.organiser_only' } });
  expect(remedies).toEqual([{ languages: 'English and Russian', helps: 1 }]);
  expect(await balanceFor(g.chamber)).toMatchObject({ ok: false, refusal: { code: 'expos.organiser_only' } });
  // On the company's own page nothing of it shows.
  expect(JSON.stringify(valueOf(await ask(g.buyerOne, 'B01')).entries)).not.toMatch(/language|"ru"/);
});

test('a word of one side’s house counts for its own list, and for nobody else’s', async () => {
  f = await openForum(db);
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('B01', { need: { en: human('The Bluefin scheme') } });
  await say('B02', { need: { en: human('The Bluefin scheme') } });
  expect(await named(f.buyerOne, 'B01')).toEqual([]);
  const words = [{ english: 'Bluefin scheme', chinese: '岸电' }];
  valueOf(await f.as(f.buyerOne, (w) => addOwnWords(w, { officeId: f.buyerOne.office, words })));
  expect(await named(f.buyerOne, 'B01')).toEqual(['E01']);
  expect(await named(f.buyerTwo, 'B02')).toEqual([]);
  expect(await named(f.organiser, 'B01')).toEqual([]);
});

test('an offer that is not valid on the days left is suggested to nobody, its own side reads why and the organiser which; whoever was asked before is named with the day it was withdrawn', async () => {
  const g = await openForum(db);
  f = g;
  const { rows } = await db.owner.query<{ first: string }>(
    "select to_char(first_day, 'YYYY-MM-DD') as first from expos.edition where id = $1",
    [g.editionId],
  );
  const first = rows[0]?.first ?? '';
  const until = (day: string) => ({ title: null, goals: [], places: [], from: null, until: day, source: null });
  await say('E01', { offer: { en: human('Shore power for ferries') }, offerDetails: until(first) });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') } });
  expect(await named(g.buyerOne, 'B01')).toEqual(['E01']);
  await say('E01', { offerDetails: until('2001-01-01') });
  expect(await named(g.buyerOne, 'B01')).toEqual([]);
  expect(valueOf(await ask(g.company, 'E01'))).toMatchObject({ entries: [], lapsed: [{ kind: 'offer', from: null, until: '2001-01-01' }] });
  // Nobody else is told why.
  expect(valueOf(await ask(g.buyerOne, 'B01')).lapsed).toEqual([]);
  const balance = await getBalance(<T>(use: (work: Work) => Promise<Result<T>>) => g.as(g.organiser, use), { editionId: g.editionId });
  expect(valueOf(balance).without).toContainEqual({ why: 'lapsed', count: 1 });
  await say('E01', { offerDetails: null });
  const requestId = await g.ask(g.ids.B01, g.ids.E01, 'want', g.buyerOne);
  expect(await named(g.buyerOne, 'B01')).toEqual([]);
  valueOf(await g.as(g.buyerOne, (w) => withdrawRequest(w, { editionId: g.editionId, requestId }), 1));
  const [entry] = valueOf(await ask(g.buyerOne, 'B01')).entries;
  expect([entry?.participant.code, entry?.withdrawnAt === null]).toEqual(['E01', false]);
});

test('where nobody who fits is named, a side learns whether it knows them already, whether they have no time left, and that it has none itself; of who said no or opted out it learns nothing', async () => {
  const g = await releasedForum(db);
  f = g;
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('E02', { offer: { en: human('Wheelchairs for care homes') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') } });
  await say('B02', { need: { 'zh-Hans': human('岸电设备') } });
  const told = async (who: TestOffice, code: keyof Forum['ids']) => {
    const { entries, leftOut, isFull } = valueOf(await ask(who, code));
    return [entries.filter(({ score }) => score !== null).map(({ participant }) => participant.code), leftOut, isFull];
  };
  // B01 meets E01, the only one that fits; B02 could ask it, until it has as many meetings as it wants.
  expect(await told(g.buyerOne, 'B01')).toEqual([[], 'known', false]);
  expect(await told(g.buyerTwo, 'B02')).toEqual([['E01'], null, false]);
  await say('E01', { maxMeetings: 1 });
  expect(await told(g.buyerTwo, 'B02')).toEqual([[], 'full', false]);
  expect(await told(g.company, 'E01')).toEqual([['B02'], null, true]);
  const letters = valueOf(
    await previewSuggestionLetters(
      <T>(use: (work: Work) => Promise<Result<T>>) => g.as(g.organiser, use),
      { editionId: g.editionId },
      { origin: '', leaves: true },
    ),
  );
  expect(new Map(letters.leftOut.map(({ participant, why }) => [participant.code, why]))).toEqual(
    new Map([
      ['E01', 'own_full'],
      ['B01', 'known'],
      ['B02', 'full'],
      ['E02', 'nobody'],
    ]),
  );
  await say('E01', { maxMeetings: null });
  await g.ask(g.ids.E01, g.ids.B02, 'no', g.company);
  expect(await told(g.buyerTwo, 'B02')).toEqual([[], null, false]);
  valueOf(await g.as(g.company, (w) => setSuggested(w, { editionId: g.editionId, participantId: g.ids.E01, isSuggested: false })));
  expect([await told(g.buyerTwo, 'B02'), await told(g.buyerOne, 'B01')]).toEqual([
    [[], null, false],
    [[], 'known', false],
  ]);
});

test('where somebody is named who fits, it is said that a better one has no time left, without a name; not of whoever said no, nor where they fit no better', async () => {
  const g = await openForum(db);
  f = g;
  await say('E01', { offer: { en: human('Shore power for ferries') }, maxMeetings: 0 });
  await say('E02', { offer: { en: human('Wheelchairs for care homes, cables for shore power') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电') } });
  const told = async () => {
    const { entries, better } = valueOf(await ask(g.buyerOne, 'B01'));
    return [entries.filter(({ score }) => score !== null).map(({ participant }) => participant.code), better];
  };
  expect(await told()).toEqual([['E02'], 'full']);
  await say('E01', { maxMeetings: null });
  expect(await told()).toEqual([['E01', 'E02'], null]);
  await say('E01', { maxMeetings: 0 });
  await say('E02', { offer: { en: human('Shore power for ferries') } });
  expect(await told()).toEqual([['E02'], null]);
  await say('E02', { offer: { en: human('Wheelchairs for care homes, cables for shore power') } });
  await g.ask(g.ids.E01, g.ids.B01, 'no', g.company);
  expect(await told()).toEqual([['E02'], null]);
});
