// Shapes of reference sets, imports and what they found.
import { z } from 'zod';
import { flexDate, id, multilingual, officeId } from '#kernel/procedure.ts';
import { isLanguageTag } from '#kernel/codes.ts';
import { citedSource } from '#modules/evidence/contract/shapes.ts';
import { listedBys } from '../domain/listed-ties.ts';
import { columnMeanings } from '../domain/mapping.ts';
import { changeKinds } from '../domain/plan-import.ts';
import { saidFields } from '../domain/said-otherwise.ts';
import { matchedBy } from '../domain/resolution.ts';
import { importModes, importStates, importSteps, opennesses } from '../domain/set.ts';
import { outcomes } from '../domain/written.ts';

const count = z.number().int();
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const rows = z.array(count);
const progress = z.object({ done: count, of: count });
const named = z.object({ id, slug: z.string(), name: multilingual(200), country: z.string() });

/** What an office says of a set: its name, the licence with its address, the credit that is shown wherever its ties are. */
export const setFields = {
  name: multilingual(200),
  licence: z.string().trim().min(1).max(200),
  licenceAddress: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  credit: z.string().trim().min(1).max(500),
  /** A class that everybody finds; what every tie of the set is, where the set says no class of each. */
  classCode: z.enum(['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership']).nullable().default(null),
};

export const referenceSet = z.object({
  id: id.brand<'ReferenceSet'>(),
  version: count,
  office: z.object({ id, name: multilingual(200) }),
  name: multilingual(200),
  /** Where the set is from; null where the reader may not see it. */
  source: citedSource.nullable(),
  licence: z.string(),
  licenceAddress: z.string().nullable(),
  credit: z.string(),
  classCode: z.string().nullable(),
  isPublic: z.boolean(),
  openness: z.enum(opennesses),
  openProgress: progress.nullable(),
  /** Ties that the set lists, and the cities at their ends. */
  ties: count,
  cities: count,
  /** The import whose result the set holds. */
  currentImport: id.brand<'ReferenceImport'>().nullable(),
  /** When it ended; to the set's own office alone. */
  importedAt: z.iso.datetime().nullable(),
  mayEdit: z.boolean(),
  createdAt: z.iso.datetime(),
});

/** How the columns of a file are read. */
export const mapping = z.object({
  sheet: z.string().max(100).nullable().default(null),
  hasHeads: z.boolean(),
  columns: z.array(z.enum(columnMeanings)).max(500),
  /** The city of every row, where the table lists the partners of one. */
  ownCity: id.nullable().default(null),
  directed: z.boolean(),
  whole: z.boolean(),
  order: z.enum(['day_first', 'month_first']).nullable().default(null),
  language: z
    .string()
    .max(35, { abort: true })
    .refine(isLanguageTag, { params: { code: 'cities.language_unknown' } })
    .default('en'),
});

const counts = z.object({
  rows: count,
  rowsLeftOut: count,
  places: count,
  placesMatched: count,
  placesAsWritten: count,
  ties: count,
  oneWay: count,
  listedTwice: count,
  changes: z.record(z.enum(changeKinds), count),
  problems: z.record(z.string(), count),
});

const sampled = z.object({ written: z.string(), name: z.string(), country: z.string(), cityId: z.string() });
/** `cells`: what it says otherwise than the set holds, which a person keeps or takes before it is carried out. */
const sample = z.object({
  kind: z.enum(changeKinds),
  a: sampled,
  b: sampled,
  rows,
  listedBy: z.enum(listedBys),
  cells: z.array(z.object({ field: z.enum(saidFields), before: z.string(), after: z.string() })),
  taken: z.boolean().optional(),
});

/** An import as its office sees it; `missing` are codes of what has to be answered before it is read. */
export const referenceImport = z.object({
  id: id.brand<'ReferenceImport'>(),
  setId: id.brand<'ReferenceSet'>(),
  version: count,
  number: count,
  state: z.enum(importStates),
  format: z.string(),
  fileName: z.string(),
  head: z.object({
    sheets: z.array(z.string()),
    columns: z.array(z.object({ column: z.string(), head: z.string().nullable(), samples: z.array(z.string()) })),
    rows: count,
  }),
  mapping: mapping.extend({ language: z.string() }),
  missing: z.array(z.string()),
  mode: z.enum(importModes).nullable(),
  progress: progress.extend({ step: z.enum(importSteps) }).nullable(),
  counts: counts.nullable(),
  samples: z.array(sample),
  /** Of what was planned: to be repeated when it is confirmed. */
  digest: z.string().nullable(),
  failure: z.object({ code: z.string(), params }).nullable(),
  /** Whether this is the import that can be undone. */
  isCurrent: z.boolean(),
  beganAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const problem = z.object({
  number: count,
  row: count,
  rows,
  column: z.string().nullable(),
  code: z.string(),
  params,
  outcome: z.enum(outcomes),
  /** The written place it is about, to be answered for. */
  key: z.string().nullable(),
});

/** What a person says that a written place is. */
export const answer = z.union([
  z.object({ city: id }),
  z.object({ geonamesId: z.number().int().min(1).max(2_000_000_000) }),
  z.object({ as: z.enum(['written', 'left_out']) }),
]);

export const place = z.object({
  key: z.string(),
  name: z.string(),
  countryWritten: z.string().nullable(),
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  wikidataId: z.string().nullable(),
  geonamesId: count.nullable(),
  cityId: id.nullable(),
  matchedBy: z.enum(matchedBy),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), params: params.optional() })),
  alternatives: z.array(
    z.object({
      geonamesId: count,
      name: z.string(),
      country: z.string(),
      /** The state, and the nearest great city: they tell namesakes apart. The latter only where one place is asked for by its key. */
      region: z.string().optional(),
      near: z.object({ name: z.string(), kilometres: count }).optional(),
      latitude: z.number(),
      longitude: z.number(),
      population: count,
      score: z.number(),
    }),
  ),
  rows,
  /** What a person has said; null where nobody has. */
  answer: answer.nullable(),
});

const said = z.object({
  since: flexDate.nullable(),
  until: flexDate.nullable(),
  classCode: z.string().nullable(),
  note: z.string().nullable(),
});

/** A tie as a set lists it: `listedBy` is the side whose entry names the other. */
export const listedTie = z.object({
  tieId: id,
  slug: z.string(),
  cities: z.object({ a: named, b: named }),
  listedBy: z.enum(listedBys),
  rows,
  /** What the set says of it besides; to its own office alone. */
  said: z.array(said),
  /** Whether the office that was asked for keeps it; null where none was. */
  isKept: z.boolean().nullable(),
  /** Whether that office answers for one of the two cities; null where none was asked for. */
  mayTake: z.boolean().nullable(),
});

/** Ties that an office took over from a set at once; undone as one. */
export const taking = z.object({
  id: id.brand<'Taking'>(),
  setId: id.brand<'ReferenceSet'>(),
  office: officeId,
  ties: count,
  takenAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
});

/** `standing` of its ties are in the register; `worked` are those on which the office has worked since: they stay when it is undone. */
export const takingInFull = taking.extend({
  standing: count,
  worked: z.array(z.object({ tieId: id, slug: z.string(), cities: z.object({ a: named, b: named }) })),
});
