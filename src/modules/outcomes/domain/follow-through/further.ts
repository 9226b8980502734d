// Of what nobody has said whether it was kept: how much of it went further than it was announced, as its ledger says, and of how much nothing further is on record.
import { isFramework } from '../draw-down.ts';
import type { OutcomeId } from '../outcome.ts';
import { progressStages, stages, type Stage } from '../stages.ts';
import type { Announcement, Things } from './announcement.ts';

/** Where an outcome stands; `isDisputed`: a side holds that otherwise, or whose figure it is took it back. */
export interface Standing {
  readonly stage: Stage;
  readonly isDisputed: boolean;
}

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

type StandingOf = (of: Announcement) => Standing;

/** A signature is told whether or not anything was announced before it; that something is possible tells of no step. */
const isStep = (stage: Stage, from: Stage): boolean => stage !== 'potential' && (stage === 'signed' || stage !== from);

const reaches = (stage: Stage, least: Stage): boolean =>
  progressStages.findIndex((one) => one === stage) >= progressStages.findIndex((one) => one === least);

/** How many of these things stand where their outcome stands: of several told together as many as are counted there, its parts among them. */
function standThere({ of, things }: Things, stage: Stage, parts: readonly Things[], standingOf: StandingOf): number {
  if (of.extent === 'single' || stage === of.stage) return things;
  const counted = Number(of.figures.find((figure) => figure.stage === stage)?.count ?? 0);
  const inside = parts.filter((part) => reaches(standingOf(part.of).stage, stage)).reduce((sum, part) => sum + part.things, 0);
  return Math.max(0, Math.min(things, Math.round(counted) - inside));
}

/** The same that the draw-down of a whole says of its parts, of all things at once. */
export function furtherOf(all: readonly Things[], wholes: ReadonlyMap<OutcomeId, Announcement>, standingOf: StandingOf): Further {
  const parts = Map.groupBy(all, ({ of }) => of.partOf);
  const counts: Counted[] = [];
  let rest = 0;
  for (const some of all) {
    if (some.fate.fate !== 'unknown') continue;
    const { of } = some;
    const whole = of.partOf === null ? undefined : wholes.get(of.partOf);
    const { stage, isDisputed } = standingOf(of);
    // Under a contract every part is a step; of several things, what stands elsewhere than they do.
    const isFurther =
      whole !== undefined && isFramework(whole) ? true : isStep(stage, whole === undefined ? of.stage : standingOf(whole).stage);
    const there = isFurther && stage !== 'potential' ? standThere(some, stage, parts.get(of.id) ?? [], standingOf) : 0;
    const as = isDisputed ? null : stage;
    if (there > 0) counts.push({ stage: as, things: there });
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
