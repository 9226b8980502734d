// Whether a part, or all parts together, would hold more than the whole of which they are told.
import type { Question } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { drawingOn } from '../domain/headline.ts';
import { figuresOf, standing, type Ledger } from '../domain/ledger.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import { exceedsWhole, told, together, type Excess, type OrderedFigure, type wholeCodes } from '../domain/stage-order.ts';
import { isEnd } from '../domain/stages.ts';
import { findOutcomeRecord, findParts } from '../store/outcomes.ts';
import { entriesOf } from '../store/ledger.ts';

interface Asked {
  /** The part itself, where it is on record. */
  readonly id: OutcomeId | null;
  readonly partOf: OutcomeId | null;
}

const question = (code: (typeof wholeCodes)[number], { earlier, later, of }: Excess): Question => ({
  code,
  params: { more: told(later, of), less: told(earlier, of) },
  like: [],
});

/** By which it is held against its whole as it stands. */
export const drawnBy = ({ extent, entries }: Ledger): OrderedFigure | undefined =>
  drawingOn({ extent, figures: figuresOf({ entries }), last: standing(entries).at(-1)?.stage ?? null });

/** That figure of each by its id. */
async function leadingFigures(work: Work, records: readonly OutcomeRecord[]): Promise<ReadonlyMap<OutcomeId, OrderedFigure>> {
  const entries = Map.groupBy(
    await entriesOf(
      work.tx,
      records.map(({ id }) => id),
    ),
    ({ outcomeId }) => outcomeId,
  );
  return new Map(
    records.flatMap(({ id, extent }) => {
      const figure = drawnBy({ extent, entries: entries.get(id) ?? [] });
      return figure === undefined ? [] : [[id, figure] as const];
    }),
  );
}

/**
 * What is asked where a part comes to hold `figure`: it alone is more than its whole, else it is so together with the other parts that the actor
 * sees. In another currency it cannot be held against the whole, which is asked about instead. Of what comes to an end nothing is asked.
 */
export async function askWhole(work: Work, { id, partOf }: Asked, figure: OrderedFigure | null): Promise<readonly Question[]> {
  if (partOf === null || figure === null || isEnd(figure.stage)) return [];
  const whole = await findOutcomeRecord(work.tx, partOf);
  if (whole === null) return [];
  const others = (await findParts(work.tx, [partOf])).filter((part) => part.id !== id);
  const figures = await leadingFigures(work, [whole, ...others]);
  const holds = figures.get(whole.id);
  if (holds === undefined) return [];
  if (holds.amount !== null && figure.amount !== null && holds.amount.currency !== figure.amount.currency)
    return [question('outcomes.part_in_other_currency', { earlier: holds, later: figure, of: 'amount' })];
  const [alone] = exceedsWhole(holds, figure);
  if (alone !== undefined) return [question('outcomes.part_is_larger', alone)];
  const [all] = exceedsWhole(holds, together([figure, ...others.flatMap((part) => figures.get(part.id) ?? [])]));
  return all === undefined ? [] : [question('outcomes.parts_are_larger', all)];
}
