// Of what nobody has said whether it was kept: how much of it went further than it was announced, as its ledger says, and of how much nothing further is on record.
import { isStep } from './came-to.ts';
import { isFramework } from '../draw-down.ts';
import type { OutcomeId } from '../outcome.ts';
import { stages, type Stage } from '../stages.ts';
import { cameAsFar, isInDispute, stageOf as stageNow, type Announcement, type Things } from './announcement.ts';

/** A null stage: what is in dispute. */
interface Counted {
  readonly stage: Stage | null;
  readonly things: number;
}

export interface Further {
  /** In the order of stages, then what is in dispute. */
  readonly came: readonly Counted[];
  /** Of so many things nothing further is on record. */
  readonly rest: number;
}

type StageOf = (of: Announcement) => Stage;

/** How many of these things stand where their outcome stands: of several told together as many as are counted there, its parts among them. */
function standThere({ of, things }: Things, stageOf: StageOf, parts: readonly Things[]): number {
  const stage = stageOf(of);
  if (of.extent === 'single' || stage === of.stage) return things;
  const counted = Number(of.figures.find((figure) => figure.stage === stage)?.count ?? 0);
  const inside = parts.filter((part) => cameAsFar(stageOf(part.of), stage)).reduce((sum, part) => sum + part.things, 0);
  return Math.max(0, Math.min(things, Math.round(counted) - inside));
}

/** The same that the draw-down of a whole says of its parts (`cameTo`), of all things at once. A signature is told whether or not anything was announced before it. */
export function furtherOf(all: readonly Things[], wholes: ReadonlyMap<OutcomeId, Announcement>, stageOf: StageOf = stageNow): Further {
  const parts = Map.groupBy(all, ({ of }) => of.partOf);
  const counts: Counted[] = [];
  let rest = 0;
  for (const some of all) {
    const { of, fate } = some;
    if (fate.fate !== 'unknown') continue;
    if (fate.reason === 'in_dispute') {
      counts.push({ stage: null, things: some.things });
      continue;
    }
    const whole = of.partOf === null ? undefined : wholes.get(of.partOf);
    const stage = stageOf(of);
    const from = whole === undefined ? of.stage : isFramework(whole) ? null : stageOf(whole);
    const isFurther = !isInDispute(of) && (stage === 'signed' || isStep(stage, from));
    const there = isFurther ? standThere(some, stageOf, parts.get(of.id) ?? []) : 0;
    if (there > 0) counts.push({ stage, things: there });
    rest += some.things - there;
  }
  return { came: inOrder(counts), rest };
}

const inOrder = (counts: readonly Counted[]): readonly Counted[] =>
  [...stages, null].flatMap((stage) => {
    const things = counts.reduce((sum, one) => sum + (one.stage === stage ? one.things : 0), 0);
    return things === 0 ? [] : [{ stage, things }];
  });

export const addFurther = (all: readonly Further[]): Further => ({
  came: inOrder(all.flatMap(({ came }) => came)),
  rest: all.reduce((sum, { rest }) => sum + rest, 0),
});
