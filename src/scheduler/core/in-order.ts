// Sorting tens of thousands by a number: as numbers they are sorted several times as fast as by comparing things.

/** Things by a whole number from 0, those of the same number as they came; numbers times things must stay below 2^53. */
export function inOrderOf<T>(things: readonly T[], numberOf: (thing: T) => number): readonly T[] {
  const keys = Float64Array.from(things, (thing, at) => numberOf(thing) * things.length + at).sort();
  const sorted: T[] = [];
  for (const key of keys) {
    const thing = things[key % things.length];
    if (thing !== undefined) sorted.push(thing);
  }
  return sorted;
}
