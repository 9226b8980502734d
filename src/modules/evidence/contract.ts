// The API of evidence: sources, documents, and what can be done with a statement once it stands.
import { z } from 'zod';
import { confirmed, guarded, id, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import {
  attribute,
  document,
  pin,
  source,
  sourceFields,
  sourceRecord,
  sourceUse,
  statement,
  subjectKind,
  terms,
  visibility,
} from './contract/shapes.ts';

const tags = ['evidence'];
const ofStatement = z.object({ statementId: id });

export const evidence = {
  /** Superseded and withdrawn statements are among them, the last entered first. */
  listHistory: open
    .route({
      method: 'GET',
      path: '/statements',
      summary: 'All statements on one attribute that the caller can see',
      tags,
    })
    .input(pageQuery.extend({ subjectKind, subjectId: id, attribute }))
    .output(page(statement).extend({ pins: z.array(pin) })),

  withdrawStatement: guarded
    .route({ method: 'PUT', path: '/statements/{statementId}/withdrawal', summary: 'Withdraw a statement of one’s office', tags })
    .input(ofStatement.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(statement),

  restoreStatement: guarded
    .route({
      method: 'DELETE',
      path: '/statements/{statementId}/withdrawal',
      summary: 'Let a withdrawn statement of one’s office stand',
      tags,
    })
    .input(ofStatement)
    .output(statement),

  previewStatementAudience: signedIn
    .route({
      method: 'GET',
      path: '/statements/{statementId}/audience-preview',
      summary: 'Preview of what others would see',
      tags,
    })
    .input(ofStatement)
    .output(
      z.object({
        version: z.number().int(),
        /** The statement with its source, exactly as everybody would read it. */
        statement,
        /** What is not public yet and would become so with it. */
        opens: z.array(z.enum(['statement', 'source', 'document'])),
        /** What everybody would no longer read: statements with a source that it takes the place of without one. */
        takesOff: z.array(statement),
      }),
    ),

  setStatementAudience: guarded
    .route({ method: 'PUT', path: '/statements/{statementId}/audience', summary: 'Set who can see a statement and its source', tags })
    .input(
      ofStatement.extend({
        visibility,
        sharedWith: z.array(officeId).max(200).default([]),
        confirmed: confirmed(['evidence.takes_off_cited']),
      }),
    )
    .output(statement),

  pinStatement: signedIn
    .route({
      method: 'POST',
      path: '/statements/{statementId}/pins',
      successStatus: 201,
      summary: 'Pin a statement so that it is shown first, with the reason',
      tags,
    })
    .input(
      ofStatement.extend({
        office: officeId,
        reason: z.string().trim().min(1).max(500),
        /** `private`: for the office's own view; `public`: for everybody's. */
        visibility: z.enum(['private', 'public']).default('private'),
      }),
    )
    .output(pin),

  unpinStatement: guarded
    .route({ method: 'DELETE', path: '/pins/{pinId}', summary: 'Remove a pin', tags })
    .input(z.object({ pinId: id.brand<'Pin'>() }))
    .output(z.object({ id })),

  listSources: signedIn
    .route({ method: 'GET', path: '/sources', summary: 'Sources an office has used, most recent first', tags })
    .input(pageQuery.extend({ office: officeId /** A part of its title or address. */, q: typedSearch(500).optional() }))
    .output(page(sourceRecord)),

  listSourceUses: signedIn
    .route({ method: 'GET', path: '/sources/{sourceId}/uses', summary: 'What rests on a source of one’s office, page by page', tags })
    .input(z.object({ sourceId: id.brand<'Source'>() }))
    .output(z.object({ entries: z.array(sourceUse) })),

  getSource: open
    .route({ method: 'GET', path: '/sources/{sourceId}', summary: 'One source', tags })
    .input(z.object({ sourceId: id.brand<'Source'>() }))
    .output(source),

  enterSource: signedIn
    .route({ method: 'POST', path: '/sources', successStatus: 201, summary: 'Record a source', tags })
    .input(sourceFields.extend({ office: officeId }))
    .output(source),

  setSourceTerms: guarded
    .route({
      method: 'PUT',
      path: '/sources/{sourceId}/terms',
      summary: 'Set the licence and credit of a source',
      tags,
    })
    .input(z.object({ sourceId: id.brand<'Source'>(), ...terms }))
    .output(source),

  mergeSources: guarded
    .route({
      method: 'PUT',
      path: '/sources/{sourceId}/merging',
      summary: 'Merge a source into another of the office: statements are shown with the other one from now on',
      tags,
    })
    .input(z.object({ sourceId: id.brand<'Source'>(), intoId: id.brand<'Source'>() }))
    .output(source),

  separateSources: guarded
    .route({ method: 'PUT', path: '/sources/{sourceId}/separation', summary: 'Undo the merge of a source', tags })
    .input(z.object({ sourceId: id.brand<'Source'>() }))
    .output(source),

  storeDocument: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({ method: 'POST', path: '/documents', successStatus: 201, summary: 'Store a document as evidence', tags })
    // The limit of papers is lower and has a sentence of its own.
    .input(z.object({ office: officeId, file: z.file().max(20_000_000) }))
    .output(document),

  openDocument: open
    .route({ method: 'GET', path: '/documents/{documentId}', summary: 'The document as a file', tags })
    .input(z.object({ documentId: id.brand<'Document'>() }))
    .output(z.file()),
};

/** What a use case is handed once its input has been read: `Asked<'enterSource'>`. */
export type Asked<P extends keyof typeof evidence> = z.output<NonNullable<(typeof evidence)[P]['~orpc']['inputSchema']>>;
/** What it answers. */
export type Answer<P extends keyof typeof evidence> = z.output<NonNullable<(typeof evidence)[P]['~orpc']['outputSchema']>>;
