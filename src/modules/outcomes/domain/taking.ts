// Who may speak on the pages of a tie: the desks of its two cities. What anybody else relates to it stands there once one of them takes it up.
import type { OfficeId } from '#kernel/ids.ts';
import type { OutcomeId } from './outcome.ts';

/** What a side's desk decides of an outcome: it takes it up, or leaves it. */
export interface Taking {
  readonly outcomeId: OutcomeId;
  readonly office: OfficeId;
  readonly takesUp: boolean;
}

interface Heard {
  readonly owner: OfficeId;
  /** Those of the outcome. */
  readonly takings: readonly Taking[];
  /** The offices of the cities that the page is about, or their stewards. */
  readonly sides: readonly OfficeId[];
}

/** Whether the outcome stands on a page of these sides. */
export const isHeard = ({ owner, takings, sides }: Heard): boolean =>
  sides.includes(owner) || takings.some(({ office, takesUp }) => takesUp && sides.includes(office));
