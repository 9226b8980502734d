// The table of what is found by name: written by use cases in the transaction of their change, searched by whoever asks.
import { isDeepStrictEqual } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { read } from '../postgres/read.ts';
import type { Work } from '../work.ts';
import { formsOf, joined, type Forms } from './forms.ts';
import { beginLikeness, hasLetters, LEAST_LIKE, letters, likeness, mayBeLike } from './likeness.ts';

export type SubjectKind = 'city' | 'tie' | 'organisation' | 'outcome' | 'entry';

/** What can be found: its readable address and what it is called in a list of finds. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly slug: string;
  readonly label: MultilingualText;
}

/** Everybody, or an office with those it shares the thing with. */
export type TermAudience =
  | 'public'
  | { readonly office: OfficeId; readonly visibility: 'private' | 'shared'; readonly sharedWith: readonly OfficeId[] };

/** Longer names than anybody types are cut. */
const LONGEST = 200;

/** A thing with the names it is found by. */
export type WithTerms = Subject & {
  readonly terms: readonly string[];
  /** Other spellings: found like names, but after them. */
  readonly alsoCalled?: readonly string[];
  /** How many people live there, null where nobody knows; of equal finds the greater comes first. */
  readonly people?: number | null;
};

/** As a town of thirty thousand; a place of which nothing is known as a village of a thousand. */
const [WEIGHT_OF_OTHERS, WEIGHT_OF_UNKNOWN] = [150, 100];
/** Another spelling counts like the name of a place with a sixtieth of the people. */
const LESS_FOR_SPELLINGS = 60;
/** The sound of a Chinese name like that of a place with a quarter of them: those who type Latin letters mostly mean Latin names. */
const LESS_FOR_SOUND = 20;

const weightOf = ({ people }: WithTerms): number =>
  people === undefined ? WEIGHT_OF_OTHERS : people === null ? WEIGHT_OF_UNKNOWN : Math.round(10 * Math.log2(people + 1));

interface TermRow {
  readonly term: string;
  readonly folded: string;
  readonly weight: number;
}

/** One row for each form, under the first name that has it. */
function rowsOf(subject: WithTerms): readonly TermRow[] {
  const own = weightOf(subject);
  const named = [
    ...subject.terms.map((term) => ({ term, less: 0 })),
    ...(subject.alsoCalled ?? []).map((term) => ({ term, less: LESS_FOR_SPELLINGS })),
  ];
  const rows = new Map<string, TermRow>();
  for (const { term: whole, less } of named) {
    const term = whole.slice(0, LONGEST);
    for (const [at, folded] of formsOf(term).kept.entries()) {
      const weight = Math.max(0, own - less - (at === 0 ? 0 : LESS_FOR_SOUND));
      if (!rows.has(folded)) rows.set(folded, { term, folded, weight });
    }
  }
  return [...rows.values()];
}

/** Takes things' terms out of the public ones, or out of those an office keeps to itself. */
export async function removeManySearchTerms(
  work: Work,
  subjects: readonly Pick<Subject, 'kind' | 'id'>[],
  from: 'public' | OfficeId,
): Promise<void> {
  if (subjects.length === 0) return;
  const ids = sql`kind = any (${[...new Set(subjects.map(({ kind }) => kind))]}::text[]) and subject_id = any (${subjects.map(({ id }) => id)}::uuid[])`;
  await (
    from === 'public'
      ? sql`delete from platform.search_term where ${ids}`
      : sql`delete from platform.office_search_term where owner_office = ${from} and ${ids}`
  ).execute(work.tx);
}

/** The same for one thing. */
export const removeSearchTerms = (work: Work, subject: Pick<Subject, 'kind' | 'id'>, from: 'public' | OfficeId): Promise<void> =>
  removeManySearchTerms(work, [subject], from);

/** Puts terms in place of the things' earlier ones for this audience, in a few statements whatever the number; the other audience's stay. */
export async function writeManySearchTerms(work: Work, subjects: readonly WithTerms[], audience: TermAudience): Promise<void> {
  const given = subjects.map((subject) => ({ subject, rows: rowsOf(subject) }));
  const changed = audience === 'public' ? await changedAmong(work, given) : given;
  if (changed.length === 0) return;
  await removeManySearchTerms(
    work,
    changed.map(({ subject }) => subject),
    audience === 'public' ? 'public' : audience.office,
  );
  const said = changed.map(({ subject: { kind, id, slug, label }, rows }) => ({ kind, subject_id: id, slug, label, rows }));
  const written = sql`select s.kind, s.subject_id, s.slug, s.label, r.term, r.folded, r.weight
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s(kind text, subject_id uuid, slug text, label jsonb, rows jsonb),
      jsonb_to_recordset(s.rows) as r(term text, folded text, weight smallint)`;
  // Whoever writes the same thing in the same moment writes the same of it.
  await (
    audience === 'public'
      ? sql`insert into platform.search_term (kind, subject_id, slug, label, term, folded, weight) ${written} on conflict do nothing`
      : sql`insert into platform.office_search_term (owner_office, visibility, shared_with, kind, subject_id, slug, label, term, folded, weight)
        select ${audience.office}::uuid, ${audience.visibility}, ${[...audience.sharedWith]}::uuid[], w.* from (${written}) as w on conflict do nothing`
  ).execute(work.tx);
}

interface Given {
  readonly subject: WithTerms;
  readonly rows: readonly TermRow[];
}

/** Those whose public terms are not already these: most of what is indexed anew has kept its names. */
async function changedAmong(work: Work, given: readonly Given[]): Promise<readonly Given[]> {
  if (given.length === 0) return [];
  const { rows: held } = await sql<Pick<FoundRow, 'subject_id' | 'slug' | 'label'> & { readonly rows: readonly TermRow[] }>`
    select subject_id, min(slug) as slug, (array_agg(label))[1] as label,
      jsonb_agg(jsonb_build_object('term', term, 'folded', folded, 'weight', weight)) as rows
    from platform.search_term where subject_id = any (${given.map(({ subject }) => subject.id)}::uuid[]) group by subject_id`.execute(
    work.tx,
  );
  const ofSubject = new Map(held.map((one) => [one.subject_id, one]));
  return given.filter(({ subject, rows }) => {
    const one = ofSubject.get(subject.id);
    if (one === undefined) return true;
    const terms = (list: readonly TermRow[]): ReadonlySet<string> =>
      new Set(list.map(({ term, folded, weight }) => JSON.stringify([term, folded, weight])));
    return one.slug !== subject.slug || !isDeepStrictEqual(one.label, subject.label) || !isDeepStrictEqual(terms(one.rows), terms(rows));
  });
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

/** The terms that the actor's offices keep or are shown. The office comes first: under row-level security text operators cannot lead. */
export function ofActor(work: Work): RawBuilder<boolean> {
  const offices = work.actor.memberships.map(({ office }) => office);
  return sql<boolean>`(owner_office = any (${offices}::uuid[]) or shared_with && ${offices}::uuid[])`;
}

/** One way of looking: which terms fit, and how well, in thousands for the way and below that for the weight of the thing. */
interface Way {
  readonly fits: RawBuilder<boolean>;
  /** The same for an office's own terms, where it can be said in less: text operators have no index there, so each of them is looked at. */
  readonly fitsOwn?: RawBuilder<boolean>;
  readonly score: RawBuilder<number>;
}

/** Of what is called by its whole name, of what only begins so, and of what only holds it. */
const [WHOLE, PART] = [5000, 1000];

/** The last character of all: what begins with a form lies between the form and the form with this behind it. */
const LAST = '\u{10ffff}';
const begins = (form: string): RawBuilder<boolean> => sql<boolean>`(compact >= ${form} and compact < ${form + LAST})`;

/** Of more words than the names of two cities have nothing is turned round. */
const MOST_WORDS = 8;

/** The words beginning with each of the others, as they are written and as they sound: a tie is called by two names, and either may be typed first. */
function turned(written: string): readonly string[] {
  const words = written.split(' ');
  if (words.length > MOST_WORDS) return [];
  const turns = words.slice(1).map((_, at) => [...words.slice(at + 1), ...words.slice(0, at + 1)].join(' '));
  return [...new Set(turns.flatMap((turn) => [joined(turn), formsOf(turn).compact]))];
}

/** Whole names, and beginnings as they are written; blanks do not count, nor does which city of a tie comes first. */
function beginning({ written, compact }: Forms): Way {
  const plainly = joined(written);
  const turns = turned(written);
  const others = [
    ...(plainly === compact ? [] : [sql<boolean>`compact = ${compact}`]),
    ...(turns.length === 0 ? [] : [sql<boolean>`(compact = any (${turns}::text[]) and kind = 'tie')`]),
  ];
  const called = others.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(others, sql` or `)})`;
  return {
    fits: sql<boolean>`(${begins(plainly)} or ${called})`,
    score: sql<number>`(case when compact = ${plainly} then 6000 when ${called} then 5000 else 4000 end + weight)`,
  };
}

const HAN = /\p{Script=Han}/u;
const ASCII = /^[ -~]*$/;

/** A way that is gone only where fewer things have been found. */
interface FurtherWay extends Way {
  readonly fewerThan: number;
}

/** Beside so few that only begin so or hold it, what sounds so or is much alike may have been meant. */
const FEW = 3;

/** Latin letters in the middle of a name, first where a word begins. */
function holding(written: string, forms: readonly string[]): Way {
  const among = (text: RawBuilder<string>): RawBuilder<unknown> =>
    sql.join(
      forms.map((form) => sql<boolean>`${text} like ${`%${form}%`}`),
      sql` or `,
    );
  return {
    fits: sql<boolean>`(${hasLetters} and (${among(letters)}))`,
    fitsOwn: sql<boolean>`(${among(sql<string>`folded`)} or ${among(sql<string>`compact`)})`,
    score: sql<number>`(case when folded like ${`% ${written}%`} then 2000 else 1000 end + weight)`,
  };
}

/**
 * What stands in the middle of a name, and for Han characters what sounds so; none where the text is so short that it would be anything.
 * Each way is looked apart, so that it keeps to its own index.
 */
function furtherWays({ written, compact }: Forms, limit: number): readonly FurtherWay[] {
  const plainly = joined(written);
  if (ASCII.test(plainly)) return plainly.length < 3 ? [] : [{ ...holding(written, [...new Set([written, compact])]), fewerThan: limit }];
  const isHan = HAN.test(plainly);
  const characters: FurtherWay = {
    fits: sql<boolean>`(compact ~ '[^ -~]' and string_to_array(compact, null) @> string_to_array(${plainly}, null) and compact like ${`%${plainly}%`})`,
    score: sql<number>`(2000 + weight)`,
    fewerThan: limit,
  };
  const sounds = isHan && compact !== plainly && ASCII.test(compact);
  return [
    ...(isHan || plainly.length > 2 ? [characters] : []),
    ...(sounds ? [{ fits: begins(compact), score: sql<number>`(1500 + weight)`, fewerThan: FEW }] : []),
    ...(sounds && compact.length > 2 ? [{ ...holding(compact, [compact]), fewerThan: 1 }] : []),
  ];
}

/** What is called alike; null where the text is so short that it would be anything. */
function alike({ compact }: Forms, least: number): Way | null {
  if (compact.length < 4 || !/[a-z0-9]{2}/.test(compact)) return null;
  const form = sql<string>`${compact}`;
  return {
    fits: sql<boolean>`(${mayBeLike(form)} and ${likeness(form)} >= ${least})`,
    fitsOwn: sql<boolean>`(${hasLetters} and ${likeness(form)} >= ${least})`,
    score: sql<number>`(${likeness(form)} * 800 + weight * 0.3)`,
  };
}

/** A city has a hundred names, so that the best of each is taken before they are cut. */
async function look(work: Work, { fits, fitsOwn = fits, score }: Way, limit: number): Promise<readonly FoundRow[]> {
  const hits = (table: RawBuilder<unknown>, isPublic: boolean, condition: RawBuilder<boolean>) => sql`
    select kind, subject_id, slug, label, term, ${score} as score, ${sql.lit(isPublic)} as is_public from ${table} where ${condition}`;
  const offices = work.actor.memberships.map(({ office }) => office);
  const table = sql`platform.office_search_term`;
  // Own and shown ones apart: each begins with what its index begins with.
  const hidden = [
    hits(table, false, sql<boolean>`owner_office = any (${offices}::uuid[]) and ${fitsOwn}`),
    hits(table, false, sql<boolean>`visibility = 'shared' and shared_with && ${offices}::uuid[] and ${fitsOwn}`),
  ];
  const all = [hits(sql`platform.search_term`, true, fits), ...(offices.length === 0 ? [] : hidden)];
  return read<FoundRow>(
    work.tx,
    sql<FoundRow>`with hit as (${sql.join(all, sql` union all `)}),
    best as (select distinct on (subject_id) * from hit order by subject_id, score desc, is_public desc, length(term), term)
    select * from best order by score desc, length(term), term, subject_id limit ${limit}`,
  );
}

const foundOf = ({ kind, subject_id, slug, label, term, score, is_public }: FoundRow): Found => ({
  kind,
  id: subject_id,
  slug,
  label,
  term,
  fit: score >= WHOLE ? 'whole' : score >= PART ? 'part' : 'near',
  isPublic: is_public,
});

const MUCH_LIKE = 0.5;

/**
 * Finds what is called like the text, best first: public things, and apart from them what the actor's offices keep or are shown. Whole
 * names go before beginnings, those before what stands in the middle, and likeness counts where hardly anything is called so; of equal
 * finds the one of more people comes first.
 */
export async function searchTerms(work: Work, { q, limit }: { readonly q: string; readonly limit: number }): Promise<readonly Found[]> {
  const forms = formsOf(q);
  if (forms.all.length === 0) return [];
  const found = new Map<string, FoundRow>();
  const add = async (way: Way): Promise<void> => {
    for (const row of await look(work, way, limit)) if (row.score > (found.get(row.subject_id)?.score ?? 0)) found.set(row.subject_id, row);
  };
  await add(beginning(forms));
  for (const way of furtherWays(forms, limit)) if (found.size < way.fewerThan) await add(way);
  const isCalledSo = [...found.values()].some(({ score }) => score >= WHOLE);
  if (!isCalledSo && found.size < Math.min(FEW, limit)) {
    const least = found.size === 0 ? LEAST_LIKE : MUCH_LIKE;
    const way = alike(forms, least);
    if (way !== null) await beginLikeness(work, least);
    if (way !== null) await add(way);
  }
  return [...found.values()]
    .toSorted((x, y) => y.score - x.score)
    .slice(0, limit)
    .map(foundOf);
}
