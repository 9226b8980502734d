// The id of a tie, made of its two cities as ties.tie_of makes it in the database.
import { createHash } from 'node:crypto';
import type { Pair, TieId } from '../domain/tie.ts';

/** A UUID of version 8 (RFC 9562): the first half of the SHA-256 of both ids. */
export function tieIdOf({ a, b }: Pair): TieId {
  const hex = createHash('sha256').update(`${a}${b}`).digest('hex').slice(0, 32);
  const shaped = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return shaped.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as TieId;
}
