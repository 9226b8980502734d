// How a plan becomes better: neighbourhoods of it are solved exactly, small ones first, until one is as large as the problem.

import { decisionText, linesOfClauses } from '../core/pairs/dimacs.ts';
import { encode, slotsOfModel } from '../core/pairs/encode.ts';
import { neighbourhoodOf, type Reach } from '../core/pairs/neighbourhood.ts';
import { presolve } from '../core/pairs/presolve.ts';
import { askOnce, deciding, minimise, patience, takePlan, type Asker, type Race } from './race-questions.ts';

type Kind = keyof Reach;

/** What one thread has learned about neighbourhoods; each thread learns for itself. */
export interface Tactics {
  readonly reach: Record<Kind, number>;
  /** Better plans found, and milliseconds spent, per kind: what pays is tried more often. */
  readonly found: Record<Kind, number>;
  readonly spent: Record<Kind, number>;
  turn: number;
  /** Milliseconds of work for a neighbourhood, and for all of the problem. */
  allowed: number;
  whole: number;
  /** How many breaks fewer are asked for: doubles while that goes well. */
  drop: number;
}

/** A neighbourhood grows after every one without a better plan, and shrinks where the answer took too long. */
const resize = { least: 0.4, again: 0.6, grow: 1.08, shrink: 0.85 };

export const freshTactics = (): Tactics => ({
  reach: { people: 0.5, hours: 0.5 },
  found: { people: 0, hours: 0 },
  spent: { people: 0, hours: 0 },
  turn: 0,
  allowed: patience.near,
  whole: patience.minimising,
  drop: 1,
});

const kindFor = ({ found, spent }: Tactics, chance: number): Kind => {
  const worth = (kind: Kind): number => (1 + found[kind]) / (1_000 + spent[kind]);
  return chance * (worth('people') + worth('hours')) < worth('people') ? 'people' : 'hours';
};

/** All of the problem, for a while that grows from time to time. */
const askWhole = async (race: Race, asker: Asker, tactics: Tactics, best: number): Promise<void> => {
  tactics.whole *= 2;
  if (best - race.state.bound > 1) await minimise(race, asker, tactics.whole);
  else await askOnce(race, asker, best - 1, tactics.turn, tactics.whole);
};

const learn = (tactics: Tactics, kind: Kind, answer: 'better' | 'none' | 'late'): void => {
  const { reach } = tactics;
  if (answer === 'better') {
    tactics.found[kind] += 1;
    tactics.drop *= 2;
  } else if (tactics.drop > 1) tactics.drop = 1;
  else if (answer === 'none') reach[kind] = Math.min(1, reach[kind] * resize.grow);
  else {
    reach[kind] *= resize.shrink;
    if (reach[kind] < resize.least) {
      tactics.allowed *= patience.growth;
      reach[kind] = resize.again;
    }
  }
};

/** One neighbourhood of the best plan, or all of the problem where the neighbourhood would be as large. */
export const improveOnce = async (race: Race, asker: Asker, tactics: Tactics): Promise<void> => {
  const { best, bound } = race.state;
  if (best === null) throw new Error('Nothing to improve.');
  tactics.turn += 1;
  const kind = kindFor(tactics, race.random.next());
  if (tactics.reach[kind] >= 1) {
    tactics.reach[kind] = resize.again;
    return askWhole(race, asker, tactics, best.value);
  }
  const near = neighbourhoodOf(race.problem, best.slots, { kind, share: tactics.reach[kind], random: race.random });
  const reduced = presolve(near, race.range);
  if (!reduced.feasible) throw new Error('A plan is not among its own neighbours.');
  const encoded = encode(reduced.problem, reduced.days);
  const value = Math.max(bound, best.value - tactics.drop);
  const began = performance.now();
  const text = decisionText(encoded, linesOfClauses(encoded), value);
  const report = await asker.ask(text, deciding(tactics.turn, race.seed), tactics.allowed);
  tactics.spent[kind] += performance.now() - began;
  if (report?.result === 'satisfiable') takePlan(race, slotsOfModel(encoded, new Set(report.truths)));
  learn(tactics, kind, report === null ? 'late' : report.result === 'satisfiable' ? 'better' : 'none');
};
