// Words of the problem list: what was done.
export const en = {
  'reference.outcome_kept': 'Kept as it is',
  'reference.outcome_left_out': 'Left out',
  'reference.outcome_joined': 'Entered once',
  'reference.outcome_corrected': 'Corrected',
  'reference.outcome_country_from_place': 'Country taken from the place',
  'reference.outcome_country_from_coordinates': 'Country taken from the position',
  'reference.outcome_country_from_name': 'Country taken from the name',
  'reference.outcome_country_unknown': 'Kept without a country',
  'reference.outcome_kept_as_written': 'Kept as written',
  'reference.outcome_kept_as_region': 'Kept as a region or district',
  'reference.outcome_kept_by_name': 'Kept under its name',
  'reference.outcome_kept_without_date': 'Kept without the date',
  'reference.outcome_kept_without_class': 'Kept without the class',
  'reference.outcome_kept_without_coordinates': 'Kept without the position',
} as const;
