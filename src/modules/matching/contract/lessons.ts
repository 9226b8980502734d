// The API of lessons: who learned what from whom, as stated by whom.
import { z } from 'zod';
import { confirmed, guarded, id, multilingual, officeId, open, signedIn } from '#kernel/procedure.ts';
import { country } from '#modules/cities/contract/naming.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { shownAttribute, statement, statementEntry, visibility } from '#modules/evidence/contract/shapes.ts';
import { lessonAttributes } from '../domain/lessons/lesson.ts';

const tags = ['matching: lessons'];
const name = multilingual(200);
const cityRef = z.object({ id, slug: z.string(), name, country: z.string() });
const attribute = z.enum(lessonAttributes);
const said = statementEntry.extend({ attribute });
const ofLesson = z.object({ lessonId: id.brand<'Lesson'>() });
const audience = { visibility, sharedWith: z.array(officeId).max(200).default([]) };

const lesson = z.object({
  id: id.brand<'Lesson'>(),
  office: officeId,
  officeName: name.nullable(),
  version: z.number().int(),
  visibility,
  /** Told to its own office alone. */
  sharedWith: z.array(z.object({ id: officeId, name })),
  mayEdit: z.boolean(),
  /** The offices of the reader that may state something of it: those of its two cities. */
  speaksFor: z.array(officeId),
  title: name,
  domain: z.enum(domains).nullable(),
  learner: cityRef,
  /** null where it is said only that it was a city of `teacherCountry`. */
  teacher: cityRef.nullable(),
  teacherCountry: country.nullable(),
  /** The entry of a profile that tells of it, where it is published. */
  practice: z.object({ id, title: name }).nullable(),
  said: z.array(shownAttribute(attribute)),
});

export const lessons = {
  listLessons: open
    .route({ method: 'GET', path: '/cities/{cityId}/lessons', summary: 'What a city learned from others and others from it', tags })
    // `withCity`: between the two alone.
    .input(z.object({ cityId: id, withCity: id.optional() }))
    .output(z.object({ entries: z.array(lesson) })),
  addLesson: signedIn
    .route({ method: 'POST', path: '/lessons', successStatus: 201, summary: 'Enter what one city learned from another', tags })
    .input(
      z.object({
        office: officeId,
        learnerCity: id.brand<'City'>(),
        teacherCity: id.brand<'City'>().nullable(),
        teacherCountry: country.nullable(),
        title: name,
        domain: z.enum(domains).nullable().default(null),
        practiceId: id.nullable().default(null),
        /** What is stated of it at once. */
        entries: z.array(said).min(1).max(lessonAttributes.length),
      }),
    )
    .output(lesson),
  enterLessonStatements: signedIn
    .route({
      method: 'POST',
      path: '/lessons/{lessonId}/statements',
      successStatus: 201,
      summary: 'State something of what was learned',
      tags,
    })
    .input(ofLesson.extend({ office: officeId, entries: z.array(said).min(1).max(20) }))
    .output(z.object({ entries: z.array(statement) })),
  setLessonAudience: guarded
    .route({
      method: 'PUT',
      path: '/lessons/{lessonId}/audience',
      summary: 'Set who can see what was learned, and what one’s office states of it',
      tags,
    })
    .input(ofLesson.extend(audience))
    .output(lesson),
  withdrawLesson: guarded
    .route({ method: 'PUT', path: '/lessons/{lessonId}/withdrawal', summary: 'Withdraw a lesson', tags })
    .input(ofLesson.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(ofLesson),
};
