// What is found without terms of its own, by views that modules publish here: editions, programmes, agreements, exchanges, who carries a tie, figures, statements, and an office's sources and people. Row-level security decides which.
import { sql, type RawBuilder } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '../postgres/database.ts';
import { read } from '../postgres/read.ts';
import { formsOf, joined } from './forms.ts';

export const searchedKinds = [
  ...(['tie', 'edition', 'programme', 'outcome', 'agreement', 'exchange', 'carrier', 'statement'] as const),
  ...(['person', 'source'] as const),
] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** Where a row stands: on the page of a tie, a city, an edition, an outcome or an organisation. */
export interface SearchedPlace {
  readonly kind: 'tie' | 'city' | 'edition' | 'outcome' | 'organisation';
  readonly id: string;
  /** Of a tie and a city null: they are called by their modules. */
  readonly slug: string | null;
  readonly label: MultilingualText | null;
}

export interface SearchedRow {
  readonly kind: SearchedKind;
  readonly id: string;
  /** What its own address is made of: of an edition its slug, of a source its title, of a person the organisation; null where it has a place. */
  readonly slug: string | null;
  /** Null where it is called as its place is. */
  readonly label: MultilingualText | null;
  /** The line that holds the words. */
  readonly term: string;
  readonly isPublic: boolean;
  readonly place: SearchedPlace | null;
  /** A code of its kind: a memorandum, a visit, a deal. */
  readonly code: string | null;
  readonly day: FlexDate | null;
  /** Who keeps it and who has taken it up, where it stands on the pages of a tie for those of its sides alone. */
  readonly heardBy: readonly OfficeId[] | null;
}

export interface Searched {
  readonly q: string;
  readonly offices: readonly OfficeId[];
  /** Of each kind at most so many. */
  readonly limit: number;
}

interface Row {
  readonly kind: SearchedKind;
  readonly id: string;
  readonly slug: string | null;
  readonly place_kind: SearchedPlace['kind'] | null;
  readonly place_id: string | null;
  readonly place_slug: string | null;
  readonly place_label: MultilingualText | null;
  readonly label: MultilingualText | null;
  readonly code: string | null;
  readonly day: FlexDate | null;
  readonly heard_by: readonly OfficeId[] | null;
  readonly is_public: boolean;
  readonly words: string;
}

/** Those that hold all the words, whole titles first, in one statement; sources and people are an office's, so that nobody without one finds any. */
export async function listSearchedRows(tx: Tx, searched: Searched): Promise<readonly SearchedRow[]> {
  const [written, spoken] = await Promise.all([asWritten(tx, searched), bySound(tx, searched)]);
  const known = new Set(written.map(({ kind, id }) => `${kind} ${id}`));
  const words = wordsOf(searched.q);
  const rows = [...written, ...spoken.filter(({ kind, id }) => !known.has(`${kind} ${id}`))].map((row) => shown(row, words));
  const isWhole = ({ term }: SearchedRow): boolean => fold(term) === fold(searched.q);
  const place = ({ kind }: SearchedRow): number => searchedKinds.indexOf(kind);
  const order = (x: SearchedRow, y: SearchedRow): number =>
    Number(isWhole(y)) - Number(isWhole(x)) || place(x) - place(y) || (x.term < y.term ? -1 : x.term > y.term ? 1 : 0);
  // What is drafted and released is one item.
  return [
    ...new Map(rows.toSorted((x, y) => Number(x.isPublic) - Number(y.isPublic)).map((row) => [`${row.kind} ${row.id}`, row])).values(),
  ].sort(order);
}

/** Words and figures, the latter without their separators: `'£1,390.5m for 上海'` gives `1390.5m`, `for` and `上海`. */
const wordsOf = (q: string): readonly string[] =>
  (besideYears(fold(q)).match(/\d[\d.,]*[\p{L}\p{N}]*|[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    /^\d/.test(word) ? word.replaceAll(',', '').replace(/\.$/, '') : word,
  );

/** A year that is written to Chinese words is a word of its own, unless it counts something. */
const besideYears = (q: string): string =>
  q
    .replace(/(\p{Script=Han})((?:19|20)\d\d)(?!\d)/gu, '$1 $2')
    .replace(/(?<!\d)((?:19|20)\d\d)(?=\p{Script=Han})(?![年万亿项家个])/gu, '$1 ');

/** A line is shown as it is written, cut round the first word that was looked for. */
const [LONGEST, BEFORE] = [160, 40];

function shown(
  { place_kind, place_id, place_slug, place_label, heard_by, is_public, words, ...row }: Row,
  sought: readonly string[],
): SearchedRow {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const holding = lines.toSorted((x, y) => held(y, sought) - held(x, sought))[0] ?? '';
  const line = held(holding, sought) > 0 || row.label === null ? holding : (Object.values(row.label)[0]?.text ?? holding);
  const at = fold(line).indexOf(sought[0] ?? '');
  const from = line.length <= LONGEST || at < BEFORE ? 0 : at - BEFORE;
  const term = `${from === 0 ? '' : '…'}${line.slice(from, from + LONGEST)}${line.length > from + LONGEST ? '…' : ''}`;
  const place = place_kind === null || place_id === null ? null : { kind: place_kind, id: place_id, slug: place_slug, label: place_label };
  return { ...row, term, isPublic: is_public, heardBy: heard_by, place };
}

const held = (line: string, sought: readonly string[]): number => {
  const folded = fold(line);
  return sought.filter((word) => folded.includes(word)).length;
};

const unnamed = (text: string) => sql`jsonb_build_object('und', jsonb_build_object('text', ${sql.raw(text)}, 'origin', 'human'))`;

/** The SQL of what an office's people are called, surname and given name in their order. */
const called =
  sql.raw(`case when name_order = 'surname_first' then surname || case when surname ~ '[^ -~]' then '' else ' ' end || given_name
  else trim(given_name || ' ' || surname) end`);

const noPlace = sql`null::text as place_kind, null::uuid as place_id`;
const noMore = sql`null::text as code, null::jsonb as day, null::uuid[] as heard_by`;

const editions = sql`select e.slug, 'edition' as kind, e.id, ${noPlace}, e.name as label, ${noMore}, e.visibility = 'public' as is_public,
  platform.words_in(e.name) as words, e.searched from platform.searched_editions e`;
const sources = (
  offices: readonly OfficeId[],
) => sql`select s.title as slug, 'source' as kind, s.id, ${noPlace}, ${unnamed('s.title')} as label,
  ${noMore}, s.is_public, concat_ws(E'\n', s.title, s.publisher) as words, platform.folded(concat_ws(E'\n', s.title, s.publisher)) as searched
  from platform.searched_sources s where s.owner_office = any (${[...offices]}::uuid[])`;
const people = sql`select p.organisation_id::text as slug, 'person' as kind, p.id, ${noPlace}, ${unnamed('p.called')} as label, ${noMore},
  false as is_public, p.called as words, platform.folded(concat_ws(E'\n', p.called, p.surname || p.given_name || ' ' || p.given_name)) as searched
  from (select id, organisation_id, surname, given_name, ${called} as called from platform.searched_contacts) p`;
const published = ['happenings', 'outcomes', 'statements', 'programme'].map(publishedView);
/** Days that are stated of ties, for those who look for a year. */
const stated = publishedView('days');

function publishedView(name: string): RawBuilder<unknown> {
  return sql`select null::text as slug, v.kind, v.id, v.place_kind, v.place_id, v.label, v.code, v.day, v.heard_by, v.is_public, v.words, v.searched
    from ${sql.table(`platform.searched_${name}`)} v`;
}

/** Short Latin words and figures count where a word begins, a bare figure where it ends as well; all else wherever it stands. */
function holds(word: string): RawBuilder<boolean> {
  const text = sql`c.folded`;
  if (/^\d/.test(word)) {
    // 39 is no part of 1.39, yet a year may stand behind a full stop; thousands may be set apart.
    const begins = /^\d{4}/.test(word) ? '(^|[^0-9])' : '(^|[^0-9.])';
    const figure = word.replace(/\d(?=\d)/g, '$&,?').replaceAll('.', String.raw`\.`);
    return sql<boolean>`${text} ~ ${`${begins}${figure}${/\d$/.test(word) ? '([^0-9]|$)' : ''}`}`;
  }
  if (/^[a-z]{1,3}$/.test(word)) return sql<boolean>`${text} ~ ${`(^|[^a-z0-9])${word}`}`;
  // A Chinese name is shortened to some of its characters: 进博会 is 进口博览会.
  if (/^\p{Script=Han}{3,5}$/u.test(word))
    return sql<boolean>`(strpos(${text}, ${word}) > 0 or c.kind = 'edition' and ${text} ~ ${[...word].join('[^\n]*')})`;
  // A Chinese name is typed in one and written in two: wangzhan is Wang Zhan.
  if (isPinyin(word)) return sql<boolean>`(strpos(${text}, ${word}) > 0 or ${text} ~ ${`(^|[^a-z])${[...word].join('[ -]?')}([^a-z]|$)`})`;
  return sql<boolean>`strpos(${text}, ${word}) > 0`;
}

/** Two to six syllables that may be one Chinese name: an initial, a final. */
const isPinyin = (word: string): boolean =>
  /^[a-z]{4,24}$/.test(word) && /^(?:(?:[bpmfdtnlgkhjqxrwy]|[zcs]h?)?(?:[iuv]?[aeo][iou]?|[iuv])(?:ng?|r)?){2,6}$/.test(word);

/** What a name is looked for by: shorter words stand in too many. */
const namesPlace = (word: string): boolean => /^[\p{L}]{4,}$|^\p{Script=Han}{2,}$/u.test(word);

/** The `n`th table of things of whose names a word is a part: what stands on their pages need not hold it itself. */
const placesTable = (n: number) => sql.id(`places_${n}`);
const placesOf = (word: string, offices: readonly OfficeId[]) => {
  const named = sql`kind in ('tie', 'city', 'organisation', 'outcome') and folded like ${`%${word}%`}`;
  return sql`select subject_id as id from platform.search_term where ${named}
    union select subject_id from platform.office_search_term where (owner_office = any (${[...offices]}::uuid[]) or shared_with && ${[...offices]}::uuid[]) and ${named}
    union select id from platform.searched_editions where strpos(searched, ${word}) > 0`;
};

const isYear = (word: string): boolean => /^(1[0-9]|20)\d\d(?!\d)/.test(word) || /^(19|20)\d\d-\d/.test(word);

async function asWritten(tx: Tx, { q, offices, limit }: Searched): Promise<readonly Row[]> {
  const words = await unglued(tx, wordsOf(q));
  if (words.length === 0) return [];
  const places = words.length === 1 ? [] : words.flatMap((word, n) => (namesPlace(word) ? [{ word, n }] : []));
  const held = words.map(holds);
  const fits = held.map((own, n) =>
    places.some((one) => one.n === n) ? sql`(${own} or c.place_id in (select id from ${placesTable(n)}))` : own,
  );
  // One word at least is its own: a place alone has a page.
  const all = [...fits, ...(places.length < words.length ? [] : [sql`(${sql.join(held, sql` or `)})`])];
  const folded = words.some(isYear)
    ? sql`case when v.day is null then v.searched else concat_ws(E'\n', v.searched, platform.day_words(v.day)) end`
    : sql`v.searched`;
  const views = [
    editions,
    ...published,
    ...(words.some(isYear) ? [stated] : []),
    ...(offices.length === 0 ? [] : [sources(offices), people]),
  ];
  const found = views.map(
    (view) => sql`(select c.* from (select v.*, ${folded} as folded from (${view}) v) c
      where ${sql.join(all, sql` and `)} order by c.id desc limit ${limit})`,
  );
  const tables = places.map(({ word, n }) => sql`${placesTable(n)} as materialized (${placesOf(word, offices)})`);
  return read<Row>(
    tx,
    sql<Row>`${tables.length === 0 ? sql`` : sql`with ${sql.join(tables)}`}
      select f.kind, f.id, f.slug, f.place_kind, f.place_id, f.label, f.code, f.day, f.heard_by, f.is_public, left(f.words, 8000) as words,
      case f.place_kind when 'edition' then (select e.slug from platform.searched_editions e where e.id = f.place_id)
        when 'tie' then null when 'city' then null else f.place_id::text end as place_slug,
      case f.place_kind when 'edition' then (select e.name from platform.searched_editions e where e.id = f.place_id)
        when 'outcome' then (select o.label from platform.searched_outcomes o where o.id = f.place_id)
        when 'organisation' then coalesce((select t.label from platform.search_term t where t.kind = 'organisation' and t.subject_id = f.place_id limit 1),
          (select t.label from platform.office_search_term t where t.kind = 'organisation' and t.subject_id = f.place_id limit 1))
        end as place_label
      from (${sql.join(found, sql` union all `)}) f`,
  );
}

/** Chinese sets no blank between the name of a place and what is looked for of it: `巴塞尔备忘录` gives `巴塞尔` and `备忘录`. */
async function unglued(tx: Tx, words: readonly string[]): Promise<readonly string[]> {
  const long = words.filter((word) => /^\p{Script=Han}{4,20}$/u.test(word));
  if (long.length === 0) return words;
  const parts = long.flatMap((word) =>
    Array.from(word).flatMap((_, at) => (at < 2 || at > word.length - 2 ? [] : [word.slice(0, at), word.slice(at)])),
  );
  const known = await read<{ readonly folded: string }>(
    tx,
    sql<{
      readonly folded: string;
    }>`select distinct folded from platform.search_term where kind = 'city' and folded = any (${parts}::text[])`,
  );
  const cities = known.map(({ folded }) => folded).toSorted((x, y) => y.length - x.length);
  return words.flatMap((word) => {
    const city = long.includes(word) ? cities.find((name) => word.startsWith(name) || word.endsWith(name)) : undefined;
    if (city === undefined || city === word) return [word];
    const rest = word.startsWith(city) ? word.slice(city.length) : word.slice(0, -city.length);
    return [city, rest.replace(/^[与和的及同]/u, '')];
  });
}

/** Names with Han characters that are looked through by their sound; more than an office has of sources and people. */
const MOST_SPOKEN = 3000;

/** Sources and people that are written in Chinese, by pinyin. */
async function bySound(tx: Tx, { q, offices, limit }: Searched): Promise<readonly Row[]> {
  const sound = joined(q.toLowerCase());
  if (offices.length === 0 || !/^[a-z']{2,}$/.test(sound)) return [];
  const inHan = (view: RawBuilder<unknown>) =>
    sql`(select v.* from (${view}) v where v.words ~ '[\u4e00-\u9fff]' order by v.id desc limit ${MOST_SPOKEN})`;
  const rows = await read<Row>(
    tx,
    sql<Row>`select f.kind, f.id, f.slug, f.place_kind, f.place_id, f.label, f.code, f.day, f.heard_by, f.is_public, f.words,
      null::text as place_slug, null::jsonb as place_label from (${inHan(sources(offices))} union all ${inHan(people)}) f`,
  );
  const found = rows.filter(({ words }) => formsOf(words.split('\n')[0] ?? '').compact.includes(sound.replaceAll("'", '')));
  return ['source', 'person'].flatMap((kind) => found.filter((row) => row.kind === kind).slice(0, limit));
}
