// The report of a tie as everybody may know it: what snapshots freeze, too.
import { z } from 'zod';
import { flexDate, id, multilingual, qualifier } from '#kernel/procedure.ts';
import { citedSource, shownFirst } from '#modules/evidence/contract/shapes.ts';
import { standings } from '#modules/evidence/domain/standing.ts';
import { convertedShown } from '#modules/outcomes/contract/rates.ts';
import { outcome, stage } from '#modules/outcomes/contract/shapes.ts';
import { outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import { progressStages } from '#modules/outcomes/domain/stages.ts';
import { totalAssurances } from '#modules/outcomes/domain/totals.ts';
import { agreement, cityOfTie, domain, domainMark, exchange, type Tie } from '#modules/ties/contract/shapes.ts';

/** A tie as it is read, everything filled in. */
export type ReadTie = Tie;

const standing = z.enum(standings);
const city = cityOfTie.extend({ countryName: multilingual(200) });

/** What is said of one attribute of the tie, or of one side's status; what is held stands in `apart` alone. */
const said = z.object({
  kind: z.literal('said'),
  standing,
  attribute: z.string(),
  /** Whose side says it, where each side has its own word. */
  cityId: id.nullable(),
  shown: shownFirst,
});
const agreed = z.object({ kind: z.literal('agreement'), standing, agreement, source: citedSource.nullable() });
const happened = z.object({ kind: z.literal('exchange'), standing, exchange, source: citedSource.nullable() });
const came = z.object({
  kind: z.literal('outcome'),
  standing,
  outcome,
  /** What sources state beside its ledger, attribute by attribute, the first shown first. */
  stated: z.array(z.object({ attribute: z.string(), shown: shownFirst })),
});
const entry = z.discriminatedUnion('kind', [said, agreed, happened, came]);
export type ReportEntry = z.infer<typeof entry>;

const gap = z.discriminatedUnion('about', [
  z.object({ about: z.enum(['established', 'class']) }),
  z.object({ about: z.literal('status'), cityId: id }),
  z.object({ about: z.literal('visits'), cityId: id, elsewhere: z.number().int() }),
  z.object({ about: z.literal('begun_by_paper'), agreementId: id, title: multilingual(), signedOn: flexDate }),
  z.object({ about: z.enum(['parties', 'validity']), agreementId: id, title: multilingual() }),
  z.object({
    about: z.literal('follow_up'),
    outcomeId: id,
    title: multilingual(300),
    kind: z.enum(outcomeKinds),
    stage: z.enum(progressStages),
  }),
  z.object({ about: z.literal('domains'), domains: z.array(domain), elsewhere: z.number().int() }),
  z.object({ about: z.literal('silence'), since: flexDate }),
]);
export type ReportGap = z.infer<typeof gap>;

/** A sum within one stage, kind, direction, currency and assurance; a part is never added beside its whole, and what differs or is withdrawn stands alone. */
const total = z.object({
  kind: z.string(),
  /** Addresses of cities, of investments and services alone: what goes one way is not added to what goes the other way. */
  way: z.object({ from: z.string().nullable(), to: z.string().nullable() }).optional(),
  stage,
  assurance: z.enum(totalAssurances),
  amount: z.object({ value: z.string(), currency: z.string() }),
  qualifier,
  outcomes: z.array(id),
});

/** A tie as everybody may know it; its cities stand in the order of their addresses. */
export const tieReport = z.object({
  id,
  slug: z.string(),
  /** Whether it can be read by all: somebody shows the tie to everybody. */
  isPublic: z.boolean(),
  cities: z.object({ first: city, second: city }),
  today: z.iso.date(),
  since: flexDate.nullable(),
  classCode: z.string().nullable(),
  className: multilingual().nullable(),
  entries: z.array(entry),
  gaps: z.array(gap),
  totals: z.array(total),
  /** Outcomes that may be one and the same, entered twice: what was entered later is in no sum. */
  alike: z.array(z.object({ counted: id, again: id })),
  domains: z.array(domainMark),
  /** Offices that published something of it. */
  publishers: z.array(z.object({ id, name: multilingual(200) })),
  /** In a snapshot alone: the sums in the currency of the office that published it, by rates that it has published, too. */
  converted: convertedShown.extend({ office: multilingual(200) }).optional(),
});
export type TieReport = z.infer<typeof tieReport>;
