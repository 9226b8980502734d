// What a side says of an exchange that another office entered.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { ExchangeId } from './happenings.ts';

/** So it was; it was otherwise; we cannot say. */
export const exchangeVerdicts = ['confirms', 'differs', 'cannot_say'] as const;

/** What the side holds instead, where it differs: whether it took place at all, when it began (null: as you say), and the rest in words. */
export interface HeldOfExchange {
  readonly happened: boolean;
  readonly starts: FlexDate | null;
  readonly note: string | null;
}

export interface ExchangeWord extends HeldOfExchange {
  readonly exchangeId: ExchangeId;
  readonly office: OfficeId;
  readonly verdict: (typeof exchangeVerdicts)[number];
  /** ISO, UTC. */
  readonly at: string;
}

/** Why a word cannot be said so, by the field that is wrong: what one holds instead goes with "it differs" alone, and says something. */
export function wordProblems({ verdict, happened, starts, note }: Pick<ExchangeWord, 'verdict' | keyof HeldOfExchange>) {
  const given = [...(happened ? [] : ['happened']), ...(starts === null ? [] : ['starts']), ...(note === null ? [] : ['note'])];
  if (verdict !== 'differs') return given.map((field) => ({ path: [field], code: 'ties.only_when_differing' }));
  if (given.length === 0) return [{ path: ['note'], code: 'ties.difference_missing' }];
  return happened || starts === null ? [] : [{ path: ['starts'], code: 'ties.never_has_no_day' }];
}
