// Shapes of values, sources and statements; contracts of the modules below build their own procedures with them.
import { z } from 'zod';
import { decimal, flexDate, id, multilingual, officeId, qualifier } from '#kernel/procedure.ts';
import { reasonsForFirst } from '../domain/show-first.ts';
import { citingKinds, citingPlaces, sourceClasses, sourceProblems } from '../domain/source.ts';
import { statementKinds, subjectKinds, visibilities } from '../domain/statement.ts';
import { unknownReasons, valueProblems, type StatedValue } from '../domain/value.ts';

const instant = z.iso.datetime();
const code = z
  .string()
  .max(60, { abort: true })
  .regex(/^[a-z][a-z0-9_]*$/);

export const subjectKind = z.enum(subjectKinds);
export const attribute = code;
export const visibility = z.enum(visibilities);
const [documentId, sourceId] = [id.brand<'Document'>(), id.brand<'Source'>()];
const office = z.object({ id, name: multilingual(200) });

/** What a figure takes in, where its source says so. */
const basis = z.string().trim().min(1).max(200).optional();

const money = z.object({
  type: z.literal('money'),
  amount: decimal,
  currency: z.string().max(3),
  qualifier: qualifier.default('exact'),
  basis,
});

/** What a statement says, as callers write it; a money value names its currency and is no finer than that. */
export const statedValue = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('date'), date: flexDate }),
    z.object({ type: z.literal('text'), text: multilingual(2000) }),
    z.object({
      type: z.literal('count'),
      count: decimal,
      qualifier: qualifier.default('exact'),
      unit: z.string().trim().min(1).max(60).optional(),
      basis,
    }),
    money,
    z.object({ type: z.literal('code'), code, since: flexDate.optional() }),
    z.object({ type: z.literal('unknown'), reason: z.enum(unknownReasons) }),
  ])
  .superRefine((value, context) => {
    if (value.type !== 'money') return;
    for (const problem of valueProblems(value satisfies StatedValue))
      context.addIssue({ code: 'custom', path: [...problem.path], params: { code: problem.code } });
  });

const termOf = (most: number) => z.string().trim().min(1).max(most).nullable();

const line = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);
const number = z
  .string()
  .trim()
  .regex(/^\d{1,15}$/)
  .nullable()
  .default(null);

/** Whom and what a study covers; what rests on it holds for these alone. */
const reach = z.object({
  ...{ population: line(200), area: line(200), period: line(60), method: line(300) },
  /** How many took part, of how many. */
  ...{ sample: number, outOf: number },
});

/** The licence of a source and the credit that whoever uses it has to give. */
export const terms = { licence: termOf(200), credit: termOf(500) };

const sourceShape = {
  class: z.enum(sourceClasses),
  title: z.string().trim().max(300).default(''),
  publisher: z.string().trim().min(1).max(200).nullable().default(null),
  /** Shown as a link, never fetched. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  date: flexDate.nullable().default(null),
  documentId: documentId.nullable().default(null),
  /** Under which terms it may be used and whom to credit then; left out where nothing is known of that. */
  licence: termOf(200).optional(),
  credit: termOf(500).optional(),
  reach: reach.nullable().optional(),
};

/** It is like a source on record and yet another one; else such a one is refused, with the one that is on record named. */
const another = { isAnother: z.boolean().optional() };

/** A new source as callers write it; all but own records and the unknown have a title. */
export const sourceFields = z.object({ ...sourceShape, ...another });

/** Where in its source something stands: the words themselves; page, paragraph or heading. They belong to what is said. */
const passageFields = {
  passage: z.string().trim().min(1).max(4000).nullable().optional(),
  place: z.string().trim().min(1).max(200).nullable().optional(),
};

/** As `entrySource`, where the use case itself tells what is missing, together with everything else. */
export const describedSource = z.object({
  ...{ ...sourceShape, ...another, ...passageFields },
  class: sourceShape.class.default('own_records'),
  sourceId: sourceId.optional(),
});

/** The source of an entry: one on record by `sourceId`, else a new one; nothing said means our records, me, today. */
export const entrySource = describedSource.superRefine((source, context) => {
  if (source.sourceId !== undefined) return;
  for (const problem of sourceProblems(source))
    context.addIssue({ code: 'custom', path: [...problem.path], params: { code: problem.code } });
});

/** The person with their office, or the body, whose words it gives, where that is not the office that enters it. */
export const saidBy = z.string().trim().min(1).max(200).nullable().default(null);

/** One thing said of one attribute, as the modules below take it; which attributes there are is theirs to say. */
export const statementEntry = z.object({
  attribute,
  value: statedValue,
  kind: z.enum(statementKinds).default('fact'),
  source: entrySource.optional(),
  saidBy,
  visibility: visibility.default('private'),
  sharedWith: z.array(officeId).max(200).default([]),
  /** The statement of the same office that this one corrects. */
  supersedes: id.nullable().default(null),
});

export const document = z.object({ id: documentId, name: z.string(), mediaType: z.string(), size: z.number().int(), sha256: z.string() });

export const source = z.object({
  id: sourceId,
  office: officeId,
  class: z.enum(sourceClasses),
  title: z.string(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  date: flexDate.nullable(),
  documentId: documentId.nullable(),
  document: document.nullable(),
  licence: z.string().nullable(),
  credit: z.string().nullable(),
  reach: reach.nullable().optional(),
});

/** A source with where in it something stands, as what cites it says. */
export const citedSource = source.extend({ passage: z.string().nullable(), place: z.string().nullable() });

const versioned = source.extend({ version: z.number().int() });

/** A source as its office keeps it: how many statements rest on it, and which others were found to be the same. */
export const sourceRecord = versioned.extend({
  /** What rests on it, by kind; none where nothing does. */
  uses: z.array(z.object({ kind: z.enum(citingKinds), count: z.number().int() })),
  merged: z.array(versioned),
});
/** So many uses of one kind on the page of one thing; one that is not shown to the caller, or has no page, has neither slug nor label. */
export const sourceUse = z.object({
  kind: z.enum(citingKinds),
  count: z.number().int(),
  placeKind: z.enum(citingPlaces),
  slug: z.string().nullable(),
  label: multilingual(400).nullable(),
});
export type SourceUseShape = z.output<typeof sourceUse>;
export type SourceRecordShape = z.output<typeof sourceRecord>;

/** A statement as its reader sees it. */
export const statement = z.object({
  id: id.brand<'Statement'>(),
  version: z.number().int(),
  subject: z.object({ kind: subjectKind, id }),
  attribute: z.string(),
  value: statedValue,
  kind: z.enum(statementKinds),
  source: citedSource,
  saidBy: z.string().nullable(),
  office,
  visibility,
  sharedWith: z.array(office),
  contentHash: z.string(),
  supersedes: id.nullable(),
  enteredAt: instant,
  withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
  mayEdit: z.boolean(),
});

export const pin = z.object({
  id: id.brand<'Pin'>(),
  version: z.number().int(),
  subject: z.object({ kind: subjectKind, id }),
  attribute: z.string(),
  statementId: id.brand<'Statement'>(),
  office,
  visibility,
  reason: z.string(),
  pinnedAt: instant,
});

/** What stands of one attribute: the statement shown first, those that agree or differ, and why it is first. */
export const shownFirst = z.object({
  first: statement.nullable(),
  agreeing: z.array(statement),
  differing: z.array(statement),
  apart: z.array(statement),
  /** Public statements of official sources contradict each other. */
  contested: z.boolean(),
  reason: z.enum(reasonsForFirst).nullable(),
  pinReason: z.string().nullable(),
});

/** One attribute: the statement shown first, how many stand, and how many different things they say. */
export const shownAttribute = <A extends z.ZodType>(attribute: A) =>
  z.object({ attribute, shown: shownFirst, sources: z.number().int(), values: z.number().int() });

export type StatementShape = z.output<typeof statement>;
export type ShownFirstShape = z.output<typeof shownFirst>;
