// What runs in the thread that compares: it holds the words of both languages and the editions that were asked for last.
import { parentPort, workerData } from 'node:worker_threads';
import type { WordPair } from '#matcher/core/own-words.ts';
import { withVectors } from '#matcher/core/near.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { vectorsOf, type Tables } from '#matcher/run/read-vectors.ts';
import { balanceIn, popularityOf, standingAt, type EditionBalance, type Shared } from '../../domain/balance.ts';
import {
  indexOf,
  leftOutFor,
  listsFor,
  suggestFor,
  type EditionIndex,
  type LeftOut,
  type Popularity,
  type Suggested,
  type Wanted,
} from '../../domain/edition-index.ts';
import { weightsWith, type Factors } from '../../domain/learning.ts';
import type { Side } from '../../domain/side.ts';
import type { Standee } from '../../domain/standing.ts';
import { unspokenIn, type Spoken, type Unspoken } from '../../domain/unspoken.ts';
import { holder, type Held } from './held.ts';
import { answerInPool, type FoundInPool, type PoolRequest } from './pool-thread.ts';

export interface FindRequest {
  readonly id: number;
  readonly editionId: string;
  /** What the sides are known by: another as soon as any of them says something else, or whoever asks may read others. */
  readonly stamp: string;
  /** Given where the thread has said that it does not know them. */
  readonly sides: readonly Side[] | null;
  /** The asking side's own, which count for its answers alone. */
  readonly ownWords: readonly WordPair[];
  /** What earlier editions say of the parts of a score; the stamp is another where they say something else. */
  readonly factors: Factors;
  readonly ask: FindAsk;
}

export type FindAsk =
  | { readonly kind: 'suggest'; readonly wanted: Wanted }
  /** The names of many lists of one share. */
  | { readonly kind: 'lists'; readonly wanted: readonly Wanted[] }
  /** What all lists do to the exhibitors of an edition of so many slots. */
  | ({ readonly kind: 'balance' } & HallFacts)
  /** The same by name, for the lists at one place of the slider. */
  | ({ readonly kind: 'standing'; readonly share: number } & HallFacts);

interface HallFacts {
  readonly slots: number;
  readonly spoken: Spoken;
  readonly most: Readonly<Record<string, number>>;
}

export interface Lists {
  readonly lists: readonly (readonly string[])[];
  readonly leftOut: readonly LeftOut[];
}

/** The balance, and who could talk with none of theirs. */
export interface Balanced extends EditionBalance {
  readonly unspoken: Unspoken;
}

/** By name who stands where, who has nobody however lists are made, and who could talk with none of theirs. */
export interface Standings extends Pick<Balanced, 'without' | 'unspoken'> {
  readonly standing: readonly Standee[];
}

export type Found = Suggested | Balanced | Standings | Lists | FoundInPool;

/** `found` is null where the sides, or the pool, of that stamp are not known. */
export interface FindReply {
  readonly id: number;
  readonly found: Found | null;
}

/** What the thread begins with. */
export interface FindStart {
  /** Word vectors of an operator's folder. */
  readonly vectors: Tables | null;
}

const { vectors } = workerData as FindStart;
const lexicon = vectors === null ? loadLexicon() : withVectors(loadLexicon(), vectorsOf(vectors));
const editions = holder<EditionIndex>(8);

function indexFor({ editionId: name, stamp, sides, ownWords, factors }: FindRequest): Held<EditionIndex> | null {
  const weights = weightsWith(factors);
  return editions(
    lexicon,
    { name, stamp, ownWords },
    sides === null ? null : (words, before) => indexOf(words, sides, { before, weights }),
  );
}

const unpriced: Popularity = { prices: new Map(), sharedOut: new Map() };

/** Worked out with the first question that needs them: a list made for itself needs no prices. */
const popular = new WeakMap<EditionIndex, { readonly slots: number; readonly of: Shared }>();

function popularityIn(index: EditionIndex, slots: number): Shared {
  const known = popular.get(index);
  if (known?.slots === slots) return known.of;
  const of = popularityOf(index, slots);
  popular.set(index, { slots, of });
  return of;
}

/** Of each edition the balance that was asked for last: whoever looks again has it at once. */
const balances = new WeakMap<EditionIndex, { readonly of: string; readonly balanced: Balanced }>();

function balancedIn(index: EditionIndex, ask: FindAsk & { readonly kind: 'balance' }): Balanced {
  const of = JSON.stringify(ask);
  const known = balances.get(index);
  if (known?.of === of) return known.balanced;
  const shared = popularityIn(index, ask.slots);
  const balanced = { ...balanceIn(index, shared, ask.slots, ask.most), unspoken: unspokenIn(index, shared, ask.spoken) };
  balances.set(index, { of, balanced });
  return balanced;
}

function answerOf({ made: index, lexicon: words }: Held<EditionIndex>, ask: FindAsk): Found {
  if (ask.kind === 'balance') return balancedIn(index, ask);
  if (ask.kind === 'standing') {
    const { slots, spoken, most } = ask;
    const { without, unspoken } = balancedIn(index, { kind: 'balance', slots, spoken, most });
    return { standing: standingAt(index, popularityIn(index, slots), ask), without, unspoken };
  }
  const priced = (one: Wanted | undefined): Popularity =>
    one === undefined || one.share === 0 ? unpriced : popularityIn(index, one.slots);
  if (ask.kind === 'lists') {
    const prices = priced(ask.wanted[0]);
    const lists = listsFor(index, ask.wanted, prices);
    const empty = ask.wanted.filter((_, at) => lists[at]?.length === 0);
    const why = new Map(leftOutFor(index, empty, prices).map((each, at) => [empty[at], each]));
    return { lists, leftOut: ask.wanted.map((one) => why.get(one) ?? null) };
  }
  return suggestFor(words, index, ask.wanted, priced(ask.wanted));
}

function foundFor(request: FindRequest | PoolRequest): Found | null {
  if ('poolId' in request) return answerInPool(lexicon, request);
  const ready = indexFor(request);
  return ready === null ? null : answerOf(ready, request.ask);
}

parentPort?.on('message', (request: FindRequest | PoolRequest) => {
  parentPort?.postMessage({ id: request.id, found: foundFor(request) } satisfies FindReply);
});
