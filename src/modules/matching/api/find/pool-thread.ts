// The part of the thread that compares what cities tell: pools that were asked for last, each read with the words of all, or with an office's own as well.
import type { Lexicon } from '#matcher/core/lexicon.ts';
import type { Profile } from '#matcher/core/model.ts';
import { withOwnWords, type WordPair } from '#matcher/core/own-words.ts';
import { answersIn, poolOf, searchIn, type Answering, type Pool, type Tier } from '../../domain/cities/pool.ts';

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
  | { readonly kind: 'answers'; readonly own: readonly Profile[]; readonly tiers: readonly Tier[] }
  | { readonly kind: 'search'; readonly words: string; readonly ids: readonly string[] };

/** By own profile and tier; or the ids of what was looked for. */
export type FoundInPool = { readonly answers: readonly (readonly (readonly Answering[])[])[] } | { readonly ids: readonly string[] };

/** So many are held ready; several of one only where its readers may know different things, or have words of their own. */
const mostHeld = 12;
const held = new Map<string, { readonly pool: Pool; readonly lexicon: Lexicon }>();

function poolFor(lexicon: Lexicon, { poolId, stamp, profiles, ownWords }: PoolRequest) {
  // What was read by other words is of no use.
  const read = JSON.stringify([poolId, ownWords]);
  const key = `${read} ${stamp}`;
  const known = held.get(key);
  if (known === undefined && profiles === null) return null;
  const before = [...held].findLast(([other]) => other.startsWith(`${read} `))?.[1];
  const words = known?.lexicon ?? before?.lexicon ?? withOwnWords(lexicon, ownWords);
  const ready = known ?? { lexicon: words, pool: poolOf(words, profiles ?? [], before?.pool ?? null) };
  held.delete(key);
  held.set(key, ready);
  for (const oldest of [...held.keys()].slice(0, -mostHeld)) held.delete(oldest);
  return ready;
}

export function answerInPool(words: Lexicon, request: PoolRequest): FoundInPool | null {
  const ready = poolFor(words, request);
  if (ready === null) return null;
  const { lexicon, pool } = ready;
  const { ask } = request;
  if (ask.kind === 'search') return { ids: searchIn(lexicon, pool, ask) };
  return { answers: ask.own.map((own) => answersIn(lexicon, pool, own, ask.tiers)) };
}
