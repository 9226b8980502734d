// Hands matching what the answers of an edition say, so that later editions of the same organiser can weigh the parts of a score anew.
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { keepLearned } from '#modules/matching/api/learn.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { loadAnsweredPairs, loadEveryMet } from '../../store/around.ts';
import { organise } from '../open-edition.ts';

/** Counts who accepted and who declined, and keeps the sums. Refuses `meetings.no_answers`. */
export async function learnFromEdition(work: Work, { editionId }: Asked<'learnFromEdition'>): Promise<Result<Answer<'learnFromEdition'>>> {
  const organised = await organise(work, editionId);
  if (!organised.ok) return organised;
  const pairs = await loadAnsweredPairs(work.tx, organised.value.scope);
  if (pairs.length === 0) return refuse({ kind: 'conflict', code: 'meetings.no_answers' });
  const met = await loadEveryMet(work.tx, { editionId, participants: [...new Set(pairs.map(({ a }) => a))] });
  const known = pairs.map((pair) => ({ ...pair, hasMet: met.get(pair.a)?.includes(pair.b) === true }));
  const kept = await keepLearned(work, editionId, known);
  if (!kept.ok) return kept;
  await audit(work, { useCase: 'learn-from-edition', office: organised.value.scope.office, subjects: [editionId], fields: ['answers'] });
  return ok({ answers: pairs.length });
}
