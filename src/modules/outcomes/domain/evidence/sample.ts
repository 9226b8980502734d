// A sample of outcomes to be checked, drawn so that anybody who has the same list and the same word draws the same ones.
import type { OutcomeId } from '../outcome.ts';

export const mostSampled = 100;

/**
 * The first `size` of the population by the hash of the seed with each id: every outcome is as likely as every other, and the order in
 * which they are listed does not matter. `hash` is a cryptographic one, in hexadecimal digits.
 */
export function drawn(
  population: readonly OutcomeId[],
  { seed, size }: { readonly seed: string; readonly size: number },
  hash: (text: string) => string,
): readonly OutcomeId[] {
  return [...new Set(population)]
    .map((id) => ({ id, at: hash(`${seed}\n${id}`) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
