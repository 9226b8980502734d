import type { Id } from '#kernel/ids.ts';
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { type Result, ok } from '#kernel/result.ts';
import { addCity } from '#modules/cities/api/add-city.ts';
import { identifyCity } from '#modules/cities/api/city-identity.ts';
import { findCities } from '#modules/cities/api/find-city.ts';
import { getCity } from '#modules/cities/api/open-city.ts';
import { listHistory } from '#modules/evidence/api/read-statements.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { pairOf } from '../../domain/tie.ts';
import { addAgreement } from '../agreement/change-agreements.ts';
import { keepTie } from '../keep-tie.ts';
import { listTies } from '../list-ties.ts';
import { forgetVerdict, judgeDuplicate, listDuplicates, listMerges, mergeCities, previewMerge, undoMerge } from './merge-cities.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { fullTest } from '#platform/full-size.ts';
import { getTie } from '../open-tie.ts';
import { doubtsOfListings, listListings } from '../set-listings.ts';
import { previewTieAudience, setTieAudience } from '../tie-audience.ts';
import { openTieWorld, type TieWorld } from '../tie-fixture.ts';
import { enterTieStatements } from '../tie-statements.ts';

let db: TestDatabase;
let world: TieWorld;
beforeEach(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  await world.add('Cologne', 'DE', '科隆');
  await world.add('Köln', 'DE', '科隆');
  return () => db.close();
});

const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));
const refused = async <T>(office: TestOffice, use: (work: Work) => Promise<Result<T>>, version?: number) => {
  const result = await db.as(office.owner, use, version);
  return result.ok ? 'done' : [result.refusal.code, ...(result.refusal.problems ?? []).map(({ code }) => code)].join(' ');
};

const keep = async (office: TestOffice, own: string, other: string): Promise<string> =>
  (await as(office, (work) => keepTie(work, { office: office.office, cityId: world.city(own), withCityId: world.city(other) }))).id;
const say = (office: TestOffice, tieId: string, year: string, title = 'A list') =>
  as(office, (work) =>
    enterTieStatements(work, {
      tieId,
      office: office.office,
      entries: [
        {
          ...{ attribute: 'established', kind: 'fact', saidBy: null, visibility: 'private', sharedWith: [], supersedes: null },
          value: { type: 'date', date: { text: year, qualifier: 'exact' } },
          source: { ...{ class: 'press_or_study', publisher: null, address: null, date: null, passage: null, documentId: null }, title },
        },
      ],
    }),
  );
const publish = async (office: TestOffice, tieId: string): Promise<void> => {
  const asked = { tieId, office: office.office };
  const { version, statements } = await as(office, (work) => previewTieAudience(work, asked));
  const statementIds = statements.map(({ id }) => id);
  const opened = { ...asked, visibility: 'public' as const, sharedWith: [], statementIds, exchangeIds: [], agreementIds: [] };
  await as(office, (work) => setTieAudience(work, opened), version);
};
const merge = (from: string, into: string) =>
  as(world.register, (work) => mergeCities(work, { fromId: world.city(from), intoId: world.city(into), reason: 'One city' }));
const undo = ({ id, version }: { readonly id: Id<'CityMerge'>; readonly version: number }) =>
  as(world.register, (work) => undoMerge(work, { mergeId: id, reason: null }), version);
const slugs = async (office: TestOffice | null) =>
  (await as(office, (work) => listTies(work, { limit: 50 }))).entries.map(({ slug }) => slug).toSorted();
const dates = (tie: Awaited<ReturnType<typeof getTie>> extends Result<infer T> ? T : never) =>
  tie.statements.map(({ value }) => (value.type === 'date' ? value.date.text : '')).toSorted();
const tie = (office: TestOffice | null, address: string) => as(office, (work) => getTie(work, { tie: address }));

test('two ties become one: sources and dates stand side by side, and every earlier address leads there', async () => {
  const { liverpool } = world;
  const [one, other] = [await keep(liverpool, 'Liverpool', 'Cologne'), await keep(liverpool, 'Liverpool', 'Köln')];
  await say(liverpool, one, '1952', 'The city’s own list');
  await say(liverpool, other, '1953', 'A newspaper');
  await say(liverpool, other, '1952-06', 'An encyclopaedia');
  await publish(liverpool, one);
  await publish(liverpool, other);
  const done = await merge('Köln', 'Cologne');

  expect(done).toMatchObject({ former: { slug: 'koln-de', name: 'Köln' }, city: { slug: 'cologne-de' } });
  expect(await slugs(null)).toEqual(['cologne-de--liverpool-gb']);
  const joined = await tie(null, 'cologne-de--liverpool-gb');
  expect(dates(joined)).toEqual(['1952', '1952-06', '1953']);
  expect(new Set(joined.statements.map(({ source }) => source.title)).size).toBe(3);
  expect(joined.shown[0]?.shown.differing).toHaveLength(1);
  for (const address of ['koln-de--liverpool-gb', one, other]) expect((await tie(null, address)).id).toBe(joined.id);
  const city = await as(null, (work) => getCity(work, { city: 'koln-de' }));
  expect(city.slug).toBe('cologne-de');
  expect((await as(null, (work) => getCity(work, { city: world.city('Köln') }))).slug).toBe('cologne-de');
  const found = valueOf(await db.as(null, async (work) => ok(await findCities(work, ['Köln']))));
  expect(found).toMatchObject([{ found: 'one', city: { slug: 'cologne-de' } }]);
  const history = { subjectKind: 'tie' as const, subjectId: joined.id, attribute: 'established', limit: 50 };
  expect((await as(null, (work) => listHistory(work, history))).entries).toHaveLength(3);

  await undo(done);
  expect(await slugs(null)).toEqual(['cologne-de--liverpool-gb', 'koln-de--liverpool-gb']);
  expect(dates(await tie(null, 'koln-de--liverpool-gb'))).toEqual(['1952-06', '1953']);
  expect(dates(await tie(null, 'cologne-de--liverpool-gb'))).toEqual(['1952']);
});

test('what another office keeps to itself goes along unseen, and what it enters afterwards stays its own when the two are parted', async () => {
  const { liverpool, shanghai, register } = world;
  await keep(liverpool, 'Liverpool', 'Cologne');
  const secret = await keep(shanghai, 'Shanghai', 'Köln');
  await say(shanghai, secret, '1987');
  const preview = await as(register, (work) => previewMerge(work, { fromId: world.city('Köln'), intoId: world.city('Cologne') }));
  expect([preview.problems, preview.becomes.ties]).toEqual([[], 0]);
  const done = await merge('Köln', 'Cologne');

  expect([await slugs(register), await slugs(null)]).toEqual([[], []]);
  expect(await slugs(shanghai)).toEqual(['cologne-de--shanghai-cn']);
  const moved = await tie(shanghai, 'koln-de--shanghai-cn');
  expect(dates(moved)).toEqual(['1987']);
  await say(shanghai, moved.id, '1988');
  const paper = {
    tieId: moved.id,
    office: shanghai.office,
    kind: 'charter' as const,
    title: { en: { text: 'Charter', origin: 'human' as const } },
  };
  const dated = { signedOn: null, validFrom: null, validTo: null, documentId: null, parties: [], source: null };
  await as(shanghai, (work) => addAgreement(work, { ...paper, ...dated }));

  await undo(done);
  const parted = await tie(shanghai, 'koln-de--shanghai-cn');
  expect([parted.id, dates(parted), parted.agreements.length]).toEqual([secret, ['1987', '1988'], 1]);
  expect(await slugs(shanghai)).toEqual(['koln-de--shanghai-cn']);
  expect((await as(shanghai, (work) => openDesk(work, { officeId: shanghai.office }))).rows.map(({ slug }) => slug)).toEqual([
    'koln-de--shanghai-cn',
  ]);
});

test('an address that was merged twice leads on, and merges are undone in any order', async () => {
  await world.add('Colonia', 'DE');
  const first = await merge('Colonia', 'Köln');
  const second = await merge('Köln', 'Cologne');
  const slugOf = async (city: string) => (await as(null, (work) => getCity(work, { city }))).slug;
  expect([await slugOf('colonia-de'), await slugOf('koln-de')]).toEqual(['cologne-de', 'cologne-de']);
  await undo(first);
  expect([await slugOf('colonia-de'), await slugOf('koln-de')]).toEqual(['colonia-de', 'cologne-de']);
  expect((await as(world.register, (work) => listMerges(work, { limit: 10 }))).entries.map(({ id }) => id)).toEqual([second.id]);
  expect(await refused(world.register, (work) => undoMerge(work, { mergeId: first.id, reason: null }))).toBe('cities.merge_not_found');
  await undo(second);
  expect(await slugOf('koln-de')).toBe('koln-de');
});

fullTest('of two officers who merge the same two in the same moment one is told that it is done', async () => {
  const [one, other] = [world.city('Köln'), world.city('Cologne')];
  const at = (fromId: Id<'City'>, intoId: Id<'City'>) =>
    db.as(world.register.owner, (work) => mergeCities(work, { fromId, intoId, reason: 'One city' }));
  const results = await Promise.all([at(one, other), at(other, one)]);
  expect(results.map((result) => (result.ok ? 'done' : result.refusal.code)).toSorted()).toEqual(['cities.merged_already', 'done']);
});

fullTest('who merges two cities that somebody else merges between two looks at them is told that it is done', async () => {
  const [one, other] = [world.city('Köln'), world.city('Cologne')];
  const first = await db.owner.connect();
  await first.query('begin; lock table cities.mention');
  // Has seen that both stand for themselves, and waits for the other transaction before it opens them.
  const late = refused(world.register, (work) => mergeCities(work, { fromId: one, intoId: other, reason: 'One city' }));
  const waiting = `select from pg_locks where relation = 'cities.mention'::regclass and not granted`;
  while ((await db.owner.query(waiting)).rowCount === 0);
  await first.query('select platform.begin_actor($1)', [world.register.owner]);
  await first.query(`select cities.merge_cities($1, $2, $3, $4, 'One city', '{"score": 1, "reasons": []}', now())`, [
    v7(),
    one,
    other,
    world.register.office,
  ]);
  await first.query('commit');
  first.release();
  expect(await late).toBe('cities.merged_already');
});

fullTest('who keeps a tie of a city in the moment in which it is merged keeps it with the city that stays', async () => {
  const { liverpool } = world;
  const [kept] = await Promise.all([
    db.as(liverpool.owner, (work) =>
      keepTie(work, { office: liverpool.office, cityId: world.city('Liverpool'), withCityId: world.city('Köln') }),
    ),
    merge('Köln', 'Cologne'),
  ]);
  expect(kept.ok).toBe(true);
  expect(await slugs(liverpool)).toEqual(['cologne-de--liverpool-gb']);
  const dangling = await db.owner.query(
    'select from ties.keeping k join cities.city c on c.id in (k.a_city, k.b_city) where c.merged_into is not null',
  );
  expect(dangling.rowCount).toBe(0);
});

test('the register office alone merges; an own office, a public city and a tie of the two stand in the way, all told at once', async () => {
  const { liverpool, register } = world;
  const at = (from: string, into: string) => (work: Work) =>
    mergeCities(work, { fromId: world.city(from), intoId: world.city(into), reason: 'One city' });
  expect(await refused(liverpool, at('Köln', 'Cologne'))).toBe('kernel.forbidden');
  expect(await refused(register, at('Liverpool', 'Shanghai'))).toBe('kernel.invalid_input cities.both_have_offices');
  expect(await refused(register, at('Liverpool', 'Cologne'))).toBe('kernel.invalid_input cities.keep_the_one_with_office');
  await publish(register, await keep(register, 'Cologne', 'Köln'));
  expect(await refused(register, at('Köln', 'Cologne'))).toBe('kernel.invalid_input cities.tied_together');
});

test('a tie of the two that somebody keeps to themselves neither stands in the way nor is lost', async () => {
  const { liverpool } = world;
  await keep(liverpool, 'Liverpool', 'Cologne');
  await db.owner.query(
    `insert into ties.keeping (id, tie_id, a_city, b_city, owner_office)
     select gen_random_uuid(), ties.tie_of(least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid)), least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3`,
    [world.city('Cologne'), world.city('Köln'), liverpool.office],
  );
  const done = await merge('Köln', 'Cologne');
  expect(await slugs(liverpool)).toEqual(['cologne-de--koln-de', 'cologne-de--liverpool-gb']);
  await undo(done);
  expect(await slugs(liverpool)).toEqual(['cologne-de--koln-de', 'cologne-de--liverpool-gb']);
});

test('proposals are told with score and reasons, and a person says that two are two, or later, and takes it back', async () => {
  const { register } = world;
  const list = async (state: Asked<'listDuplicates'>['state']) =>
    (await as(register, (work) => listDuplicates(work, { state, from: 0, limit: 50 }))).entries;
  const [pair, ...more] = await list('open');
  expect(more).toEqual([]);
  expect([pair?.stays.slug, pair?.goes.slug, pair?.score].toSorted()).toEqual([30, 'cologne-de', 'koln-de']);
  expect(pair?.grounds).toEqual([{ code: 'same_name', points: 30, params: { language: 'zh-Hans' } }]);
  const judge = (verdict: 'two' | 'later', reason: string | null) => (work: Work) =>
    judgeDuplicate(work, { oneId: world.city('Köln'), otherId: world.city('Cologne'), office: register.office, verdict, reason });
  expect(await refused(register, judge('two', null))).toBe('kernel.invalid_input cities.identity_reason_missing');
  await as(register, judge('later', null));
  expect([(await list('open')).length, (await list('later')).length]).toEqual([0, 1]);
  await as(register, judge('two', 'A district of the same name'));
  expect((await list('two'))[0]?.said).toMatchObject([{ verdict: 'two', reason: 'A district of the same name' }]);
  const back = { oneId: world.city('Cologne'), otherId: world.city('Köln'), office: register.office };
  await as(register, (work) => forgetVerdict(work, back));
  expect(await list('open')).toHaveLength(1);
  expect(await refused(register, (work) => forgetVerdict(work, back))).toBe('cities.verdict_not_found');
});

test('an office asks the register office about cities that everybody sees, and none is told of a city it may not see', async () => {
  const { liverpool, register, shanghai } = world;
  const names = [{ language: 'en', text: 'Cologne', kind: 'official' as const, origin: 'human' as const }];
  const hidden = await as(liverpool, (work) =>
    addCity(work, { office: liverpool.office, names, country: 'DE', visibility: 'private', confirmed: ['cities.may_be_same'] }, null),
  );
  const ask = (otherId: Id<'City'>) => (work: Work) =>
    judgeDuplicate(work, { oneId: world.city('Cologne'), otherId, office: liverpool.office, verdict: 'same', reason: 'One city' });
  expect(await refused(liverpool, ask(hidden.id))).toBe('cities.not_seen_by_register');
  expect(await refused(shanghai, ask(hidden.id))).toBe('cities.not_found');
  const open = (await as(register, (work) => listDuplicates(work, { state: 'open', from: 0, limit: 50 }))).entries;
  expect(JSON.stringify(open)).not.toContain(hidden.id);
  expect(await refused(register, (work) => previewMerge(work, { fromId: hidden.id, intoId: world.city('Cologne') }))).toBe(
    'cities.not_found',
  );
  await as(liverpool, ask(world.city('Köln')));
  const asked = (await as(register, (work) => listDuplicates(work, { state: 'asked', from: 0, limit: 50 }))).entries;
  expect(asked).toMatchObject([{ said: [{ verdict: 'same', office: { id: liverpool.office } }] }]);
  expect(await refused(liverpool, (work) => listDuplicates(work, { state: 'asked', from: 0, limit: 50 }))).toBe('kernel.forbidden');
});

test('the place of the gazetteer goes along: whoever enters it again comes to the city that stays', async () => {
  const { register, liverpool } = world;
  const place = {
    geonamesId: 2886242,
    name: 'Koeln',
    country: 'DE',
    alsoCalled: ['Keulen'],
    latitude: 50.93,
    longitude: 6.95,
    population: 1,
  };
  const added = await as(register, (work) => addCity(work, { office: register.office }, place));
  await as(register, (work) => identifyCity(work, { cityId: added.id, wikidataId: 'Q365', reason: 'Its article' }), added.version);
  const done = await as(register, (work) => mergeCities(work, { fromId: added.id, intoId: world.city('Cologne'), reason: 'One city' }));
  expect(await as(null, (work) => getCity(work, { city: 'cologne-de' }))).toMatchObject({ geonamesId: 2886242, latitude: 50.93 });
  expect(await refused(liverpool, (work) => addCity(work, { office: liverpool.office }, place))).toBe('cities.already_on_record');
  await undo(done);
  expect(await as(null, (work) => getCity(work, { city: 'cologne-de' }))).toMatchObject({ geonamesId: null, latitude: null });
  expect(await as(null, (work) => getCity(work, { city: added.slug }))).toMatchObject({ geonamesId: 2886242, latitude: 50.93 });
});

fullTest('what is said of one end is said of the same end afterwards, also where the two change places', async () => {
  const { liverpool } = world;
  const tieId = await keep(liverpool, 'Liverpool', 'Köln');
  const sides = async () => {
    const { cities, statements } = await tie(liverpool, 'koln-de--liverpool-gb');
    return statements.map(({ attribute, value }) => {
      const side = attribute === 'a_level' ? ('a' as const) : ('b' as const);
      return `${cities[side].slug.slice(0, 3)} ${value.type === 'code' ? value.code : ''}`;
    });
  };
  const levels = (['a', 'b'] as const).map((side) => ({
    ...{ attribute: `${side}_level`, kind: 'fact', saidBy: null, visibility: 'private', sharedWith: [], supersedes: null },
    value: { type: 'code', code: side === 'a' ? 'port' : 'district' },
  })) as Asked<'enterTieStatements'>['entries'];
  await as(liverpool, (work) => enterTieStatements(work, { tieId, office: liverpool.office, entries: levels }));
  const before = await sides();
  // An id before that of Liverpool, as Köln's is after it.
  const first = '00000000-0000-7000-8000-000000000001' as Id<'City'>;
  await db.owner.query(
    `insert into cities.city (id, owner_office, slug, country, sort_name) values ($1, $2, 'colonia-de', 'DE', 'colonia')`,
    [first, world.register.office],
  );
  await db.owner.query(`insert into cities.name (city_id, owner_office, place, language, text) values ($1, $2, 0, 'en', 'Colonia')`, [
    ...[first, world.register.office],
  ]);
  await db.owner.query(
    `insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility) values ($1, 'entry', $2, $2, 'public')`,
    [first, world.register.office],
  );
  const done = await as(world.register, (work) => mergeCities(work, { fromId: world.city('Köln'), intoId: first, reason: 'One city' }));
  expect((await sides()).map((side) => side.replace('col', 'kol')).toSorted()).toEqual(before.toSorted());
  await undo(done);
  expect(await sides()).toEqual(before);
});

fullTest('a list counts a tie as doubtful by what was said of both that have become one, and finds it, until they are parted', async () => {
  const { liverpool, city } = world;
  const [one, other] = [await keep(liverpool, 'Liverpool', 'Cologne'), await keep(liverpool, 'Liverpool', 'Köln')];
  await say(liverpool, one, '1952', 'The list itself');
  await say(liverpool, other, '1953', 'A newspaper');
  const { source } = (await tie(liverpool, one)).statements[0] ?? expect.fail('nothing was said');
  const [setId, pair] = [v7(), pairOf(city('Liverpool'), city('Cologne')) ?? expect.fail('one city')];
  await db.owner.query(
    `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, import_id) values ($1, $2, $3, $4, $5, 'public', $1)`,
    [setId, one, pair.a, pair.b, world.register.office],
  );
  const scope = { setId, sourceId: source.id, office: null, city: null, among: null, country: null, tie: null };
  const doubts = async () => {
    const counts = await as(liverpool, async (work) => ok(await doubtsOfListings(work, scope)));
    const only = async (doubt: 'differing' | 'unsourced') =>
      (await as(liverpool, async (work) => ok(await listListings(work, { ...scope, only: doubt, after: null, limit: 5 })))).length;
    return [counts.differing, await only('differing'), counts.unsourced, await only('unsourced')];
  };
  expect(await doubts()).toEqual([0, 0, 1, 1]);
  const done = await merge('Köln', 'Cologne');
  expect(await doubts()).toEqual([1, 1, 0, 0]);
  // Whoever may not read what was said of the other is told nothing by it.
  expect((await as(null, async (work) => ok(await doubtsOfListings(work, scope)))).differing).toBe(0);
  await undo(done);
  expect(await doubts()).toEqual([0, 0, 1, 1]);
});

fullTest('an entry that was mistyped is proposed beside the city that is meant, in its country and near it', async () => {
  const { register, add } = world;
  const proposed = async () =>
    (await as(register, (work) => listDuplicates(work, { state: 'open', from: 0, limit: 50 }))).entries
      .filter(({ grounds }) => grounds.some(({ code }) => code === 'nearly_called'))
      .map(({ stays, goes, score }) => [stays.slug, goes.slug, score]);
  await add('Leverpool', 'GB');
  await add('Liverpols', 'GB');
  await add('Liwerpool', 'AU');
  expect(await proposed()).toEqual([]);
  await db.owner.query(`update cities.city set geonames_id = 2644210, latitude = 53.41, longitude = -2.98 where slug = 'liverpool-gb'`);
  expect(await proposed()).toEqual([['liverpool-gb', 'leverpool-gb', 30]]);
  await db.owner.query(`update cities.city set latitude = 53.4, longitude = -3 where slug = 'leverpool-gb'`);
  expect(await proposed()).toEqual([['liverpool-gb', 'leverpool-gb', 60]]);
  await db.owner.query(`update cities.city set latitude = 51.5, longitude = 0 where slug = 'leverpool-gb'`);
  expect(await proposed()).toEqual([]);
});
