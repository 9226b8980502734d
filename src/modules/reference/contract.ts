// The API of the reference layer: sets of ties as others list them, imports into them, and taking ties over.
import { languages } from '#kernel/language.ts';
import { z } from 'zod';
import { isCountry } from '#kernel/codes.ts';
import { guarded, id, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { describedSource } from '#modules/evidence/contract/shapes.ts';
import {
  answer,
  listedTie,
  mapping,
  place,
  problem,
  referenceImport,
  referenceSet,
  setFields,
  taking,
  takingInFull,
} from './contract/shapes.ts';
import { matchedBy } from './domain/resolution.ts';
import { onlys } from './domain/doubts.ts';
import { importModes } from './domain/set.ts';
import { outcomes } from './domain/written.ts';

const tags = ['reference'];
const ofSet = z.object({ setId: id.brand<'ReferenceSet'>() });
const ofImport = z.object({ importId: id.brand<'ReferenceImport'>() });
const file = z.file().max(21_000_000);

/** Which ties of a set are looked at; `office` is whose register counts, `q` a name of one of the cities. */
const tieFilter = {
  office: officeId.optional(),
  city: id.optional(),
  country: z.string().length(2).optional(),
  q: typedSearch(120).optional(),
  tie: id.optional(),
};
const count = z.number().int();
const tieCounts = { one_way: count, differing: count, unsourced: count, not_kept: count.nullable() };

const sets = {
  listReferenceSets: open
    .route({ method: 'GET', path: '/reference-sets', tags, summary: 'Sets the caller can see, of one office or of all' })
    .input(pageQuery.extend({ office: officeId.optional() }))
    .output(page(referenceSet)),
  getReferenceSet: open
    .route({ method: 'GET', path: '/reference-sets/{setId}', tags, summary: 'A set with its source, licence and credit' })
    .input(ofSet)
    .output(referenceSet),
  createReferenceSet: signedIn
    .route({ method: 'POST', path: '/reference-sets', tags, summary: 'Create a set with its source and licence' })
    .input(z.object({ office: officeId, ...setFields, source: describedSource }))
    .output(referenceSet),
  updateReferenceSet: guarded
    .route({ method: 'PATCH', path: '/reference-sets/{setId}', tags, summary: 'Change the name, licence or credit of a set' })
    .input(
      ofSet.extend({
        name: setFields.name.optional(),
        licence: setFields.licence.optional(),
        licenceAddress: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .nullable()
          .optional(),
        credit: setFields.credit.optional(),
        classCode: z.enum(['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership']).nullable().optional(),
      }),
    )
    .output(referenceSet),
  openReferenceSet: signedIn
    .route({ method: 'POST', path: '/reference-sets/{setId}/opening', tags, summary: 'Open a set to everyone; register office only' })
    .input(ofSet)
    .output(referenceSet),
  closeReferenceSet: signedIn
    .route({ method: 'POST', path: '/reference-sets/{setId}/closing', tags, summary: 'Make a set private again' })
    .input(ofSet)
    .output(referenceSet),
  listReferenceTies: open
    .route({ method: 'GET', path: '/reference-sets/{setId}/ties', tags, summary: 'Ties that a set lists' })
    .input(ofSet.extend({ ...pageQuery.shape, ...tieFilter, only: z.enum(onlys).optional() }))
    .output(page(listedTie)),
  countReferenceTies: open
    .route({
      method: 'GET',
      path: '/reference-sets/{setId}/tie-counts',
      tags,
      summary: 'Number of ties a set lists, and of those in doubt',
    })
    .input(ofSet.extend(tieFilter))
    .output(z.object({ all: z.number().int(), ...tieCounts })),
  adoptReferenceTies: signedIn
    .route({ method: 'POST', path: '/reference-sets/{setId}/adoptions', tags, summary: 'Take ties of a set into an office’s register' })
    .input(ofSet.extend({ office: officeId, tieIds: z.array(id).min(1).max(500) }))
    .output(
      z.object({
        /** To undo it by; null where nothing was taken over. */
        takingId: id.nullable(),
        kept: z.array(id),
        already: z.array(id),
        refused: z.array(z.object({ tieId: id, code: z.string() })),
      }),
    ),
  listReferenceTakings: signedIn
    .route({
      method: 'GET',
      path: '/reference-sets/{setId}/adoptions',
      tags,
      summary: 'What an office took over from a set, most recent first',
    })
    .input(ofSet.extend({ ...pageQuery.shape, office: officeId }))
    .output(page(taking)),
  getReferenceTaking: signedIn
    .route({
      method: 'GET',
      path: '/reference-adoptions/{takingId}',
      tags,
      summary: 'What was taken over together, and what has been edited since',
    })
    .input(z.object({ takingId: id }))
    .output(takingInFull),
  undoReferenceTaking: signedIn
    .route({
      method: 'POST',
      path: '/reference-adoptions/{takingId}/undo',
      tags,
      summary: 'Undo a taking over; ties edited since stay in the register',
    })
    .input(z.object({ takingId: id }))
    .output(takingInFull),
};

const imports = {
  listReferenceImports: signedIn
    .route({ method: 'GET', path: '/reference-sets/{setId}/imports', tags, summary: 'Imports into a set, most recent first' })
    .input(ofSet.extend(pageQuery.shape))
    .output(page(referenceImport)),
  getReferenceImport: signedIn
    .route({ method: 'GET', path: '/reference-imports/{importId}', tags, summary: 'An import: mapping, progress, preview, result' })
    .input(ofImport)
    .output(referenceImport),
  beginReferenceImport: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({ method: 'POST', path: '/reference-sets/{setId}/imports', tags, summary: 'Upload a list of ties for reading' })
    .input(ofSet.extend({ file, names: file.optional() }))
    .output(referenceImport),
  fetchReferenceImport: signedIn
    .route({
      method: 'POST',
      path: '/reference-sets/{setId}/fetch',
      tags,
      summary: 'Query a Wikidata service for the sister cities of cities or of a country or region',
    })
    .input(
      ofSet.extend({
        address: z.url({ protocol: /^https?$/ }).max(500),
        /** Exactly one of the three: cities by their items, by their numbers in GeoNames, or all of a country. */
        items: z
          .array(
            z
              .string()
              .max(12, { abort: true })
              .regex(/^Q[1-9]\d*$/),
          )
          .min(1)
          .max(500)
          .optional(),
        geonamesIds: z.array(z.number().int().min(1).max(2_000_000_000)).min(1).max(500).optional(),
        country: z
          .string()
          .length(2, { abort: true })
          .refine(isCountry, { params: { code: 'cities.country_unknown' } })
          .optional(),
      }),
    )
    .output(referenceImport),
  repeatReferenceImport: signedIn
    .route({ method: 'POST', path: '/reference-imports/{importId}/again', tags, summary: 'Read the same file again with new answers' })
    .input(ofImport)
    .output(referenceImport),
  setReferenceMapping: guarded
    .route({
      method: 'PUT',
      path: '/reference-imports/{importId}/mapping',
      tags,
      summary: 'State what the columns mean; the file is read again',
    })
    .input(ofImport.extend({ mapping }))
    .output(referenceImport),
  confirmReferenceImport: signedIn
    .route({ method: 'POST', path: '/reference-imports/{importId}/confirmation', tags, summary: 'Carry out what the preview shows' })
    .input(
      ofImport.extend({
        digest: z.string().min(1).max(100),
        mode: z.enum(importModes),
        /** Ties among the samples with cells that stay as the set has them; of the others what the file says is taken. */
        keepTies: z
          .array(z.object({ a: id, b: id }))
          .max(500)
          .default([]),
        /** How many ties with cells were decided on: all that the samples show. */
        decidedTies: z.int().min(0).default(0),
      }),
    )
    .output(referenceImport),
  cancelReferenceImport: signedIn
    .route({ method: 'POST', path: '/reference-imports/{importId}/cancellation', tags, summary: 'Stop an import; nothing of it is kept' })
    .input(ofImport)
    .output(referenceImport),
  undoReferenceImport: signedIn
    .route({ method: 'POST', path: '/reference-imports/{importId}/undoing', tags, summary: 'Take back the latest import of a set' })
    .input(ofImport)
    .output(referenceImport),
};

const findings = {
  listReferenceProblems: signedIn
    .route({ method: 'GET', path: '/reference-imports/{importId}/problems', tags, summary: 'What is wrong with rows and what was done' })
    .input(
      ofImport.extend({
        ...pageQuery.shape,
        code: z.string().min(1).max(80).optional(),
        outcome: z.enum(outcomes).optional(),
      }),
    )
    .output(page(problem)),
  exportReferenceProblems: signedIn
    .route({ method: 'GET', path: '/reference-imports/{importId}/problem-list', tags, summary: 'All problems as a table' })
    .input(ofImport.extend({ format: z.enum(['csv', 'xlsx']).default('csv'), language: z.enum(languages).optional() }))
    .output(z.file()),
  listReferencePlaces: signedIn
    .route({ method: 'GET', path: '/reference-imports/{importId}/places', tags, summary: 'Places as written and how they are read' })
    .input(
      ofImport.extend({
        ...pageQuery.shape,
        matchedBy: z.enum(matchedBy).optional(),
        key: z.string().min(1).max(400).optional(),
      }),
    )
    .output(page(place)),
  answerReferencePlace: signedIn
    .route({ method: 'POST', path: '/reference-imports/{importId}/answers', tags, summary: 'State which city a place as written is' })
    .input(ofImport.extend({ key: z.string().min(1).max(400), answer: answer.nullable() }))
    .output(referenceImport),
};

export const reference = { ...sets, ...imports, ...findings };

/** What a use case is handed once its input has been read: `Asked<'confirmReferenceImport'>`. */
export type Asked<P extends keyof typeof reference> = z.output<NonNullable<(typeof reference)[P]['~orpc']['inputSchema']>>;
/** What a use case answers. */
export type Answered<P extends keyof typeof reference> = z.output<NonNullable<(typeof reference)[P]['~orpc']['outputSchema']>>;
