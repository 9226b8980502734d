// SQL of subjects that have proved to be one: under which ids things were said of what stands for them now.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Subject, SubjectKind } from '../domain/statement.ts';
import { turnedAttribute } from '../domain/turned.ts';

/** Another id of a subject; `turned` where its sides have changed places. */
export interface OtherId {
  readonly id: string;
  readonly turned: boolean;
}

/** The ids under which something may have been said of subjects before they stood for others. */
export async function formerIds(tx: Tx, kind: SubjectKind, ids: readonly string[]): Promise<readonly OtherId[]> {
  const { rows } = await sql<{ former_id: string; turned: boolean }>`
    select former_id, turned from evidence.former_subjects(${kind}, ${[...ids]}::uuid[])`.execute(tx);
  return rows.map((row) => ({ id: row.former_id, turned: row.turned }));
}

/** The subjects with all the ids under which something may have been said of them: an array for `any`, so that an index serves. */
export const withFormer = (kind: SubjectKind, ids: readonly string[]) =>
  sql<string[]>`array(select unnest(${ids}::uuid[]) union all select former_id from evidence.former_subjects(${kind}, ${ids}::uuid[]))`;

/** What stands for subjects that have come under another, by their own ids. */
export async function standingSubjects(tx: Tx, subjects: readonly Subject[]): Promise<ReadonlyMap<string, OtherId>> {
  if (subjects.length === 0) return new Map();
  const unique = [...new Map(subjects.map((subject) => [subject.id, subject])).values()];
  const { rows } = await sql<{ former_id: string; subject_id: string; turned: boolean }>`
    select former_id, subject_id, turned from evidence.standing_subjects(${unique.map(({ kind }) => kind)}::text[],
      ${unique.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.former_id, { id: row.subject_id, turned: row.turned }]));
}

/** Under which id the office's new words of each subject are entered, where it is not the subject's own. */
export async function enteredUnder(
  tx: Tx,
  office: OfficeId,
  { kind, ids }: { readonly kind: SubjectKind; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, OtherId>> {
  const { rows } = await sql<{ subject_id: string; former_id: string; turned: boolean }>`
    select subject_id, former_id, turned from evidence.entered_under(${office}, ${kind}, ${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.subject_id, { id: row.former_id, turned: row.turned }]));
}

/** The same rows as said of what stands for their subjects now; no query where all are said of subjects that are known to stand. */
export async function asStanding<R extends { readonly subject: Subject; readonly attribute: string }>(
  tx: Tx,
  records: readonly R[],
  known: readonly string[] = [],
): Promise<readonly R[]> {
  const ids = new Set(known);
  const standing = await standingSubjects(
    tx,
    records.flatMap(({ subject }) => (ids.has(subject.id) ? [] : [subject])),
  );
  if (standing.size === 0) return records;
  return records.map((record) => {
    const other = standing.get(record.subject.id);
    if (other === undefined) return record;
    const attribute = other.turned ? turnedAttribute(record.attribute) : record.attribute;
    return { ...record, attribute, subject: { ...record.subject, id: other.id } };
  });
}
