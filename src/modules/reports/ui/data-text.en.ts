// Words of the page that explains the open data.
export const dataEn = {
  'reports.data_title': 'Open data',
  'reports.data_note':
    'The public part of this register, to be read by programs: the same that every page shows to whoever is not signed in.',
  'reports.data_files': 'Files',
  'reports.data_file': 'What it holds',
  'reports.data_formats': 'Formats',
  'reports.data_cities': 'Cities that something public names, with names, country or region and position',
  'reports.data_ties': 'Ties that offices publish or open reference sets list',
  'reports.data_statements': 'What is said of them: value, kind, source, who says it and when it was entered',
  'reports.data_sets': 'Open reference sets, each with its licence and credit',
  'reports.data_package': 'What each column means, as a Frictionless data package',
  'reports.data_how': 'How to read it',
  'reports.data_how_addresses':
    'These addresses stay. A row’s id stays, too; the address of a city may change, and the former one leads on.',
  'reports.data_how_unknown': 'An empty cell means that nothing is known or stated. It never means zero.',
  'reports.data_how_many':
    'Several statements of one attribute may stand side by side, each with its source. None is left out because another one differs.',
  'reports.data_how_fresh':
    'A file is at most half a minute old. It comes with an ETag: whoever sends it back as If-None-Match is told at once when nothing has changed.',
  'reports.data_how_cells':
    'Separated text is UTF-8 with a comma; a text that a spreadsheet would take for a formula has an apostrophe before it.',
  'reports.data_licence': 'Whose it is',
  'reports.data_licence_geonames':
    'Positions and numbers of places are from GeoNames, under CC BY 4.0: name GeoNames wherever you show them.',
  'reports.data_licence_lists':
    'What a reference set lists is under the licence of that set, which the table of sets and its own page tell.',
  'reports.data_licence_statements':
    'A statement is its source’s, and the source is named beside it. This register claims no right of its own in it.',
  'reports.data_examples': 'Examples',
  'reports.data_example_shell': 'On the command line: all ties of Liverpool',
  'reports.data_example_python': 'In Python: how many statements each class of source has',
  'reports.data_example_sql': 'In DuckDB: cities with most ties',
} as const;
