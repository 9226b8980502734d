// What written places mean, thousands at once: each end of a list with the place of the gazetteer that it means, or none.
import type { Result } from '#kernel/result.ts';
import type { MatchQuestion } from '../../domain/locate/end.ts';
import type { Matching } from '../../formats/gazetteer-match.ts';
import { askMatches } from '../../formats/gazetteer-match.ts';

export type { EndToMatch, KnownTie, LikelyDuplicate, MatchedEnd, MatchQuestion } from '../../domain/locate/end.ts';
export type { Matching } from '../../formats/gazetteer-match.ts';

/**
 * Matches up to 50,000 ends (`kernel.too_many_entries` above) in a thread of its own; takes seconds, so call it outside a transaction.
 * Answers one `MatchedEnd` for each end, in the order asked. The same question has the same answer. Knows nothing of the naming policy:
 * whoever records or shows what comes out asks `api/naming.ts`.
 */
export const matchPlaces = (question: MatchQuestion): Promise<Result<Matching>> => askMatches(question);
