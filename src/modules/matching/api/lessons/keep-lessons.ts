// Lessons: entered by the desk of either city, stated by both, opened to others, withdrawn.
import type { OfficeId } from '#kernel/ids.ts';
import { askFirst, notFound, ok, readByOthers, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citiesByIds, openCity } from '#modules/cities/api/open-city.ts';
import { publishedByIds } from '#modules/cities/api/profile/told-entries.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { setAudiences } from '#modules/evidence/api/set-audiences.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { lessonDayProblems, lessonProblems, lessonValueProblems, type Lesson, type LessonId } from '../../domain/lessons/lesson.ts';
import type { OfficeScope } from '../../domain/scopes.ts';
import { maySpeak, mayWrite } from '../../policy.ts';
import {
  findLesson,
  insertLesson,
  loadLessons,
  pageOfLessons,
  lastLessons,
  saveLessonAudience,
  saveLessonWithdrawal,
} from '../../store/lessons.ts';
import { desksOf, showLessons } from './show-lessons.ts';

type Shown = Awaited<ReturnType<typeof showLessons>>[number];

/** What a city learned and what others learned from it, as far as the actor may see it. Refuses `cities.not_found`. */
export async function listLessons(
  work: Work,
  { cityId, withCity }: Asked<'listLessons'>,
): Promise<Result<{ readonly entries: readonly Shown[] }>> {
  const city = await openCity(work, cityId);
  if (!city.ok) return city;
  const other = withCity === undefined ? null : await openCity(work, withCity);
  if (other !== null && !other.ok) return other;
  return ok({ entries: await showLessons(work, await loadLessons(work.tx, city.value.id, other?.value.id ?? null)) });
}

/** What the actor may see of all cities, in the order of entry, after one of them: for files that hold all of it. */
export async function pageLessons(
  work: Work,
  page: { readonly after: LessonId | null; readonly limit: number },
): Promise<{ readonly entries: readonly Shown[]; readonly last: LessonId | null }> {
  const rows = await pageOfLessons(work.tx, page);
  return { entries: await showLessons(work, rows), last: rows.length < page.limit ? null : (rows.at(-1)?.id ?? null) };
}

/** Those entered last, the newest first. */
export const newestLessons = async (work: Work, limit: number): Promise<readonly Shown[]> =>
  showLessons(work, await lastLessons(work.tx, limit));

async function shown(work: Work, id: LessonId): Promise<Result<Shown>> {
  const lesson = await findLesson(work.tx, id);
  const [first] = lesson === null ? [] : await showLessons(work, [lesson]);
  return first === undefined ? notFound('matching.lesson_unknown') : ok(first);
}

const misfits = (entries: Asked<'enterLessonStatements'>['entries']): readonly Problem[] =>
  entries.flatMap(({ attribute, value }, at) =>
    lessonValueProblems(attribute, value).map(({ path, ...problem }) => ({ ...problem, path: ['entries', at, 'value', ...path] })),
  );

/** Today where the day begins first: what has come anywhere is not to come. */
const today = ({ now }: Work): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Who may speak of it, and all that is wrong with it at once. */
async function checked(work: Work, { office, entries, ...facts }: Asked<'addLesson'>): Promise<Result<OfficeScope>> {
  const { learnerCity, teacherCity, practiceId } = facts;
  const cities = await citiesByIds(work, [learnerCity, ...(teacherCity === null ? [] : [teacherCity])]);
  const problems = [
    ...lessonProblems(facts),
    ...(cities.has(learnerCity) ? [] : [{ path: ['learnerCity'], code: 'cities.not_found' }]),
    ...(teacherCity === null || cities.has(teacherCity) ? [] : [{ path: ['teacherCity'], code: 'cities.not_found' }]),
    ...(practiceId === null || (await publishedByIds(work, [practiceId])).has(practiceId)
      ? []
      : [{ path: ['practiceId'], code: 'cities.entry_not_found' }]),
    ...misfits(entries),
    ...lessonDayProblems(entries, [], today(work)),
  ];
  if (problems.length > 0) return refuseInput(problems);
  return maySpeak(work.actor, office, desksOf([cities.get(learnerCity), cities.get(teacherCity ?? '')]));
}

/** Enters what was learned with what is stated of it; private until decided otherwise. */
export async function addLesson(work: Work, input: Asked<'addLesson'>): Promise<Result<Shown>> {
  const scope = await checked(work, input);
  if (!scope.ok) return scope;
  const { office, entries, ...facts } = input;
  const id = work.newId<'Lesson'>();
  const entered = await enterStatements(work, { office, subject: { kind: 'lesson', id }, entries });
  if (!entered.ok) return entered;
  await insertLesson(work.tx, scope.value, { id, facts, now: work.now });
  await audit(work, { useCase: 'add-lesson', office, subjects: [id, ...entered.value.map((one) => one.id)], fields: Object.keys(facts) });
  return shown(work, id);
}

/** Either city states something of what was learned. Refuses `matching.lesson_unknown`, `kernel.forbidden`, every misfit at its entry. */
export async function enterLessonStatements(
  work: Work,
  { lessonId, office, entries }: Asked<'enterLessonStatements'>,
): Promise<Result<{ readonly entries: Extract<Awaited<ReturnType<typeof enterStatements>>, { readonly ok: true }>['value'] }>> {
  const lesson = await findLesson(work.tx, lessonId);
  if (lesson === null) return notFound('matching.lesson_unknown');
  const { learnerCity, teacherCity } = lesson;
  const cities = await citiesByIds(work, [learnerCity, ...(teacherCity === null ? [] : [teacherCity])]);
  const scope = maySpeak(work.actor, office, desksOf([...cities.values()]));
  if (!scope.ok) return scope;
  const own = await ownStatements(work, lessonId, office);
  const corrected = new Set<string | null>([...own, ...entries].map(({ supersedes }) => supersedes));
  const before = own.filter(({ id }) => !corrected.has(id));
  const problems = [...misfits(entries), ...lessonDayProblems(entries, before, today(work))];
  if (problems.length > 0) return refuseInput(problems);
  const entered = await enterStatements(work, { office, subject: { kind: 'lesson', id: lessonId }, entries });
  if (!entered.ok) return entered;
  const subjects = [lessonId, ...entered.value.map(({ id }) => id)];
  await audit(work, {
    useCase: 'enter-lesson-statements',
    office,
    subjects,
    fields: [...new Set(entries.map(({ attribute }) => attribute))],
  });
  return ok({ entries: entered.value });
}

async function openOwn(work: Work, id: LessonId): Promise<Result<{ readonly lesson: Lesson; readonly scope: OfficeScope }>> {
  const lesson = await findLesson(work.tx, id);
  if (lesson === null) return notFound('matching.lesson_unknown');
  const scope = mayWrite(work.actor, lesson.office);
  return scope.ok ? ok({ lesson, scope: scope.value }) : scope;
}

type StatementSaid = NonNullable<ReturnType<Awaited<ReturnType<typeof statementsOf>>['get']>>[number];

/** What this office itself states of it. */
async function ownStatements(work: Work, id: LessonId, office: OfficeId): Promise<readonly StatementSaid[]> {
  const all = (await statementsOf(work, 'lesson', [id])).get(id) ?? [];
  return all.filter((one) => one.office.id === office && one.withdrawn === null);
}

/** Decides who may read it, and with it all that its own office states of it. Refuses `kernel.stale`. */
export async function setLessonAudience(work: Work, { lessonId, ...audience }: Asked<'setLessonAudience'>): Promise<Result<Shown>> {
  const opened = await openOwn(work, lessonId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const statementIds = (await ownStatements(work, lessonId, scope.office)).map(({ id }) => id);
  const set = await setAudiences(work, { office: scope.office, statementIds, audience });
  if (!set.ok) return set;
  const sharedWith = audience.visibility === 'shared' ? audience.sharedWith.filter((office) => office !== scope.office) : [];
  const saved = { id: lessonId, version: work.expectedVersion, audience: { visibility: audience.visibility, sharedWith } };
  if (!(await saveLessonAudience(work.tx, scope, saved))) return refuse(stale);
  await audit(work, { useCase: 'set-lesson-audience', office: scope.office, subjects: [lessonId], fields: ['visibility', 'sharedWith'] });
  return shown(work, lessonId);
}

/** Withdraws it; it stays on record with what was stated of it. Refuses `kernel.stale`. */
export async function withdrawLesson(work: Work, input: Asked<'withdrawLesson'>): Promise<Result<Answer<'withdrawLesson'>>> {
  const opened = await openOwn(work, input.lessonId);
  if (!opened.ok) return opened;
  const { lesson, scope } = opened.value;
  const asks = askFirst(readByOthers(lesson), input.confirmed);
  if (asks !== null) return asks;
  const statementIds = (await ownStatements(work, lesson.id, scope.office)).map(({ id }) => id);
  const closed = await setAudiences(work, { office: scope.office, statementIds, audience: { visibility: 'private', sharedWith: [] } });
  if (!closed.ok) return closed;
  if (!(await saveLessonWithdrawal(work.tx, scope, { id: lesson.id, version: work.expectedVersion, now: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'withdraw-lesson', office: scope.office, subjects: [lesson.id], fields: [] });
  return ok({ lessonId: lesson.id });
}
