// A list of ties that puts a place far from where the gazetteer has the place of its name: one of the two is wrong.
import { kilometresBetween } from './locate/entry.ts';

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** From here on it is told, in kilometres: nearer, the one means the middle of the place and the other its church. */
const FAR = 25;

export interface FarPosition {
  /** Whole kilometres between the position of the list and the nearest place of the name. */
  readonly km: number;
  /** Where it is shown: at the place of its name, or where the list puts it. */
  readonly shownBy: 'name' | 'set';
}

/**
 * How far the written position lies from the places of the name, and where the city is better shown: at the only place of its name; where
 * several bear it nobody knows which is meant. Null where it is near one of them, or nothing can be compared.
 */
export function farPositionOf<P extends Position>(
  written: { readonly latitude: number | null; readonly longitude: number | null },
  named: readonly P[],
): (FarPosition & { readonly at: P | null }) | null {
  const { latitude, longitude } = written;
  if (latitude === null || longitude === null || named.length === 0) return null;
  const km = Math.round(Math.min(...named.map((place) => kilometresBetween({ latitude, longitude }, place))));
  if (km <= FAR) return null;
  const [only, another] = named;
  const at = another === undefined ? (only ?? null) : null;
  return { km, shownBy: at === null ? 'set' : 'name', at };
}
