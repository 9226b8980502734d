// Whether an office still owes the other side of a tie a word on what that side states.
import type { Superseding } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import { valuesAgree } from '#modules/evidence/domain/value.ts';
import type { TieAttribute } from './attributes.ts';
import { saidBy } from './tie-facts.ts';

/** Notes and reasons are not meant for an answer. */
export const answerable: readonly TieAttribute[] = ['class', 'established', 'ended', 'a_level', 'b_level', 'status', 'projects'];

export interface UnansweredWord<S> {
  readonly theirs: S;
  /** What we say otherwise, null where we say nothing. */
  readonly ours: S | null;
  /** Our answer is there, and the other side does not see it. */
  readonly isUnseen: boolean;
}

type Said = Superseding &
  Pick<Statement, 'attribute' | 'value' | 'kind' | 'visibility' | 'enteredAt'> & {
    readonly office: { readonly id: string };
    readonly sharedWith: readonly { readonly id: string }[];
  };

export const isSeenBy = (office: string, { visibility, sharedWith }: Pick<Said, 'visibility' | 'sharedWith'>): boolean =>
  visibility === 'public' || (visibility === 'shared' && sharedWith.some(({ id }) => id === office));

/** What the other side's office says and `office` has not answered; a side's status is its own word: that ours is another, and was said before, is no answer missing. */
export function unansweredWord<S extends Said>(
  statements: readonly S[],
  attribute: TieAttribute,
  { office, other }: { readonly office: string; readonly other: string },
): UnansweredWord<S> | null {
  const theirs = answerable.includes(attribute) ? saidBy(statements, attribute, other) : null;
  if (theirs === null) return null;
  const ours = saidBy(statements, attribute, office);
  // Who says the same has nothing to answer, even to themselves; who says otherwise has answered where the other side sees it.
  if (ours !== null && valuesAgree(theirs.value, ours.value)) return null;
  const isLater = ours !== null && (attribute === 'status' || ours.enteredAt >= theirs.enteredAt);
  return isLater && isSeenBy(other, ours) ? null : { theirs, ours, isUnseen: isLater };
}
