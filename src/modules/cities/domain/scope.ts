// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';
import type { CityId } from './city.ts';

declare const proof: unique symbol;

/** The actor may record cities for this office. */
export interface RecordScope {
  readonly office: OfficeId;
  readonly [proof]: 'record';
}

/** The actor writes for this office. */
export interface OfficeScope {
  readonly office: OfficeId;
  readonly [proof]: 'office';
}

/** The actor writes for the steward of this city. */
export interface CityScope {
  readonly office: OfficeId;
  readonly cityId: CityId;
  readonly [proof]: 'city';
}

/** The actor writes for the register office, which keeps the naming policy. */
export interface NamingScope {
  readonly office: OfficeId;
  readonly [proof]: 'naming';
}
