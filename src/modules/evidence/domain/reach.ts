// The reach of a study: whom and what it covers. What rests on it holds for these alone, and is neither multiplied to all nor added to totals.
import { compareDecimals, isDecimal } from '#kernel/money.ts';
import type { Problem } from '#kernel/result.ts';

/** One line each, in one language or two; `sample` of `outOf` whole numbers as text. Null is not said. */
export interface Reach {
  readonly population: string | null;
  readonly area: string | null;
  readonly period: string | null;
  readonly method: string | null;
  readonly sample: string | null;
  readonly outOf: string | null;
}

export const noReach: Reach = { population: null, area: null, period: null, method: null, sample: null, outOf: null };

/** Nothing is said: such a reach is none. */
export const saysReach = (reach: Reach): boolean => Object.values(reach).some((part) => part !== null);

export const sameReach = (one: Reach | null, other: Reach | null): boolean =>
  reachParts.every((part) => (one?.[part] ?? null) === (other?.[part] ?? null));

const reachParts = ['population', 'area', 'period', 'method', 'sample', 'outOf'] as const;

/** More cannot have taken part than there are; paths begin at the reach. Of what is no number its own field tells. */
export function reachProblems({ sample, outOf }: Pick<Reach, 'sample' | 'outOf'>): readonly Problem[] {
  if (outOf === null) return [];
  if (sample === null) return [{ path: ['sample'], code: 'evidence.sample_missing' }];
  if (![sample, outOf].every(isDecimal)) return [];
  return compareDecimals(outOf, sample) < 0 ? [{ path: ['sample'], code: 'evidence.sample_above_all' }] : [];
}

/** What is said of it, part by part, in the reader's language. `sampleOf`: how many took part, of how many where that is said. */
export const reachWords = (
  { population, area, period, method, sample, outOf }: Reach,
  { told, sampleOf }: { readonly told: (text: string) => string; readonly sampleOf: (sample: string, outOf: string | null) => string },
): readonly string[] => [
  ...[population, area, period, method].flatMap((part) => (part === null ? [] : [told(part)])),
  ...(sample === null ? [] : [sampleOf(sample, outOf)]),
];
