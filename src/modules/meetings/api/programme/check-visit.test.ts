import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateGroup } from '#modules/expos/api/change-groups.ts';
import { listVisitGroups, setGroupVisit } from '#modules/expos/api/group-visits.ts';
import { onOfficesChanged } from '#modules/expos/api/settle-audience.ts';
import { venueClock } from '#modules/expos/domain/venue-time.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld } from '#modules/ties/api/tie-fixture.ts';
import { previewTieAudience, setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { setDelegation, setItinerary, setVisitAudience } from '#modules/ties/api/visit/change-visit.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { agendaOf, releasedForum } from '../forum-fixture.ts';
import { followOffices } from '../schedule/follow-offices.ts';
import { checkVisit } from './check-visit.ts';
import { checkProgramme } from './release-programme.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  onOfficesChanged(followOffices);
});
afterAll(() => db.close());

const text = (en: string) => ({ en: { text: en, origin: 'human' as const } });
const exact = (day: string) => ({ text: day, qualifier: 'exact' as const });

test('what a delegation does is held against the meetings of its group: by its lead, and by the organiser once it is shared with them', async () => {
  const f = await releasedForum(db);
  const { liverpool, city } = await openTieWorld(db);
  const { office } = liverpool;
  const { editionId, groupId, organiser } = f;
  const lead = <T>(use: Parameters<typeof f.as<T>>[1], version?: number) => f.as(liverpool, use, version);
  valueOf(await f.as(organiser, (w) => updateGroup(w, { editionId, groupId, leadOffice: office }), 1));
  const [entry] = (await agendaOf(f, f.company, f.ids.E01)).entries;
  const zone = 'Asia/Shanghai';
  const [starts, ends] = [entry?.startsAt ?? '', entry?.endsAt ?? ''].map((instant) => venueClock(zone, Date.parse(instant)));
  if (starts === undefined || ends === undefined) return expect.fail();

  const sides = { cityId: city('Liverpool'), withCityId: city('Shanghai') };
  const { id: tieId } = valueOf(await lead((w) => keepTie(w, { office, ...sides })));
  const facts = { kind: 'visit' as const, domains: ['trade' as const], title: text('Delegation'), starts: exact(starts.date), ends: null };
  const unknown = { fromSide: 'a' as const, level: null, ledBy: null, people: null, note: null, source: null };
  const { id: visitId } = valueOf(await lead((w) => addExchange(w, { tieId, office, ...facts, ...unknown })));
  const somebody = { id: null, leads: false, post: text('Director'), organisationId: null, name: null };
  const travellers = [{ ...somebody, organisation: text('company  e01') }];
  valueOf(await lead((w) => setDelegation(w, { visitId, travellers, keepUntil: null }), 0));
  const stop = { id: null, date: exact(starts.date), part: null, place: null, parties: [], travellerIds: [], agreementId: null };
  const stops = [{ ...stop, starts: starts.time, ends: ends.time, title: text('Call at the port') }];
  valueOf(await lead((w) => setItinerary(w, { visitId, timeZone: zone, stops }), 0));
  const told = async (who: typeof liverpool) =>
    valueOf(await f.as(who, (w) => checkVisit(w, { visitId }))).clashes.map(({ code, params }) => [code, params]);
  expect(await told(liverpool)).toEqual([]);

  const link = { editionId, groupId, visitId };
  for (const who of [organiser, f.company, f.stranger]) expect((await f.as(who, (w) => setGroupVisit(w, link))).ok).toBe(false);
  valueOf(await lead((w) => setGroupVisit(w, link)));
  const listed = async (who: typeof liverpool) => valueOf(await f.as(who, (w) => listVisitGroups(w, { visitId }))).entries;
  expect((await listed(liverpool)).map(({ code, isOf }) => [code, isOf])).toEqual([['D1', true]]);
  expect([(await listed(f.stranger)).length, (await listed(f.company)).length]).toEqual([0, 0]);
  const clash = ['meetings.clash_travel_meets', { item: 'Call at the port', other: '', about: 'Company E01', count: 1 }];
  expect(await told(liverpool)).toEqual([clash]);
  expect(await told(f.stranger)).toEqual([]);

  const checked = async () =>
    valueOf(await f.as(organiser, (w) => checkProgramme(w, { editionId }))).clashes.map(({ code, severity }) => `${severity} ${code}`);
  expect(await checked()).toEqual([]);
  const audience = { visibility: 'shared' as const, sharedWith: [organiser.office] };
  const { version } = valueOf(await lead((w) => previewTieAudience(w, { tieId, office })));
  const going = { tieId, office, ...audience, statementIds: [], agreementIds: [], exchangeIds: [visitId] };
  valueOf(await lead((w) => setTieAudience(w, going), version));
  expect(await checked()).toEqual([]);
  valueOf(await lead((w) => setVisitAudience(w, { visitId, part: 'itinerary', ...audience }), 1));
  valueOf(await lead((w) => setVisitAudience(w, { visitId, part: 'delegation', ...audience }), 1));
  expect(await checked()).toEqual(['warning meetings.clash_travel_meets']);
});
