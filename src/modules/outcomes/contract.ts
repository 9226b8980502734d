// The API of outcomes: recording what came of a tie, adding to its ledger, and saying how sure it is.
import { z } from 'zod';
import {
  confirmed,
  day,
  guarded,
  guardedLinked,
  id,
  linked,
  multilingual,
  officeId,
  open,
  page,
  pageQuery,
  signedIn,
} from '#kernel/procedure.ts';
import { entrySource, statementEntry } from '#modules/evidence/contract/shapes.ts';
import {
  attributionFields,
  contradiction,
  entryFields,
  heldFields,
  outcome,
  outcomeFields,
  outcomeSummary,
  partyFields,
  stage,
  stated,
  verdict,
  visibility,
  unanswered,
  waiting,
} from './contract/shapes.ts';
import { evidences } from './contract/evidence.ts';
import { rates } from './contract/rates.ts';
import { projects } from './contract/projects.ts';
import { sheets } from './contract/sheets.ts';
import { followUps } from './contract/follow-up.ts';
import { subjectKinds } from './domain/attribution.ts';
import { doubtCodes, FAR_FROM_THEIRS } from './domain/plausible.ts';
import { wholeCodes } from './domain/stage-order.ts';

const tags = ['outcomes'];
const ofOutcome = z.object({ outcomeId: id.brand<'Outcome'>() });
const note = z.string().trim().min(1).max(1000).nullable().default(null);

const changed = z.object({
  kind: outcomeFields.shape.kind.optional(),
  counted: outcomeFields.shape.counted.unwrap().optional(),
  title: outcomeFields.shape.title.optional(),
  fromCity: id.nullable().optional(),
  toCity: id.nullable().optional(),
  domain: outcomeFields.shape.domain.unwrap().optional(),
  occurred: outcomeFields.shape.occurred.unwrap().optional(),
  note: outcomeFields.shape.note.unwrap().optional(),
  anyway: outcomeFields.shape.anyway,
  partOf: id.brand<'Outcome'>().nullable().optional(),
  parties: z.array(partyFields).max(60).optional(),
  attributions: z.array(attributionFields).max(60).optional(),
});

export const outcomes = {
  ...sheets,
  ...rates,
  ...evidences,
  ...followUps,
  ...projects,

  listOutcomes: open
    .route({ method: 'GET', path: '/outcomes', summary: 'Outcomes the caller can see, most recent first', tags })
    .input(
      pageQuery.extend({
        subjectKind: z.enum(subjectKinds).optional(),
        subjectId: id.optional(),
        ownerOffice: officeId.optional(),
        kind: outcomeFields.shape.kind.optional(),
        /** Something stands of it at this stage. */
        stage: stage.optional(),
        /** Of a city: it goes from or to it, the city takes part, or it has to do with a tie of the city. */
        cityId: id.optional(),
        /** What everybody sees, whoever asks. */
        audience: z.literal('public').optional(),
        /** Only those that stand on the page of a tie: a side keeps them or has taken them up. */
        only: z.literal('heard').optional(),
      }),
    )
    .output(page(outcomeSummary)),

  listContradicted: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/contradicted-outcomes',
      summary: 'Differing answers on figures an office reported that it has not answered',
      tags,
    })
    .input(z.object({ officeId }))
    .output(z.object({ entries: z.array(contradiction) })),

  listUnanswered: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/unanswered-outcomes',
      summary: 'Figures that other offices report of the ties of an office and that it has not answered',
      tags,
    })
    .input(z.object({ officeId }))
    .output(z.object({ entries: z.array(unanswered) })),

  listWaiting: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/waiting',
      summary: 'What third parties say of the ties of an office or link to them, and no side has accepted yet',
      tags,
    })
    .input(z.object({ officeId }))
    .output(z.object({ entries: z.array(waiting) })),

  getLead: linked
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/lead',
      summary: 'What a lead of a meeting would be entered with, and what is on record of it already',
      tags,
    })
    .input(z.object({ meetingId: id }))
    .output(
      z.object({
        /** Ties between the cities of the two who met. */
        ties: z.array(z.object({ id, slug: z.string(), title: multilingual() })),
        known: z.array(outcomeSummary.pick({ id: true, title: true, office: true }).extend({ isOurs: z.boolean() })),
      }),
    ),

  getOutcome: open
    .route({ method: 'GET', path: '/outcomes/{outcomeId}', summary: 'One outcome with its ledger and statements', tags })
    .input(ofOutcome)
    .output(outcome),

  /** By a link: what came of a meeting in the own agenda. */
  recordOutcome: linked
    .route({ method: 'POST', path: '/outcomes', successStatus: 201, summary: 'Record an outcome', tags })
    .input(
      outcomeFields.extend({
        office: officeId,
        entry: entryFields.nullable().default(null),
        confirmed: confirmed(['outcomes.may_be_same', ...wholeCodes, ...doubtCodes]),
      }),
    )
    .output(outcome),

  updateOutcome: guarded
    .route({ method: 'PATCH', path: '/outcomes/{outcomeId}', summary: 'Correct an outcome, except for its ledger', tags })
    .input(changed.extend({ ...ofOutcome.shape, confirmed: confirmed(wholeCodes) }))
    .output(outcome),

  withdrawOutcome: guardedLinked
    .route({ method: 'PUT', path: '/outcomes/{outcomeId}/withdrawal', summary: 'Withdraw an outcome; its ledger is kept', tags })
    .input(
      ofOutcome.extend({
        reason: z.string().trim().min(1).max(500).optional(),
        confirmed: confirmed(['kernel.read_by_others']),
      }),
    )
    .output(z.object({ id })),

  addEntry: signedIn
    .route({ method: 'POST', path: '/outcomes/{outcomeId}/entries', successStatus: 201, summary: 'Add an entry to the ledger', tags })
    .input(
      entryFields
        .extend(ofOutcome.shape)
        .extend({ confirmed: confirmed(['outcomes.later_is_larger', 'outcomes.becomes_public', ...wholeCodes, ...doubtCodes]) }),
    )
    .output(outcome),

  reverseEntry: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/entries/{entryId}/reversal',
      successStatus: 201,
      summary: 'Reverse an entry with a new one',
      tags,
    })
    .input(ofOutcome.extend({ entryId: id, note: z.string().trim().min(1).max(1000), confirmed: confirmed(['outcomes.becomes_public']) }))
    .output(outcome),

  stateRate: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/rates',
      successStatus: 201,
      summary: 'Add an exchange rate with its date',
      tags,
    })
    .input(
      ofOutcome.extend({
        from: z.string().max(3),
        to: z.string().max(3),
        rate: z.string().trim().min(1).max(40),
        day,
        source: entrySource.optional(),
        confirmed: confirmed(['outcomes.becomes_public']),
      }),
    )
    .output(outcome),

  confirmStage: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/confirmations',
      successStatus: 201,
      summary: 'Answer for a side on the figures of a stage',
      tags,
    })
    .input(
      ofOutcome.extend({
        office: officeId,
        stage,
        verdict,
        /** The figures as they were seen. */
        through: z.number().int().min(1).max(1_000_000),
        ...stated,
        ...heldFields,
        source: entrySource.nullable().default(null),
        note,
        visibility: z.enum(['shared', 'public']).default('shared'),
        confirmed: confirmed([FAR_FROM_THEIRS]),
      }),
    )
    .output(outcome),

  acceptAnswer: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/confirmations/{confirmationId}/acceptance',
      successStatus: 201,
      summary: 'Take over what another side holds of one’s own figures: reversals, and an entry in its words',
      tags,
    })
    .input(ofOutcome.extend({ confirmationId: id.brand<'OutcomeConfirmation'>(), note, confirmed: confirmed(['outcomes.becomes_public']) }))
    .output(outcome),

  takeUpOutcome: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/takings',
      successStatus: 201,
      summary: 'Accept or decline for a side that an outcome of a third party appears on the pages of its tie',
      tags,
    })
    .input(ofOutcome.extend({ office: officeId, takesUp: z.boolean().nullable() }))
    .output(outcome),

  enterOutcomeStatements: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/statements',
      successStatus: 201,
      summary: 'Enter a statement on an outcome, alongside those of others',
      tags,
    })
    .input(ofOutcome.extend({ office: officeId, entries: z.array(statementEntry).min(1).max(20) }))
    .output(outcome),

  /** What others would read, before they can. */
  previewOutcomeAudience: signedIn
    .route({ method: 'GET', path: '/outcomes/{outcomeId}/public-preview', summary: 'What would become public', tags })
    .input(ofOutcome)
    .output(
      z.object({
        version: z.number().int(),
        /** The outcome exactly as everybody would read it. */
        outcome,
        /** Statements of this office that stay as they are, with who sees them. */
        staysPrivate: z.object({ statements: z.number().int() }),
      }),
    ),

  setOutcomeAudience: guarded
    .route({ method: 'PUT', path: '/outcomes/{outcomeId}/audience', summary: 'Set who can see an outcome and its ledger', tags })
    .input(ofOutcome.extend({ visibility, sharedWith: z.array(officeId).max(200).default([]) }))
    .output(outcome),
};

/** What a use case is handed once its input has been read: `Asked<'recordOutcome'>`. */
export type Asked<P extends keyof typeof outcomes> = z.output<NonNullable<(typeof outcomes)[P]['~orpc']['inputSchema']>>;
/** What it answers. */
export type Answer<P extends keyof typeof outcomes> = z.output<NonNullable<(typeof outcomes)[P]['~orpc']['outputSchema']>>;
