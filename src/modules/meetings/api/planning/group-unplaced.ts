// What has no place, by what it lacks; and what more interpreters or tables would bring, tried by the planner.
import { createHash } from 'node:crypto';
import { Latest } from '#kernel/memory/latest.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Facts, Placement } from '#scheduler/core/model.ts';
import { validate } from '#scheduler/core/validate.ts';
import { planInWorker } from '#scheduler/run/plan-in-worker.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Placed } from '../../domain/edition-facts.ts';
import { languageList } from '../../domain/planning/sentences.ts';
import { plannerInput, toPlanner, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import { factsWithMore, fewestFor, groupsOf, type UnplacedGroup } from '../../domain/planning/unplaced-groups.ts';
import { openPlan } from './open-plan.ts';

/** Groups of the meetings still ahead that have no place in a draft, the largest first. */
export const groupsIn = remembered((inputAhead: PlannerInput, placements: readonly Placed[]): readonly UnplacedGroup[] => {
  const placed = new Set(placements.map(({ meetingId }) => meetingId));
  const unplaced = inputAhead.meetings.flatMap(({ id }, index) => (placed.has(id) ? [] : [index]));
  if (unplaced.length === 0 || inputAhead.facts.slots.length === 0) return [];
  return groupsOf(inputAhead.facts, toPlanner(inputAhead, placements), unplaced);
});

export async function groupUnplaced(work: Work, input: Asked<'groupUnplaced'>): Promise<Result<Answer<'groupUnplaced'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { facts } = opened.value.inputAhead;
  const { language } = work.actor;
  return ok({
    groups: groupsIn(opened.value.inputAhead, opened.value.board.placed).map(({ key, lack, languages, meetings }) => ({
      key,
      lack,
      languages: languages === null ? null : languageList(languages, language),
      meetings: meetings.length,
      musts: meetings.filter((meeting) => facts.meetings[meeting]?.must === true).length,
      canTry: lack === 'interpreter' || lack === 'rest' || lack === 'place',
    })),
    version: opened.value.board.plan.version,
  });
}

/** Seconds a trial may search. A handful of trials are told apart by how much more they are given. */
const SECONDS = 3;
const MOST_TRIALS = 3;
/** Those who may wait for a trial on this node; each needs a thread for seconds. */
const MOST_WAITING = 4;

type Trial = Answer<'tryMending'>;

const kept = new Latest<string, Trial>(32);
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** One after the other: a trial takes a thread of its own. */
async function inTurn<T>(use: () => Promise<T>): Promise<T | null> {
  if (waiting >= MOST_WAITING) return null;
  waiting += 1;
  const turn = last.then(use);
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

/** Plans anew with more and more of what the group lacks, until all of it has a place or more no longer helps; what is placed stays near. */
async function search(facts: Facts, start: readonly Placement[], group: UnplacedGroup): Promise<Trial> {
  const of = group.meetings.length;
  let best: Trial = { more: 0, places: 0, of };
  for (let trial = 0, more = fewestFor(facts, group); trial < MOST_TRIALS && best.places < of; trial += 1, more *= 2) {
    const richer = factsWithMore(facts, group, more);
    if (richer === null || !validate(richer).ok) return best;
    const { value } = await planInWorker(richer, { seed: 1, seconds: SECONDS, start, bounded: false });
    const places = value.placed - start.length;
    if (places <= best.places && trial > 0) return best;
    if (places > best.places) best = { more, places, of };
  }
  return best;
}

/**
 * How many more interpreters of these languages, or tables, would place how many more meetings: found by a trial of the planner in its
 * thread, outside any transaction, so that what is told can be had. At first with the fewest that could do. Up to nine seconds.
 */
export async function tryMending(transact: Transact, input: Asked<'tryMending'>): Promise<Result<Trial>> {
  const opened = await transact((work) => openPlan(work, input));
  if (!opened.ok) return opened;
  const { ahead, board } = opened.value;
  const group = groupsIn(opened.value.inputAhead, board.placed).find(({ key }) => key === input.group);
  if (group === undefined) return ok({ more: 0, places: 0, of: 0 });
  const planner = plannerInput(ahead.edition, { ...ahead.given, pins: board.placed.filter(({ pinned }) => pinned) });
  const start = toPlanner(planner, board.placed);
  const key = createHash('sha256')
    .update(JSON.stringify([planner.facts, start, group]))
    .digest('base64url');
  const known = kept.get(key);
  if (known !== undefined) return ok(known);
  const found = await inTurn(() => search(planner.facts, start, group));
  if (found === null) return refuse({ kind: 'conflict', code: 'meetings.trials_wait' });
  kept.set(key, found);
  return ok(found);
}
