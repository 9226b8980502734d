// Brings the evidence together: what each end says of itself, what ties say, and that two bodies are not one place.
import { agreeOnSisters } from './agreement.ts';
import type { CountryOrigin, LikelyDuplicate, LocateCandidate, LocatedEnd, LocateFlag, LocateQuestion } from './end.ts';
import { hasStateLetters, kilometresBetween, type Entry } from './entry.ts';
import { meansOne } from './country.ts';
import { duplicatesAmong } from './duplicates.ts';
import { nameKey } from './name.ts';
import type { Pool, PooledEnd } from './pool.ts';
import { decideByTies } from './ties.ts';
import { SAME_TOWN, type Decision, type NamesOf, type Weighed } from './decision.ts';
import { coordinateState, decide } from './weigh.ts';

const UNKNOWN = 'ZZ';
const MOST_ALTERNATIVES = 12;
/** So many different names at one point of the map: it is the middle of a country or the like. */
const MOST_AT_ONE_POINT = 3;
/** Of two items of one name and place, the one for which so many times more ties speak is the town. */
const CLEARLY_MORE = 2;

export interface LocatedEnds {
  readonly ends: readonly LocatedEnd[];
  readonly duplicates: readonly LikelyDuplicate[];
  /** The places that are meant, by number. */
  readonly chosen: ReadonlyMap<number, Entry>;
}

/** Decides for all ends of a question; `namesOf` reads the spellings of a place. The same question has the same answer. */
export function locateEnds(question: LocateQuestion, pool: Pool, namesOf: NamesOf): LocatedEnds {
  const shared = sharedPoints(pool);
  const states = pool.ends.map((pooled) => coordinateState(pooled, shared.has(pointOf(pooled))));
  const own = pool.ends.map((pooled, end) => decide(pooled, states[end] ?? 'none', pool, namesOf));
  const position = new Map(question.ends.map(({ key }, end) => [key, end]));
  const neighbours = tiesBetween(question, position);
  const tied = decideByTies(own, { pool, neighbours, knownTies: question.knownTies ?? [], namesOf });
  const decisions = oneBodyEach(pool, agreeOnSisters(pool, tied, neighbours));
  const ends = pool.ends.map((pooled, end) => answerOf(pooled, decisions[end] ?? nothing));
  const unmatched = pool.ends.filter((_, end) => decisions[end]?.chosen === null).map(({ prepared }) => prepared);
  const chosen = new Map(
    decisions.flatMap((decision) => (decision.chosen === null ? [] : [[decision.chosen.entry.geonamesId, decision.chosen.entry] as const])),
  );
  return { ends, duplicates: duplicatesAmong(unmatched), chosen };
}

const nothing: Decision = { chosen: null, others: [], reasons: [{ code: 'nothing_found' }], flags: [], isOpen: false };

/** Ties count in both directions, whichever end states them. */
function tiesBetween({ ends }: LocateQuestion, position: ReadonlyMap<string, number>): readonly (readonly number[])[] {
  const tied = ends.map(() => new Set<number>());
  for (const [end, { neighbours = [] }] of ends.entries())
    for (const key of neighbours) {
      const other = position.get(key);
      if (other === undefined || other === end) continue;
      tied[end]?.add(other);
      tied[other]?.add(end);
    }
  return tied.map((others) => [...others]);
}

const pointOf = ({ prepared: { at } }: PooledEnd): string => (at === null ? '' : `${String(at.latitude)} ${String(at.longitude)}`);

function sharedPoints({ ends }: Pool): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const pooled of ends) {
    const point = pointOf(pooled);
    if (point === '') continue;
    const key = nameKey(pooled.prepared.end.name);
    const there = names.get(point);
    if (there === undefined) names.set(point, new Set([key]));
    else there.add(key);
  }
  return new Set([...names].flatMap(([point, there]) => (there.size >= MOST_AT_ONE_POINT ? [point] : [])));
}

/**
 * Two items of Wikidata are two bodies, and a municipality beside its town is one, too: of several ends that would be one place,
 * the town keeps it, or the one that more speaks for, or nobody.
 */
function oneBodyEach({ ends }: Pool, decisions: readonly Decision[]): readonly Decision[] {
  const claims = Map.groupBy(decisions.keys(), (end) => decisions[end]?.chosen?.entry.geonamesId ?? 0);
  claims.delete(0);
  const result = [...decisions];
  const release = (end: number, flag: LocateFlag | null): void => {
    const decision = decisions[end];
    if (decision?.chosen === null || decision === undefined) return;
    const others = [{ ...decision.chosen, score: Math.min(0.5, decision.chosen.score) }, ...decision.others];
    result[end] = {
      chosen: null,
      others,
      reasons: [{ code: 'several_fit', params: { count: 2 } }],
      flags: [...new Set([...decision.flags, ...(flag === null ? [] : [flag])])],
      isOpen: false,
    };
  };
  for (const claim of claims.values()) {
    const isTown = (end: number): boolean => ends[end]?.prepared.kind === 'place';
    const towns = claim.filter(isTown);
    if (towns.length > 0) for (const end of claim) if (!isTown(end)) release(end, null);
    const items = (towns.length > 0 ? towns : claim).filter((end) => ends[end]?.prepared.end.wikidataId !== undefined);
    if (new Set(items.map((end) => ends[end]?.prepared.end.wikidataId)).size < 2) continue;
    const [first, second] = items.map((end) => votesFor(decisions[end])).toSorted((a, b) => b - a);
    const isClear = (first ?? 0) >= CLEARLY_MORE * Math.max(1, second ?? 0);
    for (const end of items) {
      const votes = votesFor(decisions[end]);
      // A town and its municipality under one name, of which there is no other: ties say of each that it is meant.
      const isAnotherName = votes > 0 && hasOneBearer(ends[end]);
      if (!isAnotherName && (!isClear || votes !== first)) release(end, 'homonym_undecided');
    }
  }
  return result;
}

function hasOneBearer(pooled: PooledEnd | undefined): boolean {
  const [first, ...more] = pooled?.hits.filter(({ isMainName }) => isMainName) ?? [];
  return first !== undefined && more.every(({ entry }) => kilometresBetween(entry, first.entry) <= SAME_TOWN);
}

/** How many ties speak for what an end was found to be. */
const votesFor = (decision: Decision | undefined): number => {
  const tied = decision?.chosen?.reasons.find(({ code }) => code === 'ties_same')?.params?.['count'];
  return typeof tied === 'number' ? tied : 0;
};

const candidateOf = ({ entry, score }: Weighed): LocateCandidate => ({
  geonamesId: entry.geonamesId,
  name: entry.name,
  country: entry.country,
  ...(hasStateLetters(entry) ? { region: entry.region } : {}),
  latitude: entry.latitude,
  longitude: entry.longitude,
  population: entry.population,
  score,
});

function answerOf(pooled: PooledEnd, { chosen, others, reasons, flags }: Decision): LocatedEnd {
  const { prepared } = pooled;
  const [country, countryFrom] = countryOfEnd(pooled, chosen?.entry ?? null);
  const { correction } = prepared.country;
  const written = prepared.end.countryWritten?.trim() ?? '';
  const alternatives = others
    .toSorted((a, b) => b.score - a.score || b.entry.population - a.entry.population)
    .slice(0, MOST_ALTERNATIVES)
    .map(candidateOf);
  return {
    key: prepared.end.key,
    country,
    countryFrom,
    countryCorrection:
      correction === null || prepared.countryFrom !== 'written' || country === UNKNOWN
        ? null
        : { written, meant: country, code: correction },
    kind: prepared.kind === 'place' && flags.includes('is_region') ? 'region' : prepared.kind,
    geonamesId: chosen?.entry.geonamesId ?? null,
    score: chosen?.score ?? alternatives[0]?.score ?? 0,
    reasons: chosen?.reasons ?? reasons,
    alternatives,
    flags,
  };
}

function countryOfEnd({ prepared, near }: PooledEnd, entry: Entry | null): readonly [string, CountryOrigin] {
  const { codes } = prepared.country;
  const [first] = codes;
  const isOf = (of: Entry | null): boolean => of !== null && codes.includes(of.country);
  // In which of the countries that one has come apart into, or that letters stand for, nobody knows without the place.
  if (codes.length > 1 && !meansOne(prepared.country) && !isOf(entry) && !near.some((one) => isOf(one.entry))) return [UNKNOWN, 'unknown'];
  if (first !== undefined && prepared.countryFrom !== null) {
    const meant =
      entry !== null && codes.includes(entry.country)
        ? entry.country
        : codes.length === 1
          ? first
          : (near.find(({ entry: { country } }) => codes.includes(country))?.entry.country ?? first);
    return [meant, prepared.countryFrom];
  }
  if (entry !== null) return [entry.country, 'place'];
  const around = new Set(near.map(({ entry: { country } }) => country));
  const [only] = around;
  return only !== undefined && around.size === 1 ? [only, 'coordinates'] : [UNKNOWN, 'unknown'];
}
