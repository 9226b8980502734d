// Decides by ties what names leave open: from the ends that are certain outwards, and never for an end that nothing speaks for.
import type { KnownTie, LocateReason } from './end.ts';
import { kilometresBetween, weightOf, type Entry } from './entry.ts';
import { likeness, nameKey, soundOf } from './name.ts';
import { fullest, type Hit, type Pool, type PooledEnd } from './pool.ts';
import { decideAlone } from './alone.ts';
import { nameReason, SAME_TOWN, settled, type Decision, type NamesOf } from './decision.ts';

export interface TieEvidence {
  readonly pool: Pool;
  /** Positions of the ends that each end is tied to. */
  readonly neighbours: readonly (readonly number[])[];
  readonly knownTies: readonly KnownTie[];
  readonly namesOf: NamesOf;
}

type Partners = ReadonlyMap<number, ReadonlySet<number>>;

/** More bearers of one name than this are not compared with all of another's. */
const MOST_COMPARED = 80;
const ROUNDS = 4;
const SOUNDS_ALIKE = 0.7;
const CLEARLY_GREATER = 3;
const SEVERAL = 3;

function partnersOf(ties: Iterable<KnownTie>): Map<number, Set<number>> {
  const partners = new Map<number, Set<number>>();
  const add = (a: number, b: number): void => {
    const found = partners.get(a);
    if (found === undefined) partners.set(a, new Set([b]));
    else found.add(b);
  };
  for (const [a, b] of ties) {
    if (a === b) continue;
    add(a, b);
    add(b, a);
  }
  return partners;
}

/** Ties between ends of the question that their own words have settled: what one list of it knows helps another. */
function* settledTies(decisions: readonly Decision[], { neighbours, pool }: TieEvidence): Iterable<KnownTie> {
  const grounded = (end: number): number | null =>
    (pool.ends[end]?.prepared.country.codes.length ?? 0) > 0 ? (decisions[end]?.chosen?.entry.geonamesId ?? null) : null;
  for (const [end, tied] of neighbours.entries()) {
    const a = grounded(end);
    if (a === null) continue;
    for (const other of tied) {
      const b = grounded(other);
      if (b !== null && end < other) yield [a, b];
    }
  }
}

/** Goes over the open ends some rounds, as each decision may lead to others. */
export function decideByTies(first: readonly Decision[], evidence: TieEvidence): readonly Decision[] {
  const partners: Partners = partnersOf([...evidence.knownTies, ...settledTies(first, evidence)]);
  const decisions = [...first];
  for (let round = 0; round < ROUNDS; round++) {
    let changed = 0;
    const taken = new Set(decisions.flatMap(({ chosen }) => (chosen === null ? [] : [chosen.entry.geonamesId])));
    const next = decisions.map((decision, end) => (decision.isOpen ? openEnd(end, { decisions, evidence, partners, taken, round }) : null));
    for (const [end, decision] of next.entries()) {
      if (decision === null) continue;
      decisions[end] = decision;
      changed++;
    }
    if (changed === 0) break;
  }
  return decisions.map((decision, end) => {
    const pooled = evidence.pool.ends[end];
    if (!decision.isOpen || pooled === undefined) return decision;
    return decideAlone(decision, {
      pooled,
      own: bearers(pooled),
      excluded: excludedFor(end, { decisions, evidence }),
      pool: evidence.pool,
    });
  });
}

interface Round {
  readonly decisions: readonly Decision[];
  readonly evidence: TieEvidence;
  readonly partners: Partners;
  readonly taken: ReadonlySet<number>;
  readonly round: number;
}

/** Ends of one name and country have the same bearers. */
const bearersKnown = new WeakMap<readonly Hit[], Map<string, readonly Hit[]>>();

/** The bearers of the name among which ties may choose: those that the end's own words leave, in its country. */
function bearers({ hits, prepared }: PooledEnd, withShortened = prepared.kind === 'municipality'): readonly Hit[] {
  const { codes } = prepared.country;
  const signature = `${codes.join()} ${String(withShortened)}`;
  const known = bearersKnown.get(hits) ?? new Map<string, readonly Hit[]>();
  bearersKnown.set(hits, known);
  const left = (): readonly Hit[] =>
    hits.filter(({ entry, origin }) => (codes.length === 0 || codes.includes(entry.country)) && (origin !== 'shortened' || withShortened));
  const found = known.get(signature) ?? fullest(left()).slice(0, MOST_COMPARED);
  known.set(signature, found);
  return found;
}

function openEnd(end: number, round: Round): Decision | null {
  const { decisions, evidence, partners } = round;
  const pooled = evidence.pool.ends[end];
  const decision = decisions[end];
  if (pooled === undefined || decision === undefined) return null;
  const tied = evidence.neighbours[end] ?? [];
  const own = bearers(pooled, true);
  const excluded = excludedFor(end, round);
  const votes = own
    .filter(({ entry }) => partners.has(entry.geonamesId) && !excluded.has(entry.geonamesId))
    .map((hit) => ({ hit, count: tied.filter((other) => speaksFor(hit.entry, other, round)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || b.hit.entry.population - a.hit.entry.population);
  const [best, second] = votes;
  if (best !== undefined) {
    if (second !== undefined && best.count < 2 * second.count && kilometresBetween(best.hit.entry, second.hit.entry) > SAME_TOWN)
      return null;
    return isSurpassed(best.hit, best.count, own) ? null : byTies(best.hit, best.count, decision);
  }
  return own.length === 0 && decision.others.length === 0 ? bySound(end, pooled, round) : null;
}

/**
 * A known tie may itself have been read of the wrong one of two namesakes, but hardly of the wrong country: it decides between
 * countries, and within one only for a place that is clearly greater than its namesakes, or the greatest with several such ties.
 */
function isSurpassed(best: Hit, count: number, own: readonly Hit[]): boolean {
  const rivals = own.filter(
    ({ entry, isMainName, origin }) =>
      isMainName && origin === best.origin && entry.country === best.entry.country && kilometresBetween(entry, best.entry) > SAME_TOWN,
  );
  const times = count >= SEVERAL ? 1 : CLEARLY_GREATER;
  return rivals.some(({ entry }) => weightOf(best.entry) < times * weightOf(entry));
}

/** A sister city is another city: what a neighbour is for certain, the end is not. */
function excludedFor(end: number, { decisions, evidence }: Pick<Round, 'decisions' | 'evidence'>): ReadonlySet<number> {
  return new Set((evidence.neighbours[end] ?? []).flatMap((other) => decisions[other]?.chosen?.entry.geonamesId ?? []));
}

/** Whether a neighbour speaks for a place: it is, or may be, a place that is known to be tied to it. */
function speaksFor(entry: Entry, other: number, { decisions, evidence, partners }: Round): boolean {
  const known = partners.get(entry.geonamesId);
  if (known === undefined) return false;
  const chosen = decisions[other]?.chosen;
  if (chosen !== null && chosen !== undefined) return known.has(chosen.entry.geonamesId);
  const neighbour = evidence.pool.ends[other];
  return neighbour !== undefined && bearers(neighbour).some((hit) => known.has(hit.entry.geonamesId));
}

function byTies(hit: Hit, count: number, decision: Decision): Decision {
  const score = Math.min(0.99, 0.94 + 0.02 * count);
  return settled(decision, { entry: hit.entry, score, reasons: [nameReason(hit), { code: 'ties_same', params: { count } }] });
}

/** A name in a spelling that the gazetteer does not have is sought among the sisters of the neighbours, where there are few places. */
function bySound(end: number, { prepared }: PooledEnd, { evidence, decisions, partners, taken }: Round): Decision | null {
  const decision = decisions[end];
  const forms = prepared.forms.filter(({ key }) => key.length >= 4).map(({ key }) => soundOf(key));
  if (decision === undefined || forms.length === 0 || prepared.kind !== 'place') return null;
  const counts = new Map<number, number>();
  for (const other of evidence.neighbours[end] ?? []) {
    const chosen = decisions[other]?.chosen;
    for (const partner of partners.get(chosen?.entry.geonamesId ?? 0) ?? []) counts.set(partner, (counts.get(partner) ?? 0) + 1);
  }
  const found = [...counts]
    .flatMap(([number, count]) => {
      const entry = taken.has(number) ? undefined : evidence.pool.known.get(number);
      if (entry === undefined || (prepared.country.codes.length > 0 && !prepared.country.codes.includes(entry.country))) return [];
      const alike = Math.max(
        ...[entry.name, ...evidence.namesOf(entry)].flatMap((name) => forms.map((form) => likeness(soundOf(nameKey(name)), form))),
      );
      return alike < SOUNDS_ALIKE ? [] : [{ entry, count, alike }];
    })
    .toSorted((a, b) => b.alike - a.alike);
  const [best, second] = found;
  if (best === undefined || (second !== undefined && best.alike - second.alike < 0.1)) return null;
  const reasons: readonly LocateReason[] = [
    { code: 'name_similar', params: { name: best.entry.name } },
    { code: 'ties_same', params: { count: best.count } },
  ];
  return settled(decision, { entry: best.entry, score: Math.round(best.alike * 950) / 1000, reasons });
}
