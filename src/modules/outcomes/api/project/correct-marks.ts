// A milestone or indicator that is called otherwise, and many milestones of a list at once.
import { askFirst, notFound, ok, readAtOnce, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mostMarks, type MarkId } from '../../domain/project/mark.ts';
import { findMark, insertMark, marksOf, updateMarkRow } from '../../store/projects.ts';
import { audienceOf } from '../post-entry.ts';
import { misfits, openProject, say } from './keep-plan.ts';
import { showPlan } from './show-plan.ts';

/** Corrects what it is called and counted in; what was said of it stays. Refuses `outcomes.mark_unknown`, `outcomes.milestone_has_no_unit`, `kernel.stale`. */
export async function updateMark(work: Work, input: Asked<'updateMark'>): Promise<Result<Answer<'updateMark'>>> {
  const opened = await openProject(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { markId, title, unit } = input;
  const mark = await findMark(work.tx, markId);
  if (mark === null || mark.outcomeId !== record.id) return notFound('outcomes.mark_unknown');
  if (mark.kind === 'milestone' && unit !== null) return refuseInput([{ path: ['unit'], code: 'outcomes.milestone_has_no_unit' }]);
  const isKept = await updateMarkRow(work.tx, scope, { id: markId, title, unit, expectedVersion: work.expectedVersion });
  if (!isKept) return refuse(stale);
  await audit(work, { useCase: 'update-mark', office: scope.office, subjects: [record.id, markId], fields: ['title', 'unit'] });
  return ok(await showPlan(work, record));
}

/** Adds all of a list, or none. Refuses `outcomes.not_a_project`, `outcomes.too_many_marks`, every misfit at its line; asks `kernel.read_at_once`. */
export async function addMilestones(work: Work, input: Asked<'addMilestones'>): Promise<Result<Answer<'addMilestones'>>> {
  const opened = await openProject(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const lines = input.milestones.map(({ title, planned }) => ({
    mark: { id: work.newId<'Mark'>(), kind: 'milestone' as const, title, unit: null },
    entries:
      planned === null
        ? []
        : [{ attribute: 'planned', value: { type: 'date' as const, date: planned }, kind: 'fact' as const, saidBy: null }],
  }));
  const known = await marksOf(work.tx, [record.id]);
  const problems = [
    ...(known.length + lines.length > mostMarks
      ? [{ path: ['milestones'], code: 'outcomes.too_many_marks', params: { max: mostMarks } }]
      : []),
    ...lines.flatMap(({ mark, entries }, at) =>
      misfits(mark.kind, entries, work).map((problem) => ({ ...problem, path: ['milestones', at, 'planned'] })),
    ),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(readAtOnce(record), input.confirmed);
  if (asks !== null) return asks;
  const added: MarkId[] = [];
  for (const { mark, entries } of lines) {
    await insertMark(work.tx, scope, mark, work.now);
    const said = entries.length === 0 ? ok([]) : await say(work, { office: scope.office, mark, audience: audienceOf(record) }, entries);
    if (!said.ok) return said;
    added.push(mark.id);
  }
  await audit(work, { useCase: 'add-milestones', office: scope.office, subjects: [record.id, ...added], fields: ['title', 'planned'] });
  return ok({ ...(await showPlan(work, record)), added });
}
