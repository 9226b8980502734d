// What an organiser's earlier editions say of the parts of a score: points of topics, markets and earlier meetings are weighed anew, within bounds.
import { standardWeights } from '#matcher/core/compare.ts';
import type { Weights } from '#matcher/core/model.ts';
import { topicsOf, type Side } from './side.ts';

/** Parts that are stated, so that each pair has one or has it not; words stay the measure of the others. */
export const learnedParts = ['topics', 'market', 'met_before'] as const;
export type LearnedPart = (typeof learnedParts)[number];

/** Of pairs that were answered: how many, and how many accepted, where the part gave points and where it did not. */
export interface Learned {
  readonly part: LearnedPart;
  readonly answeredWith: number;
  readonly acceptedWith: number;
  readonly answeredWithout: number;
  readonly acceptedWithout: number;
}

/** Rates are drawn towards that of all as if so many pairs more had been answered on either side: a handful of answers changes nearly nothing. */
const strength = 30;
/** No part counts for less than half of its points, or for more than twice as many. */
const [least, most] = [0.5, 2];

export function factorOf({ answeredWith, acceptedWith, answeredWithout, acceptedWithout }: Omit<Learned, 'part'>): number {
  const answered = answeredWith + answeredWithout;
  if (answered === 0) return 1;
  const base = (acceptedWith + acceptedWithout) / answered;
  const rate = (accepted: number, of: number): number => (accepted + strength * base) / (of + strength);
  const without = rate(acceptedWithout, answeredWithout);
  return without === 0 ? 1 : Math.min(most, Math.max(least, rate(acceptedWith, answeredWith) / without));
}

/** The same part of several editions as one. */
export const together = (rows: readonly Learned[]): readonly Learned[] =>
  learnedParts.map((part) => {
    const sum = (count: (row: Learned) => number): number => rows.reduce((all, row) => all + (row.part === part ? count(row) : 0), 0);
    return {
      part,
      answeredWith: sum((row) => row.answeredWith),
      acceptedWith: sum((row) => row.acceptedWith),
      answeredWithout: sum((row) => row.answeredWithout),
      acceptedWithout: sum((row) => row.acceptedWithout),
    };
  });

/** How many times its usual points each part counts; whatever is not named counts as usual. */
export type Factors = Readonly<Partial<Record<LearnedPart, number>>>;

export const factorsOf = (rows: readonly Learned[]): Factors =>
  Object.fromEntries(together(rows).map((row) => [row.part, Math.round(factorOf(row) * 100) / 100]));

export const weightsWith = (factors: Factors): Weights => {
  const points = { ...standardWeights.points };
  for (const part of learnedParts) points[part] *= factors[part] ?? 1;
  return { ...standardWeights, points };
};

interface Pair {
  readonly sides: readonly [Side, Side];
  readonly hasMet: boolean;
  readonly isAccepted: boolean;
}

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((each) => other.includes(each));

const hasPart = (part: LearnedPart, { sides: [a, b], hasMet }: Pair): boolean => {
  if (part === 'met_before') return hasMet;
  if (part === 'topics') return shares(topicsOf(a, 'need'), topicsOf(b, 'offer')) || shares(topicsOf(b, 'need'), topicsOf(a, 'offer'));
  return (b.country !== null && a.markets.includes(b.country)) || (a.country !== null && b.markets.includes(a.country));
};

/** Counts the answered pairs of an edition. */
export const learnedOf = (pairs: readonly Pair[]): readonly Learned[] =>
  learnedParts.map((part) => {
    const count = (wanted: boolean, accepted: boolean): number =>
      pairs.filter((pair) => hasPart(part, pair) === wanted && (!accepted || pair.isAccepted)).length;
    return {
      part,
      ...{ answeredWith: count(true, false), acceptedWith: count(true, true) },
      ...{ answeredWithout: count(false, false), acceptedWithout: count(false, true) },
    };
  });
