// Ids of cities that follow from what they are.
import { createHash } from 'node:crypto';
import type { CityId } from '../../domain/city.ts';

/** A UUID of version 8 (RFC 9562) made of the first digits of a hash. */
export function shapedId(hash: string): CityId {
  const hex = hash.slice(0, 32);
  const shaped = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return shaped.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as CityId;
}

/** Made of the number in GeoNames: it tells nobody when the place was entered first. */
export const cityIdOfPlace = (geonamesId: number): CityId =>
  shapedId(
    createHash('sha256')
      .update(`geonames ${String(geonamesId)}`)
      .digest('hex'),
  );
