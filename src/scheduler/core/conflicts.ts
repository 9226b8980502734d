// All that speaks against a draft, for people who move meetings by hand: it warns and never forbids.

import { hardConstraints, softConstraints } from './constraints/list.ts';
import { draftOf } from './draft.ts';
import type { Facts, Placement, Reason } from './model.ts';

/** Every reason against the placements, hard ones first, in the order of the constraints; linear in meetings and placements. */
export const conflictsOf = (facts: Facts, placements: readonly Placement[]): readonly Reason[] => {
  const draft = draftOf(facts, placements);
  return [...hardConstraints, ...softConstraints].flatMap((constraint) => constraint.reasonsIn(draft));
};
