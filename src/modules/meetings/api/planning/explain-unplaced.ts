// Why meetings are not placed, looked up one after the other so that others are served in between, and kept for the next look.
import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { Latest } from '#kernel/memory/latest.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import { explainer, type Explanation } from '#scheduler/core/explain.ts';
import { inOrderOf } from '#scheduler/core/in-order.ts';
import type { Facts, Placement } from '#scheduler/core/model.ts';
import type { PlanOutcome } from '#scheduler/run/plan-outcome.ts';
import type { Work } from '#platform/work.ts';
import type { Explained } from '../../domain/planning/explained.ts';
import { loadExplained } from '../../store/explained.ts';

/** Drafts whose explanations are kept: what a few organisers look at just now. */
const MOST_KEPT = 8;
/** Explanations that are kept with a plan: what people look at first. */
const MOST_WITH_PLAN = 100;

/** An explanation with the moment at which it was worked out, ISO 8601. */
interface Known {
  readonly explanation: Explanation;
  readonly at: string;
}

const kept = new Latest<string, Map<number, Known>>(MOST_KEPT);

/** A plan's placements come in any order. */
const inOrder = remembered((placements: readonly Placement[]): readonly Placement[] => inOrderOf(placements, ({ meeting }) => meeting));

/** Meetings and placements as numbers, each with how many follow where that varies; none is −1. */
function numbersOf({ meetings }: Facts, placements: readonly Placement[]): Float64Array {
  const numbers: number[] = [];
  const list = (values: readonly number[] | null): void => void numbers.push(values?.length ?? -1, ...(values ?? []));
  for (const { participants, weight, must, allowedSlots, pinnedSlot, pinnedPlace, lengthSlots } of meetings) {
    list(participants);
    list(allowedSlots);
    numbers.push(weight, Number(must), pinnedSlot ?? -1, pinnedPlace ?? -1, lengthSlots);
  }
  for (const { meeting, slot, place, resource, pinned } of inOrder(placements))
    numbers.push(meeting, slot, place, resource ?? -1, Number(pinned));
  return Float64Array.from(numbers);
}

/** By everything an explanation follows from, so that nothing kept can be out of date. */
const markOf = remembered((facts: Facts, placements: readonly Placement[]): string => {
  const ids = facts.meetings.map(({ id }) => id).join();
  return createHash('sha256')
    .update(JSON.stringify([{ ...facts, meetings: ids }]))
    .update(numbersOf(facts, placements))
    .digest('base64url');
});

/** What a search found of what it left out, to be kept with its plan: the musts first, as people read it. */
export function explainedBy(facts: Facts, { plan, unplaced }: PlanOutcome, at: string): Explained {
  const isMust = ({ meeting }: Explanation): boolean => facts.meetings[meeting]?.must === true;
  const entries = [...unplaced.filter(isMust), ...unplaced.filter((one) => !isMust(one))].slice(0, MOST_WITH_PLAN);
  return { of: markOf(facts, plan.placements), at, entries };
}

function keptFor(key: string, start: () => Map<number, Known>): Map<number, Known> {
  const found = kept.get(key) ?? start();
  kept.set(key, found);
  return found;
}

interface Looking {
  readonly now: Date;
  /** What is kept with the plan under this mark. */
  readonly load: (of: string) => Promise<Explained | null>;
}

/** How a plan's explanations are looked up. */
export const keptWith = ({ tx, now }: Work, editionId: string, planId: string): Looking => ({
  now,
  load: (of) => loadExplained(tx, editionId, planId, of),
});

/** Explains the given meetings (indices of the facts) in order, each with its moment. One explanation takes about 10 ms in a draft of 1,500 meetings. */
export async function explainUnplaced(
  facts: Facts,
  placements: readonly Placement[],
  meetings: readonly number[],
  { now, load }: Looking,
): Promise<readonly Known[]> {
  if (meetings.length === 0) return [];
  const key = markOf(facts, placements);
  const withPlan = kept.has(key) ? null : await load(key);
  const known = keptFor(
    key,
    () => new Map((withPlan?.entries ?? []).map((explanation) => [explanation.meeting, { explanation, at: withPlan?.at ?? '' }])),
  );
  const missing = meetings.filter((meeting) => !known.has(meeting));
  if (missing.length > 0) {
    const explain = explainer(facts, inOrder(placements));
    for (const meeting of missing) {
      await others();
      known.set(meeting, { explanation: explain(meeting), at: now.toISOString() });
    }
  }
  return meetings.flatMap((meeting) => known.get(meeting) ?? []);
}
