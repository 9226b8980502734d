// Who has which term, made of all texts at once.
import type { Terms } from './read.ts';

/** Who has a term, by term: those of term t stand at `starts[t]` … `starts[t + 1]`, in order of the stock. In memory that threads share. */
export interface Postings {
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  readonly weights: Float32Array;
}

function roomFor(terms: number, all: number): Postings {
  const shared = (places: number): SharedArrayBuffer => new SharedArrayBuffer(places * 4);
  return { starts: new Int32Array(shared(terms + 1)), holders: new Int32Array(shared(all)), weights: new Float32Array(shared(all)) };
}

/** One more than the last term of any text. */
export function termsIn(texts: Iterable<Terms>): number {
  let most = 0;
  for (const { ids } of texts) most = Math.max(most, (ids[ids.length - 1] ?? -1) + 1);
  return most;
}

/** Of texts in their order, which are gone through twice: what makes them as it is asked need not keep them. */
export function postingsOf(texts: Iterable<Terms>, terms: number): Postings {
  const starts = new Int32Array(terms + 1);
  for (const { ids } of texts) for (let at = 0; at < ids.length; at += 1) (starts[(ids[at] as number) + 1] as number) += 1;
  for (let term = 0; term < terms; term += 1) (starts[term + 1] as number) += starts[term] as number;
  const made = roomFor(terms, starts[terms] ?? 0);
  made.starts.set(starts);
  const { holders, weights } = made;
  let holder = 0;
  for (const text of texts) {
    const { ids, weights: own } = text;
    for (let at = 0; at < ids.length; at += 1) {
      const term = ids[at] as number;
      const place = starts[term] as number;
      holders[place] = holder;
      weights[place] = own[at] as number;
      starts[term] = place + 1;
    }
    holder += 1;
  }
  return made;
}
