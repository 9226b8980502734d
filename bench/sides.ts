// Days of two sides with too few tables: forum-13 of the published benchmark, where some twenty hosts hold nearly all meetings, with twelve tables
// instead of fourteen, as it is and with its guests exchanged by chance. How fast each is decided to proof. Beside an earlier commit: run there.
// Usage: npm run bench:sides [-- --rewired 4] [--seconds 20] [--tables 12] [--threads 2] [--folder …/b2b]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { instanceFacts } from '#scheduler/core/dzn/instance-facts.ts';
import type { Facts } from '#scheduler/core/model.ts';
import { randomFrom, type Random } from '#scheduler/core/random.ts';
import { provePlan } from '#scheduler/run/prove.ts';

const { values: asked } = parseArgs({
  options: {
    rewired: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '20' },
    tables: { type: 'string', default: '12' },
    threads: { type: 'string', default: '2' },
    folder: { type: 'string', default: join(import.meta.dirname, '../../shared/data/b2b') },
  },
});

const withTables = (facts: Facts, tables: number): Facts => ({
  ...facts,
  places: facts.places.length > 1 ? facts.places.slice(0, tables) : facts.places.map((place) => ({ ...place, capacity: tables })),
});

/** Two meetings exchange their second person, again and again: everybody keeps the number of their meetings, nobody meets the same twice. */
function rewired(facts: Facts, random: Random): Facts {
  const pairs = facts.meetings.map(({ participants: [one = 0, other = 0] }): [number, number] => [one, other]);
  const keyOf = (one: number, other: number): string => [one, other].sort((a, b) => a - b).join(' ');
  const met = new Set(pairs.map(([one, other]) => keyOf(one, other)));
  for (let step = 0; step < 20 * pairs.length; step += 1) {
    const [first, second] = [pairs[random.below(pairs.length)], pairs[random.below(pairs.length)]];
    if (first === undefined || second === undefined || first[0] === second[1] || second[0] === first[1]) continue;
    const [one, other] = [keyOf(first[0], second[1]), keyOf(second[0], first[1])];
    if (one === other || met.has(one) || met.has(other)) continue;
    met.delete(keyOf(...first));
    met.delete(keyOf(...second));
    met.add(one).add(other);
    [first[1], second[1]] = [second[1], first[1]];
  }
  return { ...facts, meetings: facts.meetings.map((meeting, at) => ({ ...meeting, participants: pairs[at] ?? meeting.participants })) };
}

async function decide(name: string, facts: Facts): Promise<void> {
  const began = performance.now();
  const proof = await provePlan(withTables(facts, Number(asked.tables)), {
    seed: 1,
    seconds: Number(asked.seconds),
    threads: Number(asked.threads),
  });
  const seconds = ((performance.now() - began) / 1_000).toFixed(2);
  console.log(
    `${name}: ${proof?.status ?? 'no proof sought'}, breaks ${proof?.value ?? '–'} (at least ${proof?.bound ?? '–'}), ${seconds} s`,
  );
}

const instance = (name: string): Facts => instanceFacts(readFileSync(join(asked.folder, `${name}.dzn`), 'utf8'));
const original = instance('forum-13.original');
await decide('forum-13.original', original);
await decide('forum-13.forb0003', instance('forum-13.forb0003'));
for (let seed = 1; seed <= Number(asked.rewired); seed += 1) await decide(`rewired ${seed}`, rewired(original, randomFrom(seed)));
