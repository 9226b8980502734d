// The table of what is found by name: written by use cases in the transaction of their change, searched by whoever asks.
import { sql, type RawBuilder } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '../work.ts';
import { formsOf, type Forms } from './forms.ts';

export type SubjectKind = 'city' | 'tie' | 'organisation' | 'outcome';

/** What can be found: its readable address and what it is called in a list of finds. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly slug: string;
  readonly label: MultilingualText;
}

/** Everybody, or an office with those it shares the thing with. */
export type TermAudience =
  'public' | { readonly office: OfficeId; readonly visibility: 'private' | 'shared'; readonly sharedWith: readonly OfficeId[] };

/** Longer names than anybody types are cut. */
const LONGEST = 200;

function rowsOf(terms: readonly string[]): readonly { readonly term: string; readonly folded: string }[] {
  const rows = [...new Set(terms.map((term) => term.slice(0, LONGEST)))].flatMap((term) =>
    formsOf(term).all.map((folded) => ({ term, folded })),
  );
  const seen = new Set<string>();
  return rows.filter(({ folded }) => !seen.has(folded) && seen.add(folded));
}

/** A thing with the names it is found by. */
export type WithTerms = Subject & { readonly terms: readonly string[] };

const idsOf = (subjects: readonly Pick<Subject, 'kind' | 'id'>[]): RawBuilder<boolean> =>
  sql<boolean>`(kind, subject_id) in (select k, i from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]) as u(k, i))`;

/** Takes things' terms out of the public ones, or out of those an office keeps to itself. */
export async function removeManySearchTerms(
  work: Work,
  subjects: readonly Pick<Subject, 'kind' | 'id'>[],
  from: 'public' | OfficeId,
): Promise<void> {
  if (subjects.length === 0) return;
  await (
    from === 'public'
      ? sql`delete from platform.search_term where ${idsOf(subjects)}`
      : sql`delete from platform.office_search_term where owner_office = ${from} and ${idsOf(subjects)}`
  ).execute(work.tx);
}

/** The same for one thing. */
export const removeSearchTerms = (work: Work, subject: Pick<Subject, 'kind' | 'id'>, from: 'public' | OfficeId): Promise<void> =>
  removeManySearchTerms(work, [subject], from);

/** Puts terms in place of the things' earlier ones for this audience, in two statements whatever the number; the other audience's stay. */
export async function writeManySearchTerms(work: Work, subjects: readonly WithTerms[], audience: TermAudience): Promise<void> {
  if (subjects.length === 0) return;
  await removeManySearchTerms(work, subjects, audience === 'public' ? 'public' : audience.office);
  const rows = subjects.flatMap(({ kind, id, slug, label, terms }) =>
    rowsOf(terms).map((row) => ({ ...row, kind, subject_id: id, slug, label })),
  );
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r(kind text, subject_id uuid, slug text, label jsonb, term text, folded text)`;
  await (
    audience === 'public'
      ? sql`insert into platform.search_term (kind, subject_id, slug, label, term, folded) select * from ${given}`
      : sql`insert into platform.office_search_term (owner_office, visibility, shared_with, kind, subject_id, slug, label, term, folded)
        select ${audience.office}::uuid, ${audience.visibility}, ${[...audience.sharedWith]}::uuid[], r.* from ${given}`
  ).execute(work.tx);
}

/** The same for one thing. */
export const writeSearchTerms = (work: Work, subject: WithTerms, audience: TermAudience): Promise<void> =>
  writeManySearchTerms(work, [subject], audience);

/** How well a find fits: the whole name, a part of it, or only something like it. */
export type Fit = 'whole' | 'part' | 'near';

export interface Found extends Subject {
  readonly fit: Fit;
  /** The name by which it was found. */
  readonly term: string;
  /** Seen only by members of an office that keeps it or with which it is shared. */
  readonly isPublic: boolean;
}

interface FoundRow {
  readonly kind: SubjectKind;
  readonly subject_id: string;
  readonly slug: string;
  readonly label: MultilingualText;
  readonly term: string;
  readonly score: number;
  readonly is_public: boolean;
}

/** Less alike than this is not what was meant. */
const LEAST_LIKE = 0.35;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Whole name 4, its sound in pinyin 3.5, its beginning 3, a part 2, else likeness from 0 to 1. */
const scoreOf = ({ written, compact, all }: Forms): RawBuilder<number> => sql<number>`(case
  when folded = ${written} then 4
  when folded = any (${all}::text[]) then 3.5
  when folded like ${`${escaped(written)}%`} or folded like ${`${escaped(compact)}%`} then 3
  when folded like ${`%${escaped(written)}%`} or folded like ${`%${escaped(compact)}%`} then 2
  else similarity(folded, ${compact}) end)`;

/** Of one or two letters only the beginning counts: a part or a likeness would be anything. */
function fits({ written, compact, all }: Forms): RawBuilder<boolean> {
  const whole = sql<boolean>`folded = any (${all}::text[]) or folded like ${`${escaped(written)}%`} or folded like ${`${escaped(compact)}%`}`;
  if (compact.length < 3) return whole;
  return sql<boolean>`(${whole} or folded like ${`%${escaped(written)}%`} or folded like ${`%${escaped(compact)}%`} or folded % ${compact})`;
}

const foundOf = ({ kind, subject_id, slug, label, term, score, is_public }: FoundRow): Found => ({
  kind,
  id: subject_id,
  slug,
  label,
  term,
  fit: score >= 3.5 ? 'whole' : score >= 2 ? 'part' : 'near',
  isPublic: is_public,
});

/**
 * Finds what is called like the text, best first: public things, and apart from them what the actor's offices keep or are shown.
 * Things that are only alike are left out where something is called so.
 */
export async function searchTerms(work: Work, { q, limit }: { readonly q: string; readonly limit: number }): Promise<readonly Found[]> {
  const forms = formsOf(q);
  if (forms.all.length === 0) return [];
  const [score, condition] = [scoreOf(forms), fits(forms)];
  const offices = work.actor.memberships.map(({ office }) => office);
  // The office comes first: under row-level security text operators cannot lead.
  const { rows } = await sql<FoundRow>`
    with hit as (
      select kind, subject_id, slug, label, term, ${score} as score, true as is_public from platform.search_term where ${condition}
      union all
      select kind, subject_id, slug, label, term, ${score}, false from platform.office_search_term
        where (owner_office = any (${offices}::uuid[]) or shared_with && ${offices}::uuid[]) and ${condition}),
    best as (select distinct on (kind, subject_id) * from hit order by kind, subject_id, score desc, is_public desc, length(term), term)
    select * from best where score >= ${LEAST_LIKE} order by score desc, length(term), term, subject_id limit ${limit}`.execute(work.tx);
  const found = rows.map(foundOf);
  const called = found.filter(({ fit }) => fit !== 'near');
  return called.length > 0 ? called : found;
}

/** Ids of things that are called so, and of those that are only called alike, best first. */
export interface Matched {
  readonly exact: readonly string[];
  readonly near: readonly string[];
}

/** Public terms of a kind, and those that the actor's offices keep or are shown. */
function termsOf(work: Work, kind: SubjectKind): RawBuilder<unknown> {
  const offices = work.actor.memberships.map(({ office }) => office);
  return sql`(select subject_id, folded from platform.search_term where kind = ${kind}
    union all select subject_id, folded from platform.office_search_term
      where (owner_office = any (${offices}::uuid[]) or shared_with && ${offices}::uuid[]) and kind = ${kind})`;
}

/** For each text the things of a kind with exactly that name that the actor may find, else up to five alike; one query for all texts. */
export async function matchTerms(
  work: Work,
  { kind, texts }: { readonly kind: SubjectKind; readonly texts: readonly string[] },
): Promise<readonly Matched[]> {
  const forms = texts.map(formsOf);
  const asked = forms.flatMap(({ all, written, compact }, at) => all.map((form) => ({ at, form, isWritten: form === written, compact })));
  if (asked.length === 0) return texts.map(() => ({ exact: [], near: [] }));
  const { rows } = await sql<{ at: number; subject_id: string; is_written: boolean }>`
    select distinct u.at, t.subject_id, u.is_written
    from unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ form }) => form)}::text[], ${asked.map(({ isWritten }) => isWritten)}::boolean[])
      as u(at, form, is_written) join ${termsOf(work, kind)} t on t.folded = u.form`.execute(work.tx);
  const exact = forms.map((_, at) => {
    const hits = rows.filter((row) => row.at === at);
    const written = hits.filter((row) => row.is_written);
    return [...new Set((written.length > 0 ? written : hits).map((row) => row.subject_id))];
  });
  const missing = forms.flatMap(({ compact }, at) => (exact[at]?.length === 0 && compact.length > 2 ? [{ at, compact }] : []));
  const near = await nearTerms(work, kind, missing);
  return forms.map((_, at) => ({ exact: exact[at] ?? [], near: near.get(at) ?? [] }));
}

async function nearTerms(
  work: Work,
  kind: SubjectKind,
  missing: readonly { readonly at: number; readonly compact: string }[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const near = new Map<number, readonly string[]>();
  if (missing.length === 0) return near;
  const { rows } = await sql<{ at: number; subject_id: string }>`
    select u.at, n.subject_id from unnest(${missing.map(({ at }) => at)}::int[], ${missing.map(({ compact }) => compact)}::text[]) as u(at, compact)
    cross join lateral (select t.subject_id, max(similarity(t.folded, u.compact)) as likeness from ${termsOf(work, kind)} t
      where t.folded % u.compact group by t.subject_id having max(similarity(t.folded, u.compact)) >= ${LEAST_LIKE}
      order by likeness desc, t.subject_id limit 5) as n order by u.at, n.likeness desc`.execute(work.tx);
  for (const { at, subject_id } of rows) near.set(at, [...(near.get(at) ?? []), subject_id]);
  return near;
}
