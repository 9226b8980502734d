// A plan as it is kept between preview and confirmation, and after it for the way back.
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { PlaceToAdd } from '#modules/cities/api/locate/find-places.ts';
import type { PlaceAsWritten } from '#modules/cities/api/record-reference-cities.ts';
import type { FarPosition } from '#modules/cities/domain/far-position.ts';
import type { ItemOfCity } from '../domain/items.ts';
import type { PlannedTie } from '../domain/plan-import.ts';
import { unpacked } from '../formats/reference-files.ts';

export interface StoredPlan {
  /** Without those that stay as they are. */
  readonly ties: readonly PlannedTie[];
  readonly places: readonly PlaceToAdd[];
  readonly written: readonly PlaceAsWritten[];
  /** Numbers in Wikidata of cities that have none; plans of earlier versions say nothing of them. */
  readonly items?: readonly ItemOfCity[];
  /** Cities whose positions the file states, with how far from the place of their name; plans of earlier versions say nothing of it. */
  readonly far?: readonly (readonly [cityId: string, position: FarPosition | null])[];
}

/** Outside a transaction. Refuses `reference.import_not_found` where nothing was planned. */
export async function unpackPlan(bytes: Uint8Array | null): Promise<Result<StoredPlan>> {
  if (bytes === null) return refuse({ kind: 'not_found', code: 'reference.import_not_found' });
  const plan = await unpacked<StoredPlan>(bytes);
  return plan.ok ? ok(plan.value) : plan;
}
