// A few ties of each kind of change, for a person to look at before an import is confirmed.
import type { Judged } from './resolution.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { changeKinds, type ChangeKind, type PlannedTie } from './plan-import.ts';
import type { Sample, SampledPlace } from './set.ts';
import type { WrittenSet } from './written.ts';

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
  { judged, written }: { readonly judged: readonly Judged[]; readonly written: Pick<WrittenSet, 'ties'> },
  called: ReadonlyMap<string, CalledCity>,
): readonly Sample[] {
  const wordsOf = ({ place }: Judged): string => [place.name, place.country ?? ''].filter((text) => text !== '').join(', ');
  const first = new Map<string, string>();
  for (const one of judged) {
    const { cityId } = one.resolved;
    if (cityId !== null && !first.has(cityId)) first.set(cityId, wordsOf(one));
  }
  const inRow = Map.groupBy(written.ties, ({ row }) => row);
  /** As the tie's own first row has it, where it is one of this file: another row may spell the same city otherwise. */
  const writtenAt = (cityId: string, row: number | undefined): string => {
    const places = (inRow.get(row ?? -1) ?? []).flatMap(({ a, b }) => [judged[a], judged[b]]);
    const own = places.find((one) => one?.resolved.cityId === cityId);
    return own === undefined ? (first.get(cityId) ?? '') : wordsOf(own);
  };
  const placeOf = (cityId: string, row: number | undefined): SampledPlace => ({
    cityId,
    written: writtenAt(cityId, row),
    name: called.get(cityId)?.name ?? first.get(cityId) ?? '',
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
      const row = planned.after?.rows[0];
      return [
        { kind, a: placeOf(tie.a, row), b: placeOf(tie.b, row), rows: tie.rows.slice(0, 20), listedBy, cells: saidOtherwise(planned) },
      ];
    }),
  );
}
