// How far a place of the gazetteer lies from where a file says that it is: what tells homonyms apart without a map.
import { kilometresBetween } from '#modules/cities/domain/locate/entry.ts';

interface Somewhere {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Whole kilometres along the great circle; null where the file gives no position. Degrees. */
export function kilometresAway(
  { latitude, longitude }: Somewhere,
  place: { readonly latitude: number; readonly longitude: number },
): number | null {
  return latitude === null || longitude === null ? null : Math.round(kilometresBetween({ latitude, longitude }, place));
}
