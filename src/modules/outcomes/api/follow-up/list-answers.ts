// What was answered when it was asked what became of an outcome, for the office that asked and the one that passed it on; to the first also that no more letters are wanted.
import { ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { documentsByIds } from '#modules/evidence/api/documents.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { answersTo, followUpsOf, stopOf } from '../../store/asking.ts';
import { showGiven } from './show-answer.ts';

/** The last first. Nobody else learns that there are any. */
export async function listFollowUpAnswers(
  work: Work,
  { outcomeId }: Asked<'listFollowUpAnswers'>,
): Promise<Result<Answer<'listFollowUpAnswers'>>> {
  const asked = await followUpsOf(work.tx, outcomeId);
  const answers = await answersTo(
    work.tx,
    asked.map(({ id }) => id),
  );
  const papers = await documentsByIds(
    work,
    answers.flatMap(({ documentId }) => documentId ?? []),
  );
  const offices = await nameOffices(
    work,
    asked.map(({ throughOffice }) => throughOffice),
  );
  const entries = answers.flatMap((answer) => {
    const of = asked.find(({ id }) => id === answer.followUpId);
    const paper = answer.documentId === null ? undefined : papers.get(answer.documentId);
    if (of === undefined) return [];
    return [
      {
        ...showGiven(answer),
        ...{ id: answer.id, months: of.months, saidFor: answer.saidFor, saidBy: answer.saidBy, note: answer.note },
        through: of.route === 'through' && of.throughOffice !== null ? { ...offices.get(of.throughOffice) } : null,
        paper: paper === undefined ? null : { id: paper.id, name: paper.name, sha256: paper.sha256 },
        isReplaced: answers.some(({ followUpId, number }) => followUpId === answer.followUpId && number > answer.number),
      },
    ];
  });
  const stop = await stopOf(work.tx, outcomeId);
  return ok({
    entries: entries.toSorted((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1)),
    stopped: stop === null ? null : { covers: stop.covers, at: stop.at.toISOString() },
  });
}
