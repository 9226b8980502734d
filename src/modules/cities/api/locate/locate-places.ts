// What written places mean, thousands at once: each end of a list with the place of the gazetteer that it means, or none.
import type { Result } from '#kernel/result.ts';
import type { LocateQuestion } from '../../domain/locate/end.ts';
import type { Located } from '../../formats/gazetteer.ts';
import { askLocated } from '../../formats/gazetteer.ts';

export type { EndToLocate, KnownTie, LikelyDuplicate, LocatedEnd, LocateQuestion } from '../../domain/locate/end.ts';
export type { Located } from '../../formats/gazetteer.ts';

/**
 * Locates up to 50,000 ends (`kernel.too_many_entries` above) in a thread of its own; takes seconds, so call it outside a transaction.
 * Answers one `LocatedEnd` for each end, in the order asked. The same question has the same answer. Knows nothing of the naming policy:
 * whoever records or shows what comes out asks `api/naming.ts`.
 */
export const locatePlaces = (question: LocateQuestion): Promise<Result<Located>> => askLocated(question);
