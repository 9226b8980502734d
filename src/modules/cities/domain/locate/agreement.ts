// One list often states a tie from both sides, with the country written differently: what the two say of one name must agree.
import { inRegions, settled, undecided, type Decision } from './decision.ts';
import { nameKey } from './name.ts';
import type { Pool, PooledEnd } from './pool.ts';

interface Claim {
  readonly end: number;
  readonly pooled: PooledEnd;
  readonly number: number;
  /** What it is tied to: places where they are known. */
  readonly sisters: ReadonlySet<number | string>;
}

/**
 * Ends of one name and country that share a sister are one place, yet may have been read as two namesakes: the one whose region is
 * written decides for the others, and without it none of them is certain.
 */
export function agreeOnSisters(
  { ends }: Pool,
  decisions: readonly Decision[],
  neighbours: readonly (readonly number[])[],
): readonly Decision[] {
  const result = [...decisions];
  const claimOf = (end: number): Claim | null => {
    const [pooled, chosen] = [ends[end], decisions[end]?.chosen ?? null];
    if (pooled === undefined || chosen === null || pooled.prepared.end.wikidataId !== undefined) return null;
    const sisters = new Set((neighbours[end] ?? []).map((other) => decisions[other]?.chosen?.entry.geonamesId ?? String(other)));
    return { end, pooled, number: chosen.entry.geonamesId, sisters };
  };
  const byName = Map.groupBy(decisions.keys(), (end) => {
    const prepared = ends[end]?.prepared;
    return `${nameKey(prepared?.end.name ?? '')} ${prepared?.country.codes[0] ?? ''}`;
  });
  for (const group of byName.values()) {
    if (group.length < 2) continue;
    const claims = group.map(claimOf).filter((claim) => claim !== null);
    for (const claim of claims) {
      const others = claims.filter((other) => other.number !== claim.number && sharedSisters(claim, other) > 0);
      const decision = decisions[claim.end];
      if (others.length === 0 || decision === undefined || isToldByRegion(claim, decisions)) continue;
      result[claim.end] = corrected(decision, claim, { others, decisions });
    }
  }
  return result;
}

const sharedSisters = (one: Claim, other: Claim): number => [...one.sisters].filter((sister) => other.sisters.has(sister)).length;

const isToldByRegion = ({ end, pooled }: Claim, decisions: readonly Decision[]): boolean => {
  const chosen = decisions[end]?.chosen ?? null;
  return chosen !== null && inRegions(pooled, chosen.entry);
};

function corrected(
  decision: Decision,
  claim: Claim,
  { others, decisions }: { readonly others: readonly Claim[]; readonly decisions: readonly Decision[] },
): Decision {
  const told = others.filter((other) => isToldByRegion(other, decisions));
  const [first] = told;
  const chosen = first === undefined ? null : (decisions[first.end]?.chosen ?? null);
  if (first === undefined || chosen === null || told.some(({ number }) => number !== first.number)) {
    const weighed = decision.chosen === null ? [] : [{ ...decision.chosen, score: Math.min(0.5, decision.chosen.score) }];
    const reasons = [{ code: 'several_fit', params: { count: others.length + 1 } }] as const;
    return undecided([...weighed, ...decision.others], reasons, { flags: [...decision.flags, 'homonym_undecided'], isOpen: false });
  }
  const reasons = [{ code: 'name_same' }, { code: 'ties_same', params: { count: sharedSisters(claim, first) } }] as const;
  const flags = [...new Set([...decision.flags, 'coordinates_suspicious' as const])];
  return settled({ ...decision, flags }, { entry: chosen.entry, score: 0.9, reasons });
}
