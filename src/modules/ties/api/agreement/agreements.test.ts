import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { listSources, listSourceUses } from '#modules/evidence/api/enter-source.ts';
import { openDocument, recogniseDocument, storeDocument } from '#modules/evidence/api/documents.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { addAgreement, updateAgreement, withdrawAgreement } from './change-agreements.ts';
import { addAgreedItem, carryItemsOver, sayItemState, takeItemsBack, updateAgreedItem } from './change-items.ts';
import { setItemAudience, withdrawAgreedItem } from './item-audience.ts';
import { keepTie } from '../keep-tie.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { getTie } from '../open-tie.ts';
import { enterTieStatements } from '../tie-statements.ts';
import { listTies } from '../list-ties.ts';
import { previewTieAudience, setTieAudience } from '../tie-audience.ts';
import { openTieWorld, type TieWorld } from '../tie-fixture.ts';
import type { Asked } from '../../contract.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: string;
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const on = (text: string) => ({ text, qualifier: 'exact' as const });

const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));
const refused = async <T>(office: TestOffice, use: (work: Work) => Promise<Result<T>>, version?: number) => {
  const result = await db.as(office.owner, use, version);
  return result.ok
    ? 'done'
    : [result.refusal.code, ...(result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`)].join(' ');
};

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  const kept = await as(liverpool, (work) =>
    keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
  );
  tieId = kept.id;
});
afterAll(() => db.close());

type Given = Partial<Asked<'addAgreement'>>;
const agreement =
  (title: string, given: Given = {}) =>
  (work: Work) =>
    addAgreement(work, {
      ...{ tieId, office: world.liverpool.office, kind: 'memorandum' as const, title: en(title), parties: [], source: null },
      ...{ signedOn: null, validFrom: null, validTo: null, documentId: null },
      ...given,
    });
/** A day that has passed, as an old paper foresaw it. */
const late = { due: on('2019-06'), confirmed: ['ties.due_has_passed' as const] };
const item = (agreementId: Id<'Agreement'>, text: string) => (work: Work) =>
  addAgreedItem(work, { ...{ agreementId, text: en(text), domain: 'culture', aOwner: 'Culture office', bOwner: null }, ...late });

const share = async (agreementIds: Id<'Agreement'>[]) => {
  const { liverpool, shanghai } = world;
  const { version } = await as(liverpool, (work) => previewTieAudience(work, { tieId, office: liverpool.office }));
  const audience = { tieId, office: liverpool.office, visibility: 'shared' as const, sharedWith: [shanghai.office] };
  await as(liverpool, (work) => setTieAudience(work, { ...audience, statementIds: [], exchangeIds: [], agreementIds }), version);
};

test('a memorandum belongs to a frame and follows an earlier one of the same tie, never itself or in a circle', async () => {
  const { liverpool } = world;
  const frame = await as(liverpool, agreement('Partnership', { kind: 'charter', signedOn: on('2007-11-19') }));
  const first = await as(liverpool, agreement('First', { frameId: frame.id, signedOn: on('2008-04-04'), validTo: on('2010') }));
  const second = await as(liverpool, agreement('Second', { frameId: frame.id, followsId: first.id, validTo: on('2013') }));
  expect([second.frameId, second.followsId]).toEqual([frame.id, first.id]);
  const wrong = (id: Id<'Agreement'>, given: Partial<Asked<'updateAgreement'>>) =>
    refused(liverpool, (work) => updateAgreement(work, { agreementId: id, ...given }));
  expect(await wrong(frame.id, { frameId: first.id })).toBe('kernel.invalid_input frameId ties.frame_under_frame');
  expect(await wrong(frame.id, { frameId: frame.id })).toBe('kernel.invalid_input frameId ties.agreement_elsewhere');
  expect(await wrong(first.id, { followsId: second.id })).toBe('kernel.invalid_input followsId ties.follows_itself');
  expect(await wrong(first.id, { prevailing: 'fr', noticeMonths: 3, validTo: null })).toBe(
    'kernel.invalid_input prevailing ties.prevailing_not_listed noticeMonths ties.notice_without_end',
  );
  for (const { id } of [second, first, frame]) await as(liverpool, (work) => withdrawAgreement(work, { agreementId: id }), 1);
});

test('who reads a memorandum reads how it was signed, but not of a frame it may not see nor by when the office means to renew it', async () => {
  const { liverpool, shanghai, city } = world;
  await as(shanghai, (work) => keepTie(work, { office: shanghai.office, cityId: city('Shanghai'), withCityId: city('Liverpool') }));
  const frame = await as(liverpool, agreement('Kept to ourselves', { kind: 'charter' }));
  const signed = {
    ...{ languages: ['en', 'zh-Hans', 'en'], prevailing: 'en', noticeMonths: 3, renewBy: on('2019-09') },
    signatories: [{ side: 'a' as const, post: 'Mayor' }],
  };
  const made = await as(liverpool, agreement('Shown', { frameId: frame.id, validTo: on('2019-12-31'), ...signed }));
  expect(made).toMatchObject({ frameId: frame.id, renewBy: on('2019-09'), languages: ['en', 'zh-Hans'] });
  await share([made.id]);
  const [theirs] = (await as(shanghai, (work) => getTie(work, { tie: tieId }))).agreements;
  expect(theirs).toMatchObject({ frameId: null, renewBy: null, noticeMonths: 3, prevailing: 'en', signatories: [{ post: 'Mayor' }] });
  const endingsOf = async (office: TestOffice, today: string) =>
    (await as(office, (work) => openDesk(work, { officeId: office.office, today }))).dues.flatMap(({ kind, on: { text }, late }) =>
      kind === 'item' ? [] : [[kind, text, late]],
    );
  expect(await endingsOf(liverpool, '2019-07-01')).toEqual([
    ['renewal', '2019-09', false],
    ['ending', '2019-12-31', false],
  ]);
  expect(await endingsOf(liverpool, '2019-10-01')).toEqual([
    ['renewal', '2019-09', true],
    ['ending', '2019-12-31', false],
  ]);
  expect(await endingsOf(shanghai, '2019-08-01')).toEqual([
    ['renewal', '2019-09-30', false],
    ['ending', '2019-12-31', false],
  ]);
  const next = await as(liverpool, agreement('Next', { followsId: made.id }));
  expect(await endingsOf(liverpool, '2019-10-01')).toHaveLength(2);
  await as(liverpool, (work) => updateAgreement(work, { agreementId: next.id, signedOn: on('2019-10') }));
  expect(await endingsOf(liverpool, '2019-10-01')).toEqual([]);
});

test('what one side calls done has its proof, read by whoever reads the item, and closed with the agreement', async () => {
  const { liverpool, shanghai } = world;
  const made = await as(liverpool, agreement('Proven'));
  const { id } = await as(liverpool, item(made.id, 'Concert'));
  const file = valueOf(await recogniseDocument({ name: 'Programme.pdf', bytes: new TextEncoder().encode('%PDF-1.7 concert') }));
  const paper = await as(liverpool, (work) => storeDocument(work, { office: liverpool.office }, file));
  const source = { class: 'press_or_study' as const, title: 'A concert' };
  const say = (given: Pick<Asked<'sayItemState'>, 'state'> & Partial<Asked<'sayItemState'>>) => (work: Work) =>
    sayItemState(work, { itemId: id, office: liverpool.office, ...given });
  await as(
    liverpool,
    say({
      state: 'done',
      source: { publisher: null, address: null, date: null, passage: null, documentId: null, ...source },
      documentId: paper.id,
    }),
  );
  const sideOf = async () => (await as(liverpool, (work) => getTie(work, { tie: tieId }))).ownSide ?? expect.fail('no side');
  const side = await sideOf();
  const opens = async () => (await db.as(shanghai.owner, (work) => openDocument(work, { documentId: paper.id }))).ok;
  expect(await opens()).toBe(false);
  await share([made.id]);
  const theirs = async () =>
    (await as(shanghai, (work) => getTie(work, { tie: tieId }))).agreements.find((one) => one.id === made.id)?.items[0];
  expect([await theirs(), await opens()]).toMatchObject([
    { states: { [side]: 'done' }, evidence: { [side]: { source: { title: 'A concert' }, document: { id: paper.id } } } },
    true,
  ]);
  await as(liverpool, say({ state: 'open' }));
  expect(await theirs()).toMatchObject({ states: { [side]: 'open' }, evidence: { [side]: { document: { id: paper.id } } } });
  await as(liverpool, say({ state: 'open', source: null, documentId: null }));
  expect([(await theirs())?.evidence[side], await opens()]).toEqual([null, false]);
  await as(liverpool, say({ state: 'done', documentId: paper.id }));
  expect(await opens()).toBe(true);
  await as(liverpool, (work) => withdrawAgreement(work, { agreementId: made.id, confirmed: ['kernel.read_by_others'] }), 2);
  expect(await opens()).toBe(false);
});

test('the next memorandum takes over items of the last in one step, each once and without its day', async () => {
  const { liverpool, shanghai } = world;
  const last = await as(liverpool, agreement('Last'));
  const items = [await as(liverpool, item(last.id, 'Schools')), await as(liverpool, item(last.id, 'Ports'))];
  const next = await as(liverpool, agreement('New', { followsId: last.id }));
  const carry = (itemIds: string[]) => (work: Work) => carryItemsOver(work, { agreementId: next.id, itemIds });
  const ids = items.map(({ id }) => id);
  const { entries } = await as(liverpool, carry(ids));
  expect(entries).toMatchObject([
    { number: 1, text: en('Schools'), aOwner: 'Culture office', domain: 'culture', due: null, carriedFrom: ids[0], states: { a: null } },
    { number: 2, text: en('Ports'), carriedFrom: ids[1] },
  ]);
  expect((await as(liverpool, carry(ids))).entries).toEqual([]);
  const own = entries.map(({ id }) => id);
  expect(await refused(liverpool, carry([...own, '01a212ff-c0b5-774b-811b-83a1091ce8dd']))).toBe(
    'kernel.invalid_input itemIds.0 ties.item_not_found itemIds.1 ties.item_not_found itemIds.2 ties.item_not_found',
  );
  await share([next.id]);
  const seen = (await as(shanghai, (work) => getTie(work, { tie: tieId }))).agreements.find(({ id }) => id === next.id);
  expect([seen?.followsId, seen?.items.map(({ carriedFrom }) => carriedFrom)]).toEqual([null, [null, null]]);
  expect(await refused(shanghai, carry(ids))).toBe('kernel.forbidden');
});

test('taking items over is undone as one: those that somebody has worked on since stay and are named', async () => {
  const { liverpool, shanghai } = world;
  const last = await as(liverpool, agreement('Before'));
  const items = [await as(liverpool, item(last.id, 'Schools')), await as(liverpool, item(last.id, 'Ports'))];
  const next = await as(liverpool, agreement('After', { followsId: last.id }));
  const carry = () => as(liverpool, (work) => carryItemsOver(work, { agreementId: next.id, itemIds: items.map(({ id }) => id) }));
  const back = (itemIds?: string[]) => (work: Work) =>
    takeItemsBack(work, { agreementId: next.id, ...(itemIds === undefined ? {} : { itemIds }) });
  const [schools, ports] = (await carry()).entries;
  expect(await refused(liverpool, back([items[0]?.id ?? '']))).toBe('kernel.invalid_input itemIds.0 ties.item_not_found');
  expect(await as(liverpool, back([schools?.id ?? '']))).toEqual({ taken: [schools?.id], stayed: [] });
  expect((await carry()).entries.map(({ text: words }) => words)).toEqual([en('Schools')]);
  await as(liverpool, (work) => sayItemState(work, { itemId: ports?.id ?? '', office: liverpool.office, state: 'done' }));
  const undone = await as(liverpool, back());
  expect([undone.taken.length, undone.stayed.map(({ text: words }) => words)]).toEqual([1, [en('Ports')]]);
  const seen = (await as(liverpool, (work) => getTie(work, { tie: tieId }))).agreements.find(({ id }) => id === next.id);
  expect(seen?.items.map(({ text: words }) => words)).toEqual([en('Ports')]);
  expect(await as(liverpool, back())).toMatchObject({ taken: [], stayed: [{ text: en('Ports') }] });
  await share([next.id]);
  expect(await refused(shanghai, back())).toBe('kernel.forbidden');
});

test('the day a charter bears is the beginning wherever one is shown: on the page, in lists, in the grid; a charter alone states none', async () => {
  const { liverpool, city } = world;
  await world.add('Hamburg', 'DE');
  const kept = await as(liverpool, (work) =>
    keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Hamburg') }),
  );
  const shown = async () => {
    const page = await as(liverpool, (work) => getTie(work, { tie: kept.id }));
    const list = await as(liverpool, (work) => listTies(work, { limit: 50 }));
    const desk = await as(liverpool, (work) => openDesk(work, { officeId: liverpool.office, today: '2026-05-01' }));
    const first = page.shown.find(({ attribute }) => attribute === 'established')?.shown.first?.value;
    return [
      first?.type === 'date' ? first.date.text : null,
      list.entries.find(({ id }) => id === kept.id)?.since?.text ?? null,
      desk.rows.find(({ tieId: id }) => id === kept.id)?.since.value?.text ?? null,
    ];
  };
  const state = (date: string, title: string, sourceDate: string | null) =>
    as(liverpool, (work) =>
      enterTieStatements(work, {
        ...{ tieId: kept.id, office: liverpool.office },
        entries: [
          {
            ...{ attribute: 'established', value: { type: 'date', date: on(date) }, kind: 'fact', saidBy: null, supersedes: null },
            ...{ visibility: 'private', sharedWith: [] },
            source: {
              ...{ class: 'official_publication', title, date: sourceDate === null ? null : on(sourceDate) },
              ...{ publisher: null, address: null, documentId: null, passage: null, place: null },
            },
          },
        ],
      }),
    );
  await as(liverpool, (work) =>
    addAgreement(work, {
      ...{ tieId: kept.id, office: liverpool.office, kind: 'charter', title: en('Declaration'), parties: [], source: null },
      ...{ signedOn: on('1986-05-29'), validFrom: null, validTo: null, documentId: null },
    }),
  );
  expect(await shown()).toEqual([null, null, null]);
  await state('1985-06-29', 'Yearbook', '2007');
  await state('1986-05-29', 'List', null);
  expect(await shown()).toEqual(['1986-05-29', '1986-05-29', '1986-05-29']);
});

test('the list of sources counts an agreement that rests on one, and says on which page that is', async () => {
  const { liverpool } = world;
  const paper = { class: 'official_publication' as const, title: 'Gazette of charters', publisher: null, address: null, date: null };
  const rest = { documentId: null, passage: null, place: null };
  const made = await as(liverpool, agreement('Rests on the gazette', { source: { ...paper, ...rest } }));
  const uses = async () =>
    (await as(liverpool, (work) => listSources(work, { office: liverpool.office, limit: 50, q: 'gazette of' }))).entries.map(
      (one) => one.uses,
    );
  expect(await uses()).toEqual([[{ kind: 'agreement', count: 1 }]]);
  const of = { sourceId: made.source?.id ?? expect.fail('no source') };
  expect((await as(liverpool, (work) => listSourceUses(work, of))).entries).toMatchObject([
    { kind: 'agreement', count: 1, placeKind: 'tie', slug: 'liverpool-gb--shanghai-cn' },
  ]);
  expect(await db.as(world.shanghai.owner, (work) => listSourceUses(work, of))).toMatchObject({ refusal: { kind: 'not_found' } });
  await as(liverpool, (work) => withdrawAgreement(work, { agreementId: made.id }), 1);
  expect(await uses()).toEqual([[]]);
});

test('an item begun under a paper that others read stays with its office until it is shown, and is withdrawn again', async () => {
  const { liverpool, shanghai } = world;
  const { id } = await as(liverpool, agreement('Read by both'));
  await share([id]);
  const made = await as(liverpool, item(id, 'Our draft'));
  await as(liverpool, (work) => sayItemState(work, { itemId: made.id, office: liverpool.office, state: 'open' }));
  const seen = async (office: TestOffice) => {
    const tie = await as(office, (work) => getTie(work, { tie: tieId }));
    return tie.agreements.find((one) => one.id === id)?.items.map(({ visibility, states }) => [visibility, states.a ?? states.b]);
  };
  expect([made.visibility, await seen(shanghai)]).toEqual(['private', []]);
  // Who sees the tie is decided anew: what is kept stays so.
  await share([id]);
  expect([await seen(liverpool), await seen(shanghai)]).toEqual([[['private', 'open']], []]);
  const show = (visibility: 'private' | 'agreement') => (work: Work) => setItemAudience(work, { itemId: made.id, visibility });
  expect(await refused(shanghai, show('agreement'))).toBe('ties.item_not_found');
  expect(await refused(liverpool, show('agreement'), made.version + 1)).toBe('kernel.stale');
  const shown = await as(liverpool, show('agreement'), made.version);
  expect([await seen(shanghai), await refused(shanghai, show('private'))]).toEqual([[['shared', 'open']], 'kernel.forbidden']);
  // It opens and closes with its paper from now on, and is not taken from its readers unasked.
  expect(await refused(liverpool, show('private'))).toBe('kernel.asks');
  const withdraw = (confirmed?: ['kernel.read_by_others']) => (work: Work) => withdrawAgreedItem(work, { itemId: made.id, confirmed });
  expect(await refused(liverpool, withdraw(), shown.version)).toBe('kernel.asks');
  expect(await refused(liverpool, withdraw(['kernel.read_by_others']), made.version)).toBe('kernel.stale');
  await as(liverpool, withdraw(['kernel.read_by_others']), shown.version);
  expect([await seen(liverpool), await seen(shanghai), await refused(liverpool, withdraw())]).toEqual([[], [], 'ties.item_not_found']);
});

test('a due date that has passed is asked about, not forbidden: of a new item, of a corrected one, and of none whose day stays', async () => {
  const { liverpool } = world;
  const { id: agreementId } = await as(liverpool, agreement('An old paper'));
  const foreseen = { agreementId, text: en('Choirs'), domain: null, aOwner: null, bOwner: null };
  const add = (due: string) => db.as(liverpool.owner, (work) => addAgreedItem(work, { ...foreseen, due: on(due) }));
  expect(await add('2019-06')).toMatchObject({ refusal: { kind: 'asks', questions: [{ code: 'ties.due_has_passed' }] } });
  const made = valueOf(await add('2990'));
  const change = (given: Omit<Asked<'updateAgreedItem'>, 'itemId'>) =>
    db.as(liverpool.owner, (work) => updateAgreedItem(work, { itemId: made.id, ...given }));
  expect(await change({ due: on('2019') })).toMatchObject({ refusal: { kind: 'asks' } });
  valueOf(await change({ due: on('2019'), confirmed: ['ties.due_has_passed'] }));
  expect(valueOf(await change({ due: on('2019'), text: en('Two choirs') })).text).toEqual(en('Two choirs'));
});
