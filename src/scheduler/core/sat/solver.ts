// Decides whether clauses can hold together, by learning from contradictions (MiniSat: Eén and Sörensson 2003), without a thread and without
// being compiled first: small formulas are decided sooner than a larger solver has started.

import { attach, decided, follow, forget, knownOf, literalOf, settle, type Known } from './known.ts';
import { learn, learningOf, type Learning } from './learn.ts';
import { age, orderOf, putBack, takeNext, type Order } from './order.ts';

export interface Limits {
  /** Contradictions allowed. */
  readonly conflicts: number;
  /** Asked every few dozen contradictions; true = stop. */
  readonly shouldStop: () => boolean;
}

export interface Solver {
  /**
   * Whether the clauses can hold together with these literals (of DIMACS); `unsatisfiable`: not with these, `impossible`: never, `unknown`:
   * stopped. What was learned is kept for the next question; one that was stopped, asked again, goes on as if it had not been.
   */
  readonly solve: (assumed: readonly number[], limits: Limits) => 'satisfiable' | 'unsatisfiable' | 'impossible' | 'unknown';
  /** Whether a variable (from 1) is true in the model found last. */
  readonly isTrue: (variable: number) => boolean;
}

interface Search {
  readonly known: Known;
  readonly order: Order;
  readonly learning: Learning;
  /** Per variable: in how many learned clauses it stood as it is, less those in which it stood negated. */
  readonly leanings: Int32Array;
  /** Per variable what it was last: 1 = false. */
  readonly lasts: Uint8Array;
  conflicts: number;
  /** Contradictions after which the search starts anew, and how often it did for this question. */
  restart: number;
  restarts: number;
  /** Contradictions after which learned clauses are sifted, and how often they were. */
  sifting: number;
  sifted: number;
}

/**
 * A question is first taken as one that has a model: few restarts, after so many contradictions times Luby's series. What has none by then is
 * rather refuted, with many restarts, after so many fewer (measured on published instances; both alone are slower on one kind or the other).
 */
const hopeful = { restarts: 6, after: 400 };
const doubtful = { after: 64 };
const isHopeful = ({ restarts }: Search): boolean => restarts <= hopeful.restarts;

/** Contradictions between two siftings: more each time. Clauses of a rank up to `kept` always stay. */
const sift = { after: 2_000, more: 300, kept: 2 };
const glance = 64;

const backTo = ({ known, lasts, order }: Search, level: number): void => {
  const { marks, trail, values } = known;
  const end = marks[level];
  if (end === undefined) return;
  for (let at = known.trailed - 1; at >= end; at -= 1) {
    const literal = trail[at] ?? 0;
    values[literal] = 0;
    values[literal ^ 1] = 0;
    lasts[literal >> 1] = literal & 1;
    putBack(order, literal >> 1);
  }
  known.trailed = end;
  known.followed = end;
  marks.length = level;
};

/** Learns from a contradiction and goes back to where the learned clause says something. */
const recover = (search: Search): void => {
  const { known, leanings, learning, order } = search;
  learn(learning, known, order);
  const { clause, rank, size } = learning;
  const [first = 0, second = 0] = clause;
  for (let at = 0; at < size; at += 1) {
    const literal = clause[at] ?? 0;
    leanings[literal >> 1] = (leanings[literal >> 1] ?? 0) + 1 - 2 * (literal & 1);
  }
  backTo(search, size === 1 ? 0 : (known.levels[second >> 1] ?? 0));
  settle(known, first, size === 1 ? decided : attach(known, clause, size, rank));
  age(order);
};

/** Forgets the half of the learned clauses that hang on most decisions. */
const siftLearned = (search: Search): void => {
  const { known } = search;
  const rankAt = (clause: number): number => known.arena[clause + 1] ?? 0;
  const ranks = known.learned.map(rankAt).sort((a, b) => a - b);
  const middle = ranks[ranks.length >> 1] ?? 0;
  let excess = ranks.length >> 1;
  forget(known, (clause) => {
    const rank = rankAt(clause);
    if (rank <= sift.kept || rank < middle || excess === 0) return true;
    excess -= 1;
    return false;
  });
  search.sifted += 1;
  search.sifting = search.conflicts + sift.after + sift.more * search.sifted;
};

/** Luby's series from 1 on: 1 1 2 1 1 2 4 … (Luby, Sinclair and Zuckerman 1993). */
const luby = (index: number): number => {
  let power = 1;
  while (2 * power - 1 < index) power *= 2;
  return 2 * power - 1 === index ? power : luby(index - power + 1);
};

/** Contradictions until the next restart. */
const runOf = (search: Search): number =>
  isHopeful(search) ? hopeful.after * luby(search.restarts) : doubtful.after * luby(search.restarts - hopeful.restarts);

const nothingOpen = -1;
const refused = -2;

/**
 * The next literal to try: an assumed one that is open, else the most active variable; while a model is looked for, as the learned clauses
 * want it (as in clasp: Gebser, Kaufmann and Schaub 2012), false where they want neither; afterwards as it was last.
 */
const choose = (search: Search, assumed: readonly number[]): number => {
  const { known, lasts, leanings, order } = search;
  while (known.marks.length < assumed.length) {
    const literal = assumed[known.marks.length] ?? 0;
    if (known.values[literal] === -1) return refused;
    if (known.values[literal] === 0) return literal;
    // It holds already: a decision without effect keeps the count of decisions and assumptions equal.
    known.marks.push(known.trailed);
  }
  for (;;) {
    const variable = takeNext(order);
    if (variable < 0) return nothingOpen;
    if (known.values[2 * variable] === 0)
      return 2 * variable + (isHopeful(search) ? Number((leanings[variable] ?? 0) <= 0) : (lasts[variable] ?? 0));
  }
};

const searchOn = (search: Search, assumed: readonly number[], { conflicts, shouldStop }: Limits): ReturnType<Solver['solve']> => {
  const { known, learning } = search;
  const last = search.conflicts + conflicts;
  for (;;) {
    if (!follow(known, learning.conflict)) {
      if (known.marks.length === 0) {
        known.isBroken = true;
        return 'impossible';
      }
      recover(search);
      search.conflicts += 1;
      if (search.conflicts >= last || (search.conflicts % glance === 0 && shouldStop())) return 'unknown';
    } else if (search.conflicts >= search.restart) {
      search.restarts += 1;
      search.restart = search.conflicts + runOf(search);
      backTo(search, 0);
      if (search.conflicts >= search.sifting) siftLearned(search);
    } else {
      const literal = choose(search, assumed);
      if (literal === refused) return 'unsatisfiable';
      if (literal === nothingOpen) return 'satisfiable';
      known.marks.push(known.trailed);
      settle(known, literal, decided);
    }
  }
};

/** A solver of clauses, in one or more parts: literals of DIMACS with variables up to `variables`, each clause ended by 0. Deterministic. */
export const solverOf = (variables: number, clauses: readonly Int32Array[]): Solver => {
  const known = knownOf(variables, clauses);
  const search: Search = {
    known,
    order: orderOf(variables),
    learning: learningOf(variables),
    leanings: new Int32Array(variables),
    lasts: new Uint8Array(variables).fill(1),
    conflicts: 0,
    restart: 0,
    restarts: 0,
    sifting: sift.after,
    sifted: 0,
  };
  let model = new Int8Array(2 * variables);
  let open: readonly number[] | null = null;
  return {
    solve: (assumed, limits) => {
      if (known.isBroken) return 'impossible';
      const literals = assumed.map(literalOf);
      if (open === null || open.join() !== literals.join()) {
        backTo(search, 0);
        search.restarts = 0;
        search.restart = search.conflicts;
      }
      const answer = searchOn(search, literals, limits);
      if (answer === 'satisfiable') model = known.values.slice();
      open = answer === 'unknown' ? literals : null;
      return answer;
    },
    isTrue: (variable) => model[literalOf(variable)] === 1,
  };
};
