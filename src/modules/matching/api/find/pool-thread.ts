// The part of the thread that compares what cities tell: pools that were asked for last, each read with the words of all, or with an office's own as well.
import type { Lexicon } from '#matcher/core/lexicon.ts';
import type { Profile } from '#matcher/core/model.ts';
import type { WordPair } from '#matcher/core/own-words.ts';
import { answersIn, poolOf, searchIn, type Answering, type Pool, type Tier } from '../../domain/cities/pool.ts';
import { holder } from './held.ts';

export interface PoolRequest {
  readonly id: number;
  readonly poolId: string;
  /** What the profiles are known by: another as soon as any of them says something else, or whoever asks may read others. */
  readonly stamp: string;
  /** Given where the thread has said that it does not know them. */
  readonly profiles: readonly Profile[] | null;
  /** The asking office's own, which count for its answers alone. */
  readonly ownWords: readonly WordPair[];
  readonly ask: PoolAsk;
}

export type PoolAsk =
  | { readonly kind: 'answers'; readonly own: readonly Profile[]; readonly tiers: readonly Tier[]; readonly readsHan?: boolean }
  | { readonly kind: 'search'; readonly words: string; readonly ids: readonly string[] };

/** By own profile and tier; or the ids of what was looked for. */
export type FoundInPool = { readonly answers: readonly (readonly (readonly Answering[])[])[] } | { readonly ids: readonly string[] };

const pools = holder<Pool>(12);

export function answerInPool(words: Lexicon, { poolId: name, stamp, profiles, ownWords, ask }: PoolRequest): FoundInPool | null {
  const make = profiles === null ? null : (read: Lexicon, before: Pool | null) => poolOf(read, profiles, before);
  const ready = pools(words, { name, stamp, ownWords }, make);
  if (ready === null) return null;
  const { lexicon, made: pool } = ready;
  if (ask.kind === 'search') return { ids: searchIn(lexicon, pool, ask) };
  return { answers: ask.own.map((own) => answersIn(lexicon, pool, own, ask)) };
}
