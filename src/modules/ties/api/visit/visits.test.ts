import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { addContact } from '#modules/organisations/api/change-contacts.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import type { TieId } from '../../domain/tie.ts';
import { addAgreement } from '../agreement/change-agreements.ts';
import { addExchange, updateExchange, withdrawExchange } from '../exchange/change-exchanges.ts';
import { keepTie } from '../keep-tie.ts';
import { previewTieAudience, setTieAudience } from '../tie-audience.ts';
import { openTieWorld, type TieWorld } from '../tie-fixture.ts';
import { eraseOverdueTravellers, setDelegation, setItinerary, setVisitAudience } from './change-visit.ts';
import { countTravel } from './count-travel.ts';
import { getVisit } from './show-visit.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: TieId;
const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));
const tried = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number) => {
  const result = await db.as(office?.owner ?? null, use, version);
  return result.ok
    ? 'done'
    : [result.refusal.code, ...(result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`)];
};
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const on = (text: string) => ({ text, qualifier: 'exact' as const });
const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  const sides = { cityId: city('Liverpool'), withCityId: city('Shanghai') };
  tieId = (await as(liverpool, (work) => keepTie(work, { office: liverpool.office, ...sides }))).id;
});
afterAll(() => db.close());

const addVisit = (kind: 'visit' | 'event' = 'visit'): Promise<{ readonly id: ExchangeId; readonly version: number }> =>
  as(world.liverpool, (work) =>
    addExchange(work, {
      ...{ tieId, office: world.liverpool.office, kind, domains: ['trade'], title: en('Trade delegation'), starts: on('2019-04') },
      ...{ ends: null, fromSide: 'a', level: 'deputy', ledBy: null, people: 45, note: null, source: null },
    }),
  );

type Entered = Asked<'setDelegation'>['travellers'][number];
const traveller = (more: Partial<Entered>): Entered => ({
  ...{ id: null, leads: false, post: null, organisation: null, organisationId: null, name: null },
  ...more,
});
const named = (surname: string, contactId: string | null = null) => ({
  surname,
  givenName: 'Ann',
  nameOrder: 'given_first' as const,
  contactId,
});

const setTravellers = (visitId: ExchangeId, travellers: readonly Entered[], version: number, keepUntil: string | null = daysFromNow(30)) =>
  as(world.liverpool, (work) => setDelegation(work, { visitId, travellers: [...travellers], keepUntil }), version);

type Stated = Asked<'setItinerary'>['stops'][number];
const stop = (more: Partial<Stated>): Stated => ({
  ...{ id: null, date: on('2019-04-18'), part: null, starts: null, ends: null, title: en('Call at the port') },
  ...{ place: null, parties: [], travellerIds: [], agreementId: null },
  ...more,
});

const publish = async (exchangeIds: readonly ExchangeId[], visibility: 'public' | 'private' | 'shared' = 'public') => {
  const { liverpool, shanghai } = world;
  const { office } = liverpool;
  const { version } = await as(liverpool, (work) => previewTieAudience(work, { tieId, office }));
  const sharedWith = visibility === 'shared' ? [shanghai.office] : [];
  const audience = { tieId, office, visibility, sharedWith, statementIds: [], agreementIds: [], exchangeIds: [...exchangeIds] };
  await as(liverpool, (work) => setTieAudience(work, audience), version);
};

const open = (visitId: ExchangeId, part: 'delegation' | 'names' | 'itinerary', visibility: 'public' | 'private', version: number) =>
  as(world.liverpool, (work) => setVisitAudience(work, { visitId, part, visibility, sharedWith: [] }), version);

const seen = (office: TestOffice | null, visitId: ExchangeId): Promise<Answer<'getVisit'>> =>
  as(office, (work) => getVisit(work, { visitId }));

test('who travels stands in order of rank as they were called then, and nobody else sees it at first', async () => {
  const { liverpool, shanghai } = world;
  const { id: visitId } = await addVisit();
  const port = await as(liverpool, (work) =>
    createOrganisation(work, {
      ...{ office: liverpool.office, kind: 'company', name: en('Port Company'), country: 'GB', city: null, website: null, officeId: null },
    }),
  );
  const contact = await as(liverpool, (work) =>
    addContact(work, {
      ...{ organisationId: port.id, surname: 'Lin', givenName: 'Ann', nameOrder: 'given_first', title: null, post: null },
      ...{ languages: [], email: 'ann@example.org', fromDate: null },
    }),
  );
  const first = await setTravellers(
    visitId,
    [
      traveller({ leads: true, post: en('Deputy mayor'), organisation: en('City Council') }),
      traveller({ post: en('Director'), organisationId: port.id, name: named('Lin', contact.id) }),
    ],
    0,
  );
  const { delegation } = first;
  expect(delegation).toMatchObject({
    ...{ version: 1, visibility: 'private', names: { visibility: 'private', keepUntil: daysFromNow(30) } },
    travellers: [
      { leads: true, name: null, organisation: en('City Council') },
      { leads: false, organisation: en('Port Company'), organisationId: port.id, name: { surname: 'Lin', contactId: contact.id } },
    ],
  });
  expect(await tried(null, (work) => getVisit(work, { visitId }))).toEqual(['ties.exchange_not_found']);
  await publish([visitId]);
  expect(await seen(shanghai, visitId)).toEqual({ visitId, mayEdit: false, delegation: null, itinerary: null });
  const again = await tried(liverpool, (work) => setDelegation(work, { visitId, travellers: [], keepUntil: null }), 0);
  expect(again).toEqual(['kernel.stale']);
});

test('organisations and posts are opened without names, names by a choice of their own, and the contact behind a name is told to nobody else', async () => {
  const { id: visitId } = await addVisit();
  await setTravellers(visitId, [traveller({ post: en('Deputy mayor'), organisation: en('City Council'), name: named('Small') })], 0);
  const early = await tried(
    world.liverpool,
    (work) => setVisitAudience(work, { visitId, part: 'delegation', visibility: 'public', sharedWith: [] }),
    1,
  );
  expect(early).toEqual(['kernel.invalid_input', 'visibility ties.part_wider_than_visit']);
  await publish([visitId]);
  const names = await tried(
    world.liverpool,
    (work) => setVisitAudience(work, { visitId, part: 'names', visibility: 'public', sharedWith: [] }),
    1,
  );
  expect(names).toEqual(['kernel.invalid_input', 'visibility ties.part_wider_than_visit']);
  await open(visitId, 'delegation', 'public', 1);
  expect(JSON.stringify(await seen(null, visitId))).toContain('City Council');
  expect(JSON.stringify(await seen(null, visitId))).not.toContain('Small');
  await open(visitId, 'names', 'public', 2);
  expect((await seen(null, visitId)).delegation?.travellers[0]?.name).toMatchObject({ surname: 'Small', contactId: null });
  await open(visitId, 'delegation', 'private', 3);
  expect((await seen(null, visitId)).delegation).toBeNull();
  expect((await seen(world.liverpool, visitId)).delegation?.names?.visibility).toBe('private');
});

test('what is done is told day by day at the precision that is known, with the paper signed and who takes part', async () => {
  const { liverpool } = world;
  const { id: visitId } = await addVisit();
  const signed = await as(liverpool, (work) =>
    addAgreement(work, {
      ...{ tieId, office: liverpool.office, kind: 'memorandum', title: en('Memorandum'), parties: [{ kind: 'named', name: 'The two' }] },
      ...{ signedOn: on('2019-04'), validFrom: null, validTo: null, source: null, documentId: null },
    }),
  );
  const set = (stops: readonly Stated[], version: number, timeZone = 'Asia/Shanghai') =>
    tried(liverpool, (work) => setItinerary(work, { visitId, timeZone, stops: [...stops] }), version);
  const nobody = '01a212ff-c0b5-774b-811b-83a1091ce8ee' as Id<'Traveller'>;
  expect(
    await set(
      [stop({ date: on('2019-04'), starts: '10:00' }), stop({ travellerIds: [nobody], parties: [{ kind: 'organisation', id: nobody }] })],
      0,
    ),
  ).toEqual([
    'kernel.invalid_input',
    'stops.0.date ties.time_without_day',
    'stops.1.travellerIds ties.traveller_unknown',
    'stops.1.parties.0 organisations.not_found',
  ]);
  const { delegation } = await setTravellers(visitId, [traveller({ name: named('Small') }), traveller({ name: named('Tall') })], 0);
  const [small] = delegation?.travellers ?? [];
  const travellerIds = small === undefined ? [] : [small.id];
  const stops = [
    stop({ starts: '14:00', ends: '15:00', travellerIds, parties: [{ kind: 'named', name: 'Port Group' }] }),
    stop({ date: on('2019-05-02'), part: 'morning' }),
    stop({ date: on('2019-04'), title: en('Memorandum signed'), agreementId: signed.id }),
  ];
  expect(await set(stops, 0)).toBe('done');
  const { itinerary } = await seen(liverpool, visitId);
  expect(itinerary?.stops.map(({ date, starts, agreementId, outside }) => [date.text, starts, agreementId, outside])).toEqual([
    ['2019-04', null, signed.id, false],
    ['2019-04-18', '14:00', null, false],
    ['2019-05-02', null, null, true],
  ]);
  // Whoever no longer travels takes part in nothing.
  await setTravellers(visitId, [traveller({ name: named('Tall') })], 1);
  expect((await seen(liverpool, visitId)).itinerary?.stops.every((one) => one.travellerIds.length === 0)).toBe(true);
  await publish([visitId]);
  await open(visitId, 'itinerary', 'public', 2);
  expect((await seen(null, visitId)).itinerary?.stops[0]).toMatchObject({ title: en('Memorandum signed'), agreementId: null });
});

test('a visit that fewer see takes its parts with it; withdrawn, its names are erased', async () => {
  const { liverpool, shanghai } = world;
  const { id: visitId } = await addVisit();
  await setTravellers(visitId, [traveller({ name: named('Small') })], 0);
  await publish([visitId]);
  await open(visitId, 'delegation', 'public', 1);
  await open(visitId, 'names', 'public', 2);
  await publish([visitId], 'shared');
  expect(await tried(null, (work) => getVisit(work, { visitId }))).toEqual(['ties.exchange_not_found']);
  expect((await seen(shanghai, visitId)).delegation?.travellers[0]?.name).toMatchObject({ surname: 'Small' });
  const { rows } = await db.owner.query('select visibility, shared_with from ties.delegation_names where visit_id = $1', [visitId]);
  expect(rows).toEqual([{ visibility: 'shared', shared_with: [shanghai.office] }]);
  const turned = await tried(liverpool, (work) => updateExchange(work, { exchangeId: visitId, kind: 'event' }), 3);
  expect(turned).toEqual(['kernel.invalid_input', 'kind ties.visit_is_filled']);
  await as(liverpool, (work) => withdrawExchange(work, { exchangeId: visitId, confirmed: ['kernel.read_by_others'] }), 3);
  expect((await db.owner.query('select 1 from ties.delegation_names where visit_id = $1', [visitId])).rowCount).toBe(0);
  expect((await db.owner.query('select visibility from ties.delegation where visit_id = $1', [visitId])).rows).toEqual([
    { visibility: 'private' },
  ]);
});

test('names are kept until their day, five years at most, and then go by themselves while the posts stay', async () => {
  const { liverpool } = world;
  const { id: visitId } = await addVisit();
  const set = (keepUntil: string | null) =>
    tried(
      liverpool,
      (work) => setDelegation(work, { visitId, travellers: [traveller({ post: en('Mayor'), name: named('Small') })], keepUntil }),
      0,
    );
  expect([await set(null), await set(daysFromNow(-1)), await set(daysFromNow(6 * 366))]).toEqual([
    ['kernel.invalid_input', 'keepUntil kernel.required'],
    ['kernel.invalid_input', 'keepUntil ties.keep_until_is_past'],
    ['kernel.invalid_input', 'keepUntil ties.keep_until_too_far'],
  ]);
  expect(await set(daysFromNow(1))).toBe('done');
  expect(await eraseOverdueTravellers(db.database)).toBe(0);
  await db.owner.query(`update ties.delegation_names set keep_until = current_date - 1 where visit_id = $1`, [visitId]);
  expect(await eraseOverdueTravellers(db.database)).toBe(1);
  expect((await seen(liverpool, visitId)).delegation).toMatchObject({ names: null, travellers: [{ name: null, post: en('Mayor') }] });
});

test('an event has no delegation, and another office changes nothing of a visit', async () => {
  const { liverpool, shanghai } = world;
  const event = await addVisit('event');
  const set = (office: TestOffice, visitId: ExchangeId) =>
    tried(office, (work) => setDelegation(work, { visitId, travellers: [], keepUntil: null }), 0);
  expect(await set(liverpool, event.id)).toEqual(['ties.not_a_visit']);
  expect(await tried(liverpool, (work) => getVisit(work, { visitId: event.id }))).toEqual(['ties.exchange_not_found']);
  const { id } = await addVisit();
  await publish([id]);
  expect(await set(shanghai, id)).toEqual(['kernel.forbidden']);
});

test('an office counts whom it has sent abroad by year: members where they are entered, else the number noted; no other office is told', async () => {
  const { liverpool, shanghai } = world;
  const officeId = liverpool.office;
  const sent = (year: string, people: number | null, fromSide: 'a' | 'b') =>
    as(liverpool, (work) =>
      addExchange(work, {
        ...{ tieId, office: officeId, kind: 'visit', domains: ['trade'], title: en(`Visit of ${year}`), starts: on(year), ends: null },
        ...{ fromSide, level: null, ledBy: null, people, note: null, source: null },
      }),
    );
  const outward =
    (await as(liverpool, (work) => countTravel(work, { officeId }))).years.find(({ year }) => year === '2019') === undefined ? 'b' : 'a';
  await sent('2021-05', 6, outward);
  const { id } = await sent('2021-09', 40, outward);
  await setTravellers(id, [traveller({ post: en('Mayor') }), traveller({ post: en('Interpreter') })], 0, null);
  await sent('2021-10', null, outward);
  await sent('2021-11', 9, outward === 'a' ? 'b' : 'a');
  const { years } = await as(liverpool, (work) => countTravel(work, { officeId }));
  expect(years.find(({ year }) => year === '2021')).toEqual({ year: '2021', visits: 3, people: 8, unknown: 1, costs: [] });
  expect(await tried(shanghai, (work) => countTravel(work, { officeId }))).toEqual(['kernel.forbidden']);
});
