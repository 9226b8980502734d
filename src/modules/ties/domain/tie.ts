// What a tie is: the unordered pair of two cities, and everything else somebody's statement.
import type { Id, OfficeId } from '#kernel/ids.ts';

export type TieId = Id<'Tie'>;
export type TieCityId = Id<'City'>;

export type Visibility = 'private' | 'shared' | 'public';

/** Two cities in the order of their ids, so that each pair has one form. */
export interface Pair {
  readonly a: TieCityId;
  readonly b: TieCityId;
}

/** The side of a city in its tie. */
export type Side = 'a' | 'b';

/** The pair of two cities; null for a tie of a city with itself. */
export function pairOf(one: TieCityId, other: TieCityId): Pair | null {
  if (one === other) return null;
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

/** An office's own entry that it keeps a tie in its register. */
export interface Keeping {
  readonly tieId: TieId;
  readonly pair: Pair;
  readonly office: OfficeId;
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
  readonly version: number;
}

/** A tie in the net; `kept` where an office keeps it in its register, else a list of the world's ties alone has it. */
export interface Edge extends Pair {
  readonly kept: boolean;
  /** Everybody may see it, by some register or reference set. */
  readonly isPublic: boolean;
}
