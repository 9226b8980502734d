// Repairs of a plan of about five thousand meetings, drawn and changed at random: processor time, meetings moved, and how often that is proven few.
// Usage: npm run bench:repair [--draws 20] [--seed 1] [--scale 0.056] [--quiet-docs]
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { planGreedily } from '../src/scheduler/core/engines/greedy.ts';
import { expoFacts, importExpo, scaled } from '../src/scheduler/core/generate/expo.ts';
import type { Facts, Placement } from '../src/scheduler/core/model.ts';
import { randomFrom, type Random } from '../src/scheduler/core/random.ts';
import { repair, type Repair } from '../src/scheduler/core/repair.ts';
import type { Change } from '../src/scheduler/core/repair-change.ts';
import { violationsOf } from '../src/scheduler/core/verify.ts';

const { values: asked } = parseArgs({
  options: {
    draws: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    scale: { type: 'string', default: '0.056' },
    'quiet-docs': { type: 'boolean', default: false },
  },
});
const draws = Number(asked.draws);
const seed = Number(asked.seed);

type Draw = (facts: Facts, random: Random) => readonly Change[];

const someone = ({ participants }: Facts, random: Random): number => random.below(participants.length);

/** A day of the fair, and its first two slots. */
const firstTwo = ({ slots }: Facts, random: Random): readonly number[] => {
  const day = random.below((slots.at(-1)?.day ?? 0) + 1);
  return slots.flatMap((slot, at) => (slot.day === day ? [at] : [])).slice(0, 2);
};

const newMeeting = (facts: Facts, random: Random, must: boolean): Change => {
  const exhibitors = facts.participants.flatMap(({ seated }, at) => (seated ? [at] : []));
  const buyers = facts.participants.flatMap(({ seated }, at) => (seated ? [] : [at]));
  const participants = [exhibitors[random.below(exhibitors.length)] ?? 0, buyers[random.below(buyers.length)] ?? 1];
  const open = { allowedSlots: null, pinnedSlot: null, pinnedPlace: null, lengthSlots: 1 };
  return { kind: 'added', meeting: { id: 'new', participants, weight: 1, must, ...open } };
};

const changes: Readonly<Record<string, Draw>> = {
  'no-show': (facts, random) => [{ kind: 'no_show', participant: someone(facts, random), from: random.below(facts.slots.length) }],
  'late, two slots': (facts, random) => [{ kind: 'late', participant: someone(facts, random), slots: firstTwo(facts, random) }],
  'thirty people late, two slots': (facts, random) => {
    const slots = firstTwo(facts, random);
    return Array.from({ length: 30 }, () => ({ kind: 'late', participant: someone(facts, random), slots }));
  },
  'a place withdrawn': (facts, random) => [{ kind: 'place_withdrawn', place: random.below(facts.places.length), slots: null }],
  'a slot closed': (facts, random) => [{ kind: 'slot_closed', slot: random.below(facts.slots.length) }],
  'an added want': (facts, random) => [newMeeting(facts, random, false)],
  'an added must': (facts, random) => [newMeeting(facts, random, true)],
};

interface Outcome {
  readonly repaired: Repair;
  readonly seconds: number;
}

const measured = (facts: Facts, before: readonly Placement[], change: readonly Change[]): Outcome => {
  const start = process.cpuUsage();
  const answer = repair(facts, before, change, { day: 0, minute: 0 });
  const { user, system } = process.cpuUsage(start);
  if (!answer.ok) throw new Error('A change that refers to nothing.');
  const [broken] = violationsOf(answer.value.facts, answer.value.placements);
  if (broken !== undefined) throw new Error(`A repaired plan that cannot be held: ${broken.rule}`);
  return { repaired: answer.value, seconds: (user + system) / 1e6 };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const milliseconds = (seconds: number): string => (1_000 * seconds).toFixed(0);

const rowOf = (name: string, outcomes: readonly Outcome[]): string => {
  const repairs = outcomes.map(({ repaired }) => repaired);
  const seconds = outcomes.map((one) => one.seconds);
  const cells = [
    name,
    milliseconds(middle(seconds)),
    milliseconds(Math.max(...seconds)),
    sum(repairs.map(({ moved }) => moved.length)),
    sum(repairs.map(({ fewestMoved }) => fewestMoved)),
    `${repairs.filter(({ moved, fewestMoved }) => moved.length === fewestMoved).length} of ${repairs.length}`,
    sum(repairs.map(({ cancelled }) => cancelled.length)),
    sum(repairs.map(({ unheld }) => unheld.length)),
  ];
  return `| ${cells.join(' | ')} |`;
};

const facts = expoFacts(seed, scaled(importExpo, Number(asked.scale)));
const before = planGreedily(facts, { seed, iterations: 0 }).placements;
// The first run of any code is slow; the figures are those of a program that has been running.
measured(facts, before, [{ kind: 'slot_closed', slot: 0 }]);
const rows = Object.entries(changes).map(([name, draw]) => {
  const random = randomFrom(seed);
  return rowOf(
    name,
    Array.from({ length: draws }, () => measured(facts, before, draw(facts, random))),
  );
});
const seats = sum(facts.places.map(({ capacity }) => capacity)) * facts.slots.length;
const text = `# Repairs on the day

One plan of a generated fair (\`core/generate/expo.ts\`, seed ${seed}): ${before.length} of ${facts.meetings.length} meetings held, ${facts.participants.length} people,
${facts.slots.length} slots, ${((100 * before.length) / seats).toFixed(0)} % of all seats at tables used. Each line: ${draws} changes drawn at random, each to the same plan. Every repaired plan is
verified. Processor time on ${cpus()[0]?.model ?? 'an unknown processor'} (load ${loadavg()[0]?.toFixed(1) ?? '?'}).

| change | ms, middle | ms, most | moved | at least | proven fewest | cancelled | not held |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

*Moved*: meetings held before and after, but otherwise; those touched by the change count. *At least*: the bound that \`repair\` answers.
*Not held*: touched or added, and left out because no time was found; each with its reasons.
`;
process.stdout.write(text);
if (!asked['quiet-docs']) {
  const file = join(import.meta.dirname, '../docs/benchmarks/repair.md');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, (await format(file, text)).code);
}
