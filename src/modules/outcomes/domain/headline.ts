// What of an outcome stands where there is room for one figure: its amount, and how sure what is said there is.
import type { Assurance } from './assurance.ts';
import type { Reached } from './ledger.ts';
import type { Stage } from './stages.ts';

interface Told<F> {
  readonly figures: readonly F[];
  readonly reached: Reached;
}

/** The figure of the furthest stage that has one. */
export const leading = <F extends { readonly stage: Stage }>({ figures, reached }: Told<F>): F | undefined =>
  figures.find(({ stage }) => stage === reached.stage) ?? figures.at(-1);

/** The figure whose assurance stands beside it: where it came to an end, that of the end, as that word stands there, too; one that differs first. */
export function assuredOf<F extends { readonly stage: Stage; readonly assurance: Assurance }>(told: Told<F>): F | undefined {
  const lead = leading(told);
  const end = told.figures.find(({ stage }) => stage === told.reached.ended);
  return [end, lead].find((figure) => figure?.assurance === 'differ') ?? end ?? lead;
}
