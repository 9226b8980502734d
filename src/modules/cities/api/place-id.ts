// The id of the city of a place of the gazetteer.
import { createHash } from 'node:crypto';
import type { CityId } from '../domain/city.ts';

/** A UUID of version 8 (RFC 9562) made of the number in GeoNames: it tells nobody when the place was entered first. */
export function cityIdOfPlace(geonamesId: number): CityId {
  const hex = createHash('sha256')
    .update(`geonames ${String(geonamesId)}`)
    .digest('hex')
    .slice(0, 32);
  const shaped = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return shaped.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as CityId;
}
