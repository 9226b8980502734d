import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addEntry } from '#modules/outcomes/api/add-entry.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { fullTest } from '#platform/full-size.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { forgetOwnNames, loadOwnSnapshots } from '../../store/snapshots.ts';
import { tieReport } from '../../contract/tie-report.ts';
import { wordedRows } from '../tie-paper/worded-rows.ts';
import { exportTieSnapshot } from './export-snapshot.ts';
import { previewTieSnapshot, publishTieSnapshot, readForSnapshot, removeSnapshotName, withdrawTieSnapshot } from './publish-snapshot.ts';
import { readFrozen } from './read-frozen.ts';
import { compareTieSnapshot, getTieSnapshot, listTieSnapshots } from './snapshots.ts';

let db: TestDatabase;
let world: TieFixture;
let outcomeId: Id<'Outcome'>;
const tie = 'liverpool-gb--shanghai-cn';

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const { tieId } = world;
  const { owner, office } = world.liverpool;
  const told = (saidBy: string | null, visibility: 'private' | 'public') => ({
    ...{ attribute: 'established' as const, value: { type: 'date' as const, date: { text: '1999-10-18', qualifier: 'exact' as const } } },
    ...{ kind: 'fact' as const, saidBy, visibility, sharedWith: [], supersedes: null },
  });
  const noted = (kind: 'fact' | 'opinion', words: string) => ({
    ...{ attribute: 'note' as const, value: { type: 'text' as const, text: text(words) }, kind },
    ...{ saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null },
  });
  const entries = [told('Joan Fletcher, deputy mayor', 'private'), noted('fact', 'Partners for long'), noted('opinion', 'A good tie')];
  const said = valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries })));
  outcomeId = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office)))).id;
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const hidden = deals(world, office, { title: text('CANARY of a private deal'), attributions: [] });
  valueOf(await db.as(owner, (work) => recordOutcome(work, hidden)));
  const audience = { tieId, office, visibility: 'public' as const, sharedWith: [], agreementIds: [], exchangeIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...audience, statementIds: said.entries.map(({ id }) => id) })));
});
afterAll(() => db.close());

async function publish() {
  const { owner, office } = world.liverpool;
  const { digest } = valueOf(await db.as(owner, (work) => previewTieSnapshot(work, { tie, office })));
  const input = { tie, office, digest };
  const report = valueOf(await readForSnapshot((use) => db.as(owner, use), input));
  return valueOf(await db.as(owner, (work) => publishTieSnapshot(work, input, report)));
}
const read = (number: number, account: Parameters<TestDatabase['as']>[0] = null) =>
  db.as(account, (work) => getTieSnapshot(work, { tie, number }));
const compared = async (number: number) => valueOf(await db.as(null, (work) => compareTieSnapshot(work, { tie, number })));

test('what was published stays as it was, is numbered, and every row that has changed since is listed with when', async () => {
  expect(await publish()).toMatchObject({ number: 1 });
  const before = valueOf(await read(1));
  expect(before).toMatchObject({ isIntact: true, removedOn: [], snapshot: { number: 1, withdrawn: null } });
  const again = { tie, office: world.liverpool.office };
  expect(valueOf(await db.as(world.liverpool.owner, (work) => previewTieSnapshot(work, again)))).toMatchObject({ number: 2, sameAs: 1 });
  const same = await compared(1);
  expect(same.rows.length).toBeGreaterThan(3);
  expect([new Set(same.rows.map(({ change }) => change)), same.sealToday]).toEqual([new Set(['same']), same.seal]);

  const { owner } = world.liverpool;
  const signed = { outcomeId, ...entry({ stage: 'signed', amount: '3600000', currency: 'GBP' }) };
  valueOf(await db.as(owner, (work) => addEntry(work, { ...signed, confirmed: ['outcomes.becomes_public'] })));
  const after = await compared(1);
  const row = after.rows.find(({ key }) => key === `outcome ${outcomeId}`);
  expect(row).toMatchObject({ change: 'changed', part: 'outcome' });
  expect([row?.was?.join(' ').includes('3.6'), row?.is?.join(' ').includes('3.6')]).toEqual([false, true]);
  expect(Date.parse(row?.at ?? '')).toBeGreaterThan(Date.parse(before.snapshot.frozenAt));
  expect(after.sealToday).not.toBe(after.seal);
  expect(valueOf(await read(1)).report).toEqual(before.report);
  expect(JSON.stringify(before)).not.toContain('CANARY');
  expect(await publish()).toMatchObject({ number: 2 });
});

fullTest('three copies of a snapshot bear its number and one seal, also after the report has gone on', async () => {
  const seal = unbroken(valueOf(await read(1)).snapshot.seal);
  for (const copy of ['neutral', 'first', 'second'] as const)
    for (const language of ['en', 'zh-Hans'] as const) {
      const input = { tie, number: 1, format: 'pdf' as const, copy, language };
      const file = valueOf(await exportTieSnapshot((use) => db.as(null, use), input));
      const pages = pagesOf(new Uint8Array(await file.arrayBuffer())).map(unbroken);
      expect(pages.every((page) => page.includes(seal))).toBe(true);
      expect(pages[0]).toContain(unbroken(language === 'en' ? 'snapshot 1' : '存档版第1号'));
    }
});

test('what was frozen before a field was known reads as one in which nobody said it, and is compared, but what does not fit stays a fault', async () => {
  const { report } = valueOf(await read(1));
  const later = new Set(['confirmedPart', 'answered', 'quietSince', 'statedFigures', 'alike', 'anyway', 'isPublic']);
  const older: unknown = JSON.parse(JSON.stringify(report), (key, value: unknown) => (later.has(key) ? undefined : value));
  const known = readFrozen(tieReport, older);
  expect(JSON.stringify(older)).not.toContain('confirmedPart');
  const [outcome] = known.entries.flatMap((one) => (one.kind === 'outcome' ? [one.outcome] : []));
  expect([outcome?.figures[0]?.confirmedPart, outcome?.quietSince, known.alike, known.isPublic]).toEqual([null, null, [], false]);
  expect(wordedRows(known, 'en').length).toBe(wordedRows(report, 'en').length);
  expect(() => readFrozen(tieReport, { ...report, today: 'some day' })).toThrow();
  expect(() => readFrozen(tieReport, { ...report, slug: undefined })).toThrow();
});

test('a name is taken out of all that a snapshot says, and what is left is still proven', async () => {
  const { owner } = world.liverpool;
  const { snapshot, report } = valueOf(await read(1));
  expect(JSON.stringify(report)).toContain('Joan Fletcher');
  const remove = (name: string, confirmed: string[] = []) =>
    db.as(owner, (work) => removeSnapshotName(work, { snapshotId: snapshot.id, name, confirmed }), snapshot.version);
  expect(await remove('Somebody Else')).toMatchObject({ ok: false, refusal: { problems: [{ code: 'reports.name_not_there' }] } });
  // What a city is called, part of it, or a year is nobody's name: a public record is not blanked by its publisher.
  for (const [sought, called] of [
    ['Liverpool', 'Liverpool'],
    ['2019', '2019'],
  ] as const)
    expect(await remove(sought, ['reports.name_goes'])).toMatchObject({
      refusal: { problems: [{ code: 'reports.name_no_person', params: { called: expect.stringContaining(called) as unknown } }] },
    });
  const where = expect.stringMatching(/Joan Fletcher/) as unknown;
  expect(await remove('joan fletcher')).toMatchObject({ refusal: { kind: 'asks', questions: [{ params: { count: 1, where } }] } });
  valueOf(await remove('joan fletcher', ['reports.name_goes']));
  const left = valueOf(await read(1));
  expect([JSON.stringify(left.report).includes('Fletcher'), left.isIntact, left.removedOn.length]).toEqual([false, true, 1]);
  expect(left.snapshot).toMatchObject({ seal: snapshot.seal, hash: snapshot.hash });
  const reword = (from: string, to: string) =>
    db.owner.query(`update reports.snapshot_content set words = replace(words::text, $1, $2)::jsonb where snapshot_id = $3`, [
      from,
      to,
      snapshot.id,
    ]);
  await reword('Deals found', 'Deals lost');
  expect(valueOf(await read(1)).isIntact).toBe(false);
  await reword('Deals lost', 'Deals found');
  const rows = await db.owner.query<{ n: number }>(
    `select count(*)::int as n from reports.snapshot_content where words::text like '%Fletcher%'`,
  );
  expect(rows.rows[0]?.n).toBe(1);
});

test('whoever is erased is named in no snapshot any more, whosever it is, and another of the same first name still is', async () => {
  const person = await db.addMember(world.shanghai.office, 'editor');
  await db.owner.query(`update accounts.account set name = 'Joan Fletcher' where id = $1`, [person]);
  await db.as(person, async (work) => {
    expect(await loadOwnSnapshots(work)).toMatchObject([{ number: 2 }]);
    await forgetOwnNames(work);
    expect(await loadOwnSnapshots(work)).toEqual([]);
    return { ok: true, value: null } as const;
  });
  const left = valueOf(await read(2));
  expect([JSON.stringify(left.report).includes('Fletcher'), left.isIntact, left.removedOn.length]).toEqual([false, true, 1]);
  expect(JSON.stringify(left.report)).toContain('[…], deputy mayor');
});

test('a withdrawn snapshot is gone for everybody with when, by whom and why, and its number is not given again', async () => {
  const { owner, office } = world.liverpool;
  const { snapshot } = valueOf(await read(2));
  const withdraw = (account: typeof owner, reason: string | null, confirmed: string[]) =>
    db.as(account, (work) => withdrawTieSnapshot(work, { snapshotId: snapshot.id, reason, confirmed }), snapshot.version);
  expect(await withdraw(world.shanghai.owner, 'Not ours', [])).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  expect(await withdraw(owner, null, [])).toMatchObject({ ok: false, refusal: { problems: [{ path: ['reason'] }] } });
  expect(await withdraw(owner, 'A figure was misread', [])).toMatchObject({ ok: false, refusal: { kind: 'asks' } });
  valueOf(await withdraw(owner, 'A figure was misread', ['reports.snapshot_is_read']));
  const gone = { ok: false, refusal: { kind: 'gone', params: { number: 2, reason: 'A figure was misread' } } };
  expect(await read(2)).toMatchObject(gone);
  expect(await read(2, owner)).toMatchObject(gone);
  const content = await db.as(null, async (work) => ({
    ok: true as const,
    value: await work.tx.selectFrom('reports.snapshot_content').select('snapshot_id').where('snapshot_id', '=', snapshot.id).execute(),
  }));
  expect(valueOf(content)).toEqual([]);
  const listed = valueOf(await db.as(null, (work) => listTieSnapshots(work, { tie })));
  expect(listed.entries.map(({ number, withdrawn }) => [number, withdrawn?.reason])).toEqual([
    [2, 'A figure was misread'],
    [1, undefined],
  ]);
  expect(listed.mayPublishAs).toEqual([]);
  expect(await publish()).toMatchObject({ number: 3 });
  await expect(db.owner.query(`update reports.snapshot set number = 9 where number = 3`)).rejects.toThrow(/keeps its content/);
  const stranger = { tie, office: (await db.foundOffice()).office, digest: 'x' };
  expect(await db.as(owner, (work) => previewTieSnapshot(work, stranger))).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  expect(office).toBe(listed.entries[0]?.office.id);
});
