// Tells ties which outcomes live in their domains.
import type { Id } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { domainsOf, hasWhole } from '../domain/outcome.ts';
import { livingOutcomes } from '../store/living.ts';

/** What came of the ties, as far as the actor may see it; a part is not told beside its whole. */
export async function tellOutcomes({ tx }: Work, ties: readonly Id<'Tie'>[]) {
  const outcomes = await livingOutcomes(tx, ties);
  const ofTie = Map.groupBy(outcomes, ({ tieId }) => tieId);
  return outcomes
    .filter((outcome) => !hasWhole(outcome, ofTie.get(outcome.tieId) ?? []))
    .map((outcome) => ({
      tieId: outcome.tieId,
      of: outcome.of,
      domains: domainsOf(outcome),
      dates: [outcome.occurred ?? [], ...outcome.valueDates].flat(),
    }));
}
