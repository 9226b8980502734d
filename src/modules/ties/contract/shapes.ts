// The shapes of ties, agreements and exchanges as server and browser both read them.
import { z } from 'zod';
import { isLanguageTag } from '#kernel/codes.ts';
import { correctionOf, flexDate, id, multilingual, multilingualOrNone, officeId } from '#kernel/procedure.ts';
import { citedSource, describedSource, document, pin, shownFirst, statement } from '#modules/evidence/contract/shapes.ts';
import { carrier } from './carriers.ts';
import { standardClasses, statuses, tieAttributes } from '../domain/attributes.ts';
import { domainStates } from '../domain/domain-marks.ts';
import { exchangeVerdicts } from '../domain/exchange-words.ts';
import { agreementKinds, exchangeKinds, itemStates, levels } from '../domain/happenings.ts';
import { replies, thingKinds } from '../domain/taking.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';

export const visibility = z.enum(['private', 'shared', 'public']);
export const domain = z.enum(domains);
const side = z.enum(['a', 'b']);

/** A city of a tie; `officeId` is its own office, where it works in Hansa. */
export const cityOfTie = z.object({ id, slug: z.string(), name: multilingual(120), country: z.string(), officeId: officeId.nullable() });
export type CityOfTie = z.infer<typeof cityOfTie>;

/** The two cities in the order of the tie's sides. */
const cities = z.object({ a: cityOfTie, b: cityOfTie });

/** Who sees a row and whose it is; `sharedWith` is told to its own office. */
const owned = {
  office: officeId,
  officeName: multilingual().nullable(),
  visibility,
  sharedWith: z.array(officeId),
  mayEdit: z.boolean(),
  version: z.number().int(),
};

export const partyInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('city'), id }),
  z.object({ kind: z.literal('organisation'), id }),
  z.object({ kind: z.literal('named'), name: z.string().trim().min(1).max(200) }),
]);

/** A party as its readers see it; `name` is null where the organisation is not shared with them. */
export const party = z.object({ kind: z.enum(['city', 'organisation', 'named']), id: id.nullable(), name: multilingual().nullable() });

/** The entry of our city's profile and the one that answers it, where something is begun from a match of the two; our office alone reads it. */
const begunFrom = z.object({ entryId: id, answerId: id }).optional();

export const itemFields = z.object({
  begunFrom,
  text: multilingual(500),
  domain: domain.nullable().default(null),
  aOwner: z.string().trim().min(1).max(200).nullable().default(null),
  bOwner: z.string().trim().min(1).max(200).nullable().default(null),
  due: flexDate.nullable().default(null),
});

export const itemChange = correctionOf(itemFields.omit({ begunFrom: true }));

/** What proves a side's word: where it is said, and the paper. What is left out stays as it is. */
export const itemProof = { source: describedSource.nullable().optional(), documentId: id.nullable().optional() };

/** What proves a side's word on an item, as far as the reader may see it. */
const evidence = z.object({ source: citedSource.nullable(), document: document.nullable() }).nullable();

/**
 * One thing an agreement foresees, private until its office shows it to the readers of the agreement; `states` is what each side says, null where it does not, `evidence` what proves it. `carriedFrom` is
 * the item of an earlier agreement that this one goes on with.
 */
export const agreedItem = itemFields.extend({
  id: id.brand<'AgreedItem'>(),
  agreementId: id.brand<'Agreement'>(),
  visibility,
  number: z.number().int(),
  version: z.number().int(),
  carriedFrom: id.nullable(),
  states: z.object({ a: z.enum(itemStates).nullable(), b: z.enum(itemStates).nullable() }),
  evidence: z.object({ a: evidence, b: evidence }),
});

/** What is foreseen in it has domains of its own besides. */
const agreementDomains = z.array(domain).max(domains.length);

const languageTag = z
  .string()
  .max(35)
  .refine(isLanguageTag, { params: { code: 'ties.language_unknown' } });

const agreementFacts = {
  kind: z.enum(agreementKinds),
  title: multilingual(200),
  signedOn: flexDate.nullable().default(null),
  validFrom: flexDate.nullable().default(null),
  validTo: flexDate.nullable().default(null),
};

/** What an agreement goes back to, how it was signed, and by when it is renewed; `renewBy` is told to its own office alone. */
export const signing = z.object({
  frameId: id.brand<'Agreement'>().nullable().default(null),
  followsId: id.brand<'Agreement'>().nullable().default(null),
  languages: z.array(languageTag).max(12).default([]),
  /** null: all of them are equally authentic. */
  prevailing: languageTag.nullable().default(null),
  signatories: z
    .array(z.object({ side, post: z.string().trim().min(1).max(200) }))
    .max(20)
    .default([]),
  renewBy: flexDate.nullable().default(null),
  noticeMonths: z.number().int().min(1).max(60).nullable().default(null),
});

/**
 * `source` as anywhere else, null where none is stated; `documentId` is the paper itself, stored before. What is missing is told with
 * everything else that is wrong.
 */
export const agreementFields = z.object({
  ...agreementFacts,
  ...correctionOf(signing).shape,
  domains: agreementDomains.optional(),
  title: multilingualOrNone(200),
  parties: z.array(partyInput).max(50).default([]),
  source: describedSource.nullable().default(null),
  documentId: id.nullable().default(null),
});

export const agreementChange = correctionOf(agreementFields);

export const agreement = z.object({
  ...{ id: id.brand<'Agreement'>(), tieId: id, ...owned, ...agreementFacts, ...signing.shape },
  domains: agreementDomains,
  parties: z.array(party),
  items: z.array(agreedItem),
  source: citedSource.nullable(),
  document: document.nullable(),
});
export type AgreementShown = z.infer<typeof agreement>;

const exchangeFacts = {
  kind: z.enum(exchangeKinds),
  domains: z.array(domain).min(1).max(domains.length),
  title: multilingual(300),
  starts: flexDate,
  ends: flexDate.nullable().default(null),
  /** The side that travels, in the order of the tie's cities. */
  fromSide: side.nullable().default(null),
  level: z.enum(levels).nullable().default(null),
  ledBy: z.string().trim().min(1).max(200).nullable().default(null),
  people: z.number().int().min(1).max(100_000).nullable().default(null),
  note: z.string().trim().min(1).max(4000).nullable().default(null),
};

/** What is missing, and a group of nobody, are told with everything else that is wrong. */
const people = z.number().int().min(-100_000).max(100_000);

export const exchangeFields = z.object({
  begunFrom,
  ...exchangeFacts,
  domains: z.array(domain).max(domains.length).default([]),
  title: multilingualOrNone(300),
  starts: flexDate.nullable().default(null),
  people: people.nullable().default(null),
  source: describedSource.nullable().default(null),
});

export const exchangeChange = correctionOf(exchangeFields.omit({ begunFrom: true }));

export const exchange = z.object({
  ...{ id: id.brand<'Exchange'>(), tieId: id, ...owned, ...exchangeFacts },
  source: citedSource.nullable(),
  /** What sides that did not enter it say of it, told to them and to the office that did. */
  words: z.array(
    z.object({
      ...{ office: officeId, officeName: multilingual(200).nullable(), verdict: z.enum(exchangeVerdicts) },
      ...{ happened: z.boolean(), starts: flexDate.nullable(), note: z.string().nullable() },
    }),
  ),
});
export type ExchangeShown = z.infer<typeof exchange>;

export const domainMark = z.object({
  domain,
  state: z.enum(domainStates),
  entries: z.number().int(),
  last: flexDate.nullable(),
  ahead: flexDate.nullable(),
});
export type DomainMark = z.infer<typeof domainMark>;

/** A class of ties; one that an office adds may count as one of those that everybody finds. `version` is that of an office's own. */
export const tieClass = z.object({
  code: z.string(),
  name: multilingual(),
  common: z.enum(standardClasses).nullable(),
  office: officeId.nullable(),
  version: z.number().int(),
});

/** What a side says of its tie, since when, and why where the reader may know; the statements that say it are among the tie's. */
const sideStatus = z
  .object({ code: z.enum(statuses), statementId: id.brand<'Statement'>(), since: flexDate.nullable(), reasonId: id.nullable() })
  .nullable();

/** What should be looked at again: sources and beginnings counted, whether they differ, and whether one side alone says it. */
export const doubts = z.object({
  sources: z.number().int(),
  dates: z.number().int(),
  differing: z.boolean(),
  unsourced: z.boolean(),
  oneSide: z.boolean(),
});

/** A tie in a list, as everybody may read it who may see it at all; a value is null where nobody states it. */
export const tieSummary = z.object({
  id: id.brand<'Tie'>(),
  slug: z.string(),
  cities,
  classCode: z.string().nullable(),
  since: flexDate.nullable(),
  ended: flexDate.nullable(),
  doubts,
  status: z.object({ a: z.enum(statuses).nullable(), b: z.enum(statuses).nullable() }),
});
export type TieSummary = z.infer<typeof tieSummary>;

const visitCount = z.object({ visits: z.number().int(), last: flexDate.nullable() });

/**
 * What an office that is no side says of a tie: told to members of the sides, with what their offices decided (null is nothing yet), and to
 * those of the office that says it. `heard`: a side has taken it up, and it stands on the pages of the tie.
 */
const ofOthers = z.object({
  kind: z.enum(thingKinds),
  id,
  title: multilingual(700).nullable(),
  date: flexDate.nullable(),
  source: citedSource.nullable(),
  office: z.object({ id: officeId, name: multilingual(200) }),
  heard: z.boolean(),
  decisions: z.array(z.object({ office: officeId, takesUp: z.boolean().nullable() })),
  /** What a side says it was instead, and what the office that says it has answered; told to these two alone. */
  differing: z.array(
    z.object({ office: z.object({ id: officeId, name: multilingual(200) }), words: z.string(), reply: z.enum(replies).nullable() }),
  ),
});
export type OfOthers = z.infer<typeof ofOthers>;

/** A tie with everything of it that the caller may see. */
export const tie = z.object({
  id: id.brand<'Tie'>(),
  slug: z.string(),
  /** Whether somebody shows it to everybody: then, and only then, its report can be read by all. */
  isPublic: z.boolean(),
  cities,
  /** The caller's own city, which is named first in the caller's copy; null for everybody else. */
  ownSide: side.nullable(),
  /** The offices of the caller that keep the tie, with who may see that they do. */
  kept: z.array(z.object({ office: officeId, visibility, sharedWith: z.array(officeId), version: z.number().int(), mayEdit: z.boolean() })),
  statements: z.array(statement),
  pins: z.array(pin),
  /** For each attribute that somebody states: what is shown first, and why. */
  shown: z.array(z.object({ attribute: z.enum(tieAttributes), shown: shownFirst })),
  status: z.object({ a: sideStatus, b: sideStatus }),
  agreements: z.array(agreement),
  exchanges: z.array(exchange),
  carriers: z.array(carrier),
  ofOthers: z.array(ofOthers),
  domains: z.array(domainMark),
  visits: z.object({ a: visitCount, b: visitCount, turn: side.nullable() }),
  classes: z.array(tieClass),
  /** When something is last known to have happened, what came of the tie included; null where nothing has a date. */
  lastKnown: flexDate.nullable(),
  /** The day on which alive and quiet were decided. */
  today: z.iso.date(),
});
export type Tie = z.infer<typeof tie>;
