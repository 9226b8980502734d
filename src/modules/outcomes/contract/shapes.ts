// The shapes of outcomes, their ledgers and what the sides say, as server and browser both read them.
import { z } from 'zod';
import { flexDate, id, multilingual, multilingualOrNone, officeId, qualifier } from '#kernel/procedure.ts';
import { citedSource, entrySource, saidBy, shownFirst, statedValue, statement } from '#modules/evidence/contract/shapes.ts';
import { thingKinds } from '#modules/ties/domain/taking.ts';
import { assurances, heldStages, verdicts } from '../domain/assurance.ts';
import { relations, subjectKinds } from '../domain/attribution.ts';
import { countedThings, extents, outcomeDomains, outcomeKinds } from '../domain/outcome.ts';
import { anyways } from '../domain/anyway.ts';
import { knownFates } from '../domain/follow-up/fate.ts';
import { partyRoles } from '../domain/parties.ts';
import { endStages, progressStages, stages } from '../domain/stages.ts';

const instant = z.iso.datetime();
export const visibility = z.enum(['private', 'shared', 'public']);
export const stage = z.enum(stages);
export const verdict = z.enum(verdicts);
const domain = z.enum(outcomeDomains);
const office = z.object({ id, name: multilingual(200) });
const amount = z.object({ value: z.string(), currency: z.string() });

/** How much and how many of a figure another side confirms where that is not all. */
export const confirmedPart = z.object({ amount: amount.nullable(), count: z.string().nullable() });
const figureText = z.string().trim().min(1).max(40).nullable().default(null);
const currency = z.string().trim().max(3).nullable().default(null);

/** An amount and its currency are told apart, so that a missing one is a problem of its own field. */
export const stated = {
  amount: figureText,
  currency,
  count: figureText,
  /** How the amount is meant, and how the count: about 7 deals, nearly 9 million. */
  qualifier: qualifier.default('exact'),
  countQualifier: qualifier.default('exact'),
};

/** What a side holds instead of the stage and the party that are reported; null is "as you say". */
export const heldFields = {
  heldStage: z.enum(heldStages).nullable().default(null),
  heldParty: z.string().trim().min(1).max(300).nullable().default(null),
};

/** An entry as callers write it; without a source it is our records, me, today. */
export const entryFields = z.object({
  stage,
  saidBy,
  /** Of what it was said, where that is not the outcome as a whole: a delegation, a fair. */
  about: z.string().trim().min(1).max(300).nullable().default(null),
  ...stated,
  valueDate: flexDate.nullable().default(null),
  source: entrySource.optional(),
  note: z.string().trim().min(1).max(1000).nullable().default(null),
});

export const partyFields = z.object({
  organisationId: id.nullable().default(null),
  cityId: id.nullable().default(null),
  name: z.string().trim().min(1).max(200).nullable().default(null),
  role: z.enum(partyRoles).default('partner'),
  /** Percent, such as 33.3. */
  share: z.string().trim().min(1).max(12).nullable().default(null),
});

export const attributionFields = z.object({
  subjectKind: z.enum(subjectKinds),
  subjectId: id,
  relation: z.enum(relations).default('related_to'),
});

export const outcomeFields = z.object({
  kind: z.enum(outcomeKinds),
  extent: z.enum(extents).default('single'),
  /** Of what the count is, where it is not as many as the kind says. */
  counted: z.enum(countedThings).nullable().default(null),
  title: multilingualOrNone(300),
  fromCity: id.nullable().default(null),
  toCity: id.nullable().default(null),
  domain: domain.nullable().default(null),
  occurred: flexDate.nullable().default(null),
  note: multilingual(4000).nullable().default(null),
  /** Whether it would have happened without the expo or visit, as the office holds. */
  anyway: z.enum(anyways).nullable().optional(),
  partOf: id.brand<'Outcome'>().nullable().default(null),
  parties: z.array(partyFields).max(60).default([]),
  attributions: z.array(attributionFields).max(60).default([]),
});

const city = z.object({ id: id.brand<'City'>(), slug: z.string(), name: multilingual(200) });

/** The amount at a rate somebody stated. */
const converted = z.object({ amount, rate: z.string(), day: z.string(), source: citedSource.nullable() });

/** What a side holds instead; null is "as you say". */
const held = z.object({
  amount: amount.nullable(),
  count: z.string().nullable(),
  qualifier,
  countQualifier: qualifier,
  heldStage: heldFields.heldStage.unwrap(),
  heldParty: z.string().nullable(),
  note: z.string().nullable(),
});

/** What an entry adds, in whose words, of what, where they are printed, and when it was entered. `saidBy` null: nobody is named. */
const entryWords = {
  number: z.number().int(),
  amount: amount.nullable(),
  count: z.string().nullable(),
  qualifier,
  countQualifier: qualifier,
  saidBy: z.string().nullable(),
  about: z.string().nullable(),
  valueDate: flexDate.nullable(),
  source: citedSource.nullable(),
  /** The last day on which its paper was valid (ISO); left out where it is, or nobody noted an end. */
  paperExpired: z.string().optional(),
  enteredAt: instant,
};

/** What stands at a stage; null is "nobody has stated it". `differing` is what another side holds instead. */
const figure = z.object({
  stage,
  amount: amount.nullable(),
  count: z.string().nullable(),
  qualifier,
  countQualifier: qualifier,
  amountCoversPart: z.boolean(),
  entries: z.array(id.brand<'OutcomeEntry'>()),
  /** Who said it, entry by entry; left out where the ledger stands beside it, of which `entries` are these. */
  said: z.array(z.object(entryWords)).optional(),
  assurance: z.enum(assurances),
  /** It rests on a study, which holds for whom it covers: it is added to nothing. */
  ofStudy: z.boolean().optional(),
  confirmedBy: z.array(office),
  /** How much of an amount that one side reports the others confirm; null where they do not, or confirm all of it. */
  confirmedPart: confirmedPart.extend({ by: z.array(office) }).nullable(),
  /** The last day on which the paper was valid that would document it (ISO); left out where none has expired. */
  paperExpired: z.string().optional(),
  differing: z.array(held.extend({ office })),
  converted: z.array(converted),
  /** The number of the last entry at this stage: who confirms says by it which figures were seen. */
  through: z.number().int(),
});
export type Figure = z.infer<typeof figure>;

const organisation = z.object({ id, name: multilingual(300) });

/** An organisation that the reader may not see is neither named nor told by its id, but to whoever may edit the outcome. */
const party = partyFields.extend({ city: city.nullable(), organisation: organisation.nullable() });

/** Another outcome by its title. */
const linked = z.object({ id, title: multilingual(300) });

/** A thing the reader may not see is not named. */
const attribution = attributionFields.extend({
  title: multilingual(700),
  slug: z.string().nullable(),
  /** It stands on the pages of this tie: a side keeps it, or has taken it up. */
  heard: z.boolean(),
});

export const outcomeSummary = z.object({
  id: id.brand<'Outcome'>(),
  version: z.number().int(),
  kind: z.enum(outcomeKinds),
  extent: z.enum(extents),
  counted: z.enum(countedThings).nullable(),
  title: multilingual(300),
  fromCity: city.nullable(),
  toCity: city.nullable(),
  domain: domain.nullable(),
  occurred: flexDate.nullable(),
  note: multilingual(4000).nullable(),
  /** Told to the office that keeps it alone; never summed. */
  anyway: z.enum(anyways).nullable(),
  /** The whole it is a part of, as far as the reader may see it. */
  partOf: id.brand<'Outcome'>().nullable(),
  whole: linked.nullable(),
  reached: z.object({ stage: z.enum(progressStages).nullable(), ended: z.enum(endStages).nullable() }),
  /** Since when nothing was heard of what is potential or intended, where that is longer than its office's rule allows; an ISO day, month or year. */
  quietSince: z.string().nullable(),
  /** What its company answered when it was asked, where the reader may know and the ledger has told nothing since. */
  answered: z.enum(knownFates).nullable(),
  figures: z.array(figure),
  /** Amounts and numbers that sources state of it beside its ledger, the first shown first; each once. */
  statedFigures: z.object({ amount: z.array(statedValue), count: z.array(statedValue) }),
  parties: z.array(party),
  attributions: z.array(attribution),
  office,
  visibility,
  /** Told to the office that keeps it; empty for others. */
  sharedWith: z.array(office),
  mayEdit: z.boolean(),
  enteredAt: instant,
  updatedAt: instant,
});
export type OutcomeSummary = z.infer<typeof outcomeSummary>;

const entry = z.object({
  id: id.brand<'OutcomeEntry'>(),
  stage,
  ...entryWords,
  note: z.string().nullable(),
  reverses: id.nullable(),
  reversedBy: id.nullable(),
  contentHash: z.string(),
});
export type EntryShown = z.infer<typeof entry>;

/** `outdated`: the figures changed after it was said. */
const confirmation = held.extend({
  id: id.brand<'OutcomeConfirmation'>(),
  office,
  stage,
  verdict,
  outdated: z.boolean(),
  source: citedSource.nullable(),
  paperExpired: z.string().optional(),
  visibility: z.enum(['shared', 'public']),
  enteredAt: instant,
});
export type ConfirmationShown = z.infer<typeof confirmation>;

/** How far an outcome came and how much it is. */
const cameTo = figure.pick({ stage: true, amount: true, qualifier: true, count: true, countQualifier: true });

/** What a side says otherwise of a stage's figures, or confirms in part, the longest waiting first; `ours` are the figures that it contradicts. */
export const contradiction = held.extend({
  ours: cameTo,
  id,
  isPart: z.boolean(),
  outcome: linked.extend({ kind: z.enum(outcomeKinds), counted: z.enum(countedThings).nullable() }),
  stage,
  office,
  at: instant,
  /** The figures as they stand. */
  through: z.number().int(),
});
export type Contradiction = z.infer<typeof contradiction>;

/** What another office reports of a stage, of which a side has said nothing; `through` names the figures as they were seen. */
export const unanswered = figure
  .pick({ stage: true, amount: true, count: true, qualifier: true, countQualifier: true, through: true })
  .extend({
    ...{ outcome: contradiction.shape.outcome, office, at: instant },
    /** The whole it is a part of, and how many parts of it are on record. */
    whole: linked.nullable(),
    parts: z.number().int(),
    /** The parties as far as they may be named. */
    parties: z.array(multilingual(300)),
    /** What the office has said of it before, of whatever stage. */
    ours: held.extend({ stage, verdict, isPublic: z.boolean(), at: instant }).nullable(),
    /** What the office keeps itself that may be the same. */
    ownRecord: linked.extend({ figure: cameTo.nullable() }).nullable(),
    /** Cities that it has to do with. */
    cities: z.array(id),
  });
export type UnansweredFigure = z.infer<typeof unanswered>;

/** What a third party says of a tie or relates to it, and that waits for a desk to take it up or to leave it; an outcome has a page of its own. */
export const waiting = z.object({
  kind: z.enum(['outcome', ...thingKinds]),
  id,
  title: multilingual(700).nullable(),
  tieId: id.nullable(),
  office,
  at: instant,
  /** Cities that it has to do with. */
  cities: z.array(id),
});

const rate = z.object({
  number: z.number().int(),
  from: z.string(),
  to: z.string(),
  rate: z.string(),
  day: z.string(),
  source: citedSource.nullable(),
  inForce: z.boolean(),
});

/**
 * A part of a whole with what it came to; `heardOn`: the last day on which anything was said of it.
 */
const part = outcomeSummary
  .pick({ id: true, title: true, kind: true, counted: true, extent: true, reached: true, answered: true, office: true, visibility: true })
  .extend({
    figures: z.array(
      figure.pick({
        ...{ stage: true, amount: true, count: true, qualifier: true, countQualifier: true, amountCoversPart: true },
        ...{ assurance: true, confirmedBy: true, confirmedPart: true, differing: true },
      }),
    ),
    heardOn: z.iso.date(),
  });
export type Part = z.infer<typeof part>;

/** An outcome with its ledger, reversals included, and all that is said of it. */
export const outcome = outcomeSummary.extend({
  /** Outcomes that are parts of this one, in the order in which they were recorded. */
  parts: z.array(part),
  entries: z.array(entry),
  confirmations: z.array(confirmation),
  rates: z.array(rate),
  statements: z.array(statement),
  /** The same, attribute by attribute, the first shown first. */
  stated: z.array(z.object({ attribute: z.string(), shown: shownFirst })),
  /** Offices of the other sides, told to whoever may edit: they may see it before everybody does. */
  sides: z.array(office),
  /** Offices for which the caller may say what a side holds of the figures. */
  voices: z.array(id),
  /** Offices of the caller whose desks decide whether it stands on the pages of their tie, with what they decided; null is nothing yet. */
  takings: z.array(z.object({ office: officeId, takesUp: z.boolean().nullable() })),
  /** What each of them may say of the figures of each stage. */
  openVerdicts: z.array(z.object({ office: officeId, stage, verdicts: z.array(verdict) })),
});
export type Outcome = z.infer<typeof outcome>;
