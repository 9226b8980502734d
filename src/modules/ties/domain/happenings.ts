// What happened in and around a tie, and what its agreements foresee.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';

export type ExchangeId = Id<'Exchange'>;
export type AgreementId = Id<'Agreement'>;
export type AgreedItemId = Id<'AgreedItem'>;

export const exchangeKinds = ['visit', 'event', 'programme'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** Who led a visit, in order of rank. */
export const levels = ['head', 'deputy', 'department', 'expert'] as const;
export type Level = (typeof levels)[number];

export const agreementKinds = ['charter', 'memorandum', 'programme'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** `not_agreed`: the side has not agreed to it, whoever entered it. The last says that the side cannot tell: neither a yes nor a no. */
export const itemStates = ['open', 'done', 'dropped', 'not_agreed', 'cannot_say'] as const;
export type ItemState = (typeof itemStates)[number];

/** A due date that has passed is asked about, not forbidden: what an old paper foresaw is entered late. */
export const DUE_HAS_PASSED = 'ties.due_has_passed';

/** Whether whoever says so of an item sees nothing left to do of it. */
export const isNothingLeft = (state: ItemState | null | undefined): boolean =>
  state === 'done' || state === 'dropped' || state === 'not_agreed';

/** What a domain can live by: an exchange, an agreement, what came of the tie. `dates`: its days as far as they are known, those to come among them. */
export interface Happening {
  readonly domains: readonly Domain[];
  readonly dates: readonly FlexDate[];
}
