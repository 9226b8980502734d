// A few ties of each kind of change, for a person to look at before an import is confirmed.
import type { Judged } from './resolution.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { changeKinds, type ChangeKind, type PlannedTie } from './plan-import.ts';
import type { Sample, SampledPlace } from './set.ts';

/** What a city is called in samples. */
export interface CalledCity {
  readonly name: string;
  readonly country: string;
}

const ofEach = 12;
/** So many of those that say otherwise are decided on at once; the others stay as they are until the next import. */
export const mostDecided = 300;

const firstRow = ({ after, before }: PlannedTie): number => (after ?? before)?.rows[0] ?? 0;

/** The first of each kind in the order of their rows; what did not change is shown last and least. */
export function samplesOf(
  ties: readonly PlannedTie[],
  judged: readonly Judged[],
  called: ReadonlyMap<string, CalledCity>,
): readonly Sample[] {
  const written = new Map<string, string>();
  for (const { place, resolved } of judged)
    if (resolved.cityId !== null && !written.has(resolved.cityId))
      written.set(resolved.cityId, [place.name, place.country ?? ''].filter((text) => text !== '').join(', '));
  const placeOf = (cityId: string): SampledPlace => ({
    cityId,
    written: written.get(cityId) ?? '',
    name: called.get(cityId)?.name ?? written.get(cityId) ?? '',
    country: called.get(cityId)?.country ?? 'ZZ',
  });
  const inOrder = (some: readonly PlannedTie[], most: number): readonly PlannedTie[] =>
    some.toSorted((x, y) => firstRow(x) - firstRow(y)).slice(0, most);
  const some = (kind: ChangeKind): readonly PlannedTie[] => {
    const those = ties.filter((tie) => tie.kind === kind);
    const [asked, others] = [those.filter((tie) => saidOtherwise(tie).length > 0), those.filter((tie) => saidOtherwise(tie).length === 0)];
    return [...inOrder(asked, mostDecided), ...inOrder(others, ofEach)];
  };
  return changeKinds.flatMap((kind) =>
    some(kind).flatMap((planned) => {
      const tie = planned.after ?? planned.before;
      if (tie === null) return [];
      const { listedBy } = tie;
      return [{ kind, a: placeOf(tie.a), b: placeOf(tie.b), rows: tie.rows.slice(0, 20), listedBy, cells: saidOtherwise(planned) }];
    }),
  );
}
