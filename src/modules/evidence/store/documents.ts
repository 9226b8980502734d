// SQL of documents: the bytes of papers that offices hold.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { DocumentFacts, DocumentId } from '../domain/source.ts';
import type { Entering } from './sources.ts';

const record = columns('id, name, media_type, size, sha256');

/** Keeps the bytes, or finds the document of this office that has them already; tells which. */
export async function keepDocument(
  tx: Tx,
  scope: EvidenceScope,
  document: DocumentFacts & { readonly bytes: Uint8Array },
  { account, now }: Pick<Entering, 'now'> & { readonly account: Entering['account'] | null },
): Promise<{ readonly document: DocumentFacts; readonly isNew: boolean }> {
  const { id, name, mediaType, size, sha256, bytes } = document;
  const inserted = await tx
    .insertInto('evidence.document')
    .values({
      id,
      owner_office: scope.office,
      name,
      media_type: mediaType,
      size,
      sha256,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      entered_by: account,
      entered_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.constraint('document_content').doNothing())
    .returning(record)
    .executeTakeFirst();
  if (inserted !== undefined) return { document: inserted, isNew: true };
  const kept = await tx
    .selectFrom('evidence.document')
    .select(record)
    .where('owner_office', '=', scope.office)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return { document: kept, isNew: false };
}

/** Which of these the office holds. */
export async function documentsOfOffice(tx: Tx, office: OfficeId, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('evidence.document')
    .select('id')
    .where('id', 'in', [...ids])
    .where('owner_office', '=', office)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What is told of documents, as far as the actor may see them. */
export async function findDocuments(tx: Tx, ids: readonly DocumentId[]): Promise<readonly DocumentFacts[]> {
  return read(tx, byIds(ids));
}

const byIds = queryOfIds((from, ids: readonly DocumentId[]) =>
  from
    .selectFrom('evidence.document')
    .select(record)
    .where(sql<boolean>`id = any(${ids}::uuid[])`),
);

/** A document with its bytes, as far as the actor may see it. */
export async function findDocument(tx: Tx, id: DocumentId): Promise<(DocumentFacts & { readonly bytes: Uint8Array }) | null> {
  const row = await tx
    .selectFrom('evidence.document')
    .select([...record, 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
