// Who carries a tie: organisations, and posts that last while the people in them change.
import { boundsOf, compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Problem } from '#kernel/result.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';
import type { Owned } from './records.ts';
import type { Side, TieId } from './tie.ts';
import { yearsLater } from './years.ts';

export type CarrierId = Id<'Carrier'>;
export type HolderId = Id<'Holder'>;

export const carrierKinds = ['organisation', 'post'] as const;
export type CarrierKind = (typeof carrierKinds)[number];

export interface CarrierFacts {
  readonly kind: CarrierKind;
  /** null for both sides or neither. */
  readonly side: Side | null;
  /** One of ours on record; else its name alone. */
  readonly organisationId: string | null;
  readonly name: string | null;
  /** The body at which a post is. */
  readonly body: string | null;
  readonly role: string | null;
  readonly starts: FlexDate | null;
  readonly ends: FlexDate | null;
  /** Where it is said; null where that is not stated. */
  readonly sourceId: Id<'Source'> | null;
}

export interface Carrier extends CarrierFacts, Owned {
  readonly id: CarrierId;
  readonly tieId: TieId;
  readonly version: number;
}

/** A person, and why and until which day (ISO) their name is kept. */
export interface KeptName {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  readonly reason: string;
  readonly keepUntil: string;
}

/** Who holds a post; `person` is null once erased: the dates stay. */
export interface Holder extends Pick<Owned, 'office'> {
  readonly id: HolderId;
  readonly carrierId: CarrierId;
  readonly version: number;
  readonly person: KeptName | null;
  readonly starts: FlexDate | null;
  readonly ends: FlexDate | null;
}

interface Span {
  readonly starts: FlexDate | null;
  readonly ends: FlexDate | null;
}

function spanProblems({ starts, ends }: Span): readonly Problem[] {
  const begins = starts === null ? '' : (boundsOf(starts).from ?? '');
  const over = ends === null ? '9999' : (boundsOf(ends).to ?? '9999');
  return begins > over ? [{ path: ['ends'], code: 'ties.ends_before_begins' }] : [];
}

/** A post has a title, an organisation is one on record or has a name; nothing ends before it begins. */
export const carrierProblems = (facts: Omit<CarrierFacts, 'sourceId'>): readonly Problem[] => [
  ...(facts.name === null && (facts.kind === 'post' || facts.organisationId === null) ? [{ path: ['name'], code: 'kernel.required' }] : []),
  ...spanProblems(facts),
];

/** For how many years a name may be kept before somebody decides again. */
const MOST_YEARS = 5;

/** A name is kept until a day that is still to come and not too far away: then somebody decides again, or it is erased. */
export function keepUntilProblems(keepUntil: string | null, today: string): readonly Problem[] {
  const last = yearsLater(today, MOST_YEARS);
  if (keepUntil === null) return [{ path: ['keepUntil'], code: 'kernel.required' }];
  return [
    ...(keepUntil <= today ? [{ path: ['keepUntil'], code: 'ties.keep_until_is_past' }] : []),
    ...(keepUntil > last ? [{ path: ['keepUntil'], code: 'ties.keep_until_too_far', params: { last } }] : []),
  ];
}

/** The same of a holder of a post, with the dates of the post. */
export const holderProblems = ({ keepUntil, ...span }: Span & Pick<KeptName, 'keepUntil'>, today: string): readonly Problem[] => [
  ...spanProblems(span),
  ...keepUntilProblems(keepUntil, today),
];

const isOver = ({ ends }: Pick<Span, 'ends'>, today: string): boolean => ends !== null && (boundsOf(ends).to ?? '9999') < today;

/** Those who hold a post today, and those who did, the last first; of whom no beginning is known comes last. */
export function holdersOn<H extends Span>(
  holders: readonly H[],
  today: string,
): { readonly now: readonly H[]; readonly before: readonly H[] } {
  const newest = holders.toSorted((x, y) => {
    if (x.starts === null || y.starts === null) return Number(x.starts === null) - Number(y.starts === null);
    return compareDates(y.starts, x.starts);
  });
  return { now: newest.filter((holder) => !isOver(holder, today)), before: newest.filter((holder) => isOver(holder, today)) };
}
