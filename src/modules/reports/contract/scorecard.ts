// The API of a city's scorecard: its ties and what came of them, in figures that each lead to what they count.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { flexDate, id, multilingual, open, page, pageQuery } from '#kernel/procedure.ts';
import { convertedShown } from '#modules/outcomes/contract/rates.ts';
import { confirmedPart } from '#modules/outcomes/contract/shapes.ts';
import { assurances } from '#modules/outcomes/domain/assurance.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { unknownReasons } from '#modules/outcomes/domain/follow-up/fate.ts';
import { outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import { stages } from '#modules/outcomes/domain/stages.ts';
import { statuses } from '#modules/ties/domain/attributes.ts';
import { answerStates } from '../domain/scorecard/scorecard.ts';

const tags = ['reports'];
const count = z.number().int();
const stage = z.enum(stages);
const assurance = z.enum(assurances);
const counts = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys as readonly [K, ...K[]]), count);

/** `public`: as everybody reads it; `own`: what the caller's offices see besides. */
const views = ['public', 'own'] as const;
const ofCity = z.object({ city: z.string().min(1).max(250), view: z.enum(views).default('public') });

const further = z.object({ came: z.array(z.object({ stage: stage.nullable(), things: count })), rest: count });

const scorecard = z.object({
  city: z.object({ id, slug: z.string(), name: multilingual(200) }),
  view: z.enum(views),
  asOf: z.iso.date(),
  ties: z.array(
    z.object({
      slug: z.string(),
      other: z.object({ slug: z.string(), name: multilingual(200) }),
      classCode: z.string().nullable(),
      className: multilingual().nullable(),
      since: flexDate.nullable(),
      /** As this city states it; null: it states nothing. */
      status: z.enum(statuses).nullable(),
      outcomes: count,
    }),
  ),
  outcomes: count,
  tookPart: count,
  offers: z.array(z.object({ stage, count })),
  /** Of which no entry says a stage: in no other figure. */
  unstaged: count,
  byStage: z.array(z.object({ stage, count, sureness: counts(assurances), inPart: count })),
  things: count,
  fates: counts(fates),
  /** Of the unknown: so many went further than they were announced (a null stage: in dispute), and of the rest nothing further is on record. */
  further: z.object({ several: further, single: further }),
  /** Outcomes that stand for several, and how many of the things are theirs. */
  wholes: z.object({ outcomes: count, things: count }),
  reasons: counts(unknownReasons),
  /** Unknown, and not told whether anybody asked. */
  untold: count,
  answers: counts(answerStates),
  papers: z.object({ with: count, without: count }),
  /** What stands at the stage that each has reached, in the currency of the caller's office; null for everybody else, and where it chose no rates. */
  converted: convertedShown.nullable(),
});
export type Scorecard = z.infer<typeof scorecard>;

const scored = z.object({
  ...{ id, title: multilingual(300), kind: z.enum(outcomeKinds), stage, sureness: assurance },
  /** How much of its amount another side confirms, where one side reports it; the last day of the paper that would document it. */
  ...{ confirmedPart: confirmedPart.nullable(), paperExpired: z.string().nullable() },
  /** How many things it counts for among those asked for. */
  things: count,
  ...{ hasPaper: z.boolean(), isPart: z.boolean(), isPublic: z.boolean() },
  ties: z.array(z.string()),
});
export type ScoredRow = z.infer<typeof scored>;

export const scorecardProcedures = {
  getScorecard: open
    .route({ method: 'GET', path: '/cities/{city}/scorecard', summary: 'A city’s ties and what came of them, in figures', tags })
    .input(ofCity)
    .output(scorecard),

  listScored: open
    .route({ method: 'GET', path: '/cities/{city}/scorecard/outcomes', summary: 'The outcomes that a figure of a scorecard counts', tags })
    .input(
      ofCity.extend({
        ...pageQuery.shape,
        ...{ stage: stage.optional(), sureness: assurance.optional(), fate: z.enum(fates).optional() },
        ...{ answer: z.enum(answerStates).optional(), paper: z.enum(['with', 'without']).optional() },
      }),
    )
    .output(page(scored)),

  exportScorecard: open
    .route({ method: 'GET', path: '/cities/{city}/scorecard/file', summary: 'A city’s scorecard as a table or as JSON', tags })
    .input(ofCity.extend({ format: z.enum(['csv', 'json']), language: z.enum(languages).optional() }))
    .output(z.file()),
};
