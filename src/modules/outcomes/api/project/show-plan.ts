// What a project is to achieve and how far it has come, as the actor may read it; and the projects of a tie.
import { ok, type Result } from '#kernel/result.ts';
import { holds } from '#kernel/actor.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { isListedProject, type OutcomeId, type OutcomeRecord } from '../../domain/outcome.ts';
import { isOverdue, markKinds, progressOf, saidOfMark, standingOf, type Mark, type MarkSaid } from '../../domain/project/mark.ts';
import { goesOnWith } from '../../policy.ts';
import { aimsOf, marksOf } from '../../store/projects.ts';
import { attributionsOf, partiesOf } from '../../store/parts.ts';
import { listOutcomes } from '../list-outcomes.ts';
import { findOutcome } from '../open-outcome.ts';
import { sidesOf } from '../sides.ts';
import { describeSubjects } from '../subjects.ts';

interface Shown extends Mark {
  readonly said: readonly MarkSaid[];
}

/** Marks with what is said of them; those of several projects at once. */
export async function saidOfMarks(work: Work, marks: readonly Mark[]): Promise<readonly Shown[]> {
  const found = new Map<string, readonly MarkSaid[]>();
  for (const kind of markKinds) {
    const ids = marks.filter((mark) => mark.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const [statements, pins] = [await statementsOf(work, kind, ids), await pinsOf(work, kind, ids)];
    for (const id of ids) found.set(id, saidOfMark(kind, statements.get(id) ?? [], pins.get(id) ?? []));
  }
  return marks.map((mark) => ({ ...mark, said: found.get(mark.id) ?? [] }));
}

/** The marks of several projects with what is said of them, as far as the actor may read it. */
export const marksOfProjects = async (work: Work, ids: readonly OutcomeId[]) =>
  ids.length === 0 ? [] : saidOfMarks(work, await marksOf(work.tx, ids));

const today = ({ now }: Work): string => now.toISOString().slice(0, 10);

const toldOf = ({ kind, said }: Shown, on: string) => ({
  kind,
  stands: standingOf(said),
  isOverdue: kind === 'milestone' && isOverdue(said, on),
});

type Statement = NonNullable<MarkSaid['shown']['first']>;
const showSaid = (statement: Statement) => ({ ...statement, sharedWith: [...statement.sharedWith] });

const showMark = (mark: Shown, on: string): Answer<'getProjectPlan'>['marks'][number] => ({
  ...{ id: mark.id, title: { ...mark.title }, unit: mark.unit, version: mark.version, ...toldOf(mark, on) },
  said: mark.said.map(({ attribute, of, shown }) => ({
    ...{ attribute, of },
    shown: {
      ...shown,
      first: shown.first === null ? null : showSaid(shown.first),
      agreeing: shown.agreeing.map(showSaid),
      differing: shown.differing.map(showSaid),
      apart: shown.apart.map(showSaid),
    },
  })),
});

/** Offices of the actor that speak for a side of the project. */
async function voicesIn(work: Work, record: OutcomeRecord): Promise<Answer<'getProjectPlan'>['voices']> {
  if (work.actor.account === null) return [];
  const [parties, attributions] = [await partiesOf(work.tx, [record.id]), await attributionsOf(work.tx, [record.id])];
  const subjects = await describeSubjects(work, [...attributions.values()].flat(), 'own');
  return (await sidesOf(work, record, { parties, attributions, subjects })).filter((office) => holds(work.actor, office, 'editor'));
}

export async function showPlan(work: Work, record: OutcomeRecord): Promise<Answer<'getProjectPlan'>> {
  const aim = (await aimsOf(work.tx, [record.id])).get(record.id) ?? { aim: null, goals: [] };
  const marks = await saidOfMarks(work, await marksOf(work.tx, [record.id]));
  const on = today(work);
  return {
    ...{ outcomeId: record.id, version: record.version, aim: aim.aim === null ? null : { ...aim.aim }, goals: [...aim.goals] },
    marks: marks.map((mark) => showMark(mark, on)),
    progress: progressOf(marks.map((mark) => toldOf(mark, on))),
    ...{ mayEdit: goesOnWith(work.actor, record.ownerOffice), isPublic: record.visibility === 'public' },
    voices: await voicesIn(work, record),
  };
}

/** Refuses `outcomes.not_found`. */
export async function getProjectPlan(work: Work, { outcomeId }: Asked<'getProjectPlan'>): Promise<Result<Answer<'getProjectPlan'>>> {
  const found = await findOutcome(work, outcomeId);
  return found.ok ? ok(await showPlan(work, found.value)) : found;
}

/** How far several projects have come, by their ids. */
export async function progressOfProjects(work: Work, ids: readonly OutcomeId[]) {
  const marks = await saidOfMarks(work, await marksOf(work.tx, ids));
  const on = today(work);
  return new Map(
    ids.map((id) => [id, progressOf(marks.filter(({ outcomeId }) => outcomeId === id).map((mark) => toldOf(mark, on)))] as const),
  );
}

const mostListed = 200;

/** The projects of a tie as far as the actor may see them: told one by one, and beside them those of which a number alone is told. */
export async function listProjects(work: Work, { tieId }: Asked<'listProjects'>): Promise<Result<Answer<'listProjects'>>> {
  const listed = await listOutcomes(work, { subjectKind: 'tie', subjectId: tieId, kind: 'project', limit: mostListed });
  if (!listed.ok) return listed;
  const projects = listed.value.entries.filter(isListedProject);
  const progress = await progressOfProjects(
    work,
    projects.map(({ id }) => id),
  );
  return ok({
    entries: projects.flatMap((project) => {
      const told = progress.get(project.id);
      return told === undefined ? [] : [{ project, progress: { ...told, standing: { ...told.standing } } }];
    }),
    counted: listed.value.entries.filter(({ kind, extent }) => kind === 'project' && extent !== 'single'),
    isCut: listed.value.nextCursor !== null,
  });
}
