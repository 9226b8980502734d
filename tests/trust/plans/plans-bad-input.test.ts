// Facts with one to three numbers spoilt anywhere in them are either refused with every problem that is in them, or planned without a fault.
// `npm run trust -- plans` spoils ten thousand.
import { expect, test } from 'vitest';
import { planGreedily } from '#scheduler/core/engines/greedy.ts';
import type { Facts } from '#scheduler/core/model.ts';
import { randomFrom, type Random } from '#scheduler/core/random.ts';
import { validate } from '#scheduler/core/validate.ts';
import { violationsOf } from '#scheduler/core/verify.ts';
import { drawnFacts } from '../../fixtures/drawn/random-plans.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const rounds = full ? 10_000 : 250;

const spoilt = [NaN, Infinity, -Infinity, -1, 0, 0.5, 3, 99, 1e9, -1e9, 2 ** 53];

type Path = readonly (string | number)[];

/** Where numbers stand in a value. */
const numbersIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => numbersIn(inner, [...path, key]));
};

const withAt = (value: unknown, [key, ...rest]: Path, number: number): unknown => {
  if (key === undefined) return number;
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (String(at) === String(key) ? withAt(inner, rest, number) : inner));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]: [string, unknown]) => [name, name === key ? withAt(inner, rest, number) : inner]),
  );
};

const spoil = (facts: Facts, random: Random): { readonly facts: Facts; readonly hopeless: readonly string[] } => {
  let now = facts;
  const hopeless = new Set<string>();
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const paths = numbersIn(now);
    const path = paths[random.below(paths.length)] ?? [];
    const number = spoilt[random.below(spoilt.length)] ?? NaN;
    now = withAt(now, path, number) as Facts;
    // Nothing may be endless or no number at all; zones count only where there are minutes between them.
    if (Number.isFinite(number)) hopeless.delete(path.join('.'));
    else hopeless.add(path.join('.'));
  }
  return { facts: now, hopeless: [...hopeless] };
};

test(`${rounds} times spoilt facts are refused by name or planned without a fault`, { timeout: full ? 1_200_000 : 240_000 }, () => {
  let [refused, planned] = [0, 0];
  for (let seed = 1; seed <= rounds; seed += 1) {
    const random = randomFrom(seed);
    const { facts, hopeless } = spoil(drawnFacts(seed, random), random);
    const answer = validate(facts);
    if (answer.ok) {
      planned += 1;
      expect([seed, hopeless]).toEqual([seed, []]);
      expect([seed, violationsOf(facts, planGreedily(facts, { seed, iterations: 50, patience: 20 }).placements)]).toEqual([seed, []]);
      continue;
    }
    refused += 1;
    const { kind, problems = [] } = answer.refusal;
    expect(kind).toBe('invalid');
    expect(problems.every(({ code }) => code.startsWith('meetings.facts_'))).toBe(true);
    const named = new Set(problems.map(({ path }) => path.join('.')));
    expect([seed, hopeless.filter((path) => !named.has(path))]).toEqual([seed, []]);
  }
  expect(Math.min(refused, planned)).toBeGreaterThan(rounds / 20);
});
