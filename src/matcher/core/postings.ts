// Who has which term: made of all texts at once, or of what stood before where a few of them say something else.
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

/** A text that says something else than before, by its place in the stock. */
export interface ChangedText {
  readonly holder: number;
  readonly was: Terms;
  readonly is: Terms;
}

/** Who is new to a term, in order of the stock; nobody for a term that was only lost. */
function newcomersOf(
  changes: readonly ChangedText[],
): readonly (readonly [term: number, at: readonly (readonly [holder: number, weight: number])[]])[] {
  const found = new Map<number, (readonly [number, number])[]>();
  const among = (term: number) => {
    const known = found.get(term) ?? [];
    found.set(term, known);
    return known;
  };
  for (const { holder, was, is } of changes) {
    for (const term of was.ids) among(term);
    for (const [at, term] of is.ids.entries()) among(term).push([holder, is.weights[at] ?? 0]);
  }
  return [...found].sort(([one], [other]) => one - other);
}

const none = [0, 0] as const;

/** The same as of all texts anew, for at least as many terms as before: the runs between those that are concerned are copied as they are. */
export function withChanges(before: Postings, changes: readonly ChangedText[], terms: number): Postings {
  if (changes.length === 0 && before.starts.length === terms + 1) return before;
  const all = before.holders.length + changes.reduce((sum, { was, is }) => sum + is.ids.length - was.ids.length, 0);
  const made = roomFor(terms, all);
  const startOf = (term: number): number => (term < before.starts.length ? (before.starts[term] ?? 0) : before.holders.length);
  let [term, place] = [0, 0];
  const copyUntil = (next: number): void => {
    const [from, to] = [startOf(term), startOf(next)];
    made.holders.set(before.holders.subarray(from, to), place);
    made.weights.set(before.weights.subarray(from, to), place);
    for (; term < next; term += 1) made.starts[term] = startOf(term) - from + place;
    place += to - from;
  };
  const changed = new Set(changes.map(({ holder }) => holder));
  const put = (holder: number, weight: number): void => {
    made.holders[place] = holder;
    made.weights[place] = weight;
    place += 1;
  };
  for (const [next, newcomers] of newcomersOf(changes)) {
    copyUntil(next);
    made.starts[next] = place;
    let arrived = 0;
    for (let at = startOf(next); at < startOf(next + 1); at += 1) {
      const holder = before.holders[at] as number;
      for (; (newcomers[arrived]?.[0] ?? Infinity) < holder; arrived += 1) put(...(newcomers[arrived] ?? none));
      if (!changed.has(holder)) put(holder, before.weights[at] as number);
    }
    for (const one of newcomers.slice(arrived)) put(...one);
    term = next + 1;
  }
  copyUntil(terms);
  made.starts[terms] = place;
  return made;
}
