// How the two editions of a comparison are called in heads.
import { useNaming } from '#design/named.tsx';
import type { Comparison } from '../../contract/compare.ts';

/** The year of each edition, or its name where both fall in one year. */
export function useHeads({ earlier, later }: Pick<Comparison, 'earlier' | 'later'>): readonly [string, string] {
  const naming = useNaming();
  const [was, is] = [earlier.firstDay.slice(0, 4), later.firstDay.slice(0, 4)];
  return was === is ? [naming(earlier.name), naming(later.name)] : [was, is];
}
