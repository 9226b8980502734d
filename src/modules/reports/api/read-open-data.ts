// Reads the open data: what somebody who is not signed in may see, under the naming policy for what leaves the house.
import { ok, type Result } from '#kernel/result.ts';
import { pagePlaces, type NamedPlace } from '#modules/cities/api/name-places.ts';
import { pageStatements } from '#modules/evidence/api/page-statements.ts';
import { listReferenceSets } from '#modules/reference/api/keep-sets.ts';
import { listEdges } from '#modules/ties/api/list-edges.ts';
import type { Transact } from '#platform/work.ts';
import type { OpenRow, OpenTable } from '../domain/open-data.ts';

/** Rows at a time, so that no transaction is long and other requests are answered between two. */
const pageRows = 1000;

type Statement = Awaited<ReturnType<typeof pageStatements>>[number];

const cityRow = ({ id, slug, name, country, latitude, longitude, geonamesId }: NamedPlace): OpenRow => {
  const [en, zh] = [name['en']?.text ?? null, name['zh-Hans']?.text ?? null];
  const other = en === null && zh === null ? (Object.values(name)[0]?.text ?? null) : null;
  return { id, address: slug, name_en: en, name_zh: zh, name: other, country, latitude, longitude, geonames_id: geonamesId };
};

/** Cities in the order of their addresses. */
async function readCities(transact: Transact): Promise<Result<readonly OpenRow[]>> {
  const rows: OpenRow[] = [];
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const page = await transact(async (work) => ok(await pagePlaces(work, { after: from, limit: pageRows, context: 'export' })));
    if (!page.ok) return page;
    rows.push(...page.value.places.map(cityRow));
    after = page.value.last;
  }
  return ok(rows);
}

/** Ties of cities that are let out, in the order of their addresses. */
async function readTies(transact: Transact, cities: readonly OpenRow[]): Promise<Result<readonly OpenRow[]>> {
  const slugOf = new Map(cities.map((city) => [String(city['id']), String(city['address'])]));
  const edges = await transact(async (work) => ok(await listEdges(work)));
  if (!edges.ok) return edges;
  const rows = edges.value.flatMap(({ id, a, b, kept, listedBy, namedBy }): OpenRow[] => {
    const [one, other] = [slugOf.get(a), slugOf.get(b)].sort();
    if (one === undefined || other === undefined) return [];
    const namedOnlyBy = namedBy === null ? null : (slugOf.get(namedBy) ?? null);
    return [
      {
        id,
        address: `${one}--${other}`,
        city: one,
        with_city: other,
        in_register: kept,
        listed_by: listedBy.join(' '),
        named_only_by: namedOnlyBy,
      },
    ];
  });
  return ok(rows.sort((x, y) => (String(x['address']) < String(y['address']) ? -1 : 1)));
}

function plainOf(value: Statement['value']): { readonly value: string; readonly qualifier: string | null } {
  switch (value.type) {
    case 'date':
      return { value: value.date.text, qualifier: value.date.qualifier };
    case 'text':
      return { value: (value.text['en'] ?? Object.values(value.text)[0])?.text ?? '', qualifier: null };
    case 'count':
      return { value: value.count, qualifier: value.qualifier };
    case 'money':
      return { value: `${value.amount} ${value.currency}`, qualifier: value.qualifier };
    case 'code':
      return { value: value.code, qualifier: null };
    case 'unknown':
      return { value: '', qualifier: value.reason };
  }
}

const statementRow = (said: Statement, about: string): OpenRow => ({
  id: said.id,
  about_kind: said.subject.kind,
  about,
  attribute: said.attribute,
  ...plainOf(said.value),
  value_json: JSON.stringify(said.value),
  kind: said.kind,
  said_by: said.saidBy,
  source_class: said.source.class,
  source_title: said.source.title,
  source_publisher: said.source.publisher,
  source_address: said.source.address,
  source_date: said.source.date?.text ?? null,
  entered_by: said.office.id,
  entered_at: said.enteredAt,
  supersedes: said.supersedes,
  content_hash: said.contentHash,
});

/** Statements about what the other two tables hold, in order of entry. */
async function readStatements(transact: Transact, known: readonly OpenRow[]): Promise<Result<readonly OpenRow[]>> {
  const addressOf = new Map(known.map((row) => [String(row['id']), String(row['address'])]));
  const rows: OpenRow[] = [];
  for (let after: Statement['id'] | null = null; ;) {
    const from: Statement['id'] | null = after;
    const page: Result<readonly Statement[]> = await transact(async (work) =>
      ok(await pageStatements(work, { kinds: ['city', 'tie'], after: from, limit: pageRows })),
    );
    if (!page.ok) return page;
    for (const said of page.value) {
      const about = addressOf.get(said.subject.id);
      if (about !== undefined) rows.push(statementRow(said, about));
    }
    if (page.value.length < pageRows) return ok(rows);
    after = page.value.at(-1)?.id ?? null;
  }
}

/** Reference sets that are open, each with its licence. */
async function readSets(transact: Transact): Promise<Result<readonly OpenRow[]>> {
  const rows: OpenRow[] = [];
  for (let cursor: string | undefined; ;) {
    const after: { readonly cursor?: string } = cursor === undefined ? {} : { cursor };
    const page = await transact((work) => listReferenceSets(work, { ...after, limit: 200 }));
    if (!page.ok) return page;
    for (const { id, name, licence, licenceAddress, credit, source, ties } of page.value.entries)
      rows.push({
        id,
        name_en: name['en']?.text ?? null,
        name_zh: name['zh-Hans']?.text ?? null,
        licence,
        licence_address: licenceAddress,
        credit,
        source: source?.address ?? null,
        ties,
      });
    if (page.value.nextCursor === null) return ok(rows);
    cursor = page.value.nextCursor;
  }
}

export interface OpenData {
  readonly rows: readonly OpenRow[];
  /** All cities, where the table's rows lie between them. */
  readonly cities: readonly OpenRow[];
}

/** One table of the open data; `transact` runs as nobody, so that the database itself keeps out what is not public. */
export async function readOpenData(transact: Transact, table: OpenTable): Promise<Result<OpenData>> {
  if (table === 'sets') {
    const sets = await readSets(transact);
    return sets.ok ? ok({ rows: sets.value, cities: [] }) : sets;
  }
  const cities = await readCities(transact);
  if (!cities.ok) return cities;
  if (table === 'cities') return ok({ rows: cities.value, cities: cities.value });
  const ties = await readTies(transact, cities.value);
  if (!ties.ok) return ties;
  if (table === 'ties') return ok({ rows: ties.value, cities: cities.value });
  const statements = await readStatements(transact, [...cities.value, ...ties.value]);
  return statements.ok ? ok({ rows: statements.value, cities: cities.value }) : statements;
}
