// The API of an edition's follow-through page: what became of what was announced there, for everybody by its organiser's choice.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { amount, guarded, id, multilingual, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { shownFirst } from '#modules/evidence/contract/shapes.ts';
import { surveyedDeals } from '#modules/expos/domain/said-attributes.ts';
import { convertedShown } from '#modules/outcomes/contract/rates.ts';
import { assurances } from '#modules/outcomes/domain/assurance.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { unknownReasons } from '#modules/outcomes/domain/follow-up/fate.ts';
import { outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import { stages } from '#modules/outcomes/domain/stages.ts';

const tags = ['reports: follow-through'];
const count = z.number().int();
const stage = z.enum(stages);
const kind = z.enum(outcomeKinds);

/** Things, not outcomes: a whole of 45 is 45, its parts among them. */
const tally = z.object({ kept: count, partly: count, not: count, unknown: count });

/** Sums within one stage, kind and currency. */
const sums = z.array(z.object({ kind, amount }));

const edition = z.object({
  id,
  slug: z.string(),
  name: multilingual(200),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  organiserName: multilingual(200),
  isUnclaimed: z.boolean(),
  expo: multilingual(200).nullable(),
});

/** Null: too few to be told of. */
const step = count.nullable();
const steps = z.object({ asked: step, placed: step, held: step, leads: step });
const unlisted = z.object({ total: count, fates: tally.nullable() });

/** An edition of which a total was announced, and nothing of what became of it: unknown, all of it. */
const totalOnly = z.object({
  slug: z.string(),
  name: multilingual(200),
  firstDay: z.iso.date(),
  /** What was announced, as sources state it. */
  announced: shownFirst,
  /** What surveys found of those whom they asked: never a share of the total. */
  surveys: z.array(z.object({ attribute: z.enum(surveyedDeals), shown: shownFirst })),
});

/** `public`: as everybody reads it; `own`: what the caller's offices see of it besides, or keep. */
const views = ['public', 'own'] as const;

const followThrough = z.object({
  edition,
  view: z.enum(views),
  /** What the caller may do with it. */
  mayPublish: z.boolean(),
  /** Whether the caller can look at it with what is not public. */
  hasOwn: z.boolean(),
  isPublic: z.boolean(),
  publishedAt: z.iso.datetime().nullable(),
  asOf: z.iso.date(),
  /** Full months since it closed. */
  months: count,
  total: count,
  fates: tally,
  reasons: z.object({ not_asked: count, no_answer: count, cannot_say: count, stopped: count, returned: count, in_dispute: count }),
  answers: z.object({ asked: count, answered: count }),
  byStage: z.array(z.object({ stage, fates: tally, announced: sums, realised: sums })),
  byKind: z.array(z.object({ kind, fates: tally })),
  byMonth: z.array(z.object({ months: count, fates: tally })),
  /** Realised and confirmed by both: the one sum over all stages as which it was announced. */
  realised: sums,
  /** Of what was kept. */
  sureness: z.array(z.object({ assurance: z.enum(assurances), things: count })),
  /** Of what one side reports as kept: of how many another one confirms a part of the amount. */
  inPart: count,
  papers: count,
  /** What the organiser states of its meetings, and of its own announcements that are not public, on `statedOn`. */
  stated: z.object({ on: z.iso.date(), steps: steps.nullable(), unlisted: unlisted.nullable() }).nullable(),
  /** As far as each thing came. */
  path: z.object({ intended: count, signed: count, realised: count, verified: count }),
  left: z.object({ related: count, tookPart: count, uncounted: count }),
  /** The organiser's own last editions, each at the same age; null before there is one to compare at. */
  beside: z
    .object({
      months: count,
      editions: z.array(
        z.object({ slug: z.string(), name: multilingual(200), firstDay: z.iso.date(), fates: tally, asked: count, answered: count }),
      ),
    })
    .nullable(),
  totals: z.array(totalOnly),
  /** As announced, and as realised beyond doubt, in the currency of the caller's office; null for everybody, and where it chose no rates. */
  converted: convertedShown.nullable(),
});
export type FollowThrough = z.infer<typeof followThrough>;

const fate = z.enum(fates);
const reason = z.enum(unknownReasons);

/** One announcement; of a whole as many rows as its things have fates. */
const followed = z.object({
  id,
  title: multilingual(300),
  kind,
  stage,
  things: count,
  fate,
  reason: reason.nullable(),
  /** Who says so: an answer, or the ledger of whoever keeps it. */
  by: z.enum(['answer', 'ledger']).nullable(),
  on: z.iso.date().nullable(),
  /** Whether it is a part of a whole that stands in the list, too. */
  isPart: z.boolean(),
  isPublic: z.boolean(),
});
export type FollowedRow = z.infer<typeof followed>;

const ofEdition = z.object({ edition: z.string().min(1).max(250) });
const viewed = ofEdition.extend({ view: z.enum(views).optional() });
const editionId = z.object({ editionId: id });

/** What is stated besides, by choice. */
const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);
const stating = z.object({ withSteps: flag.default(false), withUnlisted: flag.default(false) });

export const followThroughProcedures = {
  getFollowThrough: open
    .route({ method: 'GET', path: '/editions/{edition}/follow-through', summary: 'What became of what was announced at an edition', tags })
    .input(viewed)
    .output(followThrough),

  listFollowThrough: open
    .route({ method: 'GET', path: '/editions/{edition}/follow-through/announcements', summary: 'The announcements that are counted', tags })
    .input(
      viewed.extend({
        ...pageQuery.shape,
        fate: fate.optional(),
        reason: reason.optional(),
        stage: stage.optional(),
        kind: kind.optional(),
      }),
    )
    .output(page(followed)),

  exportFollowThrough: open
    .route({
      method: 'GET',
      path: '/editions/{edition}/follow-through/file',
      summary: 'The follow-through page of an edition as a table or as JSON',
      tags,
    })
    .input(viewed.extend({ format: z.enum(['csv', 'xlsx', 'json']), language: z.enum(languages).optional() }))
    .output(z.file()),

  /** The newest pages that are shown to everybody. */
  listFollowedEditions: open
    .route({
      method: 'GET',
      path: '/follow-throughs',
      summary: 'Editions whose follow-through page is public, the last published first',
      tags,
    })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            slug: z.string(),
            name: multilingual(200),
            firstDay: z.iso.date(),
            asOf: z.iso.date(),
            months: count,
            total: count,
            fates: tally,
          }),
        ),
      }),
    ),

  previewFollowThrough: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/follow-through/preview', summary: 'The page as everybody would read it', tags })
    .input(editionId.extend(stating.shape))
    .output(
      z.object({
        page: followThrough,
        digest: z.string(),
        version: count,
        /** Announcements that stay out since they are not public. */
        keptBack: count,
      }),
    ),

  publishFollowThrough: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/follow-through',
      summary: 'Show an edition’s follow-through page to everybody',
      tags,
    })
    .input(editionId.extend({ digest: z.string().min(1).max(100), ...stating.shape }))
    .output(z.object({ editionId: id, version: count, isPublic: z.boolean() })),

  withdrawFollowThrough: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/follow-through', summary: 'Take an edition’s follow-through page back', tags })
    .input(editionId)
    .output(z.object({ editionId: id, version: count, isPublic: z.boolean() })),
};
