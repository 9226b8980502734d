// Reads the open data: what somebody who is not signed in may see, under the naming policy for what leaves the house.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { pagePlaces, type NamedPlace } from '#modules/cities/api/name-places.ts';
import { pagePublished } from '#modules/cities/api/profile/read-profile.ts';
import { listDirectory } from '#modules/expos/api/list-directory.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { pageLessons } from '#modules/matching/api/lessons/keep-lessons.ts';
import { pageOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { listReferenceSets } from '#modules/reference/api/keep-sets.ts';
import { listEdges } from '#modules/ties/api/list-edges.ts';
import { tiesInFull, type FullTies } from '#modules/ties/api/ties-in-full.ts';
import { foundingPapers } from '#modules/ties/domain/founding.ts';
import type { Transact } from '#platform/work.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import type { OpenTable } from '../../domain/open-data/tables.ts';
import { inChinese, inEnglish, listCell, officeCells, sourceCells, textCells } from './cells.ts';
import { editionRow, participantRow, type Edition } from './editions.ts';
import { agreementRows, carrierRows, exchangeRows, itemRows, type SidedTie } from './happenings.ts';
import { iatiOf } from './iati.ts';
import { allOf, followed, mapped, pageRows } from './paging.ts';
import { readStatements, type Known } from './statements.ts';
import { readFollowThrough } from './follow-through.ts';
import { pageAims, pageMarks } from '#modules/outcomes/api/project/page-projects.ts';
import { answerRows, entryRows, outcomeRow, partyRows, rateRows, type Outcome } from './outcomes.ts';

interface Read {
  readonly transact: Transact;
  readonly cities: readonly NamedPlace[];
  readonly offices: OfficeNames;
}

const cityRow = ({ id, slug, name, country, latitude, longitude, geonamesId, officeId }: NamedPlace, offices: OfficeNames): OpenRow => {
  const [en, zh] = [inEnglish(name), inChinese(name)];
  const other = en === null && zh === null ? (Object.values(name)[0]?.text ?? null) : null;
  return {
    ...{ id, address: slug, name_en: en, name_zh: zh, name: other, country, latitude, longitude, geonames_id: geonamesId },
    ...{ office: officeId, ...textCells('office', officeId === null ? null : offices.get(officeId)) },
  };
};

/** Cities in the order of their addresses, and the offices that speak for them. */
async function readCities(transact: Transact): Promise<Result<Read>> {
  const cities = await allOf(transact, async (work, after: string | null) => {
    const { places, last } = await pagePlaces(work, { after: after ?? '', limit: pageRows, context: 'export' });
    return { entries: places, last };
  });
  if (!cities.ok) return cities;
  const offices = await transact(async (work) =>
    ok(
      await nameOffices(
        work,
        cities.value.map(({ officeId }) => officeId),
      ),
    ),
  );
  return offices.ok ? ok({ transact, cities: cities.value, offices: offices.value }) : offices;
}

/** A tie with its cities in the order of its sides. */
interface OpenTie extends SidedTie {
  readonly row: OpenRow;
  readonly id: Awaited<ReturnType<typeof listEdges>>[number]['id'];
  readonly sides: { readonly a: OfficeId | null; readonly b: OfficeId | null };
}

/** Ties of cities that are let out, in the order of their addresses. */
async function readTies({ transact, cities }: Read): Promise<Result<readonly OpenTie[]>> {
  const cityOf = new Map<string, NamedPlace>(cities.map((city) => [city.id, city]));
  const edges = await transact(async (work) => ok(await listEdges(work)));
  if (!edges.ok) return edges;
  const ties = edges.value.flatMap(({ id, a, b, kept, listedBy, namedBy }): OpenTie[] => {
    const [x, y] = [cityOf.get(a), cityOf.get(b)];
    if (x === undefined || y === undefined) return [];
    const [one = '', other = ''] = [x.slug, y.slug].sort();
    const [address, namedOnlyBy] = [`${one}--${other}`, namedBy === null ? null : (cityOf.get(namedBy)?.slug ?? null)];
    const row = { id, address, city: one, with_city: other, in_register: kept, listed_by: listCell(listedBy), named_only_by: namedOnlyBy };
    const [first, second] = a < b ? [x, y] : [y, x];
    return [{ row, id, address, a: first.slug, b: second.slug, sides: { a: first.officeId, b: second.officeId } }];
  });
  return ok(ties.sort((x, y) => (x.address < y.address ? -1 : 1)));
}

/** What happened in the ties that offices keep. */
async function readHappenings(transact: Transact, ties: readonly OpenTie[]): Promise<Result<FullTies>> {
  const kept = ties.filter(({ row }) => row['in_register'] === true);
  const batches: FullTies[] = [];
  for (let from = 0; from < kept.length; from += batchOfTies) {
    const batch = await transact(async (work) => ok(await tiesInFull(work, kept.slice(from, from + batchOfTies))));
    if (!batch.ok) return batch;
    batches.push(batch.value);
  }
  return ok({
    agreements: batches.flatMap(({ agreements }) => agreements),
    exchanges: batches.flatMap(({ exchanges }) => exchanges),
    carriers: batches.flatMap(({ carriers }) => carriers),
  });
}

/** Ties whose happenings are read at once. */
const batchOfTies = 100;

const readOutcomes = (transact: Transact): Promise<Result<readonly Outcome[]>> =>
  allOf(transact, async (work, after: Outcome['id'] | null) => {
    const { outcomes, last } = await pageOutcomes(work, { after, limit: batchOfTies });
    return { entries: outcomes, last };
  });

const readMarks = (transact: Transact) =>
  allOf(transact, async (work, after: Parameters<typeof pageMarks>[1]['after']) => pageMarks(work, { after, limit: pageRows }));

/** What projects are to achieve, or what they are measured by, of outcomes that everybody may see. */
async function readProjects(transact: Transact, table: 'projects' | 'project-marks'): Promise<Result<readonly OpenRow[]>> {
  if (table === 'project-marks')
    return mapped(await readMarks(transact), (marks) =>
      marks.map(({ id, outcomeId, kind, title, unit }) => ({ id, outcome: outcomeId, kind, ...textCells('title', title), unit })),
    );
  const aims = await allOf(transact, async (work, after: Parameters<typeof pageAims>[1]['after']) =>
    pageAims(work, { after, limit: pageRows }),
  );
  return mapped(aims, (all) =>
    all.map(({ outcomeId, aim, goals }) => ({ outcome: outcomeId, ...textCells('aim', aim), goals: listCell(goals) })),
  );
}

const readEditions = async (transact: Transact): Promise<Result<readonly Edition[]>> =>
  followed(transact, (work, cursor) => listEditions(work, { ...cursor, limit: 200 }));

async function readParticipants(transact: Transact): Promise<Result<readonly OpenRow[]>> {
  const editions = await readEditions(transact);
  if (!editions.ok) return editions;
  const rows: OpenRow[] = [];
  for (const edition of editions.value) {
    const listed = await followed(transact, (work, cursor) => listDirectory(work, { ...cursor, editionId: edition.id, limit: 200 }));
    if (!listed.ok) return listed;
    rows.push(...listed.value.map((listing) => participantRow(listing, edition)));
  }
  return ok(rows);
}

async function readProfiles({ transact, cities }: Read): Promise<Result<readonly OpenRow[]>> {
  const slugOf = new Map<string, string>(cities.map(({ id, slug }) => [id, slug]));
  const entries = await allOf(transact, async (work, after: Published['id'] | null) => pagePublished(work, { after, limit: pageRows }));
  if (!entries.ok) return entries;
  return ok(
    entries.value.flatMap((entry) => {
      const city = slugOf.get(entry.cityId);
      if (city === undefined) return [];
      return {
        ...{ id: entry.id, city, kind: entry.kind, domain: entry.domain, goals: listCell(entry.goals) },
        ...{ ...textCells('title', entry.title), ...textCells('body', entry.body) },
        ...{
          places: entry.extent?.places.join('; ') ?? null,
          valid_from: entry.extent?.from ?? null,
          valid_until: entry.extent?.until ?? null,
        },
        ...{ sought: entry.sought === null ? null : JSON.stringify(entry.sought), published_at: entry.publishedAt },
        ...{ said_by: entry.saidBy, ...sourceCells(entry.source) },
      };
    }),
  );
}
type Published = Awaited<ReturnType<typeof pagePublished>>['entries'][number];

/** Of cities that may stand in a file. */
async function readLessons({ transact, cities }: Read) {
  const shown = new Set<string>(cities.map(({ id }) => id));
  const lessons = await allOf(transact, async (work, after: LessonShown['id'] | null) => pageLessons(work, { after, limit: pageRows }));
  return mapped(lessons, (all) =>
    all.filter(({ learner, teacher }) => shown.has(learner.id) && (teacher === null || shown.has(teacher.id))),
  );
}
type LessonShown = Awaited<ReturnType<typeof pageLessons>>['entries'][number];

async function readLessonRows(read: Read): Promise<Result<readonly OpenRow[]>> {
  return mapped(await readLessons(read), (lessons) =>
    lessons.map(({ id, learner, teacher, teacherCountry, title, domain, practice, office, officeName }) => ({
      ...{ id, learner: learner.slug, teacher: teacher?.slug ?? null, teacher_country: teacherCountry },
      ...{ ...textCells('title', title), domain, practice: practice?.id ?? null },
      ...officeCells(office, officeName ?? {}),
    })),
  );
}

/** Reference sets that are open, each with its licence. */
async function readSets(transact: Transact): Promise<Result<readonly OpenRow[]>> {
  const sets = await followed(transact, (work, cursor) => listReferenceSets(work, { ...cursor, limit: 200 }));
  if (!sets.ok) return sets;
  return ok(
    sets.value.map(({ id, name, licence, licenceAddress, credit, source, ties }) => ({
      ...{ id, name_en: inEnglish(name), name_zh: inChinese(name) },
      ...{ licence, licence_address: licenceAddress, credit, source: source?.address ?? null, ties },
    })),
  );
}

export interface OpenData {
  readonly rows: readonly OpenRow[];
  /** All cities, where the table's rows lie between them. */
  readonly cities: readonly OpenRow[];
}

/** Tables of outcomes, each made of the same ones. */
const ofOutcomes = {
  'outcome-entries': entryRows,
  'outcome-answers': answerRows,
  'outcome-parties': partyRows,
  'outcome-rates': rateRows,
} as const satisfies Readonly<Partial<Record<OpenTable, (outcome: Outcome) => readonly OpenRow[]>>>;

/** What ties hold, each made of the same ones. */
const ofTies = {
  agreements: agreementRows,
  'agreed-items': itemRows,
  exchanges: exchangeRows,
  carriers: carrierRows,
} as const satisfies Readonly<Partial<Record<OpenTable, unknown>>>;

const isOfTies = (table: OpenTable): table is keyof typeof ofTies => Object.hasOwn(ofTies, table);
const isOfOutcomes = (table: OpenTable): table is keyof typeof ofOutcomes => Object.hasOwn(ofOutcomes, table);

/** What may be named in statements, beside cities and ties. */
async function knownOf(read: Read, ties: readonly OpenTie[]): Promise<Result<Known>> {
  const { transact, cities } = read;
  const [outcomes, editions] = [await readOutcomes(transact), await readEditions(transact)];
  if (!outcomes.ok) return outcomes;
  if (!editions.ok) return editions;
  const lessons = await readLessons(read);
  if (!lessons.ok) return lessons;
  const marks = await readMarks(transact);
  if (!marks.ok) return marks;
  const happened = await readHappenings(transact, ties);
  if (!happened.ok) return happened;
  const papers = Map.groupBy(foundingPapers(happened.value.agreements), ({ tieId }) => tieId);
  const cityOf = new Map(cities.map((city) => [city.slug, city]));
  return ok({
    addresses: new Map<string, string>([
      ...cities.map(({ id, slug }) => [id, slug] as const),
      ...ties.map(({ id, address }) => [id, address] as const),
      ...editions.value.map(({ id, slug }) => [id, slug] as const),
      ...outcomes.value.map(({ id }) => [id, id] as const),
      ...lessons.value.map(({ id }) => [id, id] as const),
      ...marks.value.map(({ id }) => [id, id] as const),
    ]),
    founded: new Map(
      ties.map(({ id, a, b }) => {
        const sides = [a, b].toSorted().flatMap((slug) => {
          const city = cityOf.get(slug);
          return city === undefined ? [] : [{ id: city.id, officeId: city.officeId }];
        });
        return [id, { sides, papers: (papers.get(id) ?? []).map(({ signedOn }) => signedOn) }];
      }),
    ),
  });
}

async function rowsOf(read: Read, table: OpenTable): Promise<Result<readonly OpenRow[]>> {
  const { transact, cities, offices } = read;
  if (table === 'cities') return ok(cities.map((city) => cityRow(city, offices)));
  if (table === 'profiles') return readProfiles(read);
  if (table === 'lessons') return readLessonRows(read);
  if (isOfOutcomes(table)) return mapped(await readOutcomes(transact), (outcomes) => outcomes.flatMap(ofOutcomes[table]));
  const ties = await readTies(read);
  if (!ties.ok) return ties;
  if (table === 'outcomes') {
    const addresses = new Set(ties.value.map(({ address }) => address));
    return mapped(await readOutcomes(transact), (outcomes) => outcomes.map((outcome) => outcomeRow(outcome, (tie) => addresses.has(tie))));
  }
  if (isOfTies(table)) {
    const byId = new Map<string, OpenTie>(ties.value.map((tie) => [tie.id, tie]));
    return mapped(await readHappenings(transact, ties.value), (full) => ofTies[table](full, (id) => byId.get(id)));
  }
  if (table === 'ties') return ok(ties.value.map(({ row }) => row));
  const known = await knownOf(read, ties.value);
  return known.ok ? readStatements(transact, known.value) : known;
}

/** Public outcomes as activities of IATI. */
export async function readIati(transact: Transact, origin: string): Promise<Result<string>> {
  const read = await readCities(transact);
  if (!read.ok) return read;
  const { cities } = read.value;
  const now = await transact((work) => Promise.resolve(ok(work.now)));
  if (!now.ok) return now;
  return mapped(await readOutcomes(transact), (outcomes) => iatiOf(outcomes, { cities, origin, now: now.value }));
}

/** One table of the open data; `transact` runs as nobody, so that the database itself keeps out what is not public. */
export async function readOpenData(transact: Transact, table: OpenTable): Promise<Result<OpenData>> {
  const alone = (rows: readonly OpenRow[]): OpenData => ({ rows, cities: [] });
  if (table === 'sets') return mapped(await readSets(transact), alone);
  if (table === 'editions') return mapped(await readEditions(transact), (editions) => alone(editions.map(editionRow)));
  if (table === 'follow-through') return mapped(await readFollowThrough(transact), alone);
  if (table === 'projects' || table === 'project-marks') return mapped(await readProjects(transact, table), alone);
  if (table === 'participants') return mapped(await readParticipants(transact), alone);
  const read = await readCities(transact);
  if (!read.ok) return read;
  const { cities, offices } = read.value;
  return mapped(await rowsOf(read.value, table), (rows) => ({ rows, cities: cities.map((city) => cityRow(city, offices)) }));
}
