// Needs against offers, as the command and the benchmark ask it.
import { bestOffers, offerArrays } from '../core/bulk.ts';
import { matchOf, quotedProfile, type QuotedProfile } from '../core/explain.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { unstated, type Profile, type Reason } from '../core/model.ts';
import { readProfile, stockOf } from '../core/stock.ts';
import type { FileEntry, MatchFile } from './match-file.ts';

export interface NeedResult {
  readonly need: string;
  readonly offers: readonly { readonly id: string; readonly score: number; readonly reasons: readonly Reason[] }[];
}

// Need and offer of one id are two things.
const needOf = ({ id, passage }: FileEntry): Profile => ({ ...unstated(`need ${id}`), needs: [passage] });
const offerOf = ({ id, passage }: FileEntry): Profile => ({ ...unstated(`offer ${id}`), offers: [passage] });

/** For each need in its order the best offers, best first; of equal ones the earlier by name, in whichever order they are given. */
export function matchEntries(lexicon: Lexicon, { offers, needs }: MatchFile, top: number): readonly NeedResult[] {
  const sorted = offers.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const profiles = sorted.map(offerOf);
  const stock = stockOf(profiles.map((profile) => readProfile(lexicon, profile)));
  const arrays = offerArrays(stock);
  const sums = new Float64Array(profiles.length);
  const quoted = new Map<number, QuotedProfile>();
  const offerAt = (at: number): QuotedProfile | null => {
    const profile = profiles[at];
    if (profile === undefined) return null;
    const known = quoted.get(at) ?? quotedProfile(lexicon, profile);
    quoted.set(at, known);
    return known;
  };
  return needs.map((entry) => {
    const need = quotedProfile(lexicon, needOf(entry));
    const told = [...bestOffers(need.needs, arrays, top, sums).places].flatMap((at) => {
      const [offer, profile] = [sorted[at], offerAt(at)];
      if (offer === undefined || profile === null) return [];
      const { score, reasons } = matchOf(lexicon, stock, [need, profile]);
      return score === 0 ? [] : [{ id: offer.id, score, reasons }];
    });
    return { need: entry.id, offers: told };
  });
}
