import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { Statement } from '../domain/statement.ts';
import { setStatementAudience } from './change-statement.ts';
import { enterStatements } from './enter-statements.ts';
import { getSource, listSources } from './enter-source.ts';
import { mergeSources, separateSources, setSourceTerms } from './keep-sources.ts';
import { statementsOf } from './read-statements.ts';

let db: TestDatabase;
let liverpool: TestOffice;
let stranger: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  [liverpool, stranger] = [await db.foundOffice({ kind: 'city', slug: 'liverpool' }), await db.foundOffice()];
});
afterAll(() => db.close());

const about = () => newId<'Tie'>();
const date = (text: string) => ({ type: 'date' as const, date: { text, qualifier: 'exact' as const } });

/** A statement from a source of that title. */
async function say(tie: ReturnType<typeof about>, title: string, on = '1999'): Promise<Statement> {
  const source = { class: 'press_or_study' as const, title };
  const entries = [{ attribute: 'established', value: date(on), source }];
  const entered = await db.as(liverpool.owner, (work) =>
    enterStatements(work, { office: liverpool.office, subject: { kind: 'tie', id: tie }, entries }),
  );
  return valueOf(entered)[0] ?? expect.fail('nothing was entered');
}
const publish = async ({ id }: Statement, version: number, visibility: 'public' | 'private') =>
  valueOf(await db.as(liverpool.owner, (work) => setStatementAudience(work, { statementId: id, visibility, sharedWith: [] }), version));
const titlesSeen = async (by: AccountId | null, tie: string) =>
  valueOf(await db.as(by, async (work) => ({ ok: true as const, value: (await statementsOf(work, 'tie', [tie])).get(tie) ?? [] }))).map(
    ({ source }) => source.title,
  );
const merge = (source: Statement['source'], into: Statement['source'], version: number, by = liverpool) =>
  db.as(by.owner, (work) => mergeSources(work, { sourceId: source.id, intoId: into.id }), version);
const separate = (source: Statement['source'], version: number) =>
  db.as(liverpool.owner, (work) => separateSources(work, { sourceId: source.id }), version);
const openTo = async (by: AccountId | null, source: Statement['source']) =>
  (await db.as(by, (work) => getSource(work, { sourceId: source.id }))).ok;

test('statements of a merged source are read with the other one by whoever reads them, and with their own again once it is taken back', async () => {
  const tie = about();
  const [copy, original] = [await say(tie, 'A copy'), await say(tie, 'The original', '1998')];
  await publish(copy, 1, 'public');
  expect(await openTo(null, original.source)).toBe(false);

  expect(valueOf(await merge(copy.source, original.source, 1))).toMatchObject({ id: original.source.id, title: 'The original' });
  expect(await titlesSeen(null, tie)).toEqual(['The original']);
  expect(await titlesSeen(liverpool.owner, tie)).toEqual(['The original', 'The original']);
  expect(await openTo(null, original.source)).toBe(true);

  expect(valueOf(await separate(copy.source, 2))).toMatchObject({ id: copy.source.id, title: 'A copy' });
  expect(await titlesSeen(null, tie)).toEqual(['A copy']);
  expect(await openTo(null, original.source)).toBe(false);
});

test('a statement closed while its source is merged takes both sources with it', async () => {
  const tie = about();
  const [copy, original] = [await say(tie, 'Another copy'), await say(tie, 'Another original')];
  valueOf(await merge(copy.source, original.source, 1));
  await publish(copy, 1, 'public');
  expect([await openTo(null, copy.source), await openTo(null, original.source)]).toEqual([true, true]);
  await publish(copy, 2, 'private');
  valueOf(await separate(copy.source, 2));
  expect([await openTo(null, copy.source), await openTo(null, original.source)]).toEqual([false, false]);
  await publish(copy, 3, 'public');
  expect(await titlesSeen(null, tie)).toEqual(['Another copy']);
});

test('what is entered with a merged source rests on the one it was merged into, and both stand as one in the list', async () => {
  const tie = about();
  const [copy, original] = [await say(tie, 'Entered twice'), await say(tie, 'Entered once')];
  valueOf(await merge(copy.source, original.source, 1));
  const later = await db.as(liverpool.owner, (work) =>
    enterStatements(work, {
      office: liverpool.office,
      subject: { kind: 'tie', id: tie },
      entries: [{ attribute: 'established', value: date('2000'), source: { sourceId: copy.source.id } }],
    }),
  );
  expect(valueOf(later)[0]?.source.id).toBe(original.source.id);
  const { entries } = valueOf(
    await db.as(liverpool.owner, (work) => listSources(work, { office: liverpool.office, q: 'entered', limit: 50 })),
  );
  expect(entries).toMatchObject([
    { title: 'Entered once', uses: [{ kind: 'statement', count: 3 }], merged: [{ title: 'Entered twice', version: 2 }] },
  ]);
});

test('a merging at a version that is gone, of a chain, or by another office is refused', async () => {
  const tie = about();
  const [a, b, c] = [await say(tie, 'a'), await say(tie, 'b'), await say(tie, 'c')];
  expect(await merge(a.source, b.source, 7)).toMatchObject({ ok: false, refusal: { code: 'kernel.stale' } });
  valueOf(await merge(a.source, b.source, 1));
  expect(await merge(b.source, c.source, 1)).toMatchObject({
    refusal: { problems: [{ path: ['intoId'], code: 'evidence.source_holds_others' }] },
  });
  expect(await merge(c.source, a.source, 1)).toMatchObject({ refusal: { problems: [{ code: 'evidence.source_target_merged' }] } });
  expect(await separate(c.source, 1)).toMatchObject({ refusal: { code: 'evidence.source_not_merged' } });
  expect(await merge(c.source, b.source, 1, stranger)).toMatchObject({ refusal: { code: 'evidence.source_not_found' } });
});

test('licence and credit are shown with the statements of a source, whatever was said when it was entered', async () => {
  const tie = about();
  const { source } = await say(tie, 'Open data');
  expect(source).toMatchObject({ licence: null, credit: null });
  const set = (version: number) =>
    db.as(liverpool.owner, (work) => setSourceTerms(work, { sourceId: source.id, licence: 'CC BY 4.0', credit: 'The publisher' }), version);
  expect(valueOf(await set(1))).toMatchObject({ licence: 'CC BY 4.0', credit: 'The publisher' });
  expect(await set(1)).toMatchObject({ ok: false, refusal: { code: 'kernel.stale' } });
  const seen = await db.as(liverpool.owner, async (work) => ({
    ok: true as const,
    value: (await statementsOf(work, 'tie', [tie])).get(tie),
  }));
  expect(valueOf(seen)?.[0]?.source).toMatchObject({ licence: 'CC BY 4.0', credit: 'The publisher' });
});
