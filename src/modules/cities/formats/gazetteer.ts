// Asks the gazetteer that comes with the product as an npm package: GeoNames' cities of 500 inhabitants and more, CC BY 4.0.
import { ok, refuse, type Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { LikelyDuplicate, LocatedEnd, LocateQuestion } from '../domain/locate/end.ts';
import type { NameToFind } from '../domain/locate/nearly.ts';
import type { GazetteerPlace } from './gazetteer-line.ts';

/** `tells`: with what tells the places from others of their name. */
export type GazetteerRequest =
  | { readonly q: string; readonly limit: number }
  | { readonly numbers: readonly number[]; readonly tells: boolean }
  | { readonly names: readonly NameToFind[] }
  | LocateQuestion;

/** A name or two take a hundredth of a second, a list of the greatest size a minute on a machine that has much else to do. */
const thread = { module: new URL('./gazetteer-thread.ts', import.meta.url), milliseconds: 240_000, heapMegabytes: 512 };

const ask = <Answer>(request: GazetteerRequest): Promise<Result<Answer>> => runFileThread(thread, request);

/** Places called so or so beginning, the greatest first among equals; call it outside a transaction. */
export const searchPlaces = (q: string, limit: number): Promise<Result<readonly GazetteerPlace[]>> => ask({ q, limit });

/** Places by their numbers in GeoNames; unknown ones are left out. Outside a transaction, too. */
export const placesByNumber = (numbers: readonly number[]): Promise<Result<readonly GazetteerPlace[]>> => ask({ numbers, tells: false });

/** The same with what tells them from other places of their name. */
export const placesTold = (numbers: readonly number[]): Promise<Result<readonly GazetteerPlace[]>> => ask({ numbers, tells: true });

export interface Located {
  /** One for each end, in the order asked. */
  readonly ends: readonly LocatedEnd[];
  /** The places that ends are located at, by their number in GeoNames, with all their spellings. */
  readonly places: ReadonlyMap<number, GazetteerPlace>;
  /** Among the ends without a place; the likeliest first. */
  readonly duplicates: readonly LikelyDuplicate[];
}

/** How many ends one question may hold. */
export const MOST_ENDS = 50_000;

export const askLocated = (question: LocateQuestion): Promise<Result<Located>> => {
  if (question.ends.length === 0) return Promise.resolve(ok({ ends: [], places: new Map(), duplicates: [] }));
  if (question.ends.length > MOST_ENDS)
    return Promise.resolve(refuse({ kind: 'too_large', code: 'kernel.too_many_entries', params: { max: MOST_ENDS } }));
  return ask(question);
};

/** A place that is called almost as a name is written, and by how many letters it differs: 0 where only the script does. */
export interface NearPlace {
  readonly place: GazetteerPlace;
  readonly steps: number;
}

/** More names than this are no slips of the pen. */
export const MOST_NEARLY = 200;

export const askNearlyCalled = (names: readonly NameToFind[]): Promise<Result<readonly (readonly NearPlace[])[]>> =>
  names.length === 0 ? Promise.resolve(ok([])) : ask({ names: names.slice(0, MOST_NEARLY) });
