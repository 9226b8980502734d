// The open data as rows and as files: cells, features, and the data package that describes the tables (Frictionless Data Package v1).
import { fieldsOf } from './fields.ts';
import { openTables, type OpenTable } from './tables.ts';

export type OpenValue = string | number | boolean | null;
export type OpenRow = Readonly<Record<string, OpenValue>>;

export const columnsOf = (table: OpenTable): readonly string[] => fieldsOf[table].map(({ name }) => name);

/** A row as a list of cells in the order of the columns; what is not known is an empty cell, a truth is a word. */
export const cellsOf = (table: OpenTable, row: OpenRow): readonly (string | number)[] =>
  columnsOf(table).map((name) => {
    const value = row[name] ?? null;
    return value === null ? '' : typeof value === 'boolean' ? String(value) : value;
  });

/** What places come from. The rest is said by whoever the rows name. */
const geonames = { title: 'GeoNames', path: 'https://www.geonames.org/' };
const ccBy = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' };

const titles = {
  cities: 'Cities that something public names',
  ties: 'Ties that offices publish or open sets list',
  statements: 'What is said of cities, ties, outcomes, projects, organisations and editions, with who says it',
  agreements: 'Agreements of ties',
  'agreed-items': 'What agreements foresee, with the state that each side tells',
  exchanges: 'Visits, events and programmes of ties',
  carriers: 'Who carries a tie: organisations and posts',
  outcomes: 'What came of ties',
  'outcome-entries': 'Ledgers of outcomes: every entry, with what reverses it',
  'outcome-answers': 'What sides confirm or hold otherwise of an outcome’s figures',
  'outcome-parties': 'Who takes part in outcomes',
  'outcome-rates': 'Rates of exchange that somebody stated for an outcome',
  projects: 'What projects are to achieve',
  'project-marks': 'Milestones and indicators of projects; how they stand, and who says so, is among the statements',
  'follow-through': 'What became of the results announced at editions, where the organiser shows it',
  profiles: 'What cities publish of themselves',
  lessons: 'What one city learned from another; who says so, since when and how far, is among the statements',
  editions: 'Public editions of expos, with the counts of their public directories',
  participants: 'Public directories of editions',
  sets: 'Reference sets that are open, each with its licence and credit',
} as const satisfies Readonly<Record<OpenTable, string>>;

interface ForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: OpenTable; readonly fields: string };
}
const key = (fields: string, resource: OpenTable, to: string): ForeignKey => ({ fields, reference: { resource, fields: to } });

const keysOf: Readonly<Partial<Record<OpenTable, readonly ForeignKey[]>>> = {
  ties: [key('city', 'cities', 'address'), key('with_city', 'cities', 'address')],
  agreements: [key('tie', 'ties', 'address')],
  'agreed-items': [key('agreement', 'agreements', 'id')],
  exchanges: [key('tie', 'ties', 'address')],
  carriers: [key('tie', 'ties', 'address')],
  'outcome-entries': [key('outcome', 'outcomes', 'id')],
  'outcome-answers': [key('outcome', 'outcomes', 'id')],
  'outcome-parties': [key('outcome', 'outcomes', 'id')],
  'outcome-rates': [key('outcome', 'outcomes', 'id')],
  projects: [key('outcome', 'outcomes', 'id')],
  'project-marks': [key('outcome', 'outcomes', 'id')],
  'follow-through': [key('edition', 'editions', 'address'), key('outcome', 'outcomes', 'id')],
  profiles: [key('city', 'cities', 'address')],
  lessons: [key('learner', 'cities', 'address')],
  participants: [key('edition', 'editions', 'address')],
};

/** The data package; `origin` without a slash at its end. A licence is claimed for nothing but what one was given for. */
export function dataPackage(origin: string) {
  return {
    profile: 'tabular-data-package',
    name: 'ties-of-cities',
    title: 'Ties of cities',
    description:
      'The public part of this register. Each statement names its source and stands under the terms of that source; positions and numbers of places are those of GeoNames; what a reference set lists is under the licence of that set, told in the table of sets. Nothing is judged, and what is not known is an empty cell.',
    homepage: `${origin}/data`,
    sources: [geonames],
    resources: openTables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table,
      title: titles[table],
      ...(table === 'cities' ? { licenses: [ccBy], sources: [geonames] } : {}),
      path: `${origin}/data/${table}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
      schema: {
        fields: fieldsOf[table].map((field) =>
          field.type === 'boolean' ? { ...field, trueValues: ['true'], falseValues: ['false'] } : field,
        ),
        missingValues: [''],
        primaryKey: fieldsOf[table].some(({ name }) => name === 'id') ? 'id' : fieldsOf[table].slice(0, 2).map(({ name }) => name),
        ...(keysOf[table] === undefined ? {} : { foreignKeys: keysOf[table] }),
      },
    })),
  };
}

type Position = readonly [number, number];

const positionOf = (row: OpenRow | undefined): Position | null =>
  typeof row?.['longitude'] === 'number' && typeof row['latitude'] === 'number' ? [row['longitude'], row['latitude']] : null;

/** Rows as GeoJSON (RFC 7946): cities as points, ties as lines between them; those without positions have no geometry. */
export function featuresOf(table: 'cities' | 'ties', rows: readonly OpenRow[], cities: readonly OpenRow[]) {
  const places = new Map(cities.map((city) => [city['address'], positionOf(city)]));
  const geometryOf = (row: OpenRow) => {
    if (table === 'cities') {
      const coordinates = positionOf(row);
      return coordinates === null ? null : { type: 'Point', coordinates };
    }
    const [from, to] = [places.get(row['city'] ?? ''), places.get(row['with_city'] ?? '')];
    return from === undefined || from === null || to === undefined || to === null ? null : { type: 'LineString', coordinates: [from, to] };
  };
  return {
    type: 'FeatureCollection',
    features: rows.map((row) => ({ type: 'Feature', id: row['id'], geometry: geometryOf(row), properties: row })),
  };
}
