// The open data: which tables there are, what each column means, and the data package that describes them (Frictionless Data Package v1).

export const openTables = ['cities', 'ties', 'statements', 'sets'] as const;
export type OpenTable = (typeof openTables)[number];

export type OpenValue = string | number | boolean | null;
export type OpenRow = Readonly<Record<string, OpenValue>>;

interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'datetime' | 'date' | 'object';
  readonly description: string;
}

const fieldsOf = {
  cities: [
    { name: 'id', type: 'string', description: 'UUID of the city; it stays the same for ever.' },
    { name: 'address', type: 'string', description: 'Readable address: /cities/<address>; a former address keeps leading here.' },
    { name: 'name_en', type: 'string', description: 'Name in English, where one is on record.' },
    { name: 'name_zh', type: 'string', description: 'Name in Simplified Chinese, where one is on record.' },
    { name: 'name', type: 'string', description: 'Name in whatever language there is, where neither is.' },
    { name: 'country', type: 'string', description: 'ISO 3166-1 alpha-2; ZZ where the country is not known.' },
    { name: 'latitude', type: 'number', description: 'Degrees, WGS 84; empty where not known.' },
    { name: 'longitude', type: 'number', description: 'Degrees, WGS 84; empty where not known.' },
    { name: 'geonames_id', type: 'integer', description: 'Number in GeoNames, where the city is one of its places.' },
  ],
  ties: [
    { name: 'id', type: 'string', description: 'UUID of the tie; it follows from its two cities.' },
    { name: 'address', type: 'string', description: 'Readable address: /ties/<address>.' },
    { name: 'city', type: 'string', description: 'Address of the city that is first in the alphabet of addresses.' },
    { name: 'with_city', type: 'string', description: 'Address of the other city.' },
    { name: 'in_register', type: 'boolean', description: 'Whether an office keeps it in its register.' },
    { name: 'listed_by', type: 'string', description: 'UUIDs of the open sets that list it, separated by spaces.' },
    {
      name: 'named_only_by',
      type: 'string',
      description: 'Address of the city that alone names the other in these sets; empty where both do, or none says.',
    },
  ],
  statements: [
    { name: 'id', type: 'string', description: 'UUID of the statement.' },
    { name: 'about_kind', type: 'string', description: 'city or tie.' },
    { name: 'about', type: 'string', description: 'Address of the city or tie.' },
    { name: 'attribute', type: 'string', description: 'What is said of it: established, class, status, projects, note …' },
    { name: 'value', type: 'string', description: 'The value in plain writing: a date at its precision, a code, a number, a text.' },
    { name: 'qualifier', type: 'string', description: 'exact, about, before, after, over, up_to, planned; empty where none applies.' },
    { name: 'value_json', type: 'object', description: 'The value with all that belongs to it.' },
    { name: 'kind', type: 'string', description: 'fact, count, comparison, opinion or forecast.' },
    { name: 'said_by', type: 'string', description: 'Who says it, where that is not the source itself.' },
    {
      name: 'source_class',
      type: 'string',
      description: 'signed_paper, official_publication, press_or_study, own_records, encyclopaedia, copy, unknown.',
    },
    { name: 'source_title', type: 'string', description: 'Title of the source.' },
    { name: 'source_publisher', type: 'string', description: 'Who published it.' },
    { name: 'source_address', type: 'string', description: 'Where it is found.' },
    { name: 'source_date', type: 'string', description: 'Date of the source at its precision.' },
    { name: 'entered_by', type: 'string', description: 'UUID of the office that entered it.' },
    { name: 'entered_at', type: 'datetime', description: 'When, in UTC.' },
    { name: 'supersedes', type: 'string', description: 'UUID of the statement that it corrects.' },
    { name: 'content_hash', type: 'string', description: 'SHA-256 of its content in canonical JSON.' },
  ],
  sets: [
    { name: 'id', type: 'string', description: 'UUID of the set; ties name it in listed_by.' },
    { name: 'name_en', type: 'string', description: 'Name in English, where there is one.' },
    { name: 'name_zh', type: 'string', description: 'Name in Simplified Chinese, where there is one.' },
    { name: 'licence', type: 'string', description: 'The licence under which the set was published.' },
    { name: 'licence_address', type: 'string', description: 'Where the licence is found.' },
    { name: 'credit', type: 'string', description: 'What has to be named wherever ties of the set are shown.' },
    { name: 'source', type: 'string', description: 'Address of the set, where one is known.' },
    { name: 'ties', type: 'integer', description: 'How many ties it has.' },
  ],
} as const satisfies Readonly<Record<OpenTable, readonly Field[]>>;

export const columnsOf = (table: OpenTable): readonly string[] => fieldsOf[table].map(({ name }) => name);

/** A row as a list of cells in the order of the columns; what is not known is an empty cell, a truth is a word. */
export const cellsOf = (table: OpenTable, row: OpenRow): readonly (string | number)[] =>
  columnsOf(table).map((name) => {
    const value = row[name] ?? null;
    return value === null ? '' : typeof value === 'boolean' ? String(value) : value;
  });

/** What the files that may be fetched are called, beside the data package itself. */
export const openFiles: readonly { readonly table: OpenTable; readonly format: 'csv' | 'json' | 'geojson' }[] = [
  ...openTables.flatMap((table) => (['csv', 'json'] as const).map((format) => ({ table, format }))),
  { table: 'cities', format: 'geojson' },
  { table: 'ties', format: 'geojson' },
];

/** What places come from. The rest is said by whoever the rows name. */
const geonames = { title: 'GeoNames', path: 'https://www.geonames.org/' };
const ccBy = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' };

const titles = {
  cities: 'Cities that something public names',
  ties: 'Ties that offices publish or open sets list',
  statements: 'What is said of cities and ties, with who says it',
  sets: 'Reference sets that are open, each with its licence and credit',
} as const satisfies Readonly<Record<OpenTable, string>>;

const keysOf = {
  cities: [],
  ties: [
    { fields: 'city', reference: { resource: 'cities', fields: 'address' } },
    { fields: 'with_city', reference: { resource: 'cities', fields: 'address' } },
  ],
  statements: [],
  sets: [],
} as const;

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
        primaryKey: 'id',
        ...(keysOf[table].length === 0 ? {} : { foreignKeys: keysOf[table] }),
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
