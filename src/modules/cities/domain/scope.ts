// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { CityId } from './city.ts';

/** The actor may record cities for this office. */
export interface RecordScope extends Proof<'cities.record'> {
  readonly office: OfficeId;
}

/** The actor writes for this office. */
export interface OfficeScope extends Proof<'cities.office'> {
  readonly office: OfficeId;
}

/** The actor writes for the steward of this city. */
export interface CityScope extends Proof<'cities.city'> {
  readonly office: OfficeId;
  readonly cityId: CityId;
}

/** The actor writes for the register office, which keeps the naming policy. */
export interface NamingScope extends Proof<'cities.naming'> {
  readonly office: OfficeId;
}
