// Words of the mapping of columns, on which offices work.
export const mappingEn = {
  'design.column': 'Column',
  'design.column_samples': 'First values',
  'design.taken_for': 'Taken for',
  'design.column_taken_for': 'What {{column}} is taken for',
  'design.column_empty': 'empty',
} as const;
