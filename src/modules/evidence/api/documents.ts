// Papers kept as evidence: what a file is is told by its bytes before anything is kept.
import type { OfficeId } from '#kernel/ids.ts';
import { createHash } from 'node:crypto';
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { openZip, zipLimits } from '#platform/files/zip-directory.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { archiveKind, documentName, fileKind, mostDocumentBytes, type MediaType } from '../domain/file-kind.ts';
import type { DocumentFacts, DocumentId } from '../domain/source.ts';
import { maySpeakFor } from '../policy.ts';
import { findDocument, findDocuments, keepDocument } from '../store/documents.ts';
import { entering } from './new-source.ts';

/** A file whose kind has been found out. */
export interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sha256: string;
}

const refused = (code: string, params?: Readonly<Record<string, number>>) =>
  refuseInput([{ path: ['file'], code, ...(params === undefined ? {} : { params }) }]);

/**
 * Finds out what a file is. Refuses, at `file`: what is empty or over 10 MB, programs, pages (HTML, SVG), office files with macros,
 * damaged or bomb-like archives, and whatever is none of PDF, PNG, JPEG, WebP, plain text, docx, xlsx.
 */
export async function recogniseDocument({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<Result<ReadDocument>> {
  if (bytes.length > mostDocumentBytes) return refused('evidence.file_too_large', { megabytes: Math.round(mostDocumentBytes / 1e6) });
  let kind = fileKind(bytes);
  if ('archive' in kind) {
    const zip = await openZip(bytes, zipLimits);
    if (!zip.ok) return refused('evidence.file_unknown');
    zip.value.file.close();
    kind = archiveKind(zip.value.entries.keys());
  }
  if ('refused' in kind) return refused(`evidence.file_${kind.refused}`);
  if ('archive' in kind) return refused('evidence.file_unknown');
  const { mediaType } = kind;
  return ok({ bytes, mediaType, name: documentName(name, mediaType), sha256: createHash('sha256').update(bytes).digest('hex') });
}

/** Reads an uploaded file outside the transaction, for who may store it. */
export async function readUpload(transact: Transact, { office, file }: Asked<'storeDocument'>): Promise<Result<ReadDocument>> {
  const allowed = await transact(async ({ actor }) => maySpeakFor(actor, office));
  return allowed.ok ? recogniseDocument({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }) : allowed;
}

/** Keeps a paper for an office; the same bytes are kept once per office. Refuses `kernel.forbidden`. */
export async function storeDocument(
  work: Work,
  { office }: { readonly office: OfficeId },
  read: ReadDocument,
): Promise<Result<DocumentFacts>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  const { document } = await keepDocument(
    work.tx,
    scope.value,
    { id: work.newId<'Document'>(), size: read.bytes.length, ...read },
    by.value,
  );
  await audit(work, {
    useCase: 'store-document',
    office: scope.value.office,
    subjects: [document.id],
    fields: ['file'],
    digest: document.sha256,
  });
  return ok(document);
}

/**
 * Keeps a paper that came by the link of a letter, from somebody without an account, for the office that wrote it. Part of a larger use case, which has
 * checked the link and writes the audit entry.
 */
export async function keepPaperByLetter(work: Work, office: OfficeId, read: ReadDocument): Promise<Result<DocumentFacts>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const paper = { id: work.newId<'Document'>(), size: read.bytes.length, ...read };
  return ok((await keepDocument(work.tx, scope.value, paper, { account: null, now: work.now })).document);
}

/** Papers by id, as far as the actor may see them. */
export async function documentsByIds(work: Work, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, DocumentFacts>> {
  return new Map((await findDocuments(work.tx, ids)).map((document) => [document.id, document]));
}

/** The paper itself, as far as the actor may see it. Refuses `evidence.document_not_found`. */
export async function openDocument(work: Work, input: { readonly documentId: DocumentId }): Promise<Result<File>> {
  const found = await findDocument(work.tx, input.documentId);
  if (found === null) return notFound('evidence.document_not_found');
  return ok(new File([new Uint8Array(found.bytes)], found.name, { type: found.mediaType }));
}
