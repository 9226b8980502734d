// Writes one instance in the forms that other solvers read. Usage: node bench/rival-inputs.ts <instance.dzn> <folder> <maxsat|asp|mzn>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yes } from '#scheduler/core/pairs/clauses.ts';
import { weightedText } from '#scheduler/core/pairs/dimacs.ts';
import { encode } from '#scheduler/core/pairs/encode.ts';
import { pairProblemOf, slotsIn, type PairProblem } from '#scheduler/core/pairs/pair-problem.ts';
import { presolve } from '#scheduler/core/pairs/presolve.ts';
import { instanceFacts } from '#scheduler/core/dzn/instance-facts.ts';

const [file = '', folder = '', form = ''] = process.argv.slice(2);
const problem = pairProblemOf(instanceFacts(readFileSync(file, 'utf8')));
if (problem === null) throw new Error(`${file} is no problem of pairs.`);

/** Everybody has from none to `spread` breaks: exact here, since somebody has a single meeting in every published instance. */
const asFormula = (given: PairProblem): Uint8Array => {
  const reduced = presolve(given, { least: 0, most: given.spread ?? given.slots });
  // An instance that falls to presolve has no formula of its own: one that cannot hold stands for it.
  if (!reduced.feasible) return new TextEncoder().encode('p wcnf 1 2 2\n2 1 0\n2 -1 0\n');
  const encoded = encode(reduced.problem, reduced.days);
  // Breaks that every plan has, as wishes that never come true: the costs that are printed are then those of plans.
  const surely = new Array<number>(encoded.surely).fill(yes);
  return weightedText({ ...encoded, breaks: [...encoded.breaks, ...surely] });
};

const asProgram = ({ pairs, domains, meetingsOf, orders, capacity, spread, slots }: PairProblem): string =>
  [
    `#const tables = ${capacity[0] ?? 0}. #const spread = ${spread ?? slots}. slot(0..${slots - 1}).`,
    ...meetingsOf.map((own, person) => `person(${person}).${own.length > 1 ? ` busy_one(${person}).` : ' single.'}`),
    ...pairs.map(([one, other], meeting) => `meeting(${meeting}). of(${one}, ${meeting}). of(${other}, ${meeting}).`),
    ...domains.flatMap((domain, meeting) => slotsIn(domain).map((slot) => `open(${meeting}, ${slot}).`)),
    ...orders.map(([earlier, later]) => `before(${earlier}, ${later}).`),
    '',
  ].join('\n');

const asData = ({ pairs, domains, meetingsOf, orders, capacity, spread, slots, people }: PairProblem): string => {
  const set = (numbers: readonly number[]): string => `{${numbers.map((one) => one + 1).join(', ')}}`;
  const rows = (given: readonly (readonly [number, number])[]): string =>
    given.length === 0 ? 'array2d(1..0, 1..2, [])' : `[|${given.map(([a, b]) => `${a + 1}, ${b + 1}`).join(' | ')}|]`;
  return [
    `people = ${people}; slots = ${slots}; tables = ${capacity[0] ?? 0}; meetings = ${pairs.length}; orders = ${orders.length}; spread = ${spread ?? slots};`,
    `pair = ${rows(pairs)};`,
    `open = [${domains.map((domain) => set(slotsIn(domain))).join(', ')}];`,
    `own = [${meetingsOf.map(set).join(', ')}];`,
    `before = ${rows(orders)};`,
    '',
  ].join('\n');
};

if (form === 'maxsat') writeFileSync(join(folder, 'formula.wcnf'), asFormula(problem));
else if (form === 'asp') writeFileSync(join(folder, 'facts.lp'), asProgram(problem));
else writeFileSync(join(folder, 'data.dzn'), asData(problem));
