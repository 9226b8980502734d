// Words of the page that explains the open data.
export const dataEn = {
  'reports.data_title': 'Open data',
  'reports.data_note': 'The public part of this register for use by programs: the same as anyone sees without signing in.',
  'reports.data_files': 'Files',
  'reports.data_file': 'Contents',
  'reports.data_formats': 'Formats',
  'reports.data_cities': 'Cities mentioned publicly, with names, country or region and position',
  'reports.data_ties': 'Ties published by offices or listed in open reference sets',
  'reports.data_statements':
    'Statements on cities, ties, outcomes and editions: value, kind, source, passage, who says so and when it was entered',
  'reports.data_agreements': 'Agreements, with parties, validity and source',
  'reports.data_agreed-items': 'Agreed items, with the status each side states',
  'reports.data_exchanges': 'Visits, events and programmes',
  'reports.data_carriers': 'Organisations and posts that are key partners of ties',
  'reports.data_outcomes': 'Outcomes of ties: deals, projects, investments, exchanges',
  'reports.data_outcome-entries': 'Ledger entries of outcomes, with sources',
  'reports.data_outcome-answers': 'Answers of the sides: what they confirm and where they differ',
  'reports.data_outcome-parties': 'Parties to outcomes',
  'reports.data_outcome-rates': 'Exchange rates stated for outcomes',
  'reports.data_projects': 'What projects are to achieve',
  'reports.data_project-marks': 'Milestones and indicators of projects; what is said of them is among the statements',
  'reports.data_follow-through': 'What became of the results announced at editions, where the organiser publishes it',
  'reports.data_profiles': 'Published profiles of cities',
  'reports.data_lessons': 'What cities learned from each other',
  'reports.data_editions': 'Public editions of expos',
  'reports.data_participants': 'Public directories of editions',
  'reports.data_sets': 'Open reference sets, each with its licence and credit',
  'reports.data_package': 'What each column means, as a Frictionless data package',
  'reports.data_iati': 'Outcomes as activities in IATI 2.03; potential and intended figures are not transactions',
  'reports.data_how': 'How to use it',
  'reports.data_how_addresses':
    'These addresses are permanent. So is the identifier of a row; the page address of a city can change, and the former one redirects to it.',
  'reports.data_how_unknown': 'An empty cell means that nothing is known or stated. It never means zero.',
  'reports.data_how_many':
    'There may be several statements on one attribute, each with its source. None is omitted because another differs.',
  'reports.data_how_fresh':
    'Files are at most half a minute old. Each carries an ETag: send it back as If-None-Match to learn at once whether anything has changed.',
  'reports.data_how_releases':
    'What was said of the announcements of an edition, and by whom, as a list that is only added to: /data/editions/(address of the edition)/follow-through-releases.json, where the organiser shows its follow-through. It follows the idea of OCDS releases and is not OCDS.',
  'reports.data_how_cells': 'CSV files use UTF-8 and commas; text that a spreadsheet would read as a formula is preceded by an apostrophe.',
  'reports.data_licence': 'Terms of use',
  'reports.data_licence_geonames':
    'Positions and place numbers come from GeoNames under CC BY 4.0: credit GeoNames wherever you show them.',
  'reports.data_licence_lists':
    'The content of a reference set is under the licence of that set, as given in the table of sets and on its own page.',
  'reports.data_licence_statements': 'A statement belongs to its source, which is named beside it. This register claims no rights in it.',
  'reports.data_examples': 'Examples',
  'reports.data_example_shell': 'Command line: all ties of Liverpool',
  'reports.data_example_python': 'Python: number of statements by class of source',
  'reports.data_example_sql': 'DuckDB: cities with the most ties',
} as const;
