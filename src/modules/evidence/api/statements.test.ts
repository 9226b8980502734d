import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { Statement } from '../domain/statement.ts';
import { previewStatementAudience, restoreStatement, setStatementAudience, withdrawBatch, withdrawStatement } from './change-statement.ts';
import { enterStatements, type StatementEntry } from './enter-statements.ts';
import { citeFrom, enterSource, getSource, listSources, sourcesByIds } from './enter-source.ts';
import { pinStatement, unpinStatement } from './pin-statement.ts';
import { listHistory, pinsOf, statementsOf } from './read-statements.ts';

let db: TestDatabase;
let liverpool: TestOffice;
let shanghai: TestOffice;
let stranger: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  [liverpool, shanghai, stranger] = [
    await db.foundOffice({ kind: 'city', slug: 'liverpool' }),
    await db.foundOffice({ kind: 'city', slug: 'shanghai' }),
    await db.foundOffice(),
  ];
});
afterAll(() => db.close());

const subject = () => ({ kind: 'tie' as const, id: newId<'Tie'>() });
const established = (text: string, more: Partial<StatementEntry> = {}): StatementEntry => ({
  attribute: 'established',
  value: { type: 'date', date: { text, qualifier: 'exact' } },
  ...more,
});
const enter = (by: TestOffice, about: ReturnType<typeof subject>, entries: readonly StatementEntry[], more: { batchId?: string } = {}) =>
  db.as(by.owner, (work) => enterStatements(work, { office: by.office, subject: about, entries, ...more }));
const entered = async (...given: Parameters<typeof enter>): Promise<readonly Statement[]> => valueOf(await enter(...given));
const one = async (...given: Parameters<typeof enter>): Promise<Statement> =>
  (await entered(...given))[0] ?? expect.fail('nothing was entered');
const seen = (by: AccountId | null, about: ReturnType<typeof subject>) =>
  db.as(by, async (work) => ({ ok: true, value: [...((await statementsOf(work, 'tie', [about.id])).get(about.id) ?? [])] }));
const idsSeen = async (...given: Parameters<typeof seen>) => valueOf(await seen(...given)).map(({ id }) => id);
const publish = (by: TestOffice, statement: Statement, visibility: 'private' | 'shared' | 'public', sharedWith: OfficeId[] = []) =>
  db.as(by.owner, (work) => setStatementAudience(work, { statementId: statement.id, visibility, sharedWith }), statement.version);

test('an entry of one value is a private fact from our own records of today', async () => {
  const about = subject();
  const statement = await one(liverpool, about, [established('1999-10-18')]);
  expect(statement).toMatchObject({
    version: 1,
    subject: about,
    attribute: 'established',
    value: { type: 'date', date: { text: '1999-10-18', qualifier: 'exact' } },
    kind: 'fact',
    saidBy: null,
    office: { id: liverpool.office, name: { en: { text: 'liverpool' } } },
    visibility: 'private',
    supersedes: null,
    withdrawn: null,
    mayEdit: true,
  });
  expect(statement.source).toMatchObject({
    class: 'own_records',
    title: '',
    date: { text: new Date().toISOString().slice(0, 10), qualifier: 'exact' },
    document: null,
  });
  expect(statement.contentHash).toMatch(/^[0-9a-f]{64}$/);
  const again = await one(liverpool, subject(), [established('1979')]);
  expect(again.source.id).toBe(statement.source.id);
  expect(again.contentHash).not.toBe(statement.contentHash);
});

test('the same new source of many entries is recorded once', async () => {
  const source = { class: 'official_publication', title: 'List of sister cities', date: { text: '2019', qualifier: 'exact' } } as const;
  const statements = await entered(liverpool, subject(), [
    established('1999', { source }),
    { attribute: 'status', value: { type: 'code', code: 'active' }, source },
    { attribute: 'projects', value: { type: 'count', count: '300.0', qualifier: 'about' }, kind: 'count', source: { sourceId: undefined } },
  ]);
  expect(new Set(statements.slice(0, 2).map((s) => s.source.id)).size).toBe(1);
  expect(statements.map((s) => s.source.class)).toEqual(['official_publication', 'official_publication', 'own_records']);
  expect(statements[2]?.value).toEqual({ type: 'count', count: '300', qualifier: 'about' });
  const listed = valueOf(await db.as(liverpool.owner, (work) => listSources(work, { office: liverpool.office, limit: 5, q: 'SISTER' })));
  expect(listed.entries.map(({ title }) => title)).toEqual(['List of sister cities']);
});

test('every problem of every entry comes back at once', async () => {
  const foreign = await one(shanghai, subject(), [established('1999')]);
  const result = await enter(liverpool, subject(), [
    established('1999-02-30'),
    { attribute: 'amount', value: { type: 'money', amount: '139.001', currency: 'GBP', qualifier: 'about' } },
    { attribute: 'amount', value: { type: 'money', amount: '139', currency: '', qualifier: 'about' } },
    established('1999', { source: { class: 'press_or_study', documentId: newId() } }),
    established('1999', { source: { sourceId: foreign.source.id }, supersedes: foreign.id }),
    established('1999', { visibility: 'shared', sharedWith: [liverpool.office] }),
    established('1999', { visibility: 'shared', sharedWith: [newId<'Office'>()] }),
  ]);
  expect(result.ok ? [] : result.refusal.problems?.map(({ path, code }) => `${path.join('/')} ${code}`).sort()).toEqual([
    'entries/0/value/date/text kernel.no_such_date',
    'entries/1/value/amount kernel.amount_too_fine',
    'entries/2/value/currency evidence.currency_missing',
    'entries/3/source/documentId evidence.document_unknown',
    'entries/3/source/title evidence.source_title_missing',
    'entries/4/source/sourceId evidence.source_unknown',
    'entries/4/supersedes evidence.supersedes_unknown',
    'entries/5/sharedWith evidence.share_with_whom',
    'entries/6/sharedWith/0 evidence.office_unknown',
  ]);
});

test('only editors speak for their office', async () => {
  const viewer = await db.addMember(liverpool.office, 'viewer');
  const result = await db.as(viewer, (work) =>
    enterStatements(work, { office: liverpool.office, subject: subject(), entries: [established('1999')] }),
  );
  expect(result).toEqual({ ok: false, refusal: { kind: 'forbidden', code: 'kernel.forbidden' } });
});

test('a statement and its source are read by those it is meant for and by nobody else', async () => {
  const about = subject();
  const source = { class: 'press_or_study', title: 'A newspaper', passage: 'In 1999 they signed.' } as const;
  const statement = await one(liverpool, about, [established('1999', { source })]);
  const sourceSeen = async (by: AccountId | null) => (await db.as(by, (work) => getSource(work, { sourceId: statement.source.id }))).ok;
  const readers = async () =>
    Promise.all(
      [liverpool.owner, shanghai.owner, stranger.owner, null].map(async (by) => {
        const [ids, open] = [await idsSeen(by, about), await sourceSeen(by)];
        expect(open).toBe(ids.length === 1);
        return open;
      }),
    );
  expect(await readers()).toEqual([true, false, false, false]);
  const shared = valueOf(await publish(liverpool, statement, 'shared', [shanghai.office]));
  expect(await readers()).toEqual([true, true, false, false]);
  expect([shared.version, shared.sharedWith.map(({ id }) => id)]).toEqual([2, [shanghai.office]]);
  const asShanghai = valueOf(await seen(shanghai.owner, about))[0];
  expect([asShanghai?.sharedWith, asShanghai?.mayEdit]).toEqual([[], false]);
  const open = valueOf(await publish(liverpool, shared, 'public'));
  expect(await readers()).toEqual([true, true, true, true]);
  valueOf(await publish(liverpool, open, 'private'));
  expect(await readers()).toEqual([true, false, false, false]);
});

test('a source stays open as long as one statement that cites it is', async () => {
  const about = subject();
  const [first, second] = await entered(liverpool, about, [
    established('1999', { source: { class: 'signed_paper', title: 'Charter' }, visibility: 'public' }),
    {
      attribute: 'note',
      value: { type: 'text', text: { en: { text: 'late', origin: 'human' } } },
      source: { class: 'signed_paper', title: 'Charter' },
    },
  ]);
  if (first === undefined || second === undefined) expect.fail('two were entered');
  const open = async () => (await db.as(null, (work) => getSource(work, { sourceId: first.source.id }))).ok;
  expect([first.source.id === second.source.id, await open()]).toEqual([true, true]);
  const shared = valueOf(await publish(liverpool, second, 'shared', [shanghai.office]));
  expect(await open()).toBe(true);
  valueOf(await publish(liverpool, first, 'private'));
  expect(await open()).toBe(false);
  expect((await db.as(shanghai.owner, (work) => getSource(work, { sourceId: first.source.id }))).ok).toBe(true);
  valueOf(await publish(liverpool, shared, 'private'));
  expect((await db.as(shanghai.owner, (work) => getSource(work, { sourceId: first.source.id }))).ok).toBe(false);
});

test('the preview shows what everybody would read, and what opens with it', async () => {
  const source = { class: 'press_or_study', title: 'A newspaper' } as const;
  const statement = await one(liverpool, subject(), [established('1999', { source, visibility: 'shared', sharedWith: [shanghai.office] })]);
  const preview = valueOf(await db.as(liverpool.owner, (work) => previewStatementAudience(work, { statementId: statement.id })));
  expect(preview).toMatchObject({
    version: 1,
    opens: ['statement', 'source'],
    statement: { visibility: 'public', sharedWith: [], mayEdit: false },
  });
  expect((await db.as(shanghai.owner, (work) => previewStatementAudience(work, { statementId: statement.id }))).ok).toBe(false);
});

test('what was entered as somebody’s words is corrected as somebody’s words alone', async () => {
  const about = subject();
  const first = await one(liverpool, about, [established('1999', { saidBy: 'The mayor' })]);
  const taken = await enter(liverpool, about, [established('2000', { supersedes: first.id })]);
  expect(taken.ok ? '' : taken.refusal.problems).toEqual([
    { path: ['entries', 0, 'saidBy'], code: 'evidence.supersedes_quoted', params: { who: 'The mayor' } },
  ]);
  const corrected = await one(liverpool, about, [established('1998', { supersedes: first.id, saidBy: 'The mayor of Liverpool' })]);
  expect(corrected.supersedes).toBe(first.id);
  // What the office says itself may become somebody's words.
  const own = await one(liverpool, about, [established('2001')]);
  expect((await one(liverpool, about, [established('2001', { supersedes: own.id, saidBy: 'The mayor' })])).supersedes).toBe(own.id);
});

test('a correction supersedes, once; who may not see it still reads what it corrects', async () => {
  const about = subject();
  const first = await one(liverpool, about, [established('1998', { visibility: 'public' })]);
  const second = await one(liverpool, about, [established('1999', { supersedes: first.id })]);
  expect(await idsSeen(liverpool.owner, about)).toEqual([first.id, second.id]);
  expect(await idsSeen(null, about)).toEqual([first.id]);
  const late = await enter(liverpool, about, [established('2000', { supersedes: first.id })]);
  expect(late).toEqual({ ok: false, refusal: { kind: 'conflict', code: 'evidence.superseded_already' } });
  const elsewhere = await enter(liverpool, subject(), [established('2000', { supersedes: second.id })]);
  expect(elsewhere.ok ? '' : elsewhere.refusal.problems?.[0]?.code).toBe('evidence.supersedes_unknown');
  valueOf(await db.as(liverpool.owner, (work) => withdrawStatement(work, { statementId: second.id, reason: 'typing error' }), 1));
  await one(liverpool, about, [established('2000', { supersedes: first.id })]);
});

test('of two corrections at the same moment one is refused', async () => {
  const about = subject();
  const first = await one(liverpool, about, [established('1998')]);
  const both = await Promise.all(['1999', '2000'].map((text) => enter(liverpool, about, [established(text, { supersedes: first.id })])));
  expect(both.map((result) => (result.ok ? 'entered' : result.refusal.code)).sort()).toEqual(['entered', 'evidence.superseded_already']);
});

test('a withdrawn statement leaves the facts and stays in the history with its reason', async () => {
  const about = subject();
  const statement = await one(liverpool, about, [established('1998', { visibility: 'public' })]);
  const withdraw = (version: number) =>
    db.as(liverpool.owner, (work) => withdrawStatement(work, { statementId: statement.id, reason: 'not in the paper' }), version);
  expect(await withdraw(7)).toEqual({ ok: false, refusal: { kind: 'stale', code: 'kernel.stale' } });
  expect(valueOf(await withdraw(1))).toMatchObject({ version: 2, withdrawn: { reason: 'not in the paper' } });
  expect(await withdraw(2)).toEqual({ ok: false, refusal: { kind: 'conflict', code: 'evidence.withdrawn_already' } });
  expect(await idsSeen(liverpool.owner, about)).toEqual([]);
  const asked = { subjectKind: about.kind, subjectId: about.id, attribute: 'established', limit: 50 };
  const history = valueOf(await db.as(null, (work) => listHistory(work, asked)));
  expect(history.entries.map(({ id, withdrawn }) => [id, withdrawn?.reason])).toEqual([[statement.id, 'not in the paper']]);
  const other = await db.as(shanghai.owner, (work) => withdrawStatement(work, { statementId: statement.id, reason: 'x' }));
  expect(other.ok ? '' : other.refusal.code).toBe('kernel.forbidden');
});

test('what was withdrawn stands as before where its office takes that back, unless another corrects now what it had corrected', async () => {
  const about = subject();
  const first = await one(liverpool, about, [established('1998', { visibility: 'public' })]);
  const second = await one(liverpool, about, [established('1999', { visibility: 'public', supersedes: first.id })]);
  const withdraw = (statementId: string) =>
    db.as(liverpool.owner, (work) => withdrawStatement(work, { statementId, reason: 'the wrong row' }));
  const restore = (statementId: string, version: number, by = liverpool) =>
    db.as(by.owner, (work) => restoreStatement(work, { statementId }), version);
  expect(await restore(second.id, 1)).toMatchObject({ refusal: { kind: 'conflict', code: 'evidence.not_withdrawn' } });
  valueOf(await withdraw(second.id));
  expect(await idsSeen(null, about)).toEqual([first.id]);
  expect(await restore(second.id, 1)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect(await restore(second.id, 2, shanghai)).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  expect(valueOf(await restore(second.id, 2))).toMatchObject({ version: 3, withdrawn: null, visibility: 'public', source: second.source });
  expect(await idsSeen(null, about)).toContain(second.id);
  valueOf(await withdraw(second.id));
  await one(liverpool, about, [established('2000', { supersedes: first.id })]);
  expect(await restore(second.id, 4)).toMatchObject({ refusal: { kind: 'conflict', code: 'evidence.corrected_since' } });
});

test('the history comes in pages, the last entered first', async () => {
  const about = subject();
  const years = ['1996', '1997', '1998'];
  const statements = await entered(
    liverpool,
    about,
    years.map((text) => established(text)),
  );
  const asked = { subjectKind: about.kind, subjectId: about.id, attribute: 'established', limit: 2 };
  const first = valueOf(await db.as(liverpool.owner, (work) => listHistory(work, asked)));
  expect(first.entries.map(({ id }) => id)).toEqual([statements[2]?.id, statements[1]?.id]);
  const cursor = first.nextCursor ?? expect.fail('there is a second page');
  const rest = valueOf(await db.as(liverpool.owner, (work) => listHistory(work, { ...asked, cursor })));
  expect([rest.entries.map(({ id }) => id), rest.nextCursor]).toEqual([[statements[0]?.id], null]);
  const bad = await db.as(liverpool.owner, (work) => listHistory(work, { ...asked, cursor: 'x' }));
  expect(bad.ok).toBe(false);
});

test('a whole batch is taken back, and nothing of another office', async () => {
  const [about, batchId] = [subject(), newId<'Batch'>()];
  const old = await one(liverpool, about, [established('1998')]);
  await entered(liverpool, about, [established('1999', { supersedes: old.id }), established('2000')], { batchId });
  await entered(shanghai, about, [established('2001')], { batchId });
  const undone = valueOf(
    await db.as(liverpool.owner, (work) => withdrawBatch(work, { office: liverpool.office, batchId, reason: 'undone' })),
  );
  expect(undone.map(({ subject: of }) => of)).toEqual([about, about]);
  expect(await idsSeen(liverpool.owner, about)).toEqual([old.id]);
  expect(await idsSeen(shanghai.owner, about)).toHaveLength(1);
});

test('one batch enters statements about many subjects', async () => {
  const subjects = [subject(), subject(), subject()];
  const statements = valueOf(
    await db.as(liverpool.owner, (work) =>
      enterStatements(work, { office: liverpool.office, entries: subjects.map((about) => ({ ...established('1999'), subject: about })) }),
    ),
  );
  expect(statements.map((s) => s.subject)).toEqual(subjects);
});

test('an opinion cannot be pinned', async () => {
  const forecast = await one(liverpool, subject(), [{ ...established('2049'), kind: 'forecast' }]);
  const pinned = db.as(liverpool.owner, (work) =>
    pinStatement(work, { statementId: forecast.id, office: liverpool.office, reason: 'x', visibility: 'private' }),
  );
  expect(await pinned).toMatchObject({ ok: false, refusal: { code: 'evidence.only_facts_first' } });
});

test('a pin is an office’s own, or everybody’s where everybody may read the statement', async () => {
  const about = subject();
  const [hidden, open] = await entered(liverpool, about, [established('1998'), established('1999', { visibility: 'public' })]);
  if (hidden === undefined || open === undefined) expect.fail('two were entered');
  const pin = (by: TestOffice, statement: Statement, visibility: 'private' | 'public') =>
    db.as(by.owner, (work) =>
      pinStatement(work, { statementId: statement.id, office: by.office, reason: 'the mayor said so', visibility }),
    );
  const wide = await pin(liverpool, hidden, 'public');
  expect(wide.ok ? '' : wide.refusal.problems?.[0]?.code).toBe('evidence.pin_wider_than_statement');
  expect((await pin(stranger, hidden, 'private')).ok).toBe(false);
  const own = valueOf(await pin(liverpool, hidden, 'private'));
  const instead = valueOf(await pin(liverpool, open, 'public'));
  expect([instead.id, instead.version, instead.statementId]).toEqual([own.id, 2, open.id]);
  valueOf(await pin(shanghai, open, 'private'));
  const pins = async (by: AccountId | null) =>
    valueOf(await db.as(by, async (work) => ({ ok: true, value: (await pinsOf(work, 'tie', [about.id])).get(about.id) ?? [] })));
  expect((await pins(null)).map((p) => p.office.id)).toEqual([liverpool.office]);
  expect((await pins(shanghai.owner)).map((p) => p.office.id)).toEqual([liverpool.office, shanghai.office]);
  // What not everybody reads any more is not pinned for everybody either.
  valueOf(await publish(liverpool, open, 'private'));
  expect(await pins(null)).toEqual([]);
  const mine = (await pins(liverpool.owner))[0] ?? expect.fail('the pin is still there');
  expect([mine.version, mine.visibility]).toEqual([3, 'private']);
  const unpin = (by: TestOffice, version: number) => db.as(by.owner, (work) => unpinStatement(work, { pinId: mine.id }), version);
  expect((await unpin(shanghai, 3)).ok).toBe(false);
  expect(await unpin(liverpool, 2)).toEqual({ ok: false, refusal: { kind: 'stale', code: 'kernel.stale' } });
  expect(valueOf(await unpin(liverpool, 3))).toEqual({ id: mine.id });
});

test('a row of another module opens the source it cites to its own readers', async () => {
  const source = valueOf(
    await db.as(liverpool.owner, (work) =>
      enterSource(work, {
        office: liverpool.office,
        class: 'signed_paper',
        title: 'Memorandum',
        publisher: null,
        address: null,
        date: null,
        documentId: null,
      }),
    ),
  );
  const citingId = newId<'Agreement'>();
  const cites = (by: TestOffice, visibility: 'private' | 'public') =>
    db.as(by.owner, (work) =>
      citeFrom(work, { office: by.office, citingId, sourceIds: [source.id], audience: { visibility, sharedWith: [] } }),
    );
  const open = async () => valueOf(await db.as(null, async (work) => ({ ok: true, value: (await sourcesByIds(work, [source.id])).size })));
  expect(await open()).toBe(0);
  valueOf(await cites(liverpool, 'public'));
  expect(await open()).toBe(1);
  valueOf(await cites(liverpool, 'private'));
  expect(await open()).toBe(0);
  // Whom a private row names reads nothing, even where another row shares the source.
  for (const [id, visibility, sharedWith] of [
    [citingId, 'private', [stranger.office]],
    [newId<'Agreement'>(), 'shared', [shanghai.office]],
  ] as const)
    valueOf(
      await db.as(liverpool.owner, (work) =>
        citeFrom(work, { office: liverpool.office, citingId: id, sourceIds: [source.id], audience: { visibility, sharedWith } }),
      ),
    );
  const reads = async (by: AccountId) => (await db.as(by, (work) => getSource(work, { sourceId: source.id }))).ok;
  expect([await reads(shanghai.owner), await reads(stranger.owner)]).toEqual([true, false]);
  const foreign = await cites(shanghai, 'public');
  expect(foreign.ok ? '' : foreign.refusal.problems).toEqual([{ path: ['sourceId'], code: 'evidence.source_unknown' }]);
});

test('content is never changed, not even by hand', async () => {
  const statement = await one(liverpool, subject(), [established('1999')]);
  const change = (set: string) => db.owner.query(`update evidence.statement set ${set} where id = $1`, [statement.id]);
  await expect(change(`value = '{}'`)).rejects.toThrow(/keeps its content/);
  await expect(change(`owner_office = '${shanghai.office}'`)).rejects.toThrow(/keeps its content/);
  await expect(db.owner.query(`update evidence.source set title = 'x' where id = $1`, [statement.source.id])).rejects.toThrow(
    /keeps its content/,
  );
});
