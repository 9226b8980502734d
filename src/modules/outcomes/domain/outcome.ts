// What came of a tie: a deal, a project, an investment, a service, an exchange agreed or an offer made, alone or several told as one.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Anyway } from './anyway.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';

export type OutcomeId = Id<'Outcome'>;

export const outcomeKinds = ['deal', 'project', 'investment', 'service', 'exchange', 'offer_made'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Kinds of which one side gives and the other receives: sums of what goes one way are never added to what goes the other way. */
export const isDirected = (kind: OutcomeKind): boolean => kind === 'investment' || kind === 'service';

/** Where it goes, as seen from one of its cities; null of what goes neither to nor from that city, or where one end is not known. */
export function seenFrom(
  { fromCity, toCity }: { readonly fromCity: { readonly id: string } | null; readonly toCity: { readonly id: string } | null },
  cityId: string,
): 'inward' | 'outward' | null {
  if (fromCity === null || toCity === null || fromCity.id === toCity.id) return null;
  return toCity.id === cityId ? 'inward' : fromCity.id === cityId ? 'outward' : null;
}

/** One thing; several told together ("45 deals, £139 million"); several that are counted only ("25 companies"). */
export const extents = ['single', 'aggregate', 'count_only'] as const;
export type Extent = (typeof extents)[number];

/** Of what a count can be besides as many deals, projects, investments or exchanges: what came or took part. */
export const countedThings = ['companies', 'people', 'events'] as const;
export type Counted = (typeof countedThings)[number];

/** Where in a tie's life it belongs. */
export const outcomeDomains = domains;

export type Visibility = 'private' | 'shared' | 'public';

/** A deal is trade and an investment is one, whatever domain they are said to belong to besides. */
const domainOfKind: Readonly<Record<OutcomeKind, Domain | null>> = {
  deal: 'trade',
  investment: 'investment',
  project: null,
  service: null,
  exchange: null,
  offer_made: null,
};

/** Every domain in which an outcome lives. */
export const domainsOf = ({ kind, domain }: Pick<OutcomeFacts, 'kind' | 'domain'>): readonly Domain[] => [
  ...new Set([domainOfKind[kind], domain].flatMap((one) => one ?? [])),
];

/** Whether the outcome is a part of another one of the list: then it is never told beside it as its like. */
export const hasWhole = ({ partOf }: { readonly partOf: string | null }, among: readonly { readonly id: string }[]): boolean =>
  partOf !== null && among.some(({ id }) => id === partOf);

/** The same list with each part straight after its whole, where that is listed, too; else as they stand. */
export function insideWholes<O extends { readonly id: string; readonly partOf: string | null }>(outcomes: readonly O[]): readonly O[] {
  const of = Map.groupBy(outcomes, (outcome) => (hasWhole(outcome, outcomes) ? outcome.partOf : null));
  return (of.get(null) ?? []).flatMap((whole) => [whole, ...outcomes.filter(({ partOf }) => partOf === whole.id)]);
}

/** Several things told as one, which is no part itself. */
export const mayHaveParts = ({ extent, partOf, kind }: Pick<OutcomeFacts, 'extent' | 'partOf' | 'kind'>): boolean =>
  partOf === null && (extent !== 'single' || kind === 'deal');

/** Projects that are told one by one: what is told as a number is a claim beside them, never one of them. */
export const isListedProject = ({ kind, extent }: { readonly kind: string; readonly extent: string }): boolean =>
  kind === 'project' && extent === 'single';

/** What is said of an outcome besides its ledger; cities are ids. */
export interface OutcomeFacts {
  readonly kind: OutcomeKind;
  readonly extent: Extent;
  /** Null: as many as its kind says; never of one thing alone. */
  readonly counted: Counted | null;
  readonly title: MultilingualText;
  /** Direction: whose money, people or know-how goes, and where to; null where not known. */
  readonly fromCity: string | null;
  readonly toCity: string | null;
  /** One of the eleven domains, where it was said. */
  readonly domain: Domain | null;
  readonly occurred: FlexDate | null;
  readonly note: MultilingualText | null;
  /** Whether it would have happened without the expo or visit, as its office holds; never summed. */
  readonly anyway: Anyway | null;
  /** The outcome of which this is one part, so that it is not counted beside it. */
  readonly partOf: OutcomeId | null;
}

/** An outcome on record. */
export interface OutcomeRecord extends OutcomeFacts {
  readonly id: OutcomeId;
  readonly version: number;
  readonly ownerOffice: OfficeId;
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
  readonly enteredAt: Date;
  readonly updatedAt: Date;
}
