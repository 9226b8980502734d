// Asks the thread that locates places in the gazetteer; apart from the one that answers while somebody types.
import { ok, refuse, type Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { LikelyDuplicate, LocatedEnd, LocateQuestion } from '../domain/locate/end.ts';
import type { NameToFind } from '../domain/locate/nearly.ts';
import type { GazetteerPlace } from './gazetteer-line.ts';

export interface Located {
  /** One for each end, in the order asked. */
  readonly ends: readonly LocatedEnd[];
  /** The places that ends may be, by their number in GeoNames, with all their spellings. */
  readonly places: ReadonlyMap<number, GazetteerPlace>;
  /** Among the ends without a place; the likeliest first. */
  readonly duplicates: readonly LikelyDuplicate[];
}

/** How many ends one question may hold. */
export const MOST_ENDS = 50_000;

const thread = { module: new URL('./gazetteer-locate-thread.ts', import.meta.url), milliseconds: 240_000, heapMegabytes: 512 };

export const askLocated = (question: LocateQuestion): Promise<Result<Located>> => {
  if (question.ends.length === 0) return Promise.resolve(ok({ ends: [], places: new Map(), duplicates: [] }));
  if (question.ends.length > MOST_ENDS)
    return Promise.resolve(refuse({ kind: 'too_large', code: 'kernel.too_many_entries', params: { max: MOST_ENDS } }));
  return runFileThread(thread, question);
};

/** A place that is called almost as a name is written, and by how many letters it differs: 0 where only the script does. */
export interface NearPlace {
  readonly place: GazetteerPlace;
  readonly steps: number;
}

export type ThreadQuestion = LocateQuestion | { readonly names: readonly NameToFind[] };

/** More names than this are no slips of the pen. */
export const MOST_NEARLY = 200;

export const askNearlyCalled = (names: readonly NameToFind[]): Promise<Result<readonly (readonly NearPlace[])[]>> =>
  names.length === 0 ? Promise.resolve(ok([])) : runFileThread(thread, { names: names.slice(0, MOST_NEARLY) } satisfies ThreadQuestion);
