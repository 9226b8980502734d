// Lessons, as this actor reads them.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { nameOf, nameOffices } from '#modules/accounts/api/name-offices.ts';
import { publishedByIds } from '#modules/cities/api/profile/told-entries.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import { shownOfLesson, type Lesson } from '../../domain/lessons/lesson.ts';
import { lessonsByIds } from '../../store/lessons.ts';

type Shown = Omit<Answer<'addLesson'>, 'said'> & { readonly said: ReturnType<typeof shownOfLesson> };

const place = ({ id, slug, name, country }: NamedCity) => ({ id, slug, name: { ...name }, country });

/** The offices that speak for the cities of a lesson: their own, else their stewards. */
export const desksOf = (cities: readonly (NamedCity | undefined)[]): readonly OfficeId[] =>
  cities.flatMap((city) => (city === undefined ? [] : [city.officeId ?? city.steward]));

/** Those of cities that may not be shown are left out. */
export async function showLessons(work: Work, lessons: readonly Lesson[]): Promise<readonly Shown[]> {
  const ids = lessons.map(({ id }) => id);
  const [cities, offices, statements, pins, told] = [
    await citiesByIds(
      work,
      lessons.flatMap(({ learnerCity, teacherCity }) => [learnerCity, ...(teacherCity === null ? [] : [teacherCity])]),
    ),
    await nameOffices(
      work,
      lessons.flatMap(({ office, sharedWith }) => [office, ...sharedWith]),
    ),
    await statementsOf(work, 'lesson', ids),
    await pinsOf(work, 'lesson', ids),
    await publishedByIds(
      work,
      lessons.flatMap(({ practiceId }) => practiceId ?? []),
    ),
  ];
  return lessons.flatMap(({ learnerCity, teacherCity, practiceId, office, ...lesson }) => {
    const learner = cities.get(learnerCity);
    const teacher = teacherCity === null ? undefined : cities.get(teacherCity);
    if (learner === undefined || (teacherCity !== null && teacher === undefined)) return [];
    const practice = told.get(practiceId ?? '');
    const officeName = offices.get(office);
    return [
      {
        ...{ ...lesson, office, title: { ...lesson.title }, officeName: officeName === undefined ? null : { ...officeName } },
        // Whom it is shared with is the owner's business alone.
        sharedWith: holds(work.actor, office, 'viewer') ? lesson.sharedWith.map((id) => ({ id, name: { ...nameOf(offices, id) } })) : [],
        mayEdit: holds(work.actor, office, 'editor'),
        speaksFor: [...new Set(desksOf([learner, teacher]))].filter((desk) => holds(work.actor, desk, 'editor')),
        ...{ learner: place(learner), teacher: teacher === undefined ? null : place(teacher) },
        practice: practice === undefined ? null : { id: practice.id, title: { ...practice.title } },
        said: shownOfLesson(statements.get(lesson.id) ?? [], pins.get(lesson.id) ?? []),
      },
    ];
  });
}

/** Of these lessons those of a city for which the office speaks. */
export async function lessonsHeardBy(work: Work, office: OfficeId, ids: readonly string[]) {
  const lessons = await lessonsByIds(work.tx, ids);
  const all = lessons.flatMap(({ learnerCity, teacherCity }) => [learnerCity, ...(teacherCity === null ? [] : [teacherCity])]);
  const cities = await citiesByIds(work, all);
  return lessons.flatMap(({ id, title, learnerCity, teacherCity }) => {
    const [learner, teacher] = [cities.get(learnerCity), cities.get(teacherCity ?? '')];
    if (learner === undefined || (teacherCity !== null && teacher === undefined)) return [];
    const of = [learner, ...(teacher === undefined ? [] : [teacher])];
    return desksOf(of).includes(office) ? [{ id, title: { ...title }, slug: learner.slug, cities: of.map((city) => city.id) }] : [];
  });
}
