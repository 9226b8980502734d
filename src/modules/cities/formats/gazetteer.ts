// The gazetteer that comes with the product as an npm package: GeoNames' cities of 500 inhabitants and more, CC BY 4.0.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { GazetteerPlace, GazetteerRequest } from './gazetteer-line.ts';

/** The file is our own: only a machine that has much else to do needs more than a second or two. */
const thread = { module: new URL('./gazetteer-thread.ts', import.meta.url), milliseconds: 60_000, heapMegabytes: 128 };

const ask = (request: GazetteerRequest): Promise<Result<readonly GazetteerPlace[]>> => runFileThread(thread, request);

/** Places called so or so beginning, the greatest first among equals; may take half a second, so call it outside a transaction. */
export const searchPlaces = (q: string, limit: number): Promise<Result<readonly GazetteerPlace[]>> => ask({ q, limit });

/** Places by their numbers in GeoNames; unknown ones are left out. Outside a transaction, too. */
export const placesByNumber = (numbers: readonly number[]): Promise<Result<readonly GazetteerPlace[]>> => ask({ numbers, tells: false });

/** The same with what tells them from other places of their name. */
export const placesTold = (numbers: readonly number[]): Promise<Result<readonly GazetteerPlace[]>> => ask({ numbers, tells: true });
