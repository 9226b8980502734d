// Who may speak on the pages of a tie: the desks of its two cities. What anybody else says or relates to it stands there once one of them
// takes it up.
import type { OfficeId } from '#kernel/ids.ts';

/** What a side's desk decides of a third party's agreement, exchange, carrier or outcome: it takes it up, or leaves it. */
export interface Taking {
  readonly thingId: string;
  readonly office: OfficeId;
  readonly takesUp: boolean;
  /** What it says it was instead, in words, where it leaves it. */
  readonly differs: string | null;
  /** What the office that says the thing has answered to that since. */
  readonly reply: Reply | null;
}

/** It is as the desk says; our entry stands; we cannot say. */
export const replies = ['agrees', 'maintains', 'cannot_say'] as const;
export type Reply = (typeof replies)[number];

interface Heard {
  readonly owner: OfficeId;
  /** Those of the thing. */
  readonly takings: readonly Taking[];
  /** The offices of the cities that the page is about, or their stewards. */
  readonly sides: readonly OfficeId[];
}

/** Whether it stands on a page of these sides. */
export const isHeard = ({ owner, takings, sides }: Heard): boolean =>
  sides.includes(owner) || takings.some(({ office, takesUp }) => takesUp && sides.includes(office));

/** What stands on the page of a tie by itself. */
export const thingKinds = ['agreement', 'carrier', 'exchange'] as const;
export type ThingKind = (typeof thingKinds)[number];
