import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullTest, rounds } from '#platform/full-size.ts';
import { randomFrom, type Random } from '../random.ts';
import { solverOf, type Limits } from './solver.ts';

const patient: Limits = { conflicts: Infinity, shouldStop: () => false };

type Clause = readonly number[];

const flat = (clauses: readonly Clause[]): readonly Int32Array[] => [Int32Array.from(clauses.flatMap((clause) => [...clause, 0]))];

/** Clauses over different variables, most of them of three literals, some shorter or longer. */
const randomClauses = (random: Random, variables: number, count: number): Clause[] =>
  Array.from({ length: count }, () => {
    const size = Math.min(variables, random.next() < 0.7 ? 3 : 1 + random.below(5));
    const chosen = new Set<number>();
    while (chosen.size < size) chosen.add(1 + random.below(variables));
    return [...chosen].map((variable) => (random.next() < 0.5 ? variable : -variable));
  });

const holds = (clauses: readonly Clause[], isTrue: (variable: number) => boolean): boolean =>
  clauses.every((clause) => clause.some((literal) => isTrue(Math.abs(literal)) === literal > 0));

/** Whether some choice of values makes all clauses true, by trying every one. */
const canHold = (variables: number, clauses: readonly Clause[]): boolean => {
  for (let values = 0; values < 2 ** variables; values += 1) {
    if (holds(clauses, (variable) => ((values >> (variable - 1)) & 1) === 1)) return true;
  }
  return false;
};

test('decides as trying every choice of values does, and its models hold', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.5, max: 6, noNaN: true }), (seed, variables, density) => {
      const clauses = randomClauses(randomFrom(seed), variables, Math.ceil(variables * density));
      const solver = solverOf(variables, flat(clauses));
      const answer = solver.solve([], patient);
      expect(answer).toBe(canHold(variables, clauses) ? 'satisfiable' : 'impossible');
      if (answer === 'satisfiable') expect(holds(clauses, solver.isTrue)).toBe(true);
    }),
    { numRuns: rounds(1_000) },
  );
});

test('answers question after question under assumptions as a new solver does, even assumptions against each other', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 8 }), (seed, variables) => {
      const random = randomFrom(seed);
      const clauses = randomClauses(random, variables, Math.ceil(variables * (1 + 3 * random.next())));
      const solver = solverOf(variables, flat(clauses));
      const possible = canHold(variables, clauses);
      for (let question = 0; question < 6; question += 1) {
        const assumed = randomClauses(random, variables, 1 + random.below(3)).map(([literal = 1]) => literal);
        const all = [...clauses, ...assumed.map((literal) => [literal])];
        const answer = solver.solve(assumed, patient);
        if (canHold(variables, all)) {
          expect(answer).toBe('satisfiable');
          expect(holds(all, solver.isTrue)).toBe(true);
        } else expect(possible ? ['unsatisfiable'] : ['impossible', 'unsatisfiable']).toContain(answer);
      }
    }),
    { numRuns: rounds(500) },
  );
});

/** As many pigeons in one hole less: impossible, and only after many contradictions. */
const pigeons = (count: number): Clause[] => {
  const holes = count - 1;
  const sits = (pigeon: number, hole: number): number => 1 + pigeon * holes + hole;
  const each = Array.from({ length: count }, (_, pigeon) => pigeon);
  const places = Array.from({ length: holes }, (_, hole) => hole);
  return [
    ...each.map((pigeon) => places.map((hole) => sits(pigeon, hole))),
    ...places.flatMap((hole) => each.flatMap((one) => each.slice(one + 1).map((other) => [-sits(one, hole), -sits(other, hole)]))),
  ];
};

test('stops when it may not go on, keeps what it learned, and comes to the answer in the end', () => {
  const clauses = pigeons(8);
  const solver = solverOf(56, flat(clauses));
  let asked = 0;
  let answer: string = 'unknown';
  while (answer === 'unknown') {
    answer = solver.solve([], { conflicts: 300, shouldStop: () => false });
    asked += 1;
  }
  expect(answer).toBe('impossible');
  expect(asked).toBeGreaterThan(2);
  expect(solverOf(56, flat(clauses)).solve([], { conflicts: Infinity, shouldStop: () => true })).toBe('unknown');
});

/** Three literals each, as many clauses as are hardest for so many variables (Mitchell, Selman and Levesque 1992). */
const hardest = (random: Random, variables: number): Clause[] =>
  Array.from({ length: Math.round(4.26 * variables) }, () => {
    const chosen = new Set<number>();
    while (chosen.size < 3) chosen.add(1 + random.below(variables));
    return [...chosen].map((variable) => (random.next() < 0.5 ? variable : -variable));
  });

fullTest('long searches, in which it forgets most of what it learned, end as they do with the variables in another order', () => {
  const variables = 165;
  const verdicts = new Set<string>();
  for (let seed = 1; seed <= 5; seed += 1) {
    const clauses = hardest(randomFrom(seed), variables);
    const turned = clauses.map((clause) => clause.map((literal) => Math.sign(literal) * (variables + 1 - Math.abs(literal))));
    const solver = solverOf(variables, flat(clauses));
    const answer = solver.solve([], patient);
    verdicts.add(answer);
    expect(solverOf(variables, flat(turned)).solve([], patient)).toBe(answer);
    if (answer === 'satisfiable') expect(holds(clauses, solver.isTrue)).toBe(true);
  }
  expect([...verdicts].sort()).toEqual(['impossible', 'satisfiable']);
});

test('a question that is stopped again and again, and asked again, ends as if it had never been stopped', () => {
  const variables = 120;
  const stopped: string[] = [];
  for (let seed = 1; seed <= 6; seed += 1) {
    const clauses = flat(hardest(randomFrom(seed), variables));
    const whole = solverOf(variables, clauses);
    const pieces = solverOf(variables, clauses);
    const modelOf = (solver: typeof whole): readonly boolean[] => Array.from({ length: variables }, (_, at) => solver.isTrue(at + 1));
    for (const assumed of [[1, -2], [1]]) {
      const answer = whole.solve(assumed, patient);
      let again: string = 'unknown';
      for (let pause = 0; again === 'unknown'; pause += 1) {
        again = pieces.solve(assumed, { conflicts: 1 + (pause % 7), shouldStop: () => false });
        if (again === 'unknown') stopped.push(answer);
      }
      expect(again).toBe(answer);
      expect(modelOf(pieces)).toEqual(modelOf(whole));
    }
  }
  expect(new Set(stopped).size).toBeGreaterThan(1);
});

test('no clause at all can hold, and an empty clause cannot', () => {
  expect(solverOf(1, []).solve([], patient)).toBe('satisfiable');
  expect(solverOf(1, [Int32Array.of(1, 0), Int32Array.of(0)]).solve([], patient)).toBe('impossible');
});
