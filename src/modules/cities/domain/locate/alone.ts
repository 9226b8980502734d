// The last word on an end without country and coordinates for which no tie speaks: a name that stands for one place alone.
import type { LocateReason } from './end.ts';
import { kilometresBetween, isSeat, weightOf, type Entry } from './entry.ts';
import type { Hit, Pool, PooledEnd } from './pool.ts';
import { greatestOf, toldBy } from './by-name.ts';
import { nameReason, SAME_TOWN, settled, type Decision } from './decision.ts';

export interface LoneEnd {
  readonly pooled: PooledEnd;
  /** The places called so. */
  readonly own: readonly Hit[];
  /** Numbers of the places that its neighbours are. */
  readonly excluded: ReadonlySet<number>;
  readonly pool: Pool;
}

/** The smallest size at which a place outshines all others of its name in the world. */
const FAMOUS = 100_000;
const FAMOUS_TIMES = 30;
const CLEARLY_GREATER = 3;
/** Shorter names are bynames of too many places. */
const SHORTEST = 4;

/** Whether the gazetteer knows enough of a place to say that nothing else of the name is worth a tie. */
const isSizeable = (entry: Entry): boolean => entry.population > 0 || isSeat(entry);

/** Settles the decision where a name has one bearer, one spelled exactly so, or one that outshines the others; else it stays open. */
export function decideAlone(decision: Decision, { pooled, own, excluded, pool }: LoneEnd): Decision {
  const { prepared } = pooled;
  if (prepared.country.codes.length > 0 || prepared.at !== null || prepared.kind === 'country') return decision;
  const named = own.filter(({ isSpelled, text }) => isSpelled && text.length >= SHORTEST);
  const told = prepared.besideKey === null ? named : toldBy(pooled, named, pool);
  const left = told.filter(({ entry }) => !excluded.has(entry.geonamesId));
  const [first] = left;
  if (first === undefined) return decision;
  const best = exactlySpelled(left) ?? (left.every(({ entry }) => kilometresBetween(entry, first.entry) <= SAME_TOWN) ? first : null);
  // Where a sister bears the name, the end is another place of it: only one that is called so in the first place.
  if (best !== null && isSizeable(best.entry) && (best.isMainName || left.length === own.length))
    return settled(decision, { entry: best.entry, score: best.isMainName ? 0.93 : 0.9, reasons: [nameReason(best), { code: 'only_one' }] });
  const great = greatestOf(left);
  if (great !== null && great.isMainName && isFamous(great.entry, left)) {
    const inhabitants: LocateReason = { code: 'far_greatest', params: { inhabitants: great.entry.population } };
    return settled(decision, { entry: great.entry, score: 0.9, reasons: [nameReason(great), inhabitants] });
  }
  return { ...decision, flags: [...new Set([...decision.flags, 'homonym_undecided' as const])] };
}

/** The very spelling, accents and all, goes before places that are only also called so or are written otherwise. */
function exactlySpelled(hits: readonly Hit[]): Hit | null {
  const [first, ...more] = hits.filter(({ entry, text }) => entry.name === text);
  if (first === undefined || more.length > 0) return null;
  const surpasses = ({ entry, isMainName }: Hit): boolean =>
    entry === first.entry || weightOf(entry) * (isMainName ? CLEARLY_GREATER : 1) <= weightOf(first.entry);
  return hits.every(surpasses) ? first : null;
}

const isFamous = (entry: Entry, hits: readonly Hit[]): boolean =>
  entry.population >= FAMOUS && hits.every((other) => other.entry === entry || entry.population >= FAMOUS_TIMES * other.entry.population);
