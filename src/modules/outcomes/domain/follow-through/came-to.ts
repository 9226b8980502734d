// As what a thing is told once, wherever it is told: a dispute is never hidden, then how far it came, then what its company answered; else nothing further is known.
import type { KnownFate } from '../follow-up/fate.ts';
import type { Stage } from '../stages.ts';

/** Where an outcome stands, or ended. */
interface Standing {
  /** Null: nobody said. */
  readonly stage: Stage | null;
  /** A side holds otherwise what it came to, or whose figure it is took it back. */
  readonly isDisputed: boolean;
}

export type CameTo =
  | { readonly as: 'dispute' }
  | { readonly as: 'stage'; readonly stage: Stage }
  | { readonly as: 'answer'; readonly fate: KnownFate }
  | { readonly as: 'rest' };

/** That something is possible tells of no step; under a contract (`from` is null) every other stage is one. */
export const isStep = (stage: Stage | null, from: Stage | null): stage is Stage =>
  stage !== null && stage !== 'potential' && stage !== from;

/** Of a part of a whole that stands at `from`. */
export function cameTo({ stage, isDisputed, answered }: Standing & { readonly answered: KnownFate | null }, from: Stage | null): CameTo {
  if (isDisputed) return { as: 'dispute' };
  if (isStep(stage, from)) return { as: 'stage', stage };
  return answered === null ? { as: 'rest' } : { as: 'answer', fate: answered };
}
