// Days of two sides, drawn from seeds: a few hosts whom many others meet, tables for fewer than all hosts, taken for most of the day. How many are
// decided to proof, and how fast. Beside an earlier commit: run there with the same options.
// Usage: npm run bench:sides [-- --count 6] [--seconds 20] [--threads 2] [--seed 1]
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Facts } from '#scheduler/core/model.ts';
import { randomFrom } from '#scheduler/core/random.ts';
import { factsFrom, slotsOf } from '#scheduler/core/sample-facts.ts';
import { provePlan } from '#scheduler/run/prove.ts';

const { values: asked } = parseArgs({
  options: {
    count: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '20' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});

const [HOSTS, GUESTS, SLOTS, TABLES, FULL] = [20, 50, 21, 12, 0.8];

/** Meetings for four fifths of what the tables hold; each pair once, nobody with more than a day of them. */
function dayOfSides(seed: number): Facts {
  const random = randomFrom(seed);
  const own = Array.from({ length: HOSTS + GUESTS }, () => 0);
  const pairs = new Set<number>();
  while (pairs.size < FULL * TABLES * SLOTS) {
    const [host, guest] = [random.below(HOSTS), random.below(GUESTS)];
    if (pairs.has(host * GUESTS + guest) || (own[host] ?? 0) >= SLOTS - 4 || (own[HOSTS + guest] ?? 0) >= SLOTS - 4) continue;
    pairs.add(host * GUESTS + guest);
    own[host] = (own[host] ?? 0) + 1;
    own[HOSTS + guest] = (own[HOSTS + guest] ?? 0) + 1;
  }
  const away = (): number[] => Array.from({ length: SLOTS }, (_, slot) => slot).filter(() => random.next() < 0.03);
  return factsFrom({
    slots: slotsOf(SLOTS),
    participants: own.map(() => ({ unavailableSlots: away() })),
    meetings: [...pairs].map((pair) => ({ participants: [Math.floor(pair / GUESTS), HOSTS + (pair % GUESTS)], must: true })),
    places: Array.from({ length: TABLES }, () => ({})),
    precedences: [],
    maxBreakSpread: null,
  });
}

for (let seed = Number(asked.seed); seed < Number(asked.seed) + Number(asked.count); seed += 1) {
  const facts = dayOfSides(seed);
  const began = performance.now();
  const proof = await provePlan(facts, { seed: 1, seconds: Number(asked.seconds), threads: Number(asked.threads) });
  const seconds = ((performance.now() - began) / 1_000).toFixed(2);
  console.log(
    `day ${seed}: ${facts.meetings.length} meetings, ${proof?.status ?? 'no proof sought'}, breaks ${proof?.value ?? '–'} (at least ${proof?.bound ?? '–'}), ${seconds} s`,
  );
}
