import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, Id } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId, type Work } from '#platform/work.ts';
import { openDocument, recogniseDocument, storeDocument } from '#modules/evidence/api/documents.ts';
import { getSource } from '#modules/evidence/api/enter-source.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { addAgreement, updateAgreement, withdrawAgreement } from './agreement/change-agreements.ts';
import { addAgreedItem, sayItemState, updateAgreedItem } from './agreement/change-items.ts';
import { addExchange, updateExchange, withdrawExchange } from './exchange/change-exchanges.ts';
import { keepTie, withdrawTie } from './keep-tie.ts';
import { addTieClass, listTieClasses } from './list-classes.ts';
import { listTies } from './list-ties.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { monthPage } from '#modules/desk/domain/month-page.ts';
import { getTie } from './open-tie.ts';
import { previewTieAudience, setTieAudience } from './tie-audience.ts';
import { openTieWorld, type TieWorld } from './tie-fixture.ts';
import { tieIdOf } from './tie-id.ts';
import { enterTieStatements } from './tie-statements.ts';
import { ties } from '../contract.ts';
import { pairOf, type TieId } from '../domain/tie.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: TieId;
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const on = (text: string) => ({ text, qualifier: 'exact' as const });

const noSource = { title: '', publisher: null, address: null, date: null, passage: null, documentId: null };
const organisationFacts = { kind: 'university' as const, country: null, city: null, website: null, officeId: null };

const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));
const refused = async <T>(account: AccountId | null, use: (work: Work) => Promise<Result<T>>, version?: number) => {
  const result = await db.as(account, use, version);
  return result.ok
    ? 'done'
    : [result.refusal.code, ...(result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`)].join(' ');
};

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  await world.add('Cork', 'IE', '科克');
  await world.add('Chicago', 'US');
  const { liverpool, city } = world;
  const kept = await as(liverpool, (work) =>
    keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
  );
  tieId = kept.id;
});
afterAll(() => db.close());

const say = (office: TestOffice, entries: Parameters<typeof enterTieStatements>[1]['entries']) =>
  as(office, (work) => enterTieStatements(work, { tieId, office: office.office, entries }));
type Entry = Parameters<typeof enterTieStatements>[1]['entries'][0];
const entry = (attribute: Entry['attribute'], value: Entry['value']): Entry => ({
  ...{ attribute, value, kind: 'fact', saidBy: null, visibility: 'private', sharedWith: [], supersedes: null },
});

test('the id of a tie is the same in the program and in the database, whichever city comes first', async () => {
  const { city } = world;
  const pair = pairOf(city('Shanghai'), city('Liverpool'));
  if (pair === null) expect.fail('no pair');
  const { rows } = await db.owner.query('select ties.tie_of($1, $2) as id', [pair.a, pair.b]);
  expect([rows[0], tieIdOf(pair)]).toEqual([{ id: tieId }, tieId]);
});

test('a city has no tie with itself, an office keeps ties of its own city, and each tie once', async () => {
  const { liverpool, city } = world;
  const keep = (cityId: Id<'City'>, withCityId: Id<'City'>) =>
    refused(liverpool.owner, (work) => keepTie(work, { office: liverpool.office, cityId, withCityId }));
  expect(await keep(city('Liverpool'), city('Liverpool'))).toBe('kernel.invalid_input withCityId ties.with_itself');
  expect(await keep(city('Cork'), city('Chicago'))).toBe('ties.not_your_city');
  expect(await keep(city('Shanghai'), city('Liverpool'))).toBe('ties.kept_already');
});

test('what is known of a tie is said as it enters the register; where any of it is refused, the tie does not enter', async () => {
  const { liverpool, city } = world;
  const chicago = { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Chicago') };
  const source = { ...noSource, class: 'press_or_study' as const, title: 'The Mersey Gazette' };
  const entries = [
    { ...entry('class', { type: 'code', code: 'cousins' }), source },
    { ...entry('established', { type: 'date', date: on('2001-05') }), source },
  ];
  expect(await refused(liverpool.owner, (work) => keepTie(work, { ...chicago, entries }))).toBe(
    'kernel.invalid_input entries.0.value.code ties.class_unknown',
  );
  expect(await refused(liverpool.owner, (work) => getTie(work, { tie: 'chicago-us--liverpool-gb' }))).toBe('ties.not_found');
  const right = [{ ...entry('class', { type: 'code', code: 'sister_city' }), source }, ...entries.slice(1)];
  const { id } = await as(liverpool, (work) => keepTie(work, { ...chicago, entries: right }));
  const { statements } = await as(liverpool, (work) => getTie(work, { tie: id }));
  expect(statements.map(({ attribute, value, source: { title } }) => [attribute, value, title]).sort()).toEqual([
    ['class', { type: 'code', code: 'sister_city' }, 'The Mersey Gazette'],
    ['established', { type: 'date', date: on('2001-05') }, 'The Mersey Gazette'],
  ]);
  expect(new Set(statements.map(({ source: { id: sourceId } }) => sourceId)).size).toBe(1);
  await as(liverpool, (work) => withdrawTie(work, { tieId: id, office: liverpool.office }), 1);
});

test('a tie that is kept privately does not exist for anybody else, and nothing tells who entered it first', async () => {
  const { shanghai } = world;
  expect(await refused(shanghai.owner, (work) => getTie(work, { tie: 'liverpool-gb--shanghai-cn' }))).toBe('ties.not_found');
  expect(await refused(null, (work) => getTie(work, { tie: tieId }))).toBe('ties.not_found');
  const mine = await as(world.liverpool, (work) => getTie(work, { tie: 'liverpool-gb--shanghai-cn' }));
  expect(mine).toMatchObject({ id: tieId, slug: 'liverpool-gb--shanghai-cn', kept: [{ visibility: 'private' }] });
});

test('statements of another form, of an unknown class or of no list are refused at once, each at its entry', async () => {
  const { liverpool } = world;
  const entries = [
    entry('established', { type: 'code', code: 'long_ago' }),
    entry('class', { type: 'code', code: 'cousins' }),
    entry('status', { type: 'code', code: 'so_so' }),
  ];
  expect(await refused(liverpool.owner, (work) => enterTieStatements(work, { tieId, office: liverpool.office, entries }))).toBe(
    'kernel.invalid_input entries.0.value.type ties.value_misfits entries.1.value.code ties.class_unknown entries.2.value.code ties.status_unknown',
  );
});

test('each side says for itself how the tie stands; the pages of the sides show both', async () => {
  const { liverpool, shanghai, city } = world;
  await as(shanghai, (work) => keepTie(work, { office: shanghai.office, cityId: city('Shanghai'), withCityId: city('Liverpool') }));
  await say(liverpool, [entry('status', { type: 'code', code: 'active' }), entry('established', { type: 'date', date: on('1999') })]);
  await say(shanghai, [entry('status', { type: 'code', code: 'quiet' }), entry('established', { type: 'date', date: on('1999-10-18') })]);
  const seen = await as(liverpool, (work) => getTie(work, { tie: tieId }));
  const ownSide = seen.ownSide ?? expect.fail('no side');
  const other = ownSide === 'a' ? 'b' : 'a';
  expect(seen.cities[ownSide].slug).toBe('liverpool-gb');
  expect([seen.status[ownSide]?.code, seen.status[other]]).toEqual(['active', null]);
  const version = (await as(shanghai, (work) => previewTieAudience(work, { tieId, office: shanghai.office }))).version;
  const statementIds = (await as(shanghai, (work) => previewTieAudience(work, { tieId, office: shanghai.office }))).statements.map(
    ({ id }) => id,
  );
  const audience = { tieId, office: shanghai.office, visibility: 'shared' as const, sharedWith: [liverpool.office], statementIds };
  await as(shanghai, (work) => setTieAudience(work, { ...audience, agreementIds: [], exchangeIds: [] }), version);
  const shared = await as(liverpool, (work) => getTie(work, { tie: tieId }));
  expect([shared.status[ownSide]?.code, shared.status[other]?.code]).toEqual(['active', 'quiet']);
  const desk = await as(liverpool, (work) => openDesk(work, { officeId: liverpool.office, today: '2019-10-05' }));
  expect(desk.rows).toMatchObject([
    {
      city: { slug: 'shanghai-cn' },
      since: { value: on('1999-10-18'), own: { value: on('1999') } },
      status: { value: 'active' },
      theirs: 'quiet',
    },
  ]);
  expect(monthPage(desk, { month: '2019-10', today: '2019-10-05' }).within).toMatchObject([
    { kind: 'anniversary', years: 20, round: true, on: on('2019-10-18') },
  ]);
});

test('an agreement, its items and what each side says of them', async () => {
  const { liverpool, shanghai, city } = world;
  const facts = { kind: 'memorandum' as const, title: en('Memorandum'), source: null, documentId: null };
  const parties = [
    { kind: 'city' as const, id: city('Liverpool') },
    { kind: 'named' as const, name: 'The other university' },
  ];
  const dates = { signedOn: on('2019-04'), validFrom: on('2019-04'), validTo: on('2019') };
  const wrong = { ...dates, validTo: on('2018') };
  const add = (given: typeof dates) => (work: Work) => addAgreement(work, { tieId, office: liverpool.office, ...facts, parties, ...given });
  expect(await refused(liverpool.owner, add(wrong))).toBe('kernel.invalid_input validTo ties.ends_before_begins');
  const agreement = await as(liverpool, add(dates));
  expect(agreement).toMatchObject({
    visibility: 'private',
    parties: [{ kind: 'city' }, { name: { und: { text: 'The other university' } } }],
  });
  const corrected = await as(
    liverpool,
    (work) => updateAgreement(work, { agreementId: agreement.id, kind: 'programme' }),
    agreement.version,
  );
  expect(corrected).toMatchObject({ kind: 'programme', signedOn: on('2019-04'), parties: [{ kind: 'city' }, { kind: 'named' }] });
  const itemFacts = { text: en('School partnership'), domain: null, aOwner: null, bOwner: null, due: on('2019-10-31') };
  const item = await as(liverpool, (work) =>
    addAgreedItem(work, { agreementId: agreement.id, ...itemFacts, confirmed: ['ties.due_has_passed'] }),
  );
  expect(item).toMatchObject({ number: 1, states: { a: null, b: null } });
  expect(await refused(shanghai.owner, (work) => sayItemState(work, { itemId: item.id, office: shanghai.office, state: 'open' }))).toBe(
    'ties.item_not_found',
  );
  const { version } = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  const audience = { tieId, office: liverpool.office, visibility: 'shared' as const, sharedWith: [shanghai.office] };
  await as(
    liverpool,
    (work) => setTieAudience(work, { ...audience, statementIds: [], agreementIds: [agreement.id], exchangeIds: [] }),
    version,
  );
  await as(shanghai, (work) => sayItemState(work, { itemId: item.id, office: shanghai.office, state: 'done' }));
  const seen = await as(liverpool, (work) => getTie(work, { tie: tieId, today: '2019-11-05' }));
  const other = seen.ownSide === 'a' ? 'b' : 'a';
  expect(seen.agreements[0]?.items[0]?.states[other]).toBe('done');
  const desk = await as(liverpool, (work) => openDesk(work, { officeId: liverpool.office, today: '2019-11-05' }));
  expect(desk.dues).toMatchObject([
    { kind: 'ending', late: false, on: on('2019') },
    { kind: 'item', late: true, on: on('2019-10-31') },
  ]);
  expect(await refused(shanghai.owner, (work) => updateAgreedItem(work, { itemId: item.id, due: on('2020') }))).toBe('kernel.forbidden');
  expect(await refused(liverpool.owner, (work) => updateAgreement(work, { agreementId: agreement.id, kind: 'charter' }), 1)).toBe(
    'kernel.stale',
  );
  // What the other side reads is not taken from it before somebody says that it is meant so.
  const withdraw = (confirmed: ['kernel.read_by_others'] | undefined) => (work: Work) =>
    withdrawAgreement(work, { agreementId: agreement.id, confirmed });
  expect(await refused(liverpool.owner, withdraw(undefined), 3)).toBe('kernel.asks');
  await as(liverpool, withdraw(['kernel.read_by_others']), 3);
  expect((await as(shanghai, (work) => getTie(work, { tie: tieId }))).agreements).toEqual([]);
});

test('an agreement names where it is said and holds the paper itself, both open to whoever reads it, and organisations among its parties', async () => {
  const { liverpool, shanghai } = world;
  const university = await as(liverpool, (work) =>
    createOrganisation(work, { ...organisationFacts, office: liverpool.office, name: en('University of Liverpool') }),
  );
  const read = valueOf(await recogniseDocument({ name: 'Memorandum.pdf', bytes: new TextEncoder().encode('%PDF-1.7 memorandum') }));
  const document = await as(liverpool, (work) => storeDocument(work, { office: liverpool.office }, read));
  const title = {
    ...{ kind: 'memorandum' as const, title: en('Memorandum of universities') },
    ...{ validFrom: on('2019'), validTo: on('2018') },
  };
  const add = (given: Partial<Parameters<typeof addAgreement>[1]>) => (work: Work) =>
    addAgreement(work, {
      ...{ tieId, office: liverpool.office, ...title, signedOn: null, parties: [], source: null, documentId: null },
      ...given,
    });
  const source = { ...noSource, class: 'signed_paper' as const, title: 'Memorandum, signed' };
  const elsewhere = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
  const parties = [{ kind: 'organisation' as const, id: elsewhere }];
  const wrong = add({ title: {}, source: { ...source, title: '' }, documentId: elsewhere, parties });
  expect(await refused(liverpool.owner, wrong)).toBe(
    'kernel.invalid_input title kernel.required parties.0.id organisations.not_found validTo ties.ends_before_begins ' +
      'source.title evidence.source_title_missing documentId evidence.document_unknown',
  );
  const made = await as(
    liverpool,
    add({ source, documentId: document.id, parties: [{ kind: 'organisation', id: university.id }], validTo: null }),
  );
  expect(made).toMatchObject({
    source: { class: 'signed_paper', title: 'Memorandum, signed' },
    document: { id: document.id, name: 'Memorandum.pdf' },
    parties: [{ kind: 'organisation', id: university.id, name: en('University of Liverpool') }],
  });
  const opens = async () => (await db.as(shanghai.owner, (work) => openDocument(work, { documentId: document.id }))).ok;
  expect(await opens()).toBe(false);
  const { version } = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  const audience = { tieId, office: liverpool.office, visibility: 'shared' as const, sharedWith: [shanghai.office] };
  await as(liverpool, (work) => setTieAudience(work, { ...audience, statementIds: [], agreementIds: [made.id], exchangeIds: [] }), version);
  const theirs = async () => (await as(shanghai, (work) => getTie(work, { tie: tieId }))).agreements;
  expect([await theirs(), await opens()]).toMatchObject([
    [{ source: { title: 'Memorandum, signed' }, document: { id: document.id }, parties: [{ kind: 'organisation', id: null, name: null }] }],
    true,
  ]);
  const change = { agreementId: made.id, source: { ...source, title: 'Its copy', class: 'copy' as const }, documentId: null };
  const changed = await as(liverpool, (work) => updateAgreement(work, change), 2);
  expect([await theirs(), await opens()]).toMatchObject([[{ source: { title: 'Its copy' }, document: null }], false]);
  const before = made.source?.id ?? newId();
  expect(await refused(shanghai.owner, (work) => getSource(work, { sourceId: before }))).toBe('evidence.source_not_found');
  await as(liverpool, (work) => withdrawAgreement(work, { agreementId: made.id, confirmed: ['kernel.read_by_others'] }), changed.version);
});

test('visits in and out decide whose turn it is; a visit has a direction', async () => {
  const { liverpool } = world;
  const seen = await as(liverpool, (work) => getTie(work, { tie: tieId }));
  const from = seen.ownSide ?? expect.fail('no side');
  const nothing = { ends: null, level: null, ledBy: null, people: null, note: null, source: null };
  const visit = {
    tieId,
    office: liverpool.office,
    kind: 'visit' as const,
    title: en('Delegation'),
    domains: ['trade' as const],
    ...nothing,
  };
  expect(await refused(liverpool.owner, (work) => addExchange(work, { ...visit, starts: on('2019-04'), fromSide: null }))).toBe(
    'kernel.invalid_input fromSide ties.visit_without_direction',
  );
  const nothingSaid = { ...visit, title: {}, domains: [], starts: null, ends: on('2019'), fromSide: null, people: 0 };
  expect(await refused(liverpool.owner, (work) => addExchange(work, nothingSaid))).toBe(
    'kernel.invalid_input title kernel.required starts kernel.required domains kernel.too_few_entries people kernel.too_small fromSide ties.visit_without_direction',
  );
  const made = await as(liverpool, (work) => addExchange(work, { ...visit, starts: on('2019-04'), fromSide: from }));
  const desk = await as(liverpool, (work) => openDesk(work, { officeId: liverpool.office, today: '2019-11-05' }));
  expect(desk.visits).toMatchObject([{ turn: 'theirs', outward: { visits: 1, last: on('2019-04') }, inward: { visits: 0, last: null } }]);
  expect(desk.rows[0]?.domains[0]).toMatchObject({ domain: 'trade', state: 'alive' });
  const changed = await as(
    liverpool,
    (work) => updateExchange(work, { exchangeId: made.id, fromSide: from === 'a' ? 'b' : 'a' }),
    made.version,
  );
  expect(changed.fromSide).not.toBe(from);
  await as(liverpool, (work) => withdrawExchange(work, { exchangeId: made.id }), changed.version);
  expect((await as(liverpool, (work) => getTie(work, { tie: tieId }))).exchanges).toEqual([]);
});

test('an office’s own class is a word of its statements and named wherever they are read', async () => {
  const { liverpool } = world;
  const added = await as(liverpool, (work) => addTieClass(work, { office: liverpool.office, name: en('Port partnership') }));
  const again = (name: ReturnType<typeof en>) => (work: Work) => addTieClass(work, { office: liverpool.office, name });
  expect(await refused(liverpool.owner, again(en('port Partnership ')))).toBe('kernel.invalid_input name.en ties.class_known');
  expect(await refused(liverpool.owner, again(en('Sister city')))).toBe('kernel.invalid_input name.en ties.class_known');
  await say(liverpool, [entry('class', { type: 'code', code: added.code })]);
  const { entries } = await as(null, listTieClasses);
  expect(entries.map(({ name }) => name['en']?.text)).toContain('Port partnership');
});

test('what becomes public is chosen from a preview, and the public then reads exactly that', async () => {
  const { liverpool } = world;
  const preview = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  const statementIds = preview.statements.filter(({ attribute }) => attribute === 'established').map(({ id }) => id);
  const audience = { tieId, office: liverpool.office, visibility: 'public' as const, sharedWith: [], agreementIds: [], exchangeIds: [] };
  const elsewhere = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
  expect(await refused(liverpool.owner, (work) => setTieAudience(work, { ...audience, statementIds: [elsewhere] }), preview.version)).toBe(
    'kernel.invalid_input statementIds.0 ties.not_your_entry',
  );
  expect(await refused(liverpool.owner, (work) => setTieAudience(work, { ...audience, statementIds }), 1)).toBe('kernel.stale');
  await as(liverpool, (work) => setTieAudience(work, { ...audience, statementIds }), preview.version);
  const seen = await as(null, (work) => getTie(work, { tie: 'liverpool-gb--shanghai-cn' }));
  expect(seen.statements.map(({ attribute, value }) => [attribute, value])).toEqual([['established', { type: 'date', date: on('1999') }]]);
  expect([seen.kept, seen.ownSide, seen.status]).toEqual([[], null, { a: null, b: null }]);
  const list = await as(null, (work) => listTies(work, { city: 'liverpool-gb', limit: 50 }));
  expect(list).toMatchObject({ entries: [{ slug: 'liverpool-gb--shanghai-cn', since: on('1999'), classCode: null }], nextCursor: null });
  // On paper for others, the office reads what everybody reads, though it says and keeps more.
  const own = (audience: { audience?: 'public' }) =>
    as(liverpool, (work) => listTies(work, { city: 'liverpool-gb', limit: 50, ...audience }));
  expect(await own({ audience: 'public' })).toEqual(list);
  expect(await own({})).not.toEqual(list);
});

test('a tie taken out of the register is gone for everybody, and can be taken up again', async () => {
  const { liverpool, shanghai, city } = world;
  const version = (await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }))).version;
  await as(liverpool, (work) => withdrawTie(work, { tieId, office: liverpool.office }), version);
  expect(await refused(null, (work) => getTie(work, { tie: tieId }))).toBe('ties.not_found');
  expect((await as(shanghai, (work) => openDesk(work, { officeId: shanghai.office }))).rows).toHaveLength(1);
  await as(liverpool, (work) => keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }));
  const again = await as(liverpool, (work) => getTie(work, { tie: tieId }));
  expect([again.kept[0]?.visibility, again.statements.length > 0]).toEqual(['private', true]);
});

test('a correction without a field is read as leaving it as it is', () => {
  const read = (procedure: 'updateAgreement' | 'updateAgreedItem' | 'updateExchange', input: object) =>
    (ties[procedure]['~orpc'].inputSchema as { readonly parse?: (value: unknown) => unknown } | undefined)?.parse?.(input);
  const id = tieId;
  expect(read('updateAgreement', { agreementId: id, kind: 'charter' })).toEqual({ agreementId: id, kind: 'charter' });
  expect(read('updateAgreedItem', { itemId: id, domain: null })).toEqual({ itemId: id, domain: null });
  expect(read('updateExchange', { exchangeId: id, people: 3 })).toEqual({ exchangeId: id, people: 3 });
});

test('of two who enter the same at once the second is told what stands already', async () => {
  const { liverpool, city } = world;
  const twice = async (use: (work: Work) => Promise<Result<unknown>>) =>
    (await Promise.all([refused(liverpool.owner, use), refused(liverpool.owner, use)])).toSorted();
  const kept = { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Chicago') };
  expect(await twice((work) => keepTie(work, kept))).toEqual(['done', 'ties.kept_already']);
  const tie = tieIdOf(pairOf(city('Liverpool'), city('Chicago')) ?? expect.fail());
  expect(await twice((work) => withdrawTie(work, { tieId: tie, office: liverpool.office }))).toEqual(['done', 'ties.not_found']);
  const name = en('Twin harbours');
  expect(await twice((work) => addTieClass(work, { office: liverpool.office, name }))).toEqual([
    'done',
    'kernel.invalid_input name.en ties.class_known',
  ]);
});
