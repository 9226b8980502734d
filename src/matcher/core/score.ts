// Two directions become one score: their harmonic mean, split over their parts so that the parts sum to it.

/** One part of the score: what it gives either side. */
export interface Share {
  readonly forward: number;
  readonly back: number;
}

/** 2FB / (F + B): high only where both directions are; 0 where either is nothing. */
export const harmonicMean = (forward: number, back: number): number =>
  forward <= 0 || back <= 0 ? 0 : (2 * forward * back) / (forward + back);

/**
 * Splits the harmonic mean of the sums over its parts by Euler's theorem: it is homogeneous of degree one, so a·∂H/∂a over all parts sums to
 * H itself. With F and B the sums, ∂H/∂F = 2B² / (F + B)² and ∂H/∂B = 2F² / (F + B)².
 */
export function eulerShares(shares: readonly Share[]): readonly number[] {
  const forward = shares.reduce((sum, share) => sum + share.forward, 0);
  const back = shares.reduce((sum, share) => sum + share.back, 0);
  const total = (forward + back) ** 2;
  if (forward <= 0 || back <= 0 || total === 0) return shares.map(() => 0);
  const byForward = (2 * back * back) / total;
  const byBack = (2 * forward * forward) / total;
  return shares.map((share) => share.forward * byForward + share.back * byBack);
}

/** Whole numbers that sum to the rounded sum: largest remainders are rounded up, of equal ones the earlier. */
export function roundedTo(values: readonly number[], whole: number): readonly number[] {
  const floors = values.map(Math.floor);
  let missing = whole - floors.reduce((sum, value) => sum + value, 0);
  const order = values
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of order) {
    if (missing <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    missing -= 1;
  }
  return floors;
}

/**
 * What past answers say of the next, between 0 and 1: shrunk towards `prior` as if so many answers had been given before, so that one lucky
 * answer is not a certainty.
 */
export const shrunkRate = (accepted: number, answered: number, prior = 0.3, strength = 10): number =>
  (accepted + prior * strength) / (answered + strength);
