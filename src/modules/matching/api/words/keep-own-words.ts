// An office's own words: listed, added as a table, removed. They change the answers of that office and of nobody else.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { takeTurns } from '#platform/postgres/tx.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { pairProblems } from '../../domain/words/own-words.ts';
import { mayReadOwn, mayWrite } from '../../policy.ts';
import { deleteOwnWords, insertOwnWords, loadOwnWords } from '../../store/own-words.ts';

type List = Answer<'listOwnWords'>;

const listed = async (work: Work, office: OfficeId): Promise<List> => ({
  entries: [...(await loadOwnWords(work.tx, office))],
  mayEdit: holds(work.actor, office, 'editor'),
});

/** Refuses `kernel.forbidden`. */
export async function listOwnWords(work: Work, { officeId }: Asked<'listOwnWords'>): Promise<Result<List>> {
  const allowed = mayReadOwn(work.actor, officeId);
  return allowed.ok ? ok(await listed(work, officeId)) : allowed;
}

/** All or none. Refuses `kernel.forbidden`, and each pair that is none at its place. */
export async function addOwnWords(work: Work, { officeId, words }: Asked<'addOwnWords'>): Promise<Result<Answer<'addOwnWords'>>> {
  const scope = mayWrite(work.actor, officeId);
  if (!scope.ok) return scope;
  await takeTurns(work.tx, 'own words', officeId);
  const problems = pairProblems(words, await loadOwnWords(work.tx, officeId));
  if (problems.length > 0) return refuseInput(problems);
  const added = words.map((pair) => ({ ...pair, id: work.newId<'OwnWord'>() }));
  await insertOwnWords(work.tx, scope.value, { words: added, now: work.now });
  const ids = added.map(({ id }) => id);
  await audit(work, { useCase: 'add-own-words', office: officeId, subjects: ids.slice(0, 50), fields: ['words'] });
  return ok({ ...(await listed(work, officeId)), added: ids });
}

/** Those that are gone already stay so. Refuses `kernel.forbidden`. */
export async function removeOwnWords(work: Work, { officeId, wordIds }: Asked<'removeOwnWords'>): Promise<Result<List>> {
  const scope = mayWrite(work.actor, officeId);
  if (!scope.ok) return scope;
  await deleteOwnWords(work.tx, scope.value, wordIds);
  await audit(work, { useCase: 'remove-own-words', office: officeId, subjects: wordIds.slice(0, 50), fields: ['words'] });
  return ok(await listed(work, officeId));
}

/** What counts for the answers of this office: none where the actor is not of it. */
export const ownWordsOf = async (
  work: Work,
  office: OfficeId,
): Promise<readonly { readonly english: string; readonly chinese: string }[]> =>
  holds(work.actor, office, 'viewer') ? (await loadOwnWords(work.tx, office)).map(({ english, chinese }) => ({ english, chinese })) : [];
