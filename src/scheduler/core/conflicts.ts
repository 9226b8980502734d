// All that speaks against a draft, for people who move meetings by hand: it warns and never forbids.

import { hardConstraints, softConstraints } from './constraints/list.ts';
import { draftOf } from './draft.ts';
import type { Facts, Placement, Reason } from './model.ts';

const all = [...hardConstraints, ...softConstraints];

/** Every reason against the placements, hard ones first, in the order of the constraints; linear in meetings and placements. `without`: constraints by name that are not asked. */
export const conflictsOf = (
  facts: Facts,
  placements: readonly Placement[],
  without: ReadonlySet<string> = new Set(),
): readonly Reason[] => {
  const draft = draftOf(facts, placements);
  return all.filter(({ name }) => !without.has(name)).flatMap((constraint) => constraint.reasonsIn(draft));
};
