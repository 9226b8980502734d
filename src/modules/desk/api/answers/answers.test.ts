// What others said about an office in one list: none twice, none cut off, answered and taken back, put off, and reminded of three times.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { confirmStage } from '#modules/outcomes/api/confirm-stage.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { takeUpOutcome } from '#modules/outcomes/api/take-up-outcome.ts';
import type { Asked as OfOutcomes } from '#modules/outcomes/contract.ts';
import type { Asked as OfTies } from '#modules/ties/contract.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addAgreedItem, sayItemState } from '#modules/ties/api/agreement/change-items.ts';
import { setItemAudience, withdrawAgreedItem } from '#modules/ties/api/agreement/item-audience.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { sayOfExchange } from '#modules/ties/api/exchange/exchange-words.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { weeklyLetter } from '../../print/weekly-letter.ts';
import { putOffAnswer, setWeeklyMail } from '../reminders.ts';
import { sendWeeklyMails } from '../send-weekly-mail.ts';
import { listAnswers } from './list-answers.ts';

let db: TestDatabase;
let tie: TieFixture;
const as = async <T>(office: TestOffice, use: (work: Work) => Promise<Result<T>>): Promise<T> => valueOf(await db.as(office.owner, use));
const list = (office: TestOffice, page: { readonly limit?: number; readonly cursor?: string } = {}) =>
  as(office, (work) => listAnswers(work, { officeId: office.office, limit: 50, ...page }));
const kinds = async (office: TestOffice) => (await list(office)).entries.map(({ kind }) => kind);

let itemId: string;
let agreementId: OfTies<'addAgreedItem'>['agreementId'];
let exchangeId: OfTies<'sayOfExchange'>['exchangeId'];
let outcomeId: OfOutcomes<'getOutcome'>['outcomeId'];
let hearsay: typeof outcomeId;

/** Shared with Shanghai. */
async function share(by: TestOffice, facts: Partial<OfOutcomes<'recordOutcome'>>, sharedWith: readonly TestOffice[]) {
  const { id } = await as(by, (work) => recordOutcome(work, deals(tie, by.office, facts)));
  const audience = { outcomeId: id, visibility: 'shared' as const, sharedWith: sharedWith.map(({ office }) => office) };
  await as(by, (work) => setOutcomeAudience(work, audience));
  return id;
}

/** The figure that waits. */
function valueIn(entry: Awaited<ReturnType<typeof list>>['entries'][number] | undefined) {
  if (entry?.kind !== 'figure') throw new Error('no figure waits');
  return entry;
}

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  const { liverpool, shanghai } = tie;
  const on = { tieId: tie.tieId, office: liverpool.office };
  outcomeId = await share(liverpool, { title: text('45 deals') }, [shanghai]);
  const paper = { kind: 'memorandum' as const, title: text('Memorandum'), parties: [], source: null, documentId: null };
  const dates = { signedOn: null, validFrom: null, validTo: null };
  const agreement = await as(liverpool, (work) => addAgreement(work, { ...on, ...paper, ...dates }));
  const foreseen = { agreementId: agreement.id, text: text('Schools'), domain: null, aOwner: null, bOwner: null, due: null };
  agreementId = agreement.id;
  itemId = (await as(liverpool, (work) => addAgreedItem(work, foreseen))).id;
  const nothing = { ends: null, level: null, ledBy: null, people: null, note: null, source: null };
  const visit = {
    kind: 'visit' as const,
    domains: ['trade' as const],
    title: text('A visit'),
    starts: { text: '2019-11', qualifier: 'exact' as const },
  };
  exchangeId = (await as(liverpool, (work) => addExchange(work, { ...on, ...visit, ...nothing, fromSide: 'a' }))).id;
  const audience = {
    visibility: 'shared' as const,
    sharedWith: [shanghai.office],
    agreementIds: [agreement.id],
    exchangeIds: [exchangeId],
    statementIds: [],
  };
  await as(liverpool, (work) => setTieAudience(work, { ...on, ...audience }));
  const said = { attribute: 'established' as const, value: { type: 'date' as const, date: { text: '1999', qualifier: 'exact' as const } } };
  const plain = { kind: 'fact' as const, saidBy: null, visibility: 'shared' as const, sharedWith: [shanghai.office], supersedes: null };
  await as(liverpool, (work) => enterTieStatements(work, { ...on, entries: [{ ...said, ...plain }] }));
  await as(liverpool, (work) => sayItemState(work, { itemId, office: liverpool.office, state: 'done' }));
  hearsay = await share(tie.stranger, { title: text('By hearsay'), attributions: [] }, [shanghai]);
});
afterAll(() => db.close());

/** Of an answer: nothing that goes with it. */
const blank = { amount: null, currency: null, count: null, source: null, note: null, heldStage: null, heldParty: null };

test('one list holds what another side and third parties said, by city, none twice, with its count on every page', async () => {
  const { shanghai, liverpool, stranger } = tie;
  const whole = await list(shanghai);
  expect(whole.entries.map(({ kind }) => kind).toSorted()).toEqual(['exchange', 'figure', 'item', 'said', 'third']);
  expect(new Set(whole.entries.map(({ city }) => city?.slug))).toEqual(new Set(['liverpool-gb']));
  expect([whole.count, whole.answered, whole.later]).toEqual([5, [], []]);
  const first = await list(shanghai, { limit: 2 });
  const second = await list(shanghai, { limit: 2, cursor: first.nextCursor ?? '' });
  const third = await list(shanghai, { limit: 2, cursor: second.nextCursor ?? '' });
  expect([first, second, third].map(({ count, entries }) => [count, entries.length])).toEqual([
    [5, 2],
    [5, 2],
    [5, 1],
  ]);
  expect([first, second, third].flatMap(({ entries }) => entries.map(({ key }) => key))).toEqual(whole.entries.map(({ key }) => key));
  expect([third.nextCursor, await kinds(liverpool), await kinds(stranger)]).toEqual([null, [], []]);
  expect(await db.as(liverpool.owner, (work) => listAnswers(work, { officeId: shanghai.office, limit: 1 }))).toMatchObject({
    refusal: { code: 'kernel.forbidden' },
  });
});

test('an answer leaves the list, stands for the day with the way back, and taken back waits again', async () => {
  const { shanghai, stranger } = tie;
  const { office } = shanghai;
  const figure = { outcomeId, office, stage: 'potential' as const, through: 1, visibility: 'shared' as const, ...blank };
  const say = (verdict: 'confirms' | 'withdraws') =>
    as(shanghai, (work) => confirmStage(work, { ...figure, verdict, qualifier: 'exact', countQualifier: 'exact' }));
  const item = (state: 'cannot_say' | null) => as(shanghai, (work) => sayItemState(work, { itemId, office, state }));
  const held = { exchangeId: exchangeId, office, happened: true, starts: null, note: null };
  const visit = (verdict: 'confirms' | null) => as(shanghai, (work) => sayOfExchange(work, { ...held, verdict }));
  const decide = (takesUp: boolean | null) => as(shanghai, (work) => takeUpOutcome(work, { outcomeId: hearsay, office, takesUp }));
  await say('confirms');
  await item('cannot_say');
  await visit('confirms');
  await decide(false);
  const after = await list(shanghai);
  expect(after.entries.map(({ kind }) => kind)).toEqual(['said']);
  expect(after.answered.map(({ answer, undo }) => [undo.kind, answer]).toSorted()).toEqual([
    ['exchange', 'as_they_say'],
    ['figure', 'as_they_say'],
    ['item', 'not_known'],
    ['outcome', 'left'],
  ]);
  // Whose words they are learns nothing of an outcome that was left.
  expect((await list(stranger)).entries).toEqual([]);
  await say('withdraws');
  await item(null);
  await visit(null);
  await decide(null);
  const back = await list(shanghai);
  expect([back.count, back.answered]).toEqual([5, []]);
});

test('a word on an exchange that says what differs says something, and belongs to a side that did not enter it', async () => {
  const { shanghai, liverpool, stranger } = tie;
  const say = (
    by: TestOffice,
    held: { readonly happened?: boolean; readonly note?: string; readonly day?: string },
    verdict: 'confirms' | 'differs' = 'differs',
  ) =>
    db.as(by.owner, (work) =>
      sayOfExchange(work, {
        ...{ exchangeId: exchangeId, office: by.office, verdict, happened: held.happened ?? true, note: held.note ?? null },
        starts: held.day === undefined ? null : { text: held.day, qualifier: 'exact' },
      }),
    );
  const codes = async (asked: ReturnType<typeof say>) => {
    const answered = await asked;
    return answered.ok ? [] : (answered.refusal.problems?.map(({ path, code }) => `${path.join('.')} ${code}`) ?? [answered.refusal.code]);
  };
  expect(await codes(say(shanghai, {}))).toEqual(['note ties.difference_missing']);
  expect(await codes(say(shanghai, { happened: false, day: '2018' }))).toEqual(['starts ties.never_has_no_day']);
  expect(await codes(say(shanghai, { note: 'x', day: '2018' }, 'confirms'))).toEqual([
    'starts ties.only_when_differing',
    'note ties.only_when_differing',
  ]);
  expect(await codes(say(liverpool, { note: 'x' }))).toEqual(['ties.own_exchange']);
  expect(await codes(say(stranger, { note: 'x' }))).toEqual(['ties.exchange_not_found']);
  expect(await codes(say(shanghai, { day: '2018' }))).toEqual([]);
  expect((await list(shanghai)).entries.map(({ kind }) => kind)).not.toContain('exchange');
  await as(shanghai, (work) =>
    sayOfExchange(work, {
      exchangeId: exchangeId,
      office: shanghai.office,
      verdict: null,
      happened: true,
      starts: null,
      note: null,
    }),
  );
});

test('what is put off keeps quiet for a month on the list of that office alone, and asks again after it or when told to', async () => {
  const { shanghai, liverpool } = tie;
  const [one] = (await list(shanghai)).entries;
  const asked = { officeId: shanghai.office, subject: one?.key ?? '' };
  const put = (later: boolean) => as(shanghai, (work) => putOffAnswer(work, { ...asked, later }));
  const offAfter = async (days: number) => {
    const { count, later } = await as(shanghai, (work) =>
      listAnswers({ ...work, now: new Date(work.now.getTime() + days * 86_400_000) }, { officeId: shanghai.office, limit: 50 }),
    );
    return [count, later.map(({ key }) => key)];
  };
  await put(true);
  expect([await offAfter(0), await offAfter(29), await offAfter(31)]).toEqual([
    [4, [one?.key]],
    [4, [one?.key]],
    [5, []],
  ]);
  await put(false);
  expect(await offAfter(0)).toEqual([5, []]);
  expect(await db.as(liverpool.owner, (work) => putOffAnswer(work, { ...asked, later: true }))).toMatchObject({
    refusal: { code: 'kernel.forbidden' },
  });
});

test('letters remind of one thing on three Mondays, of what is put off or answered on none; then they are silent and the list is not', async () => {
  const { shanghai } = tie;
  const colleague = await db.addMember(shanghai.office, 'editor');
  await as(shanghai, (work) => setWeeklyMail(work, { officeId: shanghai.office, on: true }));
  valueOf(await db.as(colleague, (work) => setWeeklyMail(work, { officeId: shanghai.office, on: true })));
  const off = (await list(shanghai)).entries.find(({ kind }) => kind === 'item')?.key ?? '';
  await as(shanghai, (work) => putOffAnswer(work, { officeId: shanghai.office, subject: off, later: true }));
  const monday = async (day: string) => {
    await db.owner.query(
      `create or replace function desk.due_weekly_mails(p_now timestamptz) returns table (id uuid, office uuid, account uuid, day date) language sql security definer as $$
        select m.id, m.owner_office, m.account, date '${day}' from desk.weekly_mail m where told_on is distinct from date '${day}' order by m.id $$`,
    );
    const sent = await sendWeeklyMails(db.database, (week, asked) => weeklyLetter(week, { ...asked, origin: 'https://hansa.example' }));
    const { rows } = await db.owner.query<{ body: string }>('select body from platform.mail order by id desc limit $1', [sent]);
    return rows.map(({ body }) => body.split('\n').filter((line) => /^- .*Liverpool/.test(line)).length);
  };
  expect(await monday('2026-12-07')).toEqual([4, 4]);
  const reminded = async () => (await list(shanghai)).entries.map((one) => one.reminded);
  expect(await reminded()).toEqual([1, 1, 1, 1]);
  expect([await monday('2026-12-14'), await monday('2026-12-21')]).toEqual([
    [4, 4],
    [4, 4],
  ]);
  expect(await monday('2026-12-28')).toEqual([]);
  expect([await reminded(), (await list(shanghai)).count]).toEqual([[3, 3, 3, 3], 4]);
  await as(shanghai, (work) => putOffAnswer(work, { officeId: shanghai.office, subject: off, later: false }));
  expect(await monday('2027-01-04')).toEqual([1, 1]);
});

test('a company sees what is reported of it and shown to it, and its answer is its confirmation; nobody else is asked for it', async () => {
  const { liverpool } = tie;
  const [company, other] = [await db.foundOffice({ kind: 'company' }), await db.foundOffice({ kind: 'company' })];
  const facts = { kind: 'company' as const, country: 'GB', city: null, website: null };
  const record = (name: string, officeId: TestOffice['office']) =>
    as(liverpool, (work) => createOrganisation(work, { ...facts, name: text(name), officeId, office: liverpool.office }));
  const [mine, theirs] = [await record('Hullbright', company.office), await record('Shenjiang', other.office)];
  const party = { cityId: null, name: null, role: 'partner' as const, share: null };
  const parties = [mine, theirs].map(({ id: organisationId }) => ({ ...party, organisationId }));
  const deal = { extent: 'single' as const, parties, entry: entry({ stage: 'signed', amount: '1100000', currency: 'GBP' }) };
  const id = await share(liverpool, { title: text('A licence'), ...deal }, [company]);
  const { entries } = await list(company);
  expect(entries).toMatchObject([{ kind: 'figure', figure: { outcome: { id }, stage: 'signed', ours: null } }]);
  // The other party does not see it, and is not named to this one, whom its record is not shown.
  expect(await kinds(other)).toEqual([]);
  expect(entries[0]?.kind === 'figure' && entries[0].figure.parties.map((name) => name['en']?.text)).toEqual(['Hullbright']);
  const said = {
    outcomeId: id,
    office: company.office,
    stage: 'signed' as const,
    verdict: 'confirms' as const,
    through: 1,
    visibility: 'shared' as const,
  };
  const confirmed = await as(company, (work) => confirmStage(work, { ...said, ...blank, qualifier: 'exact', countQualifier: 'exact' }));
  expect(confirmed.figures).toMatchObject([{ assurance: 'confirmed', confirmedBy: [{ id: company.office }] }]);
  expect([(await list(company)).count, (await list(company)).answered.map(({ answer }) => answer)]).toEqual([0, ['as_they_say']]);
});

test('what we hold ourselves stands beside what they say: a record of our own that may be the same, and the figures that they contradict', async () => {
  const { liverpool, shanghai } = tie;
  const bridge = entry({ stage: 'signed', amount: '7400000', currency: 'GBP', valueDate: { text: '2019-11', qualifier: 'exact' } });
  const theirs = await share(liverpool, { title: text('Bridge steel'), extent: 'single', entry: bridge }, [shanghai]);
  const shown = async (office: TestOffice, of: string) =>
    (await list(office)).entries.find(
      (one) => (one.kind === 'figure' ? one.figure : one.kind === 'contradiction' ? one.contradiction : null)?.outcome.id === of,
    );
  expect(await shown(shanghai, theirs)).toMatchObject({ figure: { ownRecord: null } });
  const own = deals(tie, shanghai.office, {
    title: text('Steel for a bridge'),
    extent: 'single',
    entry: bridge,
    confirmed: ['outcomes.may_be_same'],
  });
  const { id } = await as(shanghai, (work) => recordOutcome(work, own));
  expect(await shown(shanghai, theirs)).toMatchObject({
    figure: { ownRecord: { id, title: { en: { text: 'Steel for a bridge' } }, figure: { stage: 'signed', amount: { value: '7400000' } } } },
  });
  const held = { amount: '7000000', currency: 'GBP', visibility: 'shared' as const };
  const { figure } = valueIn(await shown(shanghai, theirs));
  const say = (verdict: 'differs' | 'confirms_part') =>
    as(shanghai, (work) =>
      confirmStage(work, {
        ...{
          outcomeId: theirs,
          office: shanghai.office,
          stage: 'signed',
          verdict,
          through: figure.through,
          heldStage: null,
          heldParty: null,
        },
        ...{ count: null, qualifier: 'exact', countQualifier: 'exact', source: null, documentId: null, note: null, ...held },
      }),
    );
  await say('differs');
  expect(await shown(liverpool, theirs)).toMatchObject({
    contradiction: { isPart: false, ours: { stage: 'signed', amount: { value: '7400000' } }, amount: { value: '7000000' } },
  });
  // So much of it confirmed is an answer like any other, and waits for the word of who reports it as what differs does.
  await say('confirms_part');
  expect((await list(shanghai)).answered.find(({ key }) => key === `figure ${theirs} signed`)?.answer).toBe('in_part');
  expect(await shown(liverpool, theirs)).toMatchObject({ contradiction: { isPart: true, amount: { value: '7000000' } } });
  // What we stand by is answered, and asked again once that is taken back.
  const stand = (verdict: 'maintains' | 'withdraws') =>
    as(liverpool, (work) =>
      confirmStage(work, {
        ...{ ...blank, outcomeId: theirs, office: liverpool.office, stage: 'signed', verdict, through: figure.through },
        ...{ qualifier: 'exact', countQualifier: 'exact', visibility: 'shared' },
      }),
    );
  await stand('maintains');
  const given = (await list(liverpool)).answered.find(({ key }) => key === `figure ${theirs} signed`);
  expect([given?.answer, given?.undo.kind, await shown(liverpool, theirs)]).toEqual(['maintained', 'figure', undefined]);
  await stand('withdraws');
  expect(await shown(liverpool, theirs)).toMatchObject({ contradiction: { isPart: true } });
});

test('an item that the other side has entered asks nobody while it is private, asks once it is shown, and no more once it is withdrawn', async () => {
  const { liverpool, shanghai } = tie;
  const foreseen = { agreementId, text: text('Port call'), domain: null, aOwner: null, bOwner: null, due: null };
  const { id, version } = await as(liverpool, (work) => addAgreedItem(work, foreseen));
  const asked = async () => (await list(shanghai)).entries.some(({ key }) => key === `item ${id} entered`);
  expect(await asked()).toBe(false);
  await as(liverpool, (work) => setItemAudience(work, { itemId: id, visibility: 'agreement' }));
  expect([version, await asked(), (await list(liverpool)).entries.some(({ key }) => key.includes(id))]).toEqual([1, true, false]);
  await as(shanghai, (work) => sayItemState(work, { itemId: id, office: shanghai.office, state: 'open' }));
  const answered = (await list(shanghai)).answered.find(({ undo }) => undo.kind === 'item' && undo.itemId === id);
  expect([await asked(), answered?.answer]).toEqual([false, 'as_they_say']);
  await as(shanghai, (work) => sayItemState(work, { itemId: id, office: shanghai.office, state: null }));
  // That it was not agreed is told to whoever entered it, and waits for that one's word.
  await as(shanghai, (work) => sayItemState(work, { itemId: id, office: shanghai.office, state: 'not_agreed' }));
  const told = (await list(shanghai)).answered.find(({ undo }) => undo.kind === 'item' && undo.itemId === id);
  const back = (await list(liverpool)).entries.find(({ key }) => key === `item ${id} not_agreed`);
  expect([told?.answer, back]).toMatchObject(['differs', { kind: 'item', state: 'not_agreed', office: { id: shanghai.office } }]);
  await as(liverpool, (work) => sayItemState(work, { itemId: id, office: liverpool.office, state: 'not_agreed' }));
  expect((await list(liverpool)).entries.map(({ key }) => key)).not.toContain(`item ${id} not_agreed`);
  await as(liverpool, (work) => withdrawAgreedItem(work, { itemId: id, confirmed: ['kernel.read_by_others'] }));
  expect(await asked()).toBe(false);
});
