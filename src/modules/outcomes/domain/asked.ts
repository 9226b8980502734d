// Of which stages the other side is asked: what came of a thing, not what it once was to become.
import { compareDecimals } from '#kernel/money.ts';
import type { Extent } from './outcome.ts';
import type { EndStage, ProgressStage, Stage } from './stages.ts';

interface Stages<F> {
  readonly extent: Extent;
  readonly reached: { readonly stage: ProgressStage | null; readonly ended: EndStage | null };
  /** In the order of stages. */
  readonly figures: readonly F[];
}

interface Figure {
  readonly stage: Stage;
  readonly count: string | null;
}

/** Whether as many came further as had come so far: those who stopped on the way are still spoken of. */
const isWhole = (later: Figure, earlier: Figure): boolean =>
  later.count !== null && earlier.count !== null && compareDecimals(later.count, earlier.count) >= 0;

/**
 * The figures of which a side is asked. Of one thing: how it ended, or how far it came. Of several told together every stage, but for those
 * from which all have come further, once the side confirms that (`confirms`).
 */
export function askedOf<F extends Figure>({ extent, reached, figures }: Stages<F>, confirms: (stage: Stage) => boolean): readonly F[] {
  if (extent !== 'single')
    return figures.filter((earlier, at) => !figures.slice(at + 1).some((later) => isWhole(later, earlier) && confirms(later.stage)));
  const came = figures.filter(({ stage }) => stage === (reached.ended ?? reached.stage));
  return came.length > 0 ? came : figures.slice(-1);
}
