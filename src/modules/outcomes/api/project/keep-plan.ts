// What a project is to achieve, what it is measured by, and what its sides say of that: entered, corrected by saying it anew, withdrawn.
import type { OfficeId } from '#kernel/ids.ts';
import { askFirst, notFound, ok, readAtOnce, readByOthers, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { setAudiences } from '#modules/evidence/api/set-audiences.ts';
import type { Audience } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { OutcomeId, OutcomeRecord } from '../../domain/outcome.ts';
import { correctedBy, markKinds, markProblems, mostMarks, type Mark, type MarkId, type MarkKind } from '../../domain/project/mark.ts';
import type { OutcomeScope } from '../../domain/scope.ts';
import { updateOutcomeRecord } from '../../store/outcomes.ts';
import { findMark, insertMark, marksOf, markWithdrawn, saveAim } from '../../store/projects.ts';
import { findOutcome, openForChange } from '../open-outcome.ts';
import { audienceOf } from '../post-entry.ts';
import { openVoice } from '../sides.ts';
import { showPlan } from './show-plan.ts';

type Plan = Answer<'getProjectPlan'>;
type Entry = Asked<'addMark'>['entries'][number];

export async function openProject(
  work: Work,
  outcomeId: OutcomeId,
): Promise<Result<{ readonly record: OutcomeRecord; readonly scope: OutcomeScope }>> {
  const opened = await openForChange(work, outcomeId);
  if (!opened.ok) return opened;
  return opened.value.record.kind === 'project' ? opened : refuse({ kind: 'invalid', code: 'outcomes.not_a_project' });
}

/** Says what the project is to achieve, and which goals of the United Nations it serves. Refuses `outcomes.not_a_project`, `kernel.stale`. */
export async function setProjectAim(work: Work, { outcomeId, aim, goals }: Asked<'setProjectAim'>): Promise<Result<Plan>> {
  const opened = await openProject(work, outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const updated = await updateOutcomeRecord(work.tx, scope, { facts: record, expectedVersion: work.expectedVersion, now: work.now });
  if (updated === null) return refuse(stale);
  await saveAim(work.tx, scope, { aim, goals: [...new Set(goals)].toSorted((a, b) => a - b) });
  await audit(work, { useCase: 'set-project-aim', office: scope.office, subjects: [record.id], fields: ['aim', 'goals'] });
  return ok(await showPlan(work, updated));
}

/** `known`: what is stated of the mark already. */
export const misfits = (
  kind: MarkKind,
  entries: readonly Entry[],
  { now }: Work,
  known: readonly { readonly value: StatedValue }[] = [],
): readonly Problem[] =>
  entries.flatMap((entry, index) => {
    const stated = [...known, ...entries.filter((other) => other !== entry)].map(({ value }) => value);
    return markProblems(kind, entry, now.toISOString().slice(0, 10), stated).map(({ path, ...problem }) => ({
      ...problem,
      path: ['entries', index, ...(problem.code === 'outcomes.attribute_unknown' ? ['attribute'] : ['value', ...path])],
    }));
  });

interface Speaking {
  readonly office: OfficeId;
  readonly mark: Pick<Mark, 'id' | 'kind' | 'unit'>;
  readonly audience: Audience;
}

/** Enters what an office says of a mark; its own earlier word of the same is corrected by it. */
export async function say(work: Work, { office, mark, audience }: Speaking, entries: readonly Entry[]): Promise<Result<readonly string[]>> {
  const before = (await statementsOf(work, mark.kind, [mark.id])).get(mark.id) ?? [];
  const entered = await enterStatements(work, {
    office,
    subject: { kind: mark.kind, id: mark.id },
    entries: entries.map(({ attribute, value, kind, source, saidBy }) => ({
      ...{ attribute, kind, source, saidBy, visibility: audience.visibility, sharedWith: audience.sharedWith },
      // A figure says of itself in what it is counted, wherever it is read.
      value: value.type === 'count' && mark.unit !== null ? { ...value, unit: mark.unit } : value,
      supersedes: correctedBy(before, { office, attribute, value, saidBy }),
    })),
  });
  return entered.ok ? ok(entered.value.map(({ id }) => id)) : entered;
}

/** Adds a milestone or an indicator. Refuses `outcomes.not_a_project`, `outcomes.too_many_marks`, every misfit at its entry; asks `kernel.read_at_once`. */
export async function addMark(work: Work, input: Asked<'addMark'>): Promise<Result<Plan>> {
  const opened = await openProject(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { kind, title, unit, entries } = input;
  const known = await marksOf(work.tx, [record.id]);
  const problems = [
    ...(kind === 'milestone' && unit !== null ? [{ path: ['unit'], code: 'outcomes.milestone_has_no_unit' }] : []),
    ...(known.length >= mostMarks ? [{ path: ['title'], code: 'outcomes.too_many_marks', params: { max: mostMarks } }] : []),
    ...misfits(kind, entries, work),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(readAtOnce(record), input.confirmed);
  if (asks !== null) return asks;
  const mark = { id: work.newId<'Mark'>(), kind, title, unit };
  await insertMark(work.tx, scope, mark, work.now);
  const said = entries.length === 0 ? ok([]) : await say(work, { office: scope.office, mark, audience: audienceOf(record) }, entries);
  if (!said.ok) return said;
  await audit(work, {
    ...{ useCase: 'add-mark', office: scope.office, subjects: [record.id, mark.id, ...said.value] },
    fields: ['kind', 'title', 'unit', ...new Set(entries.map(({ attribute }) => attribute))],
  });
  return ok(await showPlan(work, record));
}

async function openMark(work: Work, record: OutcomeRecord, markId: MarkId): Promise<Result<Mark>> {
  const mark = await findMark(work.tx, markId);
  return mark === null || mark.outcomeId !== record.id ? notFound('outcomes.mark_unknown') : ok(mark);
}

/**
 * Says for a side how a milestone stands or what an indicator is. What the keeping office says is read by whoever reads the project, what another
 * side says by it and that office, or by everybody. Refuses `outcomes.not_a_side`, `outcomes.mark_unknown`, every misfit at its entry; asks `kernel.read_at_once`.
 */
export async function enterMarkStatements(work: Work, input: Asked<'enterMarkStatements'>): Promise<Result<Plan>> {
  const found = await findOutcome(work, input.outcomeId);
  if (!found.ok) return found;
  const record = found.value;
  const mark = await openMark(work, record, input.markId);
  if (!mark.ok) return mark;
  const scope = await openVoice(work, record, input.office);
  if (!scope.ok) return scope;
  const { office } = scope.value;
  const isOwn = office === record.ownerOffice;
  const problems = [
    ...(!isOwn && input.visibility === 'public' && record.visibility !== 'public'
      ? [{ path: ['visibility'], code: 'outcomes.project_not_public' }]
      : []),
    ...misfits(mark.value.kind, input.entries, work, (await statementsOf(work, mark.value.kind, [mark.value.id])).get(mark.value.id)),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(isOwn ? readAtOnce(record) : [], input.confirmed);
  if (asks !== null) return asks;
  const audience: Audience = isOwn
    ? audienceOf(record)
    : { visibility: input.visibility, sharedWith: input.visibility === 'shared' ? [record.ownerOffice] : [] };
  const said = await say(work, { office, mark: mark.value, audience }, input.entries);
  if (!said.ok) return said;
  await audit(work, {
    ...{ useCase: 'enter-mark-statements', office, subjects: [record.id, mark.value.id, ...said.value] },
    fields: [...new Set(input.entries.map(({ attribute }) => attribute))],
  });
  return ok(await showPlan(work, record));
}

/** The keeping office's own statements of marks. */
async function ownStatements(work: Work, marks: readonly Mark[], office: OfficeId): Promise<readonly string[]> {
  const found: string[] = [];
  for (const kind of markKinds) {
    const ids = marks.filter((mark) => mark.kind === kind).map(({ id }) => id);
    const said = ids.length === 0 ? [] : [...(await statementsOf(work, kind, ids)).values()].flat();
    found.push(...said.filter((one) => one.office.id === office && one.withdrawn === null).map(({ id }) => id));
  }
  return found;
}

/** What the keeping office says of milestones and indicators opens and closes with the project. */
export async function showMarksWith(work: Work, record: OutcomeRecord): Promise<Result<null>> {
  const statementIds = await ownStatements(work, await marksOf(work.tx, [record.id]), record.ownerOffice);
  return statementIds.length === 0
    ? ok(null)
    : setAudiences(work, { office: record.ownerOffice, statementIds, audience: audienceOf(record) });
}

/** Takes a mark off the project; what was said of it stays on record and is read by its own office alone. Refuses `outcomes.mark_unknown`. */
export async function withdrawMark(work: Work, input: Asked<'withdrawMark'>): Promise<Result<Plan>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const mark = await openMark(work, record, input.markId);
  if (!mark.ok) return mark;
  const asks = askFirst(readByOthers(record), input.confirmed);
  if (asks !== null) return asks;
  const statementIds = await ownStatements(work, [mark.value], scope.office);
  const closed = await setAudiences(work, { office: scope.office, statementIds, audience: { visibility: 'private', sharedWith: [] } });
  if (!closed.ok) return closed;
  await markWithdrawn(work.tx, scope, mark.value.id, work.now);
  await audit(work, { useCase: 'withdraw-mark', office: scope.office, subjects: [record.id, mark.value.id], fields: [] });
  return ok(await showPlan(work, record));
}
