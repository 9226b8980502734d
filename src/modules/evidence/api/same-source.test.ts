import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { AskedSource } from './settle-source.ts';
import { enterStatements } from './enter-statements.ts';
import { enterSource, listSources } from './enter-source.ts';
import { mergeSources, separateSources, setSourceTerms } from './keep-sources.ts';
import { withdrawStatement } from './change-statement.ts';

let db: TestDatabase;
let liverpool: TestOffice;
let shanghai: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  [liverpool, shanghai] = [await db.foundOffice({ kind: 'city' }), await db.foundOffice({ kind: 'city' })];
});
afterAll(() => db.close());

const article = {
  class: 'press_or_study' as const,
  title: 'Sister cities at the expo',
  publisher: 'China Daily',
  address: 'https://www.chinadaily.com.cn/a/201911/05/forum.html',
  date: { text: '2019-11-05', qualifier: 'exact' as const },
  documentId: null,
};
const say = (by: TestOffice, ...sources: readonly AskedSource[]) =>
  db.as(by.owner, (work) =>
    enterStatements(work, {
      office: by.office,
      subject: { kind: 'tie', id: newId<'Tie'>() },
      entries: sources.map((source) => ({
        attribute: 'established',
        value: { type: 'date' as const, date: { text: '1999', qualifier: 'exact' as const } },
        source,
      })),
    }),
  );
const said = async (...given: Parameters<typeof say>) => valueOf(await say(...given)).map(({ source }) => source);
const onRecord = async (by: TestOffice, q?: string) =>
  valueOf(await db.as(by.owner, (work) => listSources(work, { office: by.office, limit: 50, q }))).entries.map(({ title, uses }) => [
    title,
    uses.find(({ kind }) => kind === 'statement')?.count ?? 0,
  ]);

test('one article is one source however many things it says; each keeps its words and their place in it', async () => {
  const [one, other] = await said(
    liverpool,
    { ...article, passage: 'A delegation had signed a memorandum.', place: 'second paragraph' },
    { ...article, passage: '45 potential deals.', place: 'p. 3' },
  );
  const [third] = await said(liverpool, { title: article.title, class: 'unknown', passage: 'Liverpool tells its story.' });
  const [fourth] = await said(liverpool, { sourceId: one?.id, place: 'headline' });
  expect(new Set([one?.id, other?.id, third?.id, fourth?.id]).size).toBe(1);
  expect([one, other, third, fourth].map((source) => [source?.passage, source?.place])).toEqual([
    ['A delegation had signed a memorandum.', 'second paragraph'],
    ['45 potential deals.', 'p. 3'],
    ['Liverpool tells its story.', null],
    [null, 'headline'],
  ]);
  expect(await onRecord(liverpool, 'chinadaily.com.cn/a/201911')).toEqual([[article.title, 4]]);
  const again = valueOf(await db.as(liverpool.owner, (work) => enterSource(work, { ...article, office: liverpool.office })));
  expect(again.id).toBe(one?.id);
});

test('what is like a source on record and described otherwise is refused, with the one on record named, unless it is another one', async () => {
  const otherwise = { ...article, title: 'Report on the forum' };
  for (const source of [otherwise, { ...article, class: 'official_publication' as const }]) {
    const refused = await say(liverpool, 'own_records', source);
    expect(refused.ok ? [] : refused.refusal.problems).toMatchObject([
      { path: ['entries', 1, 'source', 'title'], code: 'evidence.source_on_record', params: { title: article.title } },
    ]);
  }
  const [another] = await said(liverpool, { ...otherwise, isAnother: true });
  expect(another?.title).toBe('Report on the forum');
  expect((await onRecord(liverpool)).map(([title]) => title)).toEqual(['Report on the forum', article.title]);
  // Two that are alike in one request are asked as well.
  const both = await say(shanghai, article, otherwise);
  expect(both.ok ? [] : both.refusal.problems?.map(({ path }) => path[1])).toEqual([1]);
  expect(await onRecord(shanghai)).toEqual([]);
});

test('a page of another day is another source, and so is that of another office', async () => {
  const [first] = await said(shanghai, article);
  const [later] = await said(shanghai, { ...article, date: { text: '2020-11-05', qualifier: 'exact' } });
  expect(first?.id).not.toBe(later?.id);
  expect((await onRecord(shanghai)).length).toBe(2);
});

test('the database keeps a source of an office once: of two who enter it at the same time, and when terms make two alike', async () => {
  const paper = { ...article, title: 'Charter', address: null };
  const both = await Promise.all([said(shanghai, paper), said(shanghai, paper)]);
  expect(new Set(both.flat().map(({ id }) => id)).size).toBe(1);
  const copy = `insert into evidence.source (id, owner_office, class, title, publisher, source_date, entered_by, entered_at)
    select gen_random_uuid(), owner_office, class, title, publisher, source_date, entered_by, now() from evidence.source where title = 'Charter'`;
  await expect(db.owner.query(copy)).rejects.toThrow(/source_once/);
  const enter = async (licence: string) =>
    valueOf(await db.as(shanghai.owner, (work) => enterSource(work, { ...paper, office: shanghai.office, licence, isAnother: true })));
  const [open, closed] = [await enter('CC BY 4.0'), await enter('all rights reserved')];
  const change = { sourceId: closed.id, licence: 'CC BY 4.0', credit: null };
  const same = { kind: 'conflict', code: 'evidence.source_is_same' };
  expect(await db.as(shanghai.owner, (work) => setSourceTerms(work, change), 1)).toMatchObject({ ok: false, refusal: same });
  valueOf(await db.as(shanghai.owner, (work) => mergeSources(work, { sourceId: closed.id, intoId: open.id }), 1));
  valueOf(await db.as(shanghai.owner, (work) => setSourceTerms(work, change), 2));
  expect(await db.as(shanghai.owner, (work) => separateSources(work, { sourceId: closed.id }), 3)).toMatchObject({
    ok: false,
    refusal: same,
  });
});

test('passage and place are content: the hash covers them, and nobody changes them', async () => {
  const statements = valueOf(
    await say(shanghai, { ...article, passage: 'one' }, { ...article, passage: 'two' }, { ...article, place: 'p. 1' }),
  );
  expect(new Set(statements.map(({ contentHash }) => contentHash)).size).toBe(3);
  const [first] = statements;
  for (const set of [`passage = 'three'`, `place = 'p. 2'`, 'hash_version = 1'])
    await expect(db.owner.query(`update evidence.statement set ${set} where id = $1`, [first?.id])).rejects.toThrow(/keeps its content/);
  const input = { statementId: first?.id ?? '', reason: 'for the test' };
  expect(valueOf(await db.as(shanghai.owner, (work) => withdrawStatement(work, input), 1)).source.passage).toBe('one');
});
