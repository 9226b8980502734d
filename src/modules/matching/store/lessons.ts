// SQL of lessons.
import { sql } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '#modules/cities/domain/city.ts';
import type { Audience } from '#modules/evidence/domain/statement.ts';
import type { Lesson, LessonFacts, LessonId } from '../domain/lessons/lesson.ts';
import type { OfficeScope } from '../domain/scopes.ts';

const factColumns = columns('learner_city, teacher_city, teacher_country, title, domain, practice_id');
const record = [...columns('id, owner_office as office, version, visibility, shared_with'), ...factColumns];

type Row<R> = Omit<R, 'learnerCity' | 'teacherCity'> & { readonly learnerCity: string; readonly teacherCity: string | null };

const lessonOf = ({ learnerCity, teacherCity, ...row }: Row<Lesson>): Lesson => ({
  ...row,
  learnerCity: learnerCity as CityId,
  teacherCity: teacherCity as CityId | null,
});

const standing = (tx: Tx) => tx.selectFrom('matching.lesson').select(record).where('withdrawn_at', 'is', null);

/** Of a city as learner or teacher, in the order of entry; between it and one other alone where that is given. */
export async function loadLessons(tx: Tx, city: CityId, other: CityId | null): Promise<readonly Lesson[]> {
  const rows = await standing(tx)
    .where(sql<boolean>`${city} in (learner_city, teacher_city)`)
    .$if(other !== null, (query) => query.where(sql<boolean>`${other} in (learner_city, teacher_city)`))
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(lessonOf);
}

/** Of all cities, in the order of ids, after one of them. */
export async function pageOfLessons(
  tx: Tx,
  { after, limit }: { readonly after: LessonId | null; readonly limit: number },
): Promise<readonly Lesson[]> {
  const rows = await standing(tx)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(lessonOf);
}

export async function lessonsByIds(tx: Tx, ids: readonly string[]): Promise<readonly Lesson[]> {
  if (ids.length === 0) return [];
  const rows = await standing(tx)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(lessonOf);
}

/** Those entered last of all that may be seen, the newest first. */
export async function lastLessons(tx: Tx, limit: number): Promise<readonly Lesson[]> {
  const rows = await standing(tx).orderBy('id', 'desc').limit(limit).execute();
  return rows.map(lessonOf);
}

export async function findLesson(tx: Tx, id: LessonId): Promise<Lesson | null> {
  const row = await standing(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : lessonOf(row);
}

export async function insertLesson(
  tx: Tx,
  { office }: OfficeScope,
  { id, facts, now }: { readonly id: LessonId; readonly facts: LessonFacts; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('matching.lesson')
    .values({ ...valuesOf(factColumns, facts), id, owner_office: office, entered_at: now.toISOString() })
    .execute();
}

interface Guarded {
  readonly id: LessonId;
  readonly version: number | null;
}

const change = (tx: Tx, { office }: OfficeScope, { id, version }: Guarded) =>
  tx
    .updateTable('matching.lesson')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('withdrawn_at', 'is', null)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning('id');

/** False where somebody else changed it since the expected version. */
export const saveLessonAudience = async (tx: Tx, scope: OfficeScope, { audience, ...guarded }: Guarded & { readonly audience: Audience }) =>
  (await change(tx, scope, guarded)
    .set({ visibility: audience.visibility, shared_with: [...audience.sharedWith] })
    .executeTakeFirst()) !== undefined;

export const saveLessonWithdrawal = async (tx: Tx, scope: OfficeScope, { now, ...guarded }: Guarded & { readonly now: Date }) =>
  (await change(tx, scope, guarded).set({ visibility: 'private', shared_with: [], withdrawn_at: now.toISOString() }).executeTakeFirst()) !==
  undefined;
