// Which tables the open data has, and the files that hold them.

export const openTables = [
  ...(['cities', 'ties', 'statements', 'agreements', 'agreed-items', 'exchanges', 'carriers'] as const),
  ...(['outcomes', 'outcome-entries', 'outcome-answers', 'outcome-parties', 'outcome-rates'] as const),
  ...(['projects', 'project-marks', 'follow-through'] as const),
  ...(['profiles', 'lessons', 'editions', 'participants', 'sets'] as const),
] as const;
export type OpenTable = (typeof openTables)[number];

/** What the files that may be fetched are called, beside the data package itself. */
export const openFiles: readonly { readonly table: OpenTable; readonly format: 'csv' | 'json' | 'geojson' }[] = [
  ...openTables.flatMap((table) => (['csv', 'json'] as const).map((format) => ({ table, format }))),
  { table: 'cities', format: 'geojson' },
  { table: 'ties', format: 'geojson' },
];
