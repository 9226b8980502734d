// Proposes, among ends without a place, those that may be one and the same; a person judges.
import type { DuplicateReason, LikelyDuplicate } from './end.ts';
import { kilometresBetween } from './entry.ts';
import { likeness, soundOf } from './name.ts';
import type { Preparation } from './prepare.ts';

const MOST_IN_BLOCK = 30;
const MOST_PROPOSED = 5000;
const SAME_PLACE_KILOMETRES = 20;
const LIKELY = 0.7;

function blocksOf(ends: readonly Preparation[]): Iterable<readonly Preparation[]> {
  const blocks = new Map<string, Set<Preparation>>();
  const put = (key: string, end: Preparation): void => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, new Set([end]));
    else block.add(end);
  };
  for (const end of ends) {
    for (const { key, origin } of end.forms) if (origin !== 'shortened' && key.length >= 3) put(soundOf(key), end);
    if (end.end.wikidataId !== undefined) put(`wikidata ${end.end.wikidataId}`, end);
    if (end.at !== null) put(`at ${String(Math.round(end.at.latitude * 10))} ${String(Math.round(end.at.longitude * 10))}`, end);
  }
  return [...blocks.values()].map((block) => [...block]).filter(({ length }) => length > 1 && length <= MOST_IN_BLOCK);
}

/** Pairs that may be the same, the likeliest first; regions and districts are compared with their own kind only. */
export function duplicatesAmong(ends: readonly Preparation[]): readonly LikelyDuplicate[] {
  const found = new Map<string, LikelyDuplicate>();
  for (const block of blocksOf(ends))
    for (const [at, a] of block.entries())
      for (const b of block.slice(at + 1)) {
        const pair = JSON.stringify([a.end.key, b.end.key].toSorted());
        if (found.has(pair)) continue;
        const duplicate = duplicateOf(a, b);
        if (duplicate !== null) found.set(pair, duplicate);
      }
  return [...found.values()].toSorted((a, b) => b.score - a.score || (a.keys[0] < b.keys[0] ? -1 : 1)).slice(0, MOST_PROPOSED);
}

const isArea = ({ kind }: Preparation): boolean => kind === 'region' || kind === 'district' || kind === 'country';

function duplicateOf(a: Preparation, b: Preparation): LikelyDuplicate | null {
  const bothStated = a.end.wikidataId !== undefined && b.end.wikidataId !== undefined;
  const sameNumber = bothStated && a.end.wikidataId === b.end.wikidataId;
  if (isArea(a) !== isArea(b) || (bothStated && !sameNumber)) return null;
  const [codes, otherCodes] = [a.country.codes, b.country.codes];
  const sameCountry = codes.some((code) => otherCodes.includes(code));
  if (codes.length > 0 && otherCodes.length > 0 && !sameCountry) return null;
  const kilometres = a.at === null || b.at === null ? null : kilometresBetween(a.at, b.at);
  if (kilometres !== null && kilometres > SAME_PLACE_KILOMETRES && !sameNumber) return null;
  const alike = Math.max(0, ...a.forms.filter(isFull).flatMap((form) => b.forms.filter(isFull).map(({ key }) => likeness(form.key, key))));
  if (alike < LIKELY && !sameNumber) return null;
  const shared = (a.end.neighbours ?? []).filter((key) => b.end.neighbours?.includes(key)).length;
  const score = sameNumber ? 1 : alike * 0.6 + (sameCountry ? 0.1 : 0) + (kilometres === null ? 0 : 0.15) + Math.min(0.15, shared * 0.1);
  if (score < LIKELY) return null;
  const reasons: readonly (DuplicateReason | null)[] = [
    sameNumber ? { code: 'wikidata_same' } : null,
    { code: alike === 1 ? 'name_same' : 'name_similar' },
    sameCountry ? { code: 'country_same' } : null,
    kilometres === null ? null : { code: 'distance', params: { kilometres: Math.round(kilometres) } },
    shared > 0 ? { code: 'neighbours_same', params: { count: shared } } : null,
  ];
  return { keys: [a.end.key, b.end.key], score: Math.round(score * 1000) / 1000, reasons: reasons.filter((reason) => reason !== null) };
}

const isFull = ({ origin }: { readonly origin: string }): boolean => origin !== 'shortened';
