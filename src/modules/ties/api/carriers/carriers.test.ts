import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import type { TieId } from '../../domain/tie.ts';
import { addCarrier, updateCarrier, withdrawCarrier } from './change-carriers.ts';
import { addHolder, eraseHolder, eraseOverdueHolders, updateHolder } from './change-holders.ts';
import { keepTie } from '../keep-tie.ts';
import { getTie } from '../open-tie.ts';
import { previewTieAudience, setTieAudience } from '../tie-audience.ts';
import { openTieWorld, type TieWorld } from '../tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: TieId;
const on = (text: string) => ({ text, qualifier: 'exact' as const });
const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));
const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  const sides = { cityId: city('Liverpool'), withCityId: city('Shanghai') };
  tieId = (await as(liverpool, (work) => keepTie(work, { office: liverpool.office, ...sides }))).id;
});
afterAll(() => db.close());

type Facts = Omit<Parameters<typeof addCarrier>[1], 'tieId' | 'office'>;
const facts: Facts = { kind: 'post', side: 'a', organisationId: null, name: null, body: null, role: null, starts: null, ends: null };
const add = (more: Partial<Facts>) =>
  db.as(world.liverpool.owner, (work) => addCarrier(work, { tieId, office: world.liverpool.office, ...facts, ...more }));
const person = (surname: string) => ({
  ...{ surname, givenName: 'Example', nameOrder: 'given_first' as const, reason: 'To know whom to turn to', keepUntil: daysFromNow(30) },
});
const hold = (carrierId: Id<'Carrier'>, surname: string, more: Partial<Parameters<typeof addHolder>[1]> = {}) => {
  const asked = { carrierId, office: world.liverpool.office, ...person(surname), starts: null, ends: null, endsEarlier: false, ...more };
  return db.as(world.liverpool.owner, (work) => addHolder(work, asked));
};
const carriersSeen = async (office: TestOffice | null) => (await as(office, (work) => getTie(work, { tie: tieId }))).carriers;

test('an organisation on record carries a tie by its name, as far as the reader may see it; what is missing is told all at once', async () => {
  const { liverpool } = world;
  const name = { en: { text: 'A ballet', origin: 'human' as const } };
  const plain = { kind: 'institute' as const, country: null, city: null, website: null, officeId: null };
  const { id } = await as(liverpool, (work) => createOrganisation(work, { office: liverpool.office, name, ...plain }));
  const made = valueOf(await add({ kind: 'organisation', organisationId: id, role: 'tours', starts: on('2004') }));
  expect(made).toMatchObject({ organisationName: name, name: null, visibility: 'private', version: 1, holders: [] });
  const preview = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  expect(preview.carriers.map((carrier) => carrier.id)).toEqual([made.id]);
  const audience = {
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: [],
    agreementIds: [],
    exchangeIds: [],
    carrierIds: [made.id],
  };
  await as(liverpool, (work) => setTieAudience(work, { tieId, office: liverpool.office, ...audience }), preview.version);
  // The organisation itself is not public: what it does for the tie is, its name is not.
  expect(await carriersSeen(null)).toMatchObject([{ role: 'tours', organisationId: null, organisationName: null }]);
  const nowhere = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
  expect(await add({ name: null, organisationId: nowhere, starts: on('2020'), ends: on('2019') })).toMatchObject({
    refusal: {
      problems: [
        { path: ['name'], code: 'kernel.required' },
        { path: ['ends'], code: 'ties.ends_before_begins' },
        { path: ['organisationId'], code: 'organisations.not_found' },
      ],
    },
  });
});

test('a post lasts while its holders change; who is in it is told to the office that keeps the name and to nobody else', async () => {
  const { liverpool } = world;
  const post = valueOf(await add({ name: 'Director, International Affairs', body: 'City hall' }));
  valueOf(await hold(post.id, 'Before', { starts: on('2015') }));
  valueOf(await hold(post.id, 'Since', { starts: on('2024'), endsEarlier: true }));
  const shown = async (office: TestOffice | null) => (await carriersSeen(office)).find(({ id }) => id === post.id);
  expect((await shown(liverpool))?.holders.map(({ person: who, starts, ends }) => [who?.surname, starts?.text, ends?.text])).toEqual([
    ['Before', '2015', '2024'],
    ['Since', '2024', undefined],
  ]);
  const preview = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  const audience = {
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: [],
    agreementIds: [],
    exchangeIds: [],
    carrierIds: [post.id],
  };
  await as(liverpool, (work) => setTieAudience(work, { tieId, office: liverpool.office, ...audience }), preview.version);
  expect(await shown(null)).toMatchObject({ name: 'Director, International Affairs', holders: [] });
  expect((await shown(world.shanghai))?.holders).toEqual([]);
  const stolen = await db.as(world.shanghai.owner, (work) => updateHolder(work, { holderId: post.id, surname: 'x' }));
  expect(stolen).toMatchObject({ refusal: { code: 'ties.holder_not_found' } });
});

test('an erased name leaves the dates of the post, no word of the person anywhere, and cannot be written again', async () => {
  const post = valueOf(await add({ name: 'Coordinator' }));
  const kept = valueOf(await hold(post.id, 'Verschwundene', { starts: on('2019'), ends: on('2021') }));
  const erase = (version: number) =>
    db.as(world.liverpool.owner, (work) => eraseHolder(work, { holderId: kept.id, confirmed: ['ties.name_is_erased'] }), version);
  expect(await erase(7)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect(valueOf(await erase(1))).toMatchObject({ person: null, starts: on('2019'), ends: on('2021'), version: 2 });
  expect(await erase(2)).toMatchObject({ refusal: { code: 'ties.holder_erased' } });
  const again = db.as(world.liverpool.owner, (work) => updateHolder(work, { holderId: kept.id, surname: 'x' }), 2);
  expect(await again).toMatchObject({ refusal: { code: 'ties.holder_erased' } });
  const { rows } = await db.owner.query<{ all: string }>(
    `select (select string_agg(h::text, ' ') from ties.holder h) || (select string_agg(e::text, ' ') from accounts.audit_entry e) as all`,
  );
  expect(rows[0]?.all).toContain(kept.id);
  expect(rows[0]?.all).not.toContain('Verschwundene');
});

test('a name is kept for a stated time, then erased by itself; withdrawing a post erases the names kept with it', async () => {
  const post = valueOf(await add({ name: 'Secretary' }));
  expect(await hold(post.id, 'Long', { keepUntil: daysFromNow(6 * 366) })).toMatchObject({
    refusal: { problems: [{ path: ['keepUntil'], code: 'ties.keep_until_too_far' }] },
  });
  const overdue = valueOf(await hold(post.id, 'Overdue'));
  const kept = valueOf(await hold(post.id, 'Kept'));
  expect(await eraseOverdueHolders(db.database)).toBe(0);
  await db.owner.query(`update ties.holder set keep_until = current_date - 1 where id = $1`, [overdue.id]);
  expect(await eraseOverdueHolders(db.database)).toBe(1);
  const people = async () => {
    const found = await db.owner.query<{ id: string; surname: string | null }>(
      `select id, surname from ties.holder where carrier_id = $1 order by id`,
      [post.id],
    );
    return found.rows.map(({ surname }) => surname);
  };
  expect(await people()).toEqual([null, 'Kept']);
  const audit = await db.owner.query<{ n: number }>(
    `select count(*)::int as n from accounts.audit_entry where use_case = 'erase-holder' and office = $1 and $2 = any (subjects)`,
    [world.liverpool.office, overdue.id],
  );
  expect(audit.rows[0]?.n).toBe(1);
  valueOf(await db.as(world.liverpool.owner, (work) => withdrawCarrier(work, { carrierId: post.id }), 1));
  expect(await people()).toEqual([null, null]);
  expect((await carriersSeen(world.liverpool)).some(({ id }) => id === post.id)).toBe(false);
  expect(kept.version).toBe(1);
});

test('carriers are changed by their own office, at the version that was seen; an organisation has nobody in it', async () => {
  const club = valueOf(await add({ kind: 'organisation', name: 'A club' }));
  const change = (office: TestOffice, version: number) =>
    db.as(office.owner, (work) => updateCarrier(work, { carrierId: club.id, role: 'football' }), version);
  expect(await change(world.liverpool, 4)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect(valueOf(await change(world.liverpool, 1))).toMatchObject({ role: 'football', name: 'A club', version: 2 });
  expect(await change(world.shanghai, 2)).toMatchObject({ refusal: { code: 'ties.carrier_not_found' } });
  expect(await hold(club.id, 'Somebody')).toMatchObject({ refusal: { code: 'ties.not_a_post' } });
});

test('a carrier is said somewhere like everything else: its source opens and closes with it, and keeps the words and their place', async () => {
  const { liverpool } = world;
  const nothing = { publisher: null, address: null, date: null, documentId: null };
  const words = { title: 'A portrait', passage: 'She has danced here since 2004.', place: 'p. 12' };
  const source = { ...nothing, class: 'press_or_study' as const, ...words };
  const made = valueOf(await add({ kind: 'post', name: 'Principal dancer', body: 'A ballet', source }));
  expect(made.source).toMatchObject(source);
  const seen = async () => (await carriersSeen(null)).find(({ id }) => id === made.id)?.source ?? null;
  expect(await seen()).toBeNull();
  const show = async (visibility: 'private' | 'public') => {
    const { version } = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
    const others = { sharedWith: [], statementIds: [], agreementIds: [], exchangeIds: [] };
    const asked = { tieId, office: liverpool.office, visibility, ...others, carrierIds: [made.id] };
    return as(liverpool, (work) => setTieAudience(work, asked), version);
  };
  await show('public');
  expect(await seen()).toMatchObject(source);
  const change = async (given: Parameters<typeof updateCarrier>[1], version: number) =>
    (await as(liverpool, (work) => updateCarrier(work, given), version)).source;
  // What is left out stays; another place in the same source takes the first one's place.
  expect(await change({ carrierId: made.id, role: 'tours' }, 2)).toMatchObject(source);
  const elsewhere = { sourceId: made.source?.id, place: 'p. 14' };
  expect(await change({ carrierId: made.id, source: { ...nothing, ...elsewhere, class: 'own_records', title: '' } }, 3)).toMatchObject({
    title: 'A portrait',
    passage: null,
    place: 'p. 14',
  });
  expect(await seen()).toMatchObject({ place: 'p. 14' });
  await as(liverpool, (work) => withdrawCarrier(work, { carrierId: made.id, confirmed: ['kernel.read_by_others'] }), 4);
  const id = made.source?.id ?? '';
  const { rows } = await db.owner.query<{ visibility: string }>('select visibility from evidence.source where id = $1', [id]);
  expect(rows).toEqual([{ visibility: 'private' }]);
});
