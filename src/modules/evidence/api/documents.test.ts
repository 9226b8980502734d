import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { zipOf } from '#platform/files/write-zip.ts';
import { claiming } from '#platform/files/zip-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { DocumentFacts } from '../domain/source.ts';
import { setStatementAudience } from './change-statement.ts';
import { openDocument, recogniseDocument, storeDocument } from './documents.ts';
import { enterStatements } from './enter-statements.ts';
import { citeFrom } from './enter-source.ts';

let db: TestDatabase;
let liverpool: TestOffice;
let shanghai: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  [liverpool, shanghai] = [await db.foundOffice(), await db.foundOffice()];
});
afterAll(() => db.close());

const charter = new TextEncoder().encode('%PDF-1.7 charter');
const store = async (by: TestOffice, bytes = charter, name = 'Charter.PDF'): Promise<DocumentFacts> => {
  const read = valueOf(await recogniseDocument({ name, bytes }));
  return valueOf(await db.as(by.owner, (work) => storeDocument(work, { office: by.office }, read)));
};
const opens = async (by: AccountId | null, { id }: DocumentFacts): Promise<boolean> =>
  (await db.as(by, (work) => openDocument(work, { documentId: id }))).ok;

const refusalOf = async (name: string, bytes: Uint8Array): Promise<readonly unknown[]> => {
  const result = await recogniseDocument({ name, bytes });
  return result.ok ? [] : (result.refusal.problems ?? []).map(({ path, code }) => [path.join('/'), code]);
};
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

test('a paper comes back byte for byte, as a file of what it is', async () => {
  const document = await store(liverpool);
  expect(document).toMatchObject({ name: 'Charter.pdf', mediaType: 'application/pdf', size: charter.length });
  const file = valueOf(await db.as(liverpool.owner, (work) => openDocument(work, { documentId: document.id })));
  expect([file.name, file.type, new Uint8Array(await file.arrayBuffer())]).toEqual(['Charter.pdf', 'application/pdf', charter]);
});

test('the same bytes are kept once in an office, and apart from those of another', async () => {
  const [first, again, other] = [await store(liverpool), await store(liverpool, charter, 'Copy.pdf'), await store(shanghai)];
  expect(again).toEqual(first);
  expect(other.id).not.toBe(first.id);
  expect(other.sha256).toBe(first.sha256);
});

test('a program, a page, a macro, a bomb and an empty file are refused for what they are', async () => {
  const xlsm = zipOf(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'].map((name) => ({ name, content: 'x' })));
  const bomb = claiming(zipOf([{ name: '[Content_Types].xml', content: 'x' }]), '[Content_Types].xml', 2_000_000_000);
  expect(await refusalOf('charter.pdf', bytesOf('MZ\u0000'))).toEqual([['file', 'evidence.file_program']]);
  expect(await refusalOf('charter.txt', bytesOf('<html><script>1</script>'))).toEqual([['file', 'evidence.file_page']]);
  expect(await refusalOf('list.xlsx', xlsm)).toEqual([['file', 'evidence.file_macros']]);
  expect(await refusalOf('list.xlsx', bomb)).toEqual([['file', 'evidence.file_unknown']]);
  expect(await refusalOf('x', new Uint8Array())).toEqual([['file', 'evidence.file_empty']]);
  expect(await refusalOf('x.txt', new Uint8Array(10_000_001).fill(0x61))).toEqual([['file', 'evidence.file_too_large']]);
});

test('a workbook is known by what it holds', async () => {
  const bytes = zipOf(['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({ name, content: 'x' })));
  expect(valueOf(await recogniseDocument({ name: 'list.zip', bytes })).name).toBe('list.xlsx');
});

test('a paper is read by those who read what cites it, and closes again with it', async () => {
  const document = await store(liverpool, bytesOf('%PDF-1.7 memorandum'));
  const readers = () => Promise.all([liverpool.owner, shanghai.owner, null].map((by) => opens(by, document)));
  expect(await readers()).toEqual([true, false, false]);
  const entries = [
    {
      attribute: 'established',
      value: { type: 'date', date: { text: '1999', qualifier: 'exact' } },
      source: { class: 'signed_paper', title: 'Memorandum', documentId: document.id },
      visibility: 'shared',
      sharedWith: [shanghai.office],
    },
  ] as const;
  const [statement] = valueOf(
    await db.as(liverpool.owner, (work) =>
      enterStatements(work, { office: liverpool.office, subject: { kind: 'tie', id: newId<'Tie'>() }, entries }),
    ),
  );
  if (statement === undefined) expect.fail('nothing was entered');
  expect(statement.source.document).toEqual(document);
  expect(await readers()).toEqual([true, true, false]);
  const setAudience = (visibility: 'private' | 'public', version: number) =>
    db.as(liverpool.owner, (work) => setStatementAudience(work, { statementId: statement.id, visibility, sharedWith: [] }), version);
  valueOf(await setAudience('public', 1));
  expect(await readers()).toEqual([true, true, true]);
  valueOf(await setAudience('private', 2));
  expect(await readers()).toEqual([true, false, false]);
});

test('a row of another module opens a paper of its own office only', async () => {
  const document = await store(liverpool, bytesOf('%PDF-1.7 agreement'));
  const cites = (by: TestOffice) =>
    db.as(by.owner, (work) =>
      citeFrom(work, {
        office: by.office,
        citingId: newId<'Agreement'>(),
        documentIds: [document.id],
        audience: { visibility: 'public', sharedWith: [] },
      }),
    );
  const foreign = await cites(shanghai);
  expect(foreign.ok ? '' : foreign.refusal.problems).toEqual([{ path: ['documentId'], code: 'evidence.document_unknown' }]);
  expect(await opens(null, document)).toBe(false);
  valueOf(await cites(liverpool));
  expect(await opens(null, document)).toBe(true);
});
