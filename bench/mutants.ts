// Instances like the published ones that nobody has seen: each is a published one with people, meetings, tables, slots, absences, sessions, orders
// or fixed times changed by chance, decided by the command; with `--beside`, a logic program under clasp has to agree.
// Usage: npm run bench:mutants -- [--each 2] [--seed 1] [--seconds 30] [--only forum] [--beside 20] [--keep <folder>] [--folder …/b2b]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Facts, Meeting } from '#scheduler/core/model.ts';
import { randomFrom, type Random } from '#scheduler/core/random.ts';
import { planGreedily } from '#scheduler/core/engines/greedy.ts';
import { instanceFacts } from '#scheduler/core/dzn/instance-facts.ts';
import { writeDzn } from '#scheduler/core/dzn/write-dzn.ts';

const root = join(import.meta.dirname, '..');
const { values: asked } = parseArgs({
  options: {
    each: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
    beside: { type: 'string', default: '0' },
    keep: { type: 'string' },
    folder: { type: 'string', default: join(root, '../shared/data/b2b') },
  },
});

type Change = (facts: Facts, random: Random) => Facts;

const chance = <T>(random: Random, share: number, things: readonly T[]): T[] => things.filter(() => random.next() < share);
const onMeetings = (facts: Facts, change: (meeting: Meeting, index: number) => Meeting): Facts => ({
  ...facts,
  meetings: facts.meetings.map(change),
});

/** Without some meetings; orders that named them go too. */
const keeping = (facts: Facts, keep: (meeting: Meeting, index: number) => boolean): Facts => {
  const place = new Map<number, number>();
  facts.meetings.forEach((meeting, index) => {
    if (keep(meeting, index)) place.set(index, place.size);
  });
  return {
    ...facts,
    meetings: facts.meetings.filter((_, index) => place.has(index)),
    precedences: facts.precedences.flatMap(({ earlier, later }) => {
      const [first, second] = [place.get(earlier), place.get(later)];
      return first === undefined || second === undefined ? [] : [{ earlier: first, later: second }];
    }),
  };
};

const more = (facts: Facts, random: Random): Meeting[] => {
  const [model] = facts.meetings;
  if (model === undefined) return [];
  return Array.from({ length: 1 + random.below(Math.ceil(facts.meetings.length / 15)) }, () => {
    const one = random.below(facts.participants.length);
    const other = (one + 1 + random.below(facts.participants.length - 1)) % facts.participants.length;
    return { ...model, participants: [one, other], pinnedSlot: null };
  });
};

const orders = (facts: Facts, random: Random): Facts['precedences'] =>
  Array.from({ length: 5 + random.below(25) }, () => {
    const one = random.below(facts.meetings.length);
    const people = facts.meetings[one]?.participants ?? [];
    const kin = [...facts.meetings.keys()].filter(
      (other) => other !== one && facts.meetings[other]?.participants.some((person) => people.includes(person)),
    );
    const other = kin[random.below(kin.length)] ?? (one === 0 ? 1 : 0);
    return { earlier: Math.min(one, other), later: Math.max(one, other) };
  });

const changes: readonly Change[] = [
  (facts, random) => keeping(facts, () => random.next() > 0.12),
  (facts, random) => {
    const gone = random.below(facts.participants.length);
    return keeping(facts, ({ participants }) => !participants.includes(gone));
  },
  (facts, random) => ({ ...facts, meetings: [...facts.meetings, ...more(facts, random)] }),
  (facts, random) => ({ ...facts, places: facts.places.slice(0, Math.max(1, facts.places.length - 1 - random.below(3))) }),
  (facts, random) => ({
    ...facts,
    participants: facts.participants.map((person) => ({
      ...person,
      unavailableSlots: [...new Set([...person.unavailableSlots, ...chance(random, 0.02, [...facts.slots.keys()])])],
    })),
  }),
  (facts) => ({ ...facts, participants: facts.participants.map((person) => ({ ...person, unavailableSlots: [] })) }),
  (facts, random) => ({ ...facts, precedences: [...facts.precedences, ...orders(facts, random)] }),
  (facts, random) => {
    const halves = [1, 2].map((session) => [...facts.slots.keys()].filter((slot) => facts.slots[slot]?.session === session));
    return onMeetings(facts, (meeting) => (random.next() < 0.1 ? { ...meeting, allowedSlots: halves[random.below(2)] ?? null } : meeting));
  },
  (facts) => onMeetings(facts, (meeting) => ({ ...meeting, allowedSlots: null })),
  (facts, random) => {
    const held = new Map(
      planGreedily(facts, { seed: random.below(1_000), iterations: 5_000 }).placements.map((one) => [one.meeting, one.slot]),
    );
    return onMeetings(facts, (meeting, index) => (random.next() < 0.25 ? { ...meeting, pinnedSlot: held.get(index) ?? null } : meeting));
  },
];

/** The instance in the published form. */
const textOf = ({ slots, participants, meetings, places, precedences }: Facts): string => {
  const morningSlots = slots.filter(({ session }) => session === 1).length;
  return writeDzn({
    participants: participants.length,
    tables: places.length,
    slots: slots.length,
    morningSlots,
    meetings: meetings.map(({ participants: [from = 0, to = 0], allowedSlots }) => ({
      from: from + 1,
      to: to + 1,
      session: allowedSlots === null ? 3 : allowedSlots.every((slot) => slot < morningSlots) ? 1 : 2,
    })),
    forbidden: participants.map(({ unavailableSlots }) => unavailableSlots.map((slot) => slot + 1)),
    fixed: meetings.map(({ pinnedSlot }) => (pinnedSlot === null ? 0 : pinnedSlot + 1)),
    precedences: meetings.map((_, later) => precedences.filter((one) => one.later === later).map(({ earlier }) => earlier + 1)),
  });
};

const scratch = asked.keep ?? mkdtempSync(join(tmpdir(), 'hm-'));
mkdirSync(scratch, { recursive: true });

interface Answer {
  readonly status: string;
  readonly value: number | null;
  readonly reasons: readonly string[];
}

const decide = (file: string): Answer & { readonly seconds: number; readonly cpu: string } => {
  const out = join(scratch, 'answer.json');
  const began = performance.now();
  const call = [join(root, 'src/scheduler/run/plan.mjs'), file, '--seconds', asked.seconds, '--out', out];
  const { stdout, stderr, status } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1_000;
  if (![0, 3, 4].includes(status ?? -1)) throw new Error(`${file}: the command ended with ${status}: ${stderr}`);
  return { ...(JSON.parse(readFileSync(out, 'utf8')) as Answer), seconds, cpu: /cpu ([\d.]+) s/.exec(stdout)?.[1] ?? '' };
};

/** Breaks by the logic program: null where it finds there is no plan, undefined where its time ran out. */
const besideClasp = (file: string, people: number): number | null | undefined => {
  spawnSync(process.execPath, [join(root, 'bench/rival-inputs.ts'), file, scratch, 'asp']);
  const models = [join(root, 'bench/rivals/meetings.lp'), join(scratch, 'facts.lp')].join(' ');
  const call = `gringo ${models} | timeout ${asked.beside} clasp --configuration=crafty --opt-strategy=usc -q1`;
  const { stdout } = spawnSync('sh', ['-c', call], { encoding: 'utf8', maxBuffer: 1e8 });
  if (stdout.includes('UNSATISFIABLE')) return null;
  const runs = /Optimization: (\d+)\nOPTIMUM FOUND/.exec(stdout.replaceAll('\r', ''))?.[1] ?? /Optimization : (\d+)/.exec(stdout)?.[1];
  return stdout.includes('OPTIMUM FOUND') && runs !== undefined ? Number(runs) - people : undefined;
};

let [wrong, undecided, agreed] = [0, 0, 0];
const slow: string[] = [];
for (const name of readdirSync(asked.folder).filter((one) => one.endsWith('.dzn') && one.includes(asked.only))) {
  for (let turn = 0; turn < Number(asked.each); turn += 1) {
    const random = randomFrom([...`${name} ${asked.seed} ${turn}`].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
    const picked = Array.from({ length: 1 + random.below(3) }, () => random.below(changes.length));
    const facts = picked.reduce(
      (given, one) => changes[one]?.(given, random) ?? given,
      instanceFacts(readFileSync(join(asked.folder, name), 'utf8')),
    );
    const file = join(scratch, `${name.slice(0, -'.dzn'.length)}.${asked.seed}.${turn}.dzn`);
    writeFileSync(file, textOf(facts));
    const { status, value, seconds, cpu, reasons } = decide(file);
    const people = facts.participants.filter((_, person) =>
      facts.meetings.some(({ participants }) => participants.includes(person)),
    ).length;
    const other = Number(asked.beside) > 0 ? besideClasp(file, people) : undefined;
    const isDecided = status === 'optimal' || status === 'infeasible';
    const contradicts = other !== undefined && (isDecided ? other !== value : value !== null && (other === null || other > value));
    if (contradicts) wrong += 1;
    if (other !== undefined && isDecided && !contradicts) agreed += 1;
    if (!isDecided) undecided += 1;
    if (seconds > 10) slow.push(`${file} ${seconds.toFixed(1)} s`);
    const words = contradicts ? `WRONG, beside ${other ?? 'none'}` : (reasons[0] ?? '');
    console.log(
      `${name.slice(0, -4)}.${turn}`.padEnd(34),
      picked.join('+').padEnd(8),
      status.padEnd(11),
      String(value ?? '–').padEnd(4),
      seconds.toFixed(2).padEnd(6),
      cpu.padEnd(6),
      words,
    );
  }
}
console.log(`wrong ${wrong}, undecided ${undecided}, agreed with the logic program ${agreed}, over 10 s: ${slow.length}`);
for (const one of slow) console.log(one);
if (asked.keep === undefined) rmSync(scratch, { recursive: true, force: true });
process.exitCode = wrong > 0 ? 1 : 0;
