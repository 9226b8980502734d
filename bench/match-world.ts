// Needs and offers of a size that nobody has written: each is made of the terms of two that people wrote, so that words are as common as they are.
import { randomFrom } from '../src/scheduler/core/random.ts';
import type { Lexicon } from '../src/matcher/core/lexicon.ts';
import { readPassages, type Terms } from '../src/matcher/core/read.ts';
import type { Pairs } from './match-pairs.ts';

/** Names and rare words that hardly two texts share. */
const rareTerms = 200_000;
const rareEach = 4;
/** On the average there are fewer. */
const termsEach = 72;
const nothing: Terms = { ids: new Int32Array(), weights: new Float32Array(), han: 0 };

interface Written {
  readonly title: string;
  readonly text: string;
}

export interface MatchWorld {
  /** Made as they are gone through: half a million of them would take more than what they hold. */
  readonly offers: Iterable<Terms>;
  readonly needs: readonly Terms[];
}

/** Draws so many offers and needs; the same seed draws the same. */
export function matchWorld(
  lexicon: Lexicon,
  pairs: Pairs,
  { seed, offers, needs }: { readonly seed: number; readonly offers: number; readonly needs: number },
): MatchWorld {
  const { next: random } = randomFrom(seed);
  const read = (all: readonly Written[]): readonly Terms[] =>
    all.map(({ title, text }) => {
      const { ids, weights, han } = readPassages(lexicon, [{ language: null, title, text }]);
      return { ids, weights, han };
    });
  const written = { offers: read(pairs.offers), needs: read(pairs.needs) };
  const most = [...written.offers, ...written.needs].reduce((last, { ids }) => Math.max(last, ids.at(-1) ?? 0), 0);
  const room = { ids: new Int32Array((offers + needs) * termsEach), weights: new Float32Array((offers + needs) * termsEach) };
  const ends = new Uint32Array(offers + 1);
  const han = new Float32Array(offers);
  let used = 0;
  const one = (all: readonly Terms[]): Terms => all[Math.floor(random() * all.length)] ?? nothing;
  const drawn = (all: readonly Terms[]): Terms => {
    const terms = new Map<number, number>();
    const [first, second] = [one(all), one(all)];
    for (const { ids, weights } of [first, second])
      for (const [at, id] of ids.entries()) if (random() < 0.5) terms.set(id, weights[at] ?? 0);
    for (let rare = 0; rare < rareEach; rare += 1) terms.set(most + 1 + Math.floor(random() * rareTerms), 0.6);
    const ids = room.ids.subarray(used, used + terms.size);
    const weights = room.weights.subarray(used, used + terms.size);
    used += terms.size;
    ids.set(Int32Array.from(terms.keys()).sort());
    for (const [at, id] of ids.entries()) weights[at] = terms.get(id) ?? 0;
    return { ids, weights, han: first.han };
  };
  // Of their own, so that what the offers were drawn into can be let go.
  const seeks = Array.from({ length: needs }, () => {
    const { ids, weights, han } = drawn(written.needs);
    return { ids: ids.slice(), weights: weights.slice(), han };
  });
  ends[0] = used;
  for (let at = 0; at < offers; at += 1) {
    han[at] = drawn(written.offers).han;
    ends[at + 1] = used;
  }
  const offerAt = (at: number): Terms => ({
    ids: room.ids.subarray(ends[at], ends[at + 1]),
    weights: room.weights.subarray(ends[at], ends[at + 1]),
    han: han[at] ?? 0,
  });
  return {
    offers: {
      *[Symbol.iterator]() {
        for (let at = 0; at < offers; at += 1) yield offerAt(at);
      },
    },
    needs: seeks,
  };
}
